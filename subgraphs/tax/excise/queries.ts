import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { termOfPeriod } from '../calendar/deadlines.ts';

export type Certainty = 'CONFIRMED' | 'UNVERIFIED';

export interface ExciseRateRow {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly rate: string;
  readonly isOwn: boolean;
  readonly isApplied: boolean;
  readonly source: string;
}

export interface ExciseGroupRow {
  readonly code: string;
  readonly unitKa: string;
  readonly unitEn: string;
  readonly nameKa: string;
  readonly nameEn: string;
  readonly certainty: Certainty;
  readonly source: string;
  readonly rates: readonly ExciseRateRow[];
}

/** Groups of excisable goods, with all rates that are known for them, the latest first. */
export async function listExciseGroups(database: Database, companyId: string): Promise<ExciseGroupRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<ExciseGroupRow[]>`
      /* exciseGroups */ select g.code, g.unit_ka as "unitKa", g.unit_en as "unitEn", g.name_ka as "nameKa",
        g.name_en as "nameEn", g.certainty, g.source,
        (select coalesce(json_agg(json_build_object('validFrom', r.valid_from, 'validTo', r.valid_to,
             'rate', trim_scale(r.rate)::text, 'isOwn', r.is_own, 'isApplied', r.is_applied, 'source', r.source)
             order by r.valid_from desc, r.is_own desc), '[]')
           from (
             select valid_from, valid_to, rate, false as is_own, certainty = 'CONFIRMED' as is_applied, source
               from tax.excise_rates where excise_group = g.code
             union all
             select valid_from, lead(valid_from) over (order by valid_from) - 1, rate, true, true, source
               from tax.company_excise_rates where company_id = ${companyId} and excise_group = g.code
           ) r) as rates
      from tax.excise_groups g order by g.code`,
  );
  return rows.map((row) => ({ ...row }));
}

export interface ExciseSum {
  readonly group: string;
  readonly rate: string;
  readonly quantity: string;
  readonly excise: string;
}

/** The excise of a month by group and rate. */
export interface ExciseMonth {
  readonly year: number;
  readonly month: number;
  readonly dueDate: CalendarDate;
  readonly sums: readonly ExciseSum[];
  readonly total: string;
}

/** @throws DomainError BAD_USER_INPUT for no month, or one whose law is not known. */
export async function readExciseMonth(
  database: Database,
  companyId: string,
  year: number,
  month: number,
): Promise<ExciseMonth> {
  const { due } = await termOfPeriod(database, 'EXCISE', { year, month });
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<ExciseSum[]>`
      /* exciseReturn */ select excise_group as "group", trim_scale(rate)::text as rate,
        trim_scale(sum(quantity))::text as quantity, sum(excise)::text as excise
      from tax.excise_items where company_id = ${companyId} and year = ${year} and month = ${month}
      group by excise_group, rate order by excise_group, rate`,
  );
  const sums = rows.map((row) => ({ ...row }));
  const total = sums.reduce((sum, { excise }) => sum + parseDatabaseAmount(excise), 0n);
  return { year, month, dueDate: due, sums, total: formatAmount(total) };
}

/** What one line of a document adds to the excise of a month. */
export interface ExciseItemRow {
  readonly group: string;
  readonly documentId: string;
  readonly line: number;
  readonly rate: string;
  readonly date: CalendarDate;
  readonly quantity: string;
  readonly excise: string;
}

/** The lines of documents behind the excise of a month, in the order of days; of one group or all. */
export async function listExciseItems(
  database: Database,
  companyId: string,
  { year, month, group }: { readonly year: number; readonly month: number; readonly group: string | null },
  { after, limit }: Page<readonly [date: string, documentId: string, line: number, rate: string]>,
): Promise<ExciseItemRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<ExciseItemRow[]>`
      /* exciseItems */ select excise_group as "group", document_id as "documentId", line,
        trim_scale(rate)::text as rate, date, trim_scale(quantity)::text as quantity, excise::text as excise
      from tax.excise_items
      where company_id = ${companyId} and year = ${year} and month = ${month}
        ${group === null ? sql`` : sql`and excise_group = ${group}`}
        ${after === null ? sql`` : sql`and (date, document_id, line, rate) > (${after[0]}::date, ${after[1]}::uuid, ${after[2]}, ${after[3]}::numeric)`}
      order by date, document_id, line, rate
      limit ${limit}`,
  );
  return rows.map((row) => ({ ...row }));
}
