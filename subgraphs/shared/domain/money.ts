import { badInput } from './errors.ts';

/**
 * Money and quantities of currency as whole ten-thousandths (10⁻⁴ of a unit), so that every currency of ISO 4217
 * (0–4 decimals) is exact. Never a `number`.
 */
export type Amount = bigint;

/** Decimals that an `Amount` carries. */
export const AMOUNT_DECIMALS = 4;
/** Decimals that an exchange rate may have. */
export const RATE_DECIMALS = 10;
const MAX_INTEGER_DIGITS = 15;
/** 10¹⁵ units: the first amount that is too large. */
export const AMOUNT_LIMIT: Amount = 10n ** BigInt(MAX_INTEGER_DIGITS + AMOUNT_DECIMALS);
/** One tetri, the smallest part of GEL. */
export const TETRI: Amount = 100n;
export const GEL_MINOR_UNITS = 2;

const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a plain decimal (`1234.50`) into whole parts of 10⁻ᵈ. Refuses exponents, signs other than a leading
 * minus, blanks and separators.
 * @throws DomainError BAD_USER_INPUT naming `field` and the value.
 */
export function parseScaled(text: unknown, decimals: number, field: string): bigint {
  if (typeof text !== 'string') throw badInput(field, text, 'an amount is text such as "12.50"');
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) throw badInput(field, text, 'not a plain decimal number such as 12.50');
  const [, sign, whole = '', fraction = ''] = match;
  if (whole.length > MAX_INTEGER_DIGITS && whole.replace(/^0+/, '').length > MAX_INTEGER_DIGITS) {
    throw badInput(field, text, `more than ${MAX_INTEGER_DIGITS} digits before the point`);
  }
  if (fraction.length > decimals) {
    throw badInput(field, text, `more than ${decimals} decimal${decimals === 1 ? '' : 's'}`);
  }
  const scaled = BigInt(whole + fraction.padEnd(decimals, '0'));
  return sign === '-' ? -scaled : scaled;
}

/**
 * Reads an amount of a currency with `minorUnits` decimals.
 * @throws DomainError BAD_USER_INPUT naming `field` and the value.
 */
export function parseAmount(text: unknown, minorUnits: number, field: string): Amount {
  return parseScaled(text, minorUnits, field) * 10n ** BigInt(AMOUNT_DECIMALS - minorUnits);
}

/** Writes an amount with exactly `minorUnits` decimals; decimals beyond them must be zero, or it is a bug. */
export function formatAmount(amount: Amount, minorUnits: number = GEL_MINOR_UNITS): string {
  const surplus = 10n ** BigInt(AMOUNT_DECIMALS - minorUnits);
  if (amount % surplus !== 0n) throw new Error(`${amount} has more than ${minorUnits} decimals`);
  const units = amount / surplus;
  const digits = (units < 0n ? -units : units).toString().padStart(minorUnits + 1, '0');
  const sign = units < 0n ? '-' : '';
  if (minorUnits === 0) return sign + digits;
  return `${sign}${digits.slice(0, -minorUnits)}.${digits.slice(-minorUnits)}`;
}

/** Rewrites numeric text from the database (`1234.5000`) with exactly `minorUnits` decimals. */
export function formatDatabaseAmount(text: string, minorUnits: number = GEL_MINOR_UNITS): string {
  return formatAmount(parseDatabaseAmount(text), minorUnits);
}

/** Reads numeric text from the database; sums may have more digits than a single amount. */
export function parseDatabaseAmount(text: string): Amount {
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) throw new Error(`not a number from the database: ${text}`);
  const [, sign, whole = '', fraction = ''] = match;
  const scaled = BigInt(whole + fraction.slice(0, AMOUNT_DECIMALS).padEnd(AMOUNT_DECIMALS, '0'));
  return sign === '-' ? -scaled : scaled;
}

/** Rounds half away from zero, the commercial rule, to whole multiples of `unit`. */
export function roundHalfUp(value: bigint, unit: bigint): bigint {
  const half = unit / 2n;
  const magnitude = value < 0n ? -value : value;
  const rounded = ((magnitude + half) / unit) * unit;
  return value < 0n ? -rounded : rounded;
}

const RATE_SCALE = 10n ** BigInt(RATE_DECIMALS);

/** An amount converted by a rate, exact, in 10⁻¹⁴ GEL: to be compared before it is rounded. */
export function convertExactly(amount: Amount, rate: bigint): bigint {
  return amount * rate;
}

/** Rounds an exact conversion to whole tetri, half up. */
export function roundToTetri(exact: bigint): Amount {
  return roundHalfUp(exact, TETRI * RATE_SCALE) / RATE_SCALE;
}

/** Half a tetri in the scale of `convertExactly`. */
export const HALF_TETRI_EXACT = (TETRI * RATE_SCALE) / 2n;

/** Writes a rate without trailing zeros. */
export function formatRate(rate: bigint): string {
  const digits = rate.toString().padStart(RATE_DECIMALS + 1, '0');
  const fraction = digits.slice(-RATE_DECIMALS).replace(/0+$/, '');
  const whole = digits.slice(0, -RATE_DECIMALS);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
