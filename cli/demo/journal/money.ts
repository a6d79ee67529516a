/** `123456n` tetri → `"1234.56"`. */
export function decimalText(hundredths: bigint): string {
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A share of an amount, rounded half up to the tetri. */
export function share(hundredths: bigint, numerator: bigint, denominator: bigint): bigint {
  return (2n * hundredths * numerator + denominator) / (2n * denominator);
}

/** VAT of 18 % on a net amount, rounded half up to the tetri. */
export function vatOn(net: bigint): bigint {
  return share(net, 18n, 100n);
}

/** An amount of foreign currency in GEL at a rate with four decimals, rounded half up to the tetri. */
export function inGel(hundredths: bigint, rate: string): bigint {
  return share(hundredths, BigInt(rate.replace('.', '')), 10_000n);
}
