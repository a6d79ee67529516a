import type { CostMethod, CostedLine } from './plan.ts';
import type { Position } from './position.ts';
import type { Allocation, Issued, PoolState } from './valuate.ts';

/** A line of a pool with what is booked for it. */
export interface StoredLine extends Omit<CostedLine, 'at'>, Position {
  /** Costs that were added to it since, tetri. */
  readonly added: bigint;
  /** All that is booked for it until now, which is what it truly costs by what is known. */
  readonly cost: bigint;
  readonly missing: bigint;
  readonly allocations: readonly Allocation[];
}

/** What is known of an earlier line that others name. */
export interface NamedLine extends StoredLine {
  /** What came back of it before the lines that are looked at. */
  readonly returned: Pick<Issued, 'returnedQuantity' | 'returnedValue'>;
}

/**
 * A pool as a plan needs it: its state after `base`, the lines after that, and those before that are named. A plan that
 * only appends has the state of now and no lines.
 */
export interface LoadedPool {
  readonly itemId: string;
  /** Version of the aggregate: 0 for a pool of which nothing is known. */
  readonly version: number;
  readonly method: CostMethod;
  /** Place of the last line; null when there is none. */
  readonly end: Position | null;
  /** Lines that ever arrived. */
  readonly arrivals: number;
  readonly base: {
    readonly position: Position | null;
    readonly state: PoolState;
    /** Lines since the last checkpoint. */
    readonly sinceCheckpoint: number;
  };
  /** In their order. */
  readonly lines: readonly StoredLine[];
  readonly named: ReadonlyMap<string, NamedLine>;
  /** The state of now, as it is stored. */
  readonly present: PoolState;
}

/** The pools that a change touches, and those to which differences of cost may flow on. */
export interface Pools {
  readonly companyId: string;
  readonly byItem: ReadonlyMap<string, LoadedPool>;
  /** Which item is made of which, as far as these pools go: component → products. */
  readonly products: ReadonlyMap<string, ReadonlySet<string>>;
}
