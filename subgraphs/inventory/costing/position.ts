import type { CostedLine } from './plan.ts';

/** Place of a line in the history of its pool. */
export interface Position {
  /** Moment of happening as text that sorts by its characters. */
  readonly key: string;
  /** How many lines of the pool arrived before it: what tells equal moments apart. */
  readonly arrival: number;
}

// Before every time of day and after it, by the order of characters.
const START_OF_DAY = '';
const END_OF_DAY = '~';

/** The moment of a line as text that sorts as it happened. */
export function momentOf({ at, flow }: Pick<CostedLine, 'at' | 'flow'>): string {
  if (at.time !== null) return `${at.date}T${at.time}`;
  const comesFirst = flow.kind === 'IN' || flow.kind === 'IN_AT_POOL_COST' || flow.kind === 'IN_ASSEMBLED';
  return `${at.date}T${comesFirst ? START_OF_DAY : END_OF_DAY}`;
}

/** Less than 0 when `a` happened before `b`. */
export function compare(a: Position, b: Position): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.arrival - b.arrival;
}
