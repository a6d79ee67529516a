import { TETRI, type Amount } from '#shared/domain/money.ts';

/** A hundred per cent, in millionths of a per cent. */
export const WHOLE = 100_000_000n;

/** What was supplied in a year, GEL without VAT. */
export interface Supplies {
  /** Taxable, and exempt with the right of credit. */
  readonly creditable: Amount;
  /** Exempt without it. */
  readonly exempt: Amount;
}

/**
 * The share of the year's supplies that gives the right of credit, in millionths of a per cent; null for a year without
 * supplies. An exempt share below `ignored` counts as none.
 */
export function shareOfYear({ creditable, exempt }: Supplies, ignored: bigint): bigint | null {
  const all = creditable + exempt;
  if (all <= 0n || creditable < 0n || exempt < 0n) return null;
  const share = (creditable * WHOLE) / all;
  return WHOLE - share < ignored ? WHOLE : share;
}

/**
 * What the credit of one year is to be changed by: that year's part of the VAT, by the use of the year, less that year's
 * part of what was credited; rounded once, to the tetri, halves away from zero. Above zero more may be credited.
 *
 * @param years over how many years the VAT is spread
 */
export function adjustmentOf(
  { vat, credited }: { readonly vat: Amount; readonly credited: Amount },
  years: number,
  share: bigint,
): Amount {
  const dividend = vat * share - credited * WHOLE;
  const divisor = WHOLE * BigInt(years) * TETRI;
  const magnitude = dividend < 0n ? -dividend : dividend;
  const tetri = (2n * magnitude + divisor) / (2n * divisor);
  return (dividend < 0n ? -tetri : tetri) * TETRI;
}

/** `62500000n` → `62.5`. */
export function percentText(share: bigint): string {
  const digits = share.toString().padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -6) : `${digits.slice(0, -6)}.${fraction}`;
}
