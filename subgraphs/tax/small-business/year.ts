import type { Amount } from '#shared/domain/money.ts';
import { percentOf, type Rates } from '../rates/rate.ts';

/** One month of a small business. */
export interface MonthOfYear {
  readonly month: number;
  readonly income: Amount;
  /** Income from January to this month. */
  readonly sinceJanuary: Amount;
  readonly isAboveThreshold: boolean;
  readonly rate: string;
  readonly tax: Amount;
}

/**
 * The months of a year, each with its tax: the lower rate, and the higher from the beginning of the month in which the
 * income of the year passes the threshold. Exactly the threshold does not pass it (Tax Code, articles 88 and 90). Pure.
 *
 * @param incomes of January to December
 */
export function monthsOfYear(incomes: readonly Amount[], rates: Rates, field = 'year'): MonthOfYear[] {
  const threshold = rates.amount('SMALL_BUSINESS_THRESHOLD', field);
  let sinceJanuary = 0n;
  let isAboveThreshold = false;
  return incomes.map((income, index) => {
    sinceJanuary += income;
    // What is taken back in a later month does not bring the lower rate back.
    isAboveThreshold ||= sinceJanuary > threshold;
    const code = isAboveThreshold ? 'SMALL_BUSINESS_ABOVE_THRESHOLD' : 'SMALL_BUSINESS';
    return {
      month: index + 1,
      income,
      sinceJanuary,
      isAboveThreshold,
      rate: rates.text(code, field),
      tax: percentOf(income, rates.scaled(code, field)),
    };
  });
}

/**
 * First year without the status: the one after two consecutive years above the threshold; null while it is kept.
 * @param before income of the year before
 */
export function statusLostFrom(year: number, before: Amount, income: Amount, rates: Rates): number | null {
  const threshold = rates.amount('SMALL_BUSINESS_THRESHOLD', 'year');
  return before > threshold && income > threshold ? year + 1 : null;
}
