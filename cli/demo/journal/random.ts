/** A seeded source of chance: the same seed gives the same journal on every machine and in every run. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends included. */
  integer(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  /** True with this probability. */
  chance(probability: number): boolean;
  /**
   * An amount in tetri whose logarithm is normally distributed around the median, as amounts of real journals
   * are; `spread` is the standard deviation of the logarithm.
   */
  amount(medianGel: number, spread?: number): bigint;
}

/** SplitMix32: small, fast and good enough for inventing sales; nothing secret may depend on it. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
    chance: (probability) => next() < probability,
    amount: (medianGel, spread = 0.6) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      const tetri = Math.round(medianGel * 100 * Math.exp(spread * Math.max(-3, Math.min(3, normal))));
      return BigInt(Math.max(tetri, 100));
    },
  };
}
