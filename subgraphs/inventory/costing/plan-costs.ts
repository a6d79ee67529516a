import { DomainError } from '#shared/domain/errors.ts';
import { fold, type Folded, type HistoryLine } from './fold.ts';
import { poolId } from './pool-id.ts';
import type {
  AddedCost,
  CostCause,
  CostChange,
  CostedLine,
  CostPlan,
  Shortage,
  ValueChange,
} from './plan.ts';
import type { LoadedPool, Pools, StoredLine } from './pool.ts';
import { compare, momentOf, type Position } from './position.ts';
import type { ItemRevalued, ItemRevaluedData } from './revalued.ts';
import {
  checkpointData,
  lastData,
  layerChanges,
  lineData,
  shortChanges,
  valuedData,
} from './revalued-data.ts';
import { microText, tetriText } from './scaled.ts';
import { totalOf } from './valuate.ts';

/** A pool with the lines that the change brings to it. */
interface Work {
  readonly pool: LoadedPool;
  readonly added: readonly StoredLine[];
  readonly removed: readonly StoredLine[];
  readonly addedCosts: readonly AddedCost[];
}

/**
 * What a change to the history of some pools costs, and by how much the lines that were booked before are now known to
 * cost something else. Pure: the same history and change have the same plan, and whatever order the lines of a history
 * arrive in, what is booked for each comes to the same in the end.
 *
 * @throws DomainError INVALID_TRANSITION when a receipt is removed that carries added costs; BAD_USER_INPUT when items
 *   are made of each other in a circle, or an added cost makes a receipt cost less than nothing.
 */
export function planCosts(pools: Pools, change: CostChange, cause: CostCause): CostPlan {
  const events: ItemRevalued[] = [];
  const lineCosts = new Map<string, bigint>();
  const changes: ValueChange[] = [];
  const shortages: Shortage[] = [];
  /** By how much lines cost more than was booked; for those that are made of them. */
  const differences = new Map<string, bigint>();

  for (const itemId of inOrder(pools, change)) {
    const pool = pools.byItem.get(itemId);
    if (pool === undefined) throw new Error(`the pool of the item ${itemId} was not read`);
    const work = workOn(pool, change);
    const gone = new Set(work.removed.map(({ lineId }) => lineId));
    const present = pool.lines.filter(({ lineId }) => !gone.has(lineId));
    const lines = merged(withAddedCosts(present, work.addedCosts), work.added);
    const stored = new Map([...pool.named.values(), ...pool.lines].map((line) => [line.lineId, line]));
    const folded = fold(pool, lines, (line) => madeCost(line, stored.get(line.lineId), differences));

    const entries = [
      ...work.removed.map((line) => taken(line)),
      ...booked(work, folded, stored, lines, differences),
    ].filter(({ amount }) => amount !== 0n);
    for (const { lineId } of work.added) lineCosts.set(lineId, valuedOf(folded, lineId).cost);
    shortages.push(...shortagesOf(pool, work, folded, stored));
    changes.push(...entries);
    const event = eventOf(pools.companyId, work, lines, folded, stored, entries, cause);
    if (event !== null) events.push(event);
  }
  return { events, lineCosts, changes, shortages };
}

/** The items of all pools: what others are made of first. */
function inOrder({ byItem, products }: Pools, { add }: CostChange): string[] {
  const itemOf = new Map(add.map(({ lineId, itemId }) => [lineId, itemId]));
  const madeOf = new Map([...products].map(([component, made]) => [component, new Set(made)]));
  for (const { itemId, flow } of add) {
    if (flow.kind !== 'IN_ASSEMBLED') continue;
    for (const lineId of flow.from) {
      const component = itemOf.get(lineId);
      if (component === undefined) throw new Error(`the component line ${lineId} is not of this change`);
      madeOf.set(component, (madeOf.get(component) ?? new Set()).add(itemId));
    }
  }
  const order: string[] = [];
  const visited = new Set<string>();
  const open = new Set<string>();
  const visit = (itemId: string): void => {
    if (visited.has(itemId)) return;
    if (open.has(itemId)) {
      throw new DomainError('BAD_USER_INPUT', 'itemId: items are made of each other in a circle', {
        field: 'itemId',
        value: itemId,
      });
    }
    open.add(itemId);
    for (const product of [...(madeOf.get(itemId) ?? [])].sort()) if (byItem.has(product)) visit(product);
    open.delete(itemId);
    visited.add(itemId);
    order.unshift(itemId);
  };
  for (const itemId of [...byItem.keys()].sort()) visit(itemId);
  return order;
}

