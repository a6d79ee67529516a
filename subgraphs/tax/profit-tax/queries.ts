import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { daysOfPeriod, type Term } from '../calendar/deadline.ts';
import { termOfPeriod } from '../calendar/deadlines.ts';
import type { ProfitTaxKind } from './charge.ts';

export interface ProfitTaxChargeRow {
  readonly id: string;
  readonly date: CalendarDate;
  readonly kind: ProfitTaxKind;
  readonly titleKa: string;
  readonly titleEn: string;
  readonly amount: string;
  readonly taxable: string;
  readonly tax: string;
  readonly description: string;
  readonly counterpartyId: string | null;
  readonly reversedOn: CalendarDate | null;
  readonly reversalReason: string | null;
}

export async function findCharge(
  database: Database,
  companyId: string,
  id: string,
): Promise<ProfitTaxChargeRow | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<ProfitTaxChargeRow[]>`
      /* profitTaxCharge */
      select id, date, kind, k.title_ka as "titleKa", k.title_en as "titleEn", amount::text, taxable::text, tax::text,
             description, counterparty_id as "counterpartyId",
             reversed_on as "reversedOn", reversal_reason as "reversalReason"
      from tax.profit_tax_charges join tax.profit_tax_kinds k using (kind)
      where company_id = ${companyId} and id = ${id}`,
  );
  return row ?? null;
}

export interface ProfitTaxSum {
  readonly kind: ProfitTaxKind;
  readonly titleKa: string;
  readonly titleEn: string;
  readonly amount: string;
  readonly taxable: string;
  readonly tax: string;
}

/** The return of a month: its term and its sums by kind, the whole with the kind null. */
export interface ProfitTaxMonth {
  readonly year: number;
  readonly month: number;
  readonly term: Term;
  readonly rows: readonly ProfitTaxSum[];
  readonly total: Pick<ProfitTaxSum, 'amount' | 'taxable' | 'tax'>;
}

/** @throws DomainError BAD_USER_INPUT naming `year` or `month`. */
export async function readProfitTaxReturn(
  database: Database,
  companyId: string,
  year: number,
  month: number,
): Promise<ProfitTaxMonth> {
  const term = await termOfPeriod(database, 'PROFIT_TAX', { year, month });
  const { first, last } = daysOfPeriod({ year, month });
  const sums = await database.withCompany(
    companyId,
    (sql) => sql<(ProfitTaxSum | (Omit<ProfitTaxSum, 'kind'> & { kind: null }))[]>`
      /* profitTaxReturn */
      select kind, title_ka as "titleKa", title_en as "titleEn", coalesce(sum(sign * amount), 0.00)::text as amount,
             coalesce(sum(sign * taxable), 0.00)::text as taxable, coalesce(sum(sign * tax), 0.00)::text as tax
      from (
        select kind, 1 as sign, amount, taxable, tax from tax.profit_tax_charges
          where company_id = ${companyId} and date between ${first} and ${last}
        union all
        select kind, -1, amount, taxable, tax from tax.profit_tax_charges
          where company_id = ${companyId} and reversed_on between ${first} and ${last}
      ) lines
      left join tax.profit_tax_kinds using (kind)
      group by grouping sets ((kind, title_ka, title_en), ()) order by kind nulls last`,
  );
  const rows = sums.filter((sum): sum is ProfitTaxSum => sum.kind !== null);
  const total = sums.find(({ kind }) => kind === null) ?? { amount: '0.00', taxable: '0.00', tax: '0.00' };
  return { year, month, term, rows, total };
}

/** One line of a return: a charge, or the reversal of one. */
export interface ProfitTaxLineRow {
  readonly on: CalendarDate;
  readonly isReversal: boolean;
  readonly charge: ProfitTaxChargeRow;
}

export type LineKey = [date: string, id: string, isReversal: boolean];

/** One page of the lines of a month, in order of their dates. */
export async function listProfitTaxLines(
  database: Database,
  companyId: string,
  { year, month }: { readonly year: number; readonly month: number },
  page: Page<LineKey>,
): Promise<ProfitTaxLineRow[]> {
  const { first, last } = daysOfPeriod({ year, month });
  const [afterDate, afterId, afterReversal] = page.after ?? [null, null, null];
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<(ProfitTaxChargeRow & { on: string; isReversal: boolean })[]>`
      /* profitTaxLines */
      select l.on_date as on, l.is_reversal as "isReversal", c.id, c.date, c.kind, k.title_ka as "titleKa",
             k.title_en as "titleEn", c.amount::text, c.taxable::text,
             c.tax::text, c.description, c.counterparty_id as "counterpartyId", c.reversed_on as "reversedOn",
             c.reversal_reason as "reversalReason"
      from (
        select id, date as on_date, false as is_reversal from tax.profit_tax_charges
          where company_id = ${companyId} and date between ${first} and ${last}
        union all
        select id, reversed_on, true from tax.profit_tax_charges
          where company_id = ${companyId} and reversed_on between ${first} and ${last}
      ) l
      join tax.profit_tax_charges c on c.company_id = ${companyId} and c.id = l.id
      join tax.profit_tax_kinds k on k.kind = c.kind
      where ${afterDate}::date is null
        or (l.on_date, l.id, l.is_reversal) > (${afterDate}::date, ${afterId}::uuid, ${afterReversal}::boolean)
      order by l.on_date, l.id, l.is_reversal
      limit ${page.limit}`,
  );
  return rows.map(({ on, isReversal, ...charge }) => ({ on, isReversal, charge }));
}
