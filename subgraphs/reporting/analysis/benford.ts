/** How well first digits follow Benford's law, by the mean absolute deviation (Nigrini 2012, table 7.1). */
export type Conformity = 'TOO_FEW' | 'CLOSE' | 'ACCEPTABLE' | 'MARGINAL' | 'NONE';

export interface DigitShare {
  readonly digit: number;
  readonly count: number;
  /** Hundredths of a percent. */
  readonly observed: number;
  readonly expected: number;
}

export interface BenfordResult {
  readonly total: number;
  readonly digits: readonly DigitShare[];
  /** Mean absolute deviation of the shares, in millionths. */
  readonly deviation: number;
  readonly conformity: Conformity;
}

/** Fewer amounts than these say nothing by their first digits. */
const FEWEST = 300;
const LIMITS: readonly [number, Conformity][] = [
  [6_000, 'CLOSE'],
  [12_000, 'ACCEPTABLE'],
  [15_000, 'MARGINAL'],
];

/**
 * Holds counts of first digits 1–9 against Benford's law: log10(1 + 1/d). A company's amounts usually follow it; where
 * they do not, somebody may have invented some, or limits and prices have shaped them. Pure.
 */
export function benford(counts: ReadonlyMap<number, number>): BenfordResult {
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const total = digits.reduce((sum, digit) => sum + (counts.get(digit) ?? 0), 0);
  const shares = digits.map((digit) => {
    const count = counts.get(digit) ?? 0;
    return { digit, count, share: total === 0 ? 0 : count / total, law: Math.log10(1 + 1 / digit) };
  });
  const deviation = Math.round(
    (shares.reduce((sum, { share, law }) => sum + Math.abs(share - law), 0) / digits.length) * 1_000_000,
  );
  const conformity: Conformity =
    total < FEWEST ? 'TOO_FEW' : (LIMITS.find(([limit]) => deviation <= limit)?.[1] ?? 'NONE');
  return {
    total,
    deviation,
    conformity,
    digits: shares.map(({ digit, count, share, law }) => ({
      digit,
      count,
      observed: Math.round(share * 10_000),
      expected: Math.round(law * 10_000),
    })),
  };
}

/** The result with the position up to which the books were read. */
export type ShownBenford = BenfordResult & { readonly seq: number };