function workOn(pool: LoadedPool, change: CostChange): Work {
  const { itemId } = pool;
  const known = new Map(pool.lines.map((line) => [line.lineId, line]));
  const removed = change.remove
    .filter((line) => line.itemId === itemId)
    .map(({ lineId }) => {
      const line = known.get(lineId);
      if (line === undefined) throw new Error(`the line ${lineId} was not read`);
      if (line.added !== 0n) {
        throw new DomainError('INVALID_TRANSITION', 'costs were added to this receipt: reverse them first', {
          field: 'lineId',
          value: lineId,
        });
      }
      return line;
    });
  const added = change.add
    .filter((line) => line.itemId === itemId)
    .map((line, index) => arrived(line, pool.arrivals + index + 1));
  const base = pool.base.position;
  for (const line of added) {
    if (base !== null && compare(line, base) < 0)
      throw new Error(`too little was read of the pool ${itemId}`);
  }
  return { pool, removed, added, addedCosts: change.addCost.filter((cost) => cost.itemId === itemId) };
}

function arrived(line: CostedLine, arrival: number): StoredLine {
  return { ...line, key: momentOf(line), arrival, added: 0n, cost: 0n, missing: 0n, allocations: [] };
}

function withAddedCosts(lines: readonly StoredLine[], costs: readonly AddedCost[]): StoredLine[] {
  if (costs.length === 0) return [...lines];
  const sums = new Map<string, bigint>();
  for (const { lineId, amount } of costs) sums.set(lineId, (sums.get(lineId) ?? 0n) + amount);
  const known = new Set(lines.map(({ lineId }) => lineId));
  for (const lineId of sums.keys())
    if (!known.has(lineId)) throw new Error(`the receipt line ${lineId} was not read`);
  return lines.map((line) => {
    const sum = sums.get(line.lineId);
    if (sum === undefined) return line;
    if (line.flow.kind !== 'IN') throw new Error(`the line ${line.lineId} has no price of its own`);
    const added = line.added + sum;
    if (line.flow.cost + added < 0n) {
      throw new DomainError('BAD_USER_INPUT', 'amount: the receipt would cost less than nothing', {
        field: 'amount',
        value: tetriText(sum),
      });
    }
    return { ...line, added };
  });
}

function merged(lines: readonly StoredLine[], added: readonly StoredLine[]): StoredLine[] {
  return [...lines, ...added].sort(compare);
}

/** What an assembled line is made of: as booked, and the differences of its components since. */
function madeCost(
  { flow }: HistoryLine,
  stored: StoredLine | undefined,
  differences: ReadonlyMap<string, bigint>,
): bigint {
  if (flow.kind !== 'IN_ASSEMBLED') throw new Error('only what is assembled has components');
  return flow.from.reduce(
    (sum, lineId) => sum + (differences.get(lineId) ?? 0n),
    stored === undefined ? flow.added : stored.cost,
  );
}

function valuedOf({ valued }: Folded, lineId: string) {
  const found = valued.get(lineId);
  if (found === undefined) throw new Error(`the line ${lineId} was not valued`);
  return found;
}

function comesIn({ flow }: Pick<StoredLine, 'flow'>): boolean {
  return flow.kind !== 'OUT' && flow.kind !== 'OUT_RETURN';
}

/** Effect on the value of stock of so much cost. */
function signed(line: Pick<StoredLine, 'flow'>, cost: bigint): bigint {
  return comesIn(line) ? cost : -cost;
}

type Entry = ValueChange & { readonly happened: string };

function entry(line: StoredLine, kind: ValueChange['kind'], amount: bigint): Entry {
  const { itemId, lineId, movementId, stockAccount, counterAccount, key } = line;
  const happened = key.slice(0, 'YYYY-MM-DD'.length);
  return { itemId, lineId, movementId, kind, amount, stockAccount, counterAccount, happened };
}

/** Everything that was booked for a line that is no more. */
function taken(line: StoredLine): Entry {
  return entry(line, 'REVERSAL', signed(line, -line.cost));
}

