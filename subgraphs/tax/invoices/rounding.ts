import { AMOUNT_DECIMALS, TETRI, type Amount } from '#shared/domain/money.ts';
import { WHOLE } from './law.ts';

/**
 * LINE_HALF_UP: VAT is rounded to the tetri on each line, halves away from zero; totals are sums of lines. The law names
 * no rule; RS.ge shows two decimals.
 */
export const ROUNDING_RULE = 'LINE_HALF_UP';

export interface Taxed {
  readonly base: Amount;
  readonly vat: Amount;
  readonly gross: Amount;
}

/** VAT within an amount: `gross × rate ÷ (100 + rate)`. `rate` in millionths of a per cent. */
export function taxWithin(gross: Amount, rate: bigint): Taxed {
  const vat = toTetri(gross * rate, WHOLE + rate);
  return { base: gross - vat, vat, gross };
}

/** VAT on top of an amount: `base × rate ÷ 100`. */
export function taxOnTop(base: Amount, rate: bigint): Taxed {
  const vat = toTetri(base * rate, WHOLE);
  return { base, vat, gross: base + vat };
}

/** A share of an amount, to the tetri; `share` in millionths of a per cent. */
export function shareOf(amount: Amount, share: bigint): Amount {
  return toTetri(amount * share, WHOLE);
}

/** Decimals of quantities and unit prices. */
export const PRICE_DECIMALS = 6;
const PRICE_SCALE = 10n ** BigInt(PRICE_DECIMALS);

/** Quantity times price, both in millionths, to the smallest unit of the currency: the tetri without another. */
export function amountOf(quantity: bigint, price: bigint, unit: Amount = TETRI): Amount {
  return toUnits(quantity * price * 10n ** BigInt(AMOUNT_DECIMALS), PRICE_SCALE * PRICE_SCALE, unit);
}

/** VAT on top of an amount in a currency, to its smallest unit. */
export function currencyTaxOnTop(amount: Amount, rate: bigint, unit: Amount): Amount {
  return toUnits(amount * rate, WHOLE, unit);
}

/** A quotient to the nearest tetri, halves away from zero. */
function toTetri(dividend: bigint, divisor: bigint): Amount {
  return toUnits(dividend, divisor, TETRI);
}

function toUnits(dividend: bigint, divisor: bigint, smallest: Amount): Amount {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const unit = divisor * smallest;
  const units = (2n * magnitude + unit) / (2n * unit);
  return (dividend < 0n ? -units : units) * smallest;
}
