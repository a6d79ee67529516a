/**
 * Spreads an amount over parts by their weights, to the tetri: each gets its share cut off, and what remains goes, a
 * tetri each, to those from which most was cut off, the first of equal ones. Weights are not negative; their sum is not 0.
 */
export function spread(amount: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole <= 0n) throw new Error('there is nothing to spread by');
  const magnitude = amount < 0n ? -amount : amount;
  const parts = weights.map((weight, index) => ({
    index,
    share: (magnitude * weight) / whole,
    cut: (magnitude * weight) % whole,
  }));
  const rest = magnitude - parts.reduce((sum, { share }) => sum + share, 0n);
  const favoured = new Set(
    [...parts]
      .sort((a, b) => (a.cut === b.cut ? a.index - b.index : a.cut > b.cut ? -1 : 1))
      .slice(0, Number(rest))
      .map(({ index }) => index),
  );
  return parts.map(({ index, share }) => {
    const full = share + (favoured.has(index) ? 1n : 0n);
    return amount < 0n ? -full : full;
  });
}
