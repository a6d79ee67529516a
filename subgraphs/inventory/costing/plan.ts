import type { NewEvent } from '#shared/domain/decider.ts';

/**
 * The seam between movements and costs. Whoever posts or reverses a movement says which lines change the history of the
 * cost pools; `preparePools` (pools.ts) reads what that rests on, `planCosts` (plan-costs.ts) says, purely, what it
 * costs, and what it changes in the costs of lines that were booked before.
 *
 * Quantities are micro-units of the item's base unit, values are tetri; both are whole numbers.
 */

/** When a line happened, by which costs are reckoned. Equal moments are told apart by their arrival. */
export interface HappenedAt {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /**
   * `HH:MM:SS`; without one, what comes in counts from the start of the day, what goes out at its end. A return of
   * goods that names its issue also counts at the end of the day, behind the issue.
   */
  readonly time: string | null;
}

export type Flow =
  /** Comes in at a price of its own; `cost` is that of the whole line. */
  | { readonly kind: 'IN'; readonly cost: bigint }
  /** Comes in at what a unit of the pool costs at that moment: a surplus, a return without its issue. */
  | { readonly kind: 'IN_AT_POOL_COST'; readonly expectedCost: bigint }
  /** Comes back from a customer, at the cost of the line by which it went out. */
  | { readonly kind: 'IN_RETURN'; readonly of: string }
  /** Is made of the component lines of the same movement; `added` is labour and overhead. */
  | { readonly kind: 'IN_ASSEMBLED'; readonly from: readonly string[]; readonly added: bigint }
  /**
   * Goes out. `expectedCost` is what the whole line is thought to cost (0 if nobody knows), used only as long as it is
   * sold short and nothing ever came in.
   */
  | { readonly kind: 'OUT'; readonly expectedCost: bigint }
  /** Goes back to a supplier, out of the layer by which it came in as long as that holds any. */
  | { readonly kind: 'OUT_RETURN'; readonly of: string; readonly expectedCost: bigint };

/** A line of a movement that changes what there is of an item. Transfers between warehouses are none. */
export interface CostedLine {
  readonly lineId: string;
  readonly movementId: string;
  readonly itemId: string;
  readonly at: HappenedAt;
  /** Micro-units, more than 0. */
  readonly quantity: bigint;
  readonly flow: Flow;
  /** Code of the account on which the item's stock stands. */
  readonly stockAccount: string;
  /**
   * Code of the account on the other side, for later adjustments too. For the lines of an assembly any one code that
   * the components and the product share: they cancel out, except for `added`.
   */
  readonly counterAccount: string;
}

export interface CostMethods {
  /** Costing method by item, for items that never moved yet; a pool keeps the method it began with. */
  readonly [itemId: string]: CostMethod;
}

export type CostMethod = 'FIFO' | 'AVERAGE';

/** Something that a receipt cost besides, or that its price changed by (negative: it was cheaper). */
export interface AddedCost {
  /** A line of flow IN. */
  readonly lineId: string;
  readonly itemId: string;
  /** Tetri, not 0. */
  readonly amount: bigint;
  readonly documentId: string;
  readonly counterAccount: string;
}

export interface CostChange {
  readonly add: readonly CostedLine[];
  /** Lines that are taken out of the history, as their movement is reversed. */
  readonly remove: readonly { readonly lineId: string; readonly itemId: string }[];
  readonly addCost: readonly AddedCost[];
}

/** What a plan is caused by. */
export interface CostCause {
  /** The document that is posted: a movement, landed costs, a price correction. */
  readonly documentId: string;
  /** The day on which everything of the plan enters the books. */
  readonly bookingDate: string;
}

/**
 * A change in the value of stock that is booked. COST is what a line of the cause costs; REVERSAL takes everything back
 * that was ever booked for a removed line; ADDED is the amount of an added cost itself; ADJUSTMENT corrects what was
 * booked for a line before.
 */
export interface ValueChange {
  readonly itemId: string;
  readonly lineId: string;
  readonly movementId: string;
  readonly kind: 'COST' | 'REVERSAL' | 'ADDED' | 'ADJUSTMENT';
  /** Tetri by which the value of stock grows; negative for what goes out. Not 0. */
  readonly amount: bigint;
  readonly stockAccount: string;
  readonly counterAccount: string;
}

/** A line that took more than there was at its moment. */
export interface Shortage {
  readonly itemId: string;
  readonly lineId: string;
  readonly movementId: string;
  /** Micro-units that were missing. */
  readonly missing: bigint;
}

export interface CostPlan {
  /**
   * `ItemRevalued`, one for each pool that changes, all of existing aggregates: the command names `poolId` of its items
   * among its `aggregates`, so that nobody else's change comes in between.
   */
  readonly events: readonly NewEvent<'ItemRevalued'>[];
  /** What each added line costs, 0 or more. */
  readonly lineCosts: ReadonlyMap<string, bigint>;
  /** Everything that is booked, the added lines included. */
  readonly changes: readonly ValueChange[];
  /**
   * Lines that are now short, or shorter than before this change. Whoever records must refuse them where selling
   * short is not allowed.
   */
  readonly shortages: readonly Shortage[];
}

// The two functions of the seam, by their signatures:
//   preparePools(database: Database, companyId: string, change: CostChange, methods: CostMethods): Promise<Pools>
//   planCosts(pools: Pools, change: CostChange, cause: CostCause): CostPlan
