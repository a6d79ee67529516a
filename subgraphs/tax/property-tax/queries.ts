import type { Database } from '#db/client.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { Term } from '../calendar/deadline.ts';
import { termOfPeriod } from '../calendar/deadlines.ts';
import { ratesOn } from '../rates/queries.ts';
import { percentOf } from '../rates/rate.ts';
import type { PropertyValuesSet } from './values.ts';
import { averageOfYear, type MonthEnds } from './average.ts';

export interface AccountOfYear {
  readonly accountCode: string;
  /** Value at the beginning of the first month that is known, and at the end of the last. */
  readonly opening: Amount;
  readonly closing: Amount;
  readonly average: Amount;
}

export interface PropertyTaxYear {
  readonly year: number;
  readonly term: Term;
  readonly advanceTerm: Term;
  readonly accounts: readonly AccountOfYear[];
  /** What was said of each month, January first. */
  readonly months: readonly PropertyValuesSet[];
  readonly missingMonths: readonly number[];
  readonly average: Amount;
  readonly rate: string;
  readonly tax: Amount;
  /** What was to be paid in advance: the tax of the year before. */
  readonly advance: Amount;
}

/** @throws DomainError BAD_USER_INPUT naming `year`. */
export async function readPropertyTax(
  database: Database,
  companyId: string,
  year: number,
): Promise<PropertyTaxYear> {
  const [term, advanceTerm] = await Promise.all([
    termOfPeriod(database, 'PROPERTY_TAX', { year, month: null }),
    termOfPeriod(database, 'PROPERTY_TAX_ADVANCE', { year, month: null }),
  ]);
  const [rates, rows] = await Promise.all([
    ratesOn(database, `${year}-12-31`),
    database.withCompany(
      companyId,
      (sql) => sql<{ year: number; month: number; accountCode: string; opening: string; closing: string }[]>`
        /* propertyValues */
        select year, month, account_code as "accountCode", opening::text, closing::text
        from tax.property_values
        where company_id = ${companyId} and year in (${year}, ${year - 1})
        order by account_code, year, month`,
    ),
  ]);
  const ends = rows.map(({ opening, closing, ...row }) => ({
    ...row,
    opening: parseDatabaseAmount(opening),
    closing: parseDatabaseAmount(closing),
  }));
  const ofYear = ends.filter((row) => row.year === year);
  const known = new Set(ofYear.map(({ month }) => month));
  const percent = rates.scaled('PROPERTY_TAX', 'year');
  const taxOf = (months: readonly MonthEnds[]): Amount => percentOf(averageOfYear(months), percent);
  return {
    year,
    term,
    advanceTerm,
    accounts: [...new Set(ofYear.map(({ accountCode }) => accountCode))].map((accountCode) => {
      const months = ofYear.filter((row) => row.accountCode === accountCode);
      return {
        accountCode,
        opening: months[0]?.opening ?? 0n,
        closing: months.at(-1)?.closing ?? 0n,
        average: averageOfYear(months),
      };
    }),
    months: [...known]
      .sort((one, other) => one - other)
      .map((month) => ({
        year,
        month,
        values: rows
          .filter((row) => row.year === year && row.month === month)
          .map(({ accountCode, opening, closing }) => ({ accountCode, opening, closing })),
      })),
    missingMonths: Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => !known.has(month)),
    average: averageOfYear(ofYear),
    rate: rates.text('PROPERTY_TAX', 'year'),
    tax: taxOf(ofYear),
    advance: taxOf(ends.filter((row) => row.year === year - 1)),
  };
}
