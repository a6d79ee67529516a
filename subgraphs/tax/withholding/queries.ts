import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { notFound } from '#shared/domain/errors.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { daysOfPeriod, type Term } from '../calendar/deadline.ts';
import { termOfPeriod } from '../calendar/deadlines.ts';
import type { WithholdingGrounds } from './decide.ts';
import { payeeOf, type PayeeRecord } from './payee.ts';
import type { Payee, WithholdingKind } from './withholding.ts';

export type PaymentGrounds = Omit<WithholdingGrounds, 'rates' | 'accounts'>;

/** What a decision about a payment needs to know of its kind and of the payee. */
export async function groundsOfPayment(
  database: Database,
  companyId: string,
  kind: WithholdingKind,
  counterpartyId: string,
): Promise<PaymentGrounds> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<
      (PayeeRecord & { isResident: boolean; rateCode: string; incomeType: number; payableRole: string })[]
    >`
      /* groundsOfPayment */
      select c.kind, c.tax_id as "taxId", c.name_ka as name, c.address, n.number as country,
             c.is_resident as "isResident", k.rate_code as "rateCode", k.income_type as "incomeType",
             k.payable_role as "payableRole"
      from tax.counterparties c
      join tax.withholding_kinds k on k.kind = ${kind}
      left join tax.countries n on n.code = c.country
      where c.company_id = ${companyId} and c.id = ${counterpartyId}`,
  );
  if (row === undefined) throw notFound('counterpartyId', counterpartyId);
  const { rateCode, incomeType, payableRole, isResident, kind: payeeKind } = row;
  return { rateCode, incomeType, payableRole, isResident, payeeKind, payee: payeeOf(row) };
}

export interface WithholdingRow {
  readonly id: string;
  readonly date: CalendarDate;
  readonly kind: WithholdingKind;
  readonly incomeType: number;
  readonly titleKa: string;
  readonly titleEn: string;
  readonly gross: string;
  readonly relief: string;
  readonly treatyExempt: string;
  readonly foreignCredit: string;
  readonly rate: string;
  readonly tax: string;
  readonly net: string;
  readonly payee: Payee;
  readonly counterpartyId: string;
  readonly description: string;
  readonly reversedOn: CalendarDate | null;
  readonly reversalReason: string | null;
}

export interface PaymentsOf {
  readonly id?: string;
  readonly first?: CalendarDate;
  readonly last?: CalendarDate;
}

export type PaymentKey = [date: string, id: string];

/** Payments with the id, or of a span of days without those that were reversed, in order of their dates. */
export async function listWithholdings(
  database: Database,
  companyId: string,
  { id, first, last }: PaymentsOf,
  page: Pick<Page<PaymentKey>, 'limit' | 'after'>,
): Promise<WithholdingRow[]> {
  const [afterDate, afterId] = page.after ?? [null, null];
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<WithholdingRow[]>`
      /* withholdings */
      select w.id, w.date, w.kind, k.income_type as "incomeType", k.title_ka as "titleKa", k.title_en as "titleEn",
             w.gross::text, w.relief::text, w.treaty_exempt::text as "treatyExempt",
             w.foreign_credit::text as "foreignCredit", trim_scale(w.rate)::text as rate, w.tax::text, w.net::text,
             w.payee, w.counterparty_id as "counterpartyId", w.description, w.reversed_on as "reversedOn",
             w.reversal_reason as "reversalReason"
      from tax.withholdings w join tax.withholding_kinds k on k.kind = w.kind
      where w.company_id = ${companyId}
        and (${id ?? null}::uuid is null or w.id = ${id ?? null}::uuid)
        and (${first ?? null}::date is null
             or (w.reversed_on is null and w.date between ${first ?? null}::date and ${last ?? null}::date))
        and (${afterDate}::date is null or (w.date, w.id) > (${afterDate}::date, ${afterId}::uuid))
      order by w.date, w.id
      limit ${page.limit}`,
  );
  return rows.map((row) => ({ ...row }));
}

export interface WithholdingSum {
  readonly kind: WithholdingKind;
  readonly titleKa: string;
  readonly titleEn: string;
  readonly payments: number;
  readonly gross: string;
  readonly tax: string;
  readonly net: string;
}

/** Form 30 of a month. */
export interface Form30Month {
  readonly year: number;
  readonly month: number;
  readonly term: Term;
  readonly sums: readonly WithholdingSum[];
}

/** @throws DomainError BAD_USER_INPUT naming `year` or `month`. */
export async function readForm30(
  database: Database,
  companyId: string,
  year: number,
  month: number,
): Promise<Form30Month> {
  const term = await termOfPeriod(database, 'WITHHOLDING', { year, month });
  const { first, last } = daysOfPeriod({ year, month });
  const sums = await database.withCompany(
    companyId,
    (sql) => sql<WithholdingSum[]>`
      /* form30 */
      select w.kind, k.title_ka as "titleKa", k.title_en as "titleEn", count(*)::int as payments,
             sum(w.gross)::text as gross, sum(w.tax)::text as tax, sum(w.net)::text as net
      from tax.withholdings w join tax.withholding_kinds k on k.kind = w.kind
      where w.company_id = ${companyId} and w.reversed_on is null and w.date between ${first} and ${last}
      group by w.kind, k.title_ka, k.title_en order by w.kind`,
  );
  return { year, month, term, sums: sums.map((sum) => ({ ...sum })) };
}
