/** Whole parts of 10⁻ᵈ as decimal text with exactly `decimals` decimals. */
export function scaledText(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Decimal text of the database as whole parts of 10⁻ᵈ; it has no more decimals than that. */
export function fromScaledText(text: string, decimals: number): bigint {
  const isNegative = text.startsWith('-');
  const [whole = '', fraction = ''] = (isNegative ? text.slice(1) : text).split('.');
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction) || fraction.length > decimals)
    throw new Error(`not a number with ${decimals} decimals: ${text}`);
  const value = BigInt(whole + fraction.padEnd(decimals, '0'));
  return isNegative ? -value : value;
}

const TETRI_DECIMALS = 2;
const MICRO_DECIMALS = 6;

export const tetriText = (tetri: bigint): string => scaledText(tetri, TETRI_DECIMALS);
export const tetriOf = (text: string): bigint => fromScaledText(text, TETRI_DECIMALS);
/** Quantities, in micro-units. */
export const microText = (micro: bigint): string => scaledText(micro, MICRO_DECIMALS);
export const microOf = (text: string): bigint => fromScaledText(text, MICRO_DECIMALS);
