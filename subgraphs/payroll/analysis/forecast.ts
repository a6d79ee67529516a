import type { Database } from '#db/client.ts';
import { dayAfter, lastDayOf, monthKey, parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { FIVE_DAYS, WorkingTime } from '../calendar/working-time.ts';
import { checkRates, type NamedRate } from '../pay/exchange.ts';
import { readLastRates } from '../runs/rates.ts';
import { foreseePayslips } from '../runs/calculation.ts';

export type CashNeedKind = 'NET_PAY' | 'INCOME_TAX' | 'KEPT_FOR_OTHERS' | 'PENSION';

export interface CashNeed {
  readonly kind: CashNeedKind;
  readonly due: CalendarDate;
  readonly amount: string;
}

/** What a month will need; amounts are GEL as text with two decimals. */
export interface Forecast {
  readonly year: number;
  readonly month: number;
  readonly employees: number;
  readonly obstacles: number;
  readonly gross: string;
  readonly total: string;
  readonly items: readonly CashNeed[];
}

/** The month that is foreseen, and by which rates where others than the last are meant. */
export interface ForecastOf {
  readonly year: number;
  readonly month: number;
  readonly payDate: string;
  readonly rates: readonly NamedRate[];
}

/** Reckons a month as its run would. @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION */
export async function readForecast(
  database: Database,
  companyId: string,
  given: ForecastOf,
): Promise<Forecast> {
  const { year, month } = given;
  if (year < 2000 || year > 2200) throw badInput('year', year, 'a year is 2000 to 2200');
  if (month < 1 || month > 12) throw badInput('month', month, 'a month is 1 to 12');
  const payDate = parseDate(given.payDate, 'payDate');
  if (payDate < `${monthKey(year, month)}-01`)
    throw badInput('payDate', payDate, 'pay is not paid before its month');
  if (await isPaid(database, companyId, year, month))
    throw new DomainError('INVALID_TRANSITION', 'month: it is in the books already', {
      field: 'month',
      value: monthKey(year, month),
    });
  const named = checkRates(given.rates, 'rates');
  const last = await readLastRates(database, companyId, given);
  // Of a currency that is named twice the last rate holds.
  const rates = [...last, ...named];
  const sums = { employees: 0, obstacles: 0, gross: 0n, net: 0n, tax: 0n, kept: 0n, pension: 0n };
  for await (const slip of foreseePayslips(database, companyId, { year, month, payDate, rates })) {
    if (slip.gross !== '0.00') sums.employees++;
    sums.obstacles += slip.obstacles.length;
    sums.gross += parseDatabaseAmount(slip.gross);
    sums.net += parseDatabaseAmount(slip.netToPay);
    sums.tax += parseDatabaseAmount(slip.incomeTax);
    sums.kept += parseDatabaseAmount(slip.courtOrders) + parseDatabaseAmount(slip.deductions);
    sums.pension += parseDatabaseAmount(slip.employeePension) + parseDatabaseAmount(slip.employerPension);
  }
  const needs: readonly (readonly [CashNeedKind, CalendarDate, Amount])[] = [
    ['NET_PAY', payDate, sums.net],
    ['INCOME_TAX', payDate, sums.tax],
    ['KEPT_FOR_OTHERS', payDate, sums.kept],
    ['PENSION', pensionDue(payDate), sums.pension],
  ];
  return {
    year,
    month,
    employees: sums.employees,
    obstacles: sums.obstacles,
    gross: formatAmount(sums.gross),
    total: formatAmount(needs.reduce((total, [, , amount]) => total + amount, 0n)),
    items: needs
      .filter(([, , amount]) => amount > 0n)
      .map(([kind, due, amount]) => ({ kind, due, amount: formatAmount(amount) })),
  };
}

/** The 15th of the month after the payment; where that is no working day, the next one that is. */
export function pensionDue(payDate: CalendarDate): CalendarDate {
  const [year, month] = payDate.split('-').map(Number) as [number, number];
  const workingTime = new WorkingTime();
  let due = `${dayAfter(lastDayOf(year, month)).slice(0, 7)}-15`;
  while (!workingTime.isWorkingDay(due, FIVE_DAYS)) due = dayAfter(due);
  return due;
}

async function isPaid(database: Database, companyId: string, year: number, month: number): Promise<boolean> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql`
      /* isPaidMonth */ select 1 from payroll.runs
      where company_id = ${companyId} and year = ${year} and month = ${month} and state in ('POSTING', 'PAID')`,
  );
  return rows.length > 0;
}
