import type { Database, TransactionSql } from '#db/client.ts';
import { lastDayOf } from '#shared/domain/date.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import { leaveRulesOn } from '../absences/rules.ts';
import { readWorkingTime } from '../calendar/queries.ts';
import { ratesOf } from '../pay/exchange.ts';
import { payRulesOn } from '../pay/queries.ts';
import { readLastRates } from '../runs/rates.ts';
import { leaveOwed, type LeaveOwed, type LeaveRecord } from './leave-owed.ts';
import type { KnownProvision, MonthOf } from './decide.ts';

/** Pay of so many months counts for the average, as it does in runs. */
const AVERAGE_OVER_MONTHS = 12;

/** What leave is worth at the end of a month, by what is known today, in the order of the employments' ids. */
export async function readLeaveOwed(
  database: Database,
  companyId: string,
  of: MonthOf,
): Promise<LeaveOwed[]> {
  const last = lastDayOf(of.year, of.month);
  const [leave, pay, workingTime, rates, records] = await Promise.all([
    leaveRulesOn(database, last),
    payRulesOn(database, last, 'month'),
    readWorkingTime(database, companyId),
    readLastRates(database, companyId, of),
    database.withCompany(companyId, (sql) => readRecords(sql, companyId, of, last)),
  ]);
  return records.map((record) => leaveOwed(of, record, { leave, pay, workingTime, rates: ratesOf(rates) }));
}

interface Row extends Omit<LeaveRecord, 'worked'> {
  readonly worked: readonly { readonly earned: string; readonly workedDays: number }[];
}

/**
 * Everybody whose employment goes on after the month: leave of who leaves in it is settled by its pay. Months count for
 * the average when they are in the books.
 */
async function readRecords(
  sql: TransactionSql,
  companyId: string,
  { year, month }: MonthOf,
  last: string,
): Promise<LeaveRecord[]> {
  const until = year * 12 + month;
  const rows = await sql<Row[]>`
    /* leaveRecords */
    with present as materialized (
      select * from payroll.employments
      where company_id = ${companyId} and start_date <= ${last} and (end_date is null or end_date > ${last})
    ), absence as (
      select a.employment_id, json_agg(json_build_object('id', a.id, 'employmentId', a.employment_id, 'kind', a.kind,
        'from', a.from_date, 'to', a.to_date) order by a.from_date, a.id) as absences
      from payroll.absences a
      where a.company_id = ${companyId} and not a.is_cancelled and a.kind = 'PAID_LEAVE' and a.from_date <= ${last}
      group by 1
    ), month as (
      select s.employee_id, json_agg(json_build_object('earned', s.earned::text, 'workedDays', s.worked_days)
        order by r.year desc, r.month desc) as worked
      from payroll.runs r
      join payroll.payslips s on s.company_id = r.company_id and s.run_id = r.id
      where r.company_id = ${companyId} and r.number = 1 and r.state in ('POSTING', 'PAID') and s.worked_days > 0
        and r.year * 12 + r.month > ${until - AVERAGE_OVER_MONTHS} and r.year * 12 + r.month <= ${until}
      group by 1
    )
    select p.employee_id as "employeeId",
      json_build_object('id', p.id, 'start', p.start_date, 'end', p.end_date, 'endReason', p.end_reason,
        'isSecondary', p.is_secondary, 'terms', p.terms, 'leaveTakenBefore', p.leave_taken_before::text) as employment,
      e.pension, coalesce(a.absences, '[]') as absences, coalesce(m.worked, '[]') as worked
    from present p
    join payroll.employees e on e.company_id = ${companyId} and e.id = p.employee_id
    left join absence a on a.employment_id = p.id
    left join month m on m.employee_id = p.employee_id
    order by p.id`;
  return rows.map(({ worked, ...row }) => ({
    ...row,
    worked: worked.map(({ earned, workedDays }) => ({ earned: parseDatabaseAmount(earned), workedDays })),
  }));
}

/** Provisions that were asked to be posted, in the order of their months. */
export async function listProvisions(database: Database, companyId: string): Promise<KnownProvision[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<KnownProvision[]>`
      /* leaveProvisions */ select id, year, month, employments, days::text, total::text, difference::text,
        posting_attempt as "postingAttempt", version, state, transaction_id as "transactionId",
        refusal_code as "refusalCode", refusal_field as "refusalField", refusal_message as "refusalMessage"
      from payroll.leave_provisions_shown where company_id = ${companyId} order by year, month`,
  );
  return rows.map((row) => ({ ...row }));
}

/** Whether the pay of a month is in the books, so that it counts for the average. */
export async function isMonthPaid(
  database: Database,
  companyId: string,
  { year, month }: MonthOf,
): Promise<boolean> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql`
      /* isMonthPaid */ select 1 from payroll.runs
      where company_id = ${companyId} and year = ${year} and month = ${month} and number = 1
        and state in ('POSTING', 'PAID')`,
  );
  return rows.length > 0;
}
