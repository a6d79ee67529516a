/**
 * Shares a weight among partners as trade does: the best partner has many times the business of the tenth
 * (Zipf's law with the given exponent).
 */
export function shareByRank<T, R>(
  partners: readonly T[],
  weight: number,
  exponent: number,
  make: (partner: T, weight: number) => R,
): R[] {
  const popularity = partners.map((_, rank) => 1 / (rank + 1) ** exponent);
  const total = popularity.reduce((sum, share) => sum + share, 0);
  return partners.map((partner, rank) => make(partner, (weight * (popularity[rank] ?? 0)) / total));
}
