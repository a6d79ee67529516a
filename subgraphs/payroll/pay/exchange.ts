import { FUNCTIONAL_CURRENCY, ISO_4217 } from '#shared/domain/currencies.ts';
import { badInput } from '#shared/domain/errors.ts';
import {
  convertExactly,
  formatAmount,
  formatRate,
  GEL_MINOR_UNITS,
  parseAmount,
  parseScaled,
  RATE_DECIMALS,
  roundToTetri,
} from '#shared/domain/money.ts';

/** GEL for one unit of a currency, as text. */
export interface NamedRate {
  readonly currency: string;
  readonly rate: string;
}

/** GEL for one unit of each currency, in the scale of `RATE_DECIMALS`. */
export type Rates = ReadonlyMap<string, bigint>;

/** How an agreed pay came to be GEL. */
export interface Exchange extends NamedRate {
  /** What was agreed, in the currency. */
  readonly amount: string;
}

const MOST_RATES = 50;

/**
 * Rates as they are kept: each currency once, in the order of their codes.
 * @throws DomainError BAD_USER_INPUT naming the rate and the value.
 */
export function checkRates(given: readonly NamedRate[], field: string): NamedRate[] {
  if (given.length > MOST_RATES)
    throw badInput(field, given.length, `more than ${String(MOST_RATES)} currencies`);
  const rates = given.map(({ currency, rate }, index) => {
    const at = `${field}[${String(index)}]`;
    checkCurrency(currency, `${at}.currency`);
    if (given.findIndex((other) => other.currency === currency) < index)
      throw badInput(`${at}.currency`, currency, 'named twice');
    const scaled = parseScaled(rate, RATE_DECIMALS, `${at}.rate`);
    if (scaled <= 0n) throw badInput(`${at}.rate`, rate, 'a rate is more than zero');
    return { currency, rate: formatRate(scaled) };
  });
  return rates.sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** @throws DomainError BAD_USER_INPUT for GEL, which needs no rate, and for what is no currency. */
export function checkCurrency(currency: string, field: string): void {
  if (currency === FUNCTIONAL_CURRENCY) throw badInput(field, currency, 'is what the others are reckoned in');
  if (!ISO_4217.has(currency)) throw badInput(field, currency, 'no currency of ISO 4217');
}

export function ratesOf(named: readonly NamedRate[]): Rates {
  return new Map(
    named.map(({ currency, rate }) => [currency, parseScaled(rate, RATE_DECIMALS, 'rate')] as const),
  );
}

/** What agreed pay needs to be reckoned in GEL. */
interface Agreed {
  readonly amount: string;
  /** Absent for GEL. */
  readonly currency?: string;
}

/**
 * The agreed pay in GEL, half up to the tetri, and by which rate; everything else is reckoned from it. Null where the
 * rates have none for the currency. Pure.
 */
export function payInGel<Pay extends Agreed>(
  pay: Pay,
  rates: Rates,
): { readonly pay: Omit<Pay, 'currency'>; readonly exchange: Exchange | null } | null {
  const { currency, ...inGel } = pay;
  if (currency === undefined) return { pay: inGel, exchange: null };
  const rate = rates.get(currency);
  if (rate === undefined) return null;
  const exact = convertExactly(parseAmount(pay.amount, GEL_MINOR_UNITS, 'pay.amount'), rate);
  return {
    pay: { ...inGel, amount: formatAmount(roundToTetri(exact)) },
    exchange: { currency, amount: pay.amount, rate: formatRate(rate) },
  };
}
