import type { Database } from '#db/client.ts';
import { monthBefore, parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';

/** Months that are answered at once. */
export const MOST_MONTHS = 36;

export interface CentreOfMonth {
  readonly name: string | null;
  readonly value: string | null;
  readonly employees: number;
  readonly gross: string;
  readonly employerPension: string;
  readonly cost: string;
}

/** What a month has cost, and who was employed in it; amounts are GEL as text with two decimals. */
export interface MonthOfPay {
  readonly year: number;
  readonly month: number;
  readonly headCount: {
    readonly start: number;
    readonly joiners: number;
    readonly leavers: number;
    readonly end: number;
  };
  readonly paidEmployees: number;
  readonly gross: string;
  readonly employerPension: string;
  readonly cost: string;
  readonly averagePay: string | null;
  readonly costCentres: readonly CentreOfMonth[];
}

/**
 * Months from that of one day to that of another, with what the runs in the books say of them: corrections count in the
 * month that they correct.
 * @throws DomainError BAD_USER_INPUT for days out of order, or too many months.
 */
export async function readMonths(
  database: Database,
  companyId: string,
  given: { readonly from: string; readonly to: string },
): Promise<MonthOfPay[]> {
  const from = parseDate(given.from, 'from');
  const to = parseDate(given.to, 'to');
  if (to < from) throw badInput('to', to, 'it lies before `from`');
  const [year, month] = to.split('-').map(Number) as [number, number];
  if (from.slice(0, 7) <= monthBefore(year, month, MOST_MONTHS))
    throw badInput('to', to, `no more than ${String(MOST_MONTHS)} months are answered at once`);
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<MonthOfPay[]>`
      /* monthsOfPay */
      with month as (
        select m::date as first, (m + interval '1 month')::date as next
        from generate_series(date_trunc('month', ${from}::date::timestamp), ${to}::date::timestamp,
          interval '1 month') m
      ), span as materialized (
        -- Contracts that follow one another without a day between them are one time of work.
        select lower(s) as first, upper(s) as until
        from (select range_agg(daterange(start_date, end_date, '[]')) as spans from payroll.employments
              where company_id = ${companyId} group by employee_id) e
        cross join lateral unnest(e.spans) s
      ), heads as (
        select m.first,
          count(*) filter (where s.first < m.first and (s.until is null or s.until > m.first))::int as start,
          count(*) filter (where s.first >= m.first)::int as joiners,
          count(*) filter (where s.until > m.first and s.until <= m.next)::int as leavers,
          count(*) filter (where s.until is null or s.until > m.next)::int as end
        from month m join span s on s.first < m.next and (s.until is null or s.until > m.first)
        group by m.first
      ), slip as materialized (
        select make_date(r.year, r.month, 1) as first, p.employee_id, p.gross, p.employer_pension, p.costs
        from payroll.runs_shown r
        join payroll.payslips p on p.company_id = r.company_id and p.run_id = r.id
        where r.company_id = ${companyId} and r.shown_state in ('POSTED', 'PAID')
          and make_date(r.year, r.month, 1) between date_trunc('month', ${from}::date::timestamp)::date and ${to}::date
      ), paid as (
        select first, sum(gross) as gross, sum(employer_pension) as pension,
          count(distinct employee_id) filter (where gross > 0)::int as people
        from slip group by first
      ), centre as (
        select s.first, c.name, c.value, sum(c.gross) as gross, sum(c."employerPension") as pension,
          count(distinct s.employee_id)::int as people
        from slip s
        cross join lateral jsonb_to_recordset(s.costs) as c(name text, value text, gross numeric, "employerPension" numeric)
        group by 1, 2, 3
      ), centres as (
        select first, jsonb_agg(jsonb_build_object('name', name, 'value', value, 'employees', people,
            'gross', gross::text, 'employerPension', pension::text, 'cost', (gross + pension)::text)
          order by gross + pension desc, name, value) as list
        from centre group by first
      )
      select extract(year from m.first)::int as year, extract(month from m.first)::int as month,
        jsonb_build_object('start', coalesce(h.start, 0), 'joiners', coalesce(h.joiners, 0),
          'leavers', coalesce(h.leavers, 0), 'end', coalesce(h.end, 0)) as "headCount",
        coalesce(p.people, 0) as "paidEmployees", coalesce(p.gross, 0.00)::text as gross,
        coalesce(p.pension, 0.00)::text as "employerPension", coalesce(p.gross + p.pension, 0.00)::text as cost,
        round(p.gross / nullif(p.people, 0), 2)::text as "averagePay", coalesce(c.list, '[]') as "costCentres"
      from month m left join heads h using (first) left join paid p using (first) left join centres c using (first)
      order by m.first`,
  );
  // Rows of postgres.js carry more than their columns.
  return rows.map((row) => ({ ...row }));
}