/** What is booked for each line: the cost of new ones, added costs, and what others cost more or less than before. */
function booked(
  { added, addedCosts }: Work,
  { valued }: Folded,
  stored: ReadonlyMap<string, StoredLine>,
  lines: readonly StoredLine[],
  differences: Map<string, bigint>,
): Entry[] {
  const arrivals = new Map(added.map((line) => [line.lineId, line]));
  const remaining = new Set(lines.map(({ lineId }) => lineId));
  const entries: Entry[] = [];
  for (const [lineId, { cost }] of valued) {
    const arrival = arrivals.get(lineId);
    const line = arrival ?? stored.get(lineId);
    if (line === undefined) throw new Error(`the line ${lineId} is not known`);
    const difference = cost - line.cost;
    if (difference !== 0n) differences.set(lineId, difference);
    if (arrival !== undefined) {
      entries.push(entry(line, 'COST', signed(line, difference)));
      continue;
    }
    let rest = difference;
    for (const addition of addedCosts) {
      if (addition.lineId !== lineId || !remaining.has(lineId)) continue;
      rest -= addition.amount;
      entries.push({
        ...entry(line, 'ADDED', addition.amount),
        counterAccount: addition.counterAccount,
      });
    }
    entries.push(entry(line, 'ADJUSTMENT', signed(line, rest)));
  }
  return entries;
}

/** New lines that are short, and known ones that are shorter than before. */
function shortagesOf(
  { itemId }: LoadedPool,
  { added }: Work,
  { valued }: Folded,
  stored: ReadonlyMap<string, StoredLine>,
): Shortage[] {
  const arrivals = new Map(added.map((line) => [line.lineId, line]));
  return [...valued].flatMap(([lineId, { missing }]) => {
    const line = arrivals.get(lineId) ?? stored.get(lineId);
    return line !== undefined && missing > line.missing
      ? [{ itemId, lineId, movementId: line.movementId, missing }]
      : [];
  });
}

function eventOf(
  companyId: string,
  work: Work,
  lines: readonly StoredLine[],
  folded: Folded,
  stored: ReadonlyMap<string, StoredLine>,
  entries: readonly Entry[],
  { documentId, bookingDate }: CostCause,
): ItemRevalued | null {
  const { pool, added, removed, addedCosts } = work;
  const costs = valuedData(folded, stored);
  if (added.length + removed.length + addedCosts.length + entries.length + costs.length === 0) return null;
  const { itemId, method, arrivals } = pool;
  const total = totalOf(folded.state);
  const end: Position | null = lines.at(-1) ?? pool.base.position;
  const isSuffix = pool.lines.length > 0;
  const data: ItemRevaluedData = {
    itemId,
    method,
    documentId,
    bookingDate,
    lines: added.map(lineData),
    removed: removed.map(({ lineId }) => lineId),
    added: addedCosts.map((cost) => ({
      lineId: cost.lineId,
      amount: tetriText(cost.amount),
      documentId: cost.documentId,
    })),
    costs,
    entries: entries.map(({ lineId, movementId, kind, amount, stockAccount, counterAccount, happened }) => ({
      lineId,
      movementId,
      kind,
      amount: tetriText(amount),
      stockAccount,
      counterAccount,
      happened,
    })),
    layers: method === 'FIFO' ? layerChanges(pool.present.layers, folded.state.layers) : [],
    shorts: shortChanges(pool.present.shorts, folded.state.shorts),
    pool: {
      quantity: microText(total.quantity),
      value: tetriText(total.value),
      last: lastData(folded.state),
      end: end === null ? null : { key: end.key, arrival: end.arrival },
      arrivals: arrivals + added.length,
      sinceCheckpoint: folded.sinceCheckpoint,
    },
    checkpoints: {
      droppedFrom: isSuffix ? firstAfter(pool) : null,
      made: folded.checkpoints.map(checkpointData),
    },
  };
  return {
    aggregateType: 'CostPool',
    aggregateId: poolId(companyId, itemId),
    version: pool.version + 1,
    type: 'ItemRevalued',
    data,
  };
}

/** From where on checkpoints are made anew: behind the one that is the base, or all. */
function firstAfter({ base }: LoadedPool): { key: string; arrival: number } {
  const { position } = base;
  return position === null ? { key: '', arrival: 0 } : { key: position.key, arrival: position.arrival + 1 };
}
