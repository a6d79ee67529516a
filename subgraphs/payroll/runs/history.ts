import type { TransactionSql } from '#db/client.ts';
import { lastDayOf, monthKey } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { NamedRate } from '../pay/exchange.ts';
import type { PaidBefore } from './reckon.ts';

/** Months back to which a pay is reckoned again when something of the employee's file has changed. */
export const MONTHS_BACK = 12;

/** The earliest of those months rests in turn on a year before it: on what relief was used, and on average pay. */
const MONTHS_KNOWN = MONTHS_BACK + 12;

/** What employees were paid, and what of their files that rested on. */
export interface History {
  readonly paid: readonly PaidBefore[];
  /** Months whose pay may be other than it was paid, as 2026-02. */
  readonly stale: readonly string[];
}

interface Row {
  readonly employee_id: string;
  readonly version: number;
  readonly paid:
    | readonly {
        readonly year: number;
        readonly month: number;
        readonly number: number;
        readonly payYear: number;
        readonly version: number;
        readonly gross: string;
        readonly relief: string;
        readonly earned: string;
        readonly workedDays: number;
        readonly months: readonly { readonly month: string; readonly gross: string }[];
      }[]
    | null;
}

/** A month that was paid, and when. */
export interface PaidMonth {
  readonly month: string;
  readonly lastDay: string;
  readonly payDate: string;
  readonly rates: readonly NamedRate[];
}

/** Months up to this one, not too long ago, that were paid, the earliest first, with the day of the pay of the month. */
export async function paidMonths(
  sql: TransactionSql,
  companyId: string,
  { year, month }: { readonly year: number; readonly month: number },
): Promise<PaidMonth[]> {
  const rows = await sql<{ year: number; month: number; payDate: string; rates: readonly NamedRate[] }[]>`
    /* paidMonths */ select year, month, pay_date as "payDate", rates from payroll.runs
    where company_id = ${companyId} and number = 1 and state in ('POSTING', 'PAID')
      and year * 12 + month between ${year * 12 + month - MONTHS_BACK} and ${year * 12 + month}
    order by 1, 2`;
  return rows.map(({ payDate, rates, ...of }) => ({
    month: monthKey(of.year, of.month),
    lastDay: lastDayOf(of.year, of.month),
    payDate,
    rates,
  }));
}

/**
 * What was paid to these employees. A month is stale when the file has changed since the last pay that looked at it: its
 * own, or that of a later month, which has looked at all before it.
 */
export async function readHistory(
  sql: TransactionSql,
  companyId: string,
  { year, month }: { readonly year: number; readonly month: number },
  months: readonly string[],
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, History>> {
  const rows = await sql<Row[]>`
    /* payHistory */
    select e.id as employee_id, e.version, (
      select json_agg(json_build_object('year', r.year, 'month', r.month, 'number', r.number,
        'payYear', extract(year from r.pay_date)::int, 'version', p.employee_version, 'gross', p.gross::text, 'relief', p.relief::text, 'earned', p.earned::text,
        'workedDays', p.worked_days, 'months', p.months) order by r.year, r.month, r.number)
      from payroll.payslips p join payroll.runs r on r.company_id = p.company_id and r.id = p.run_id
      where p.company_id = e.company_id and p.employee_id = e.id and r.state in ('POSTING', 'PAID')
        and r.year * 12 + r.month >= ${year * 12 + month - MONTHS_KNOWN}) as paid
    from payroll.employees e
    where e.company_id = ${companyId} and e.id = any (${[...employeeIds]}::uuid[])`;
  return new Map(
    rows.map(({ employee_id, version, paid }) => {
      const seen = (key: string): number =>
        Math.max(
          0,
          ...(paid ?? [])
            .filter((one) =>
              one.number === 1 ? monthKey(one.year, one.month) >= key : monthKey(one.year, one.month) === key,
            )
            .map((one) => one.version),
        );
      const stale = months.filter((key) => seen(key) < version);
      return [employee_id, { stale, paid: (paid ?? []).map(parsed) }];
    }),
  );
}

function parsed(row: NonNullable<Row['paid']>[number]): PaidBefore {
  return {
    ...row,
    gross: parseDatabaseAmount(row.gross),
    relief: parseDatabaseAmount(row.relief),
    earned: parseDatabaseAmount(row.earned),
    months: row.months.map(({ month, gross }) => ({ month, gross: parseDatabaseAmount(gross) })),
  };
}

/** What court orders have taken in posted runs, of all times, by component. */
export async function takenByOrders(
  sql: TransactionSql,
  companyId: string,
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, Amount>> {
  if (employeeIds.length === 0) return new Map();
  const rows = await sql<{ id: string; taken: string }[]>`
    /* takenByOrders */ select l ->> 'componentId' as id, sum((l ->> 'amount')::numeric)::text as taken
    from payroll.payslips p
    join payroll.runs r on r.company_id = p.company_id and r.id = p.run_id and r.state in ('POSTING', 'PAID')
    cross join lateral jsonb_array_elements(p.lines) l
    where p.company_id = ${companyId} and p.employee_id = any (${[...employeeIds]}::uuid[])
      and p.court_orders > 0 and l ->> 'code' = 'COURT_ORDER'
    group by 1`;
  return new Map(rows.map(({ id, taken }) => [id, parseDatabaseAmount(taken)]));
}
