import type { CostCause, CostChange, CostMethod, CostPlan } from '../../subgraphs/inventory/costing/plan.ts';
import { planCosts } from '../../subgraphs/inventory/costing/plan-costs.ts';
import { momentOf, compare, type Position } from '../../subgraphs/inventory/costing/position.ts';
import type { LoadedPool, NamedLine, StoredLine } from '../../subgraphs/inventory/costing/pool.ts';
import type { ItemRevaluedData } from '../../subgraphs/inventory/costing/revalued.ts';
import { stateOf } from '../../subgraphs/inventory/costing/revalued-data.ts';
import { microOf, tetriOf } from '../../subgraphs/inventory/costing/scaled.ts';
import { EMPTY_POOL, totalOf, type PoolState } from '../../subgraphs/inventory/costing/valuate.ts';

interface KeptPool {
  version: number;
  method: CostMethod;
  end: Position | null;
  arrivals: number;
  sinceCheckpoint: number;
  present: PoolState;
  lines: StoredLine[];
  checkpoints: (Position & { state: PoolState })[];
}

/**
 * Cost pools kept in memory by the events that plans consist of, as the tables keep them: the same planning, fast
 * enough for thousands of histories.
 */
export class KeptPools {
  readonly #pools = new Map<string, KeptPool>();
  readonly #method: CostMethod;
  /** Sum of all that was ever booked. */
  booked = 0n;
  /** What was booked on each account. */
  readonly accounts = new Map<string, bigint>();
  readonly events: ItemRevaluedData[] = [];
  /** Plans that looked at the past. */
  recomputed = 0;

  constructor(method: CostMethod) {
    this.#method = method;
  }

  plan(change: CostChange, cause: CostCause): CostPlan {
    const byItem = new Map<string, LoadedPool>();
    const starts = new Map<string, Position>();
    const items = new Set([...change.add, ...change.remove, ...change.addCost].map(({ itemId }) => itemId));
    const note = (itemId: string, at: Position): boolean => {
      const known = starts.get(itemId);
      if (known !== undefined && compare(known, at) <= 0) return false;
      starts.set(itemId, { key: at.key, arrival: at.arrival });
      return true;
    };
    for (const { itemId, lineId } of [...change.remove, ...change.addCost])
      note(itemId, this.line(itemId, lineId));
    for (const line of change.add) {
      const end = this.#pools.get(line.itemId)?.end ?? null;
      const key = momentOf(line);
      if (end !== null && key < end.key) note(line.itemId, { key, arrival: Number.MAX_SAFE_INTEGER });
    }
    const products = new Map<string, Set<string>>();
    let toRead = [...items];
    while (toRead.length > 0) {
      const read = toRead.map((itemId) => this.#load(itemId, starts.get(itemId), change));
      for (const pool of read) byItem.set(pool.itemId, pool);
      const again = new Set<string>();
      for (const pool of read) {
        const uncertain = new Set([
          ...pool.lines.map(({ lineId }) => lineId),
          ...pool.base.state.shorts.map(({ lineId }) => lineId),
        ]);
        for (const [itemId, other] of this.#pools) {
          for (const line of other.lines) {
            if (line.flow.kind !== 'IN_ASSEMBLED') continue;
            if (!line.flow.from.some((lineId) => uncertain.has(lineId))) continue;
            products.set(pool.itemId, (products.get(pool.itemId) ?? new Set()).add(itemId));
            if (note(itemId, line)) again.add(itemId);
          }
        }
      }
      toRead = [...again];
    }
    if (starts.size > 0) this.recomputed++;
    return planCosts({ companyId: '00000000-0000-4000-8000-000000000000', byItem, products }, change, cause);
  }

  /** Plans a change and keeps what it comes to. */
  record(
    change: CostChange,
    cause: CostCause = { documentId: 'document', bookingDate: '2026-12-31' },
  ): CostPlan {
    const plan = this.plan(change, cause);
    for (const { data } of plan.events) this.keep(data as ItemRevaluedData);
    return plan;
  }

  keep(data: ItemRevaluedData): void {
    this.events.push(data);
    const { itemId } = data;
    const pool = this.#pools.get(itemId) ?? this.#empty();
    pool.version++;
    const removed = new Set(data.removed);
    pool.lines = pool.lines.filter(({ lineId }) => !removed.has(lineId));
    for (const line of data.lines) pool.lines.push(storedLine(itemId, line));
    pool.lines.sort(compare);
    const change = (lineId: string, by: (line: StoredLine) => StoredLine): void => {
      const index = pool.lines.findIndex((line) => line.lineId === lineId);
      const line = pool.lines[index];
      if (line === undefined) throw new Error(`no line ${lineId}`);
      pool.lines[index] = by(line);
    };
    for (const { lineId, amount } of data.added)
      change(lineId, (line) => ({ ...line, added: line.added + tetriOf(amount) }));
    for (const { lineId, cost, missing, allocations } of data.costs) {
      change(lineId, (line) => ({
        ...line,
        cost: tetriOf(cost),
        missing: microOf(missing),
        allocations: allocations.map(({ layerId, quantity, value }) => ({
          layerId,
          quantity: microOf(quantity),
          value: tetriOf(value),
        })),
      }));
    }
    const { layers, shorts } = pool.present;
    const changed = stateOf({ layers: data.layers, shorts: data.shorts, last: data.pool.last });
    const place = new Map(pool.lines.map((line, index) => [line.lineId, index]));
    const kept = <T extends { lineId: string; quantity: bigint }>(
      before: readonly T[],
      now: readonly T[],
    ): T[] => {
      const told = new Set(now.map(({ lineId }) => lineId));
      return [
        ...before.filter(({ lineId }) => !told.has(lineId)),
        ...now.filter(({ quantity }) => quantity > 0n),
      ].sort((a, b) => (place.get(a.lineId) ?? 0) - (place.get(b.lineId) ?? 0));
    };
    const quantity = microOf(data.pool.quantity);
    const onePool = quantity > 0n ? [{ lineId: '', quantity, value: tetriOf(data.pool.value) }] : [];
    pool.present = {
      layers: this.#method === 'FIFO' ? kept(layers, changed.layers) : onePool,
      shorts: kept(shorts, changed.shorts),
      last: changed.last,
    };
    pool.end = data.pool.end;
    pool.arrivals = data.pool.arrivals;
    pool.sinceCheckpoint = data.pool.sinceCheckpoint;
    const { droppedFrom, made } = data.checkpoints;
    if (droppedFrom !== null)
      pool.checkpoints = pool.checkpoints.filter((checkpoint) => compare(checkpoint, droppedFrom) < 0);
    for (const { key, arrival, state } of made)
      pool.checkpoints.push({ key, arrival, state: stateOf(state) });
    for (const { amount, stockAccount, counterAccount } of data.entries) {
      const tetri = tetriOf(amount);
      this.booked += tetri;
      this.accounts.set(stockAccount, (this.accounts.get(stockAccount) ?? 0n) + tetri);
      this.accounts.set(counterAccount, (this.accounts.get(counterAccount) ?? 0n) - tetri);
    }
    this.#pools.set(itemId, pool);
  }

  items(): string[] {
    return [...this.#pools.keys()].sort();
  }

  line(itemId: string, lineId: string): StoredLine {
    const line = this.lines(itemId).find((known) => known.lineId === lineId);
    if (line === undefined) throw new Error(`no line ${lineId}`);
    return line;
  }

  lines(itemId: string): readonly StoredLine[] {
    return this.#pools.get(itemId)?.lines ?? [];
  }

  state(itemId: string): PoolState {
    return this.#pools.get(itemId)?.present ?? EMPTY_POOL;
  }

  checkpoints(itemId: string): number {
    return this.#pools.get(itemId)?.checkpoints.length ?? 0;
  }

  /** What there is of an item and what it is worth. */
  total(itemId: string): { quantity: bigint; value: bigint } {
    return totalOf(this.state(itemId));
  }

  /** What every line costs, by its id. */
  costs(): Record<string, string> {
    const lines = [...this.#pools.values()].flatMap((pool) => pool.lines);
    return Object.fromEntries(
      lines.map(({ lineId, cost }): [string, string] => [lineId, String(cost)]).sort(),
    );
  }

  #empty(): KeptPool {
    return {
      version: 0,
      method: this.#method,
      end: null,
      arrivals: 0,
      sinceCheckpoint: 0,
      present: EMPTY_POOL,
      lines: [],
      checkpoints: [],
    };
  }

  #load(itemId: string, start: Position | undefined, change: CostChange): LoadedPool {
    const pool = this.#pools.get(itemId) ?? this.#empty();
    let base: LoadedPool['base'] = {
      position: pool.end,
      state: pool.present,
      sinceCheckpoint: pool.sinceCheckpoint,
    };
    let lines: StoredLine[] = [];
    if (start !== undefined) {
      const checkpoint = pool.checkpoints.filter((known) => compare(known, start) < 0).at(-1);
      const position = checkpoint ?? null;
      base = { position, state: checkpoint?.state ?? EMPTY_POOL, sinceCheckpoint: 0 };
      lines = pool.lines.filter((line) => position === null || compare(line, position) > 0);
    }
    const here = new Set(lines.map(({ lineId }) => lineId));
    const names = new Set(
      [...lines, ...change.add.filter((line) => line.itemId === itemId)]
        .flatMap(({ flow }) => (flow.kind === 'IN_RETURN' ? [flow.of] : []))
        .concat(base.state.shorts.map(({ lineId }) => lineId)),
    );
    const named: NamedLine[] = pool.lines
      .filter(({ lineId }) => names.has(lineId) && !here.has(lineId))
      .map((line) => {
        const back = pool.lines.filter(
          ({ flow, lineId }) => flow.kind === 'IN_RETURN' && flow.of === line.lineId && !here.has(lineId),
        );
        return {
          ...line,
          returned: {
            returnedQuantity: back.reduce((sum, { quantity }) => sum + quantity, 0n),
            returnedValue: back.reduce((sum, { cost }) => sum + cost, 0n),
          },
        };
      });
    const { version, method, end, arrivals, present } = pool;
    return {
      itemId,
      method,
      version,
      end,
      arrivals,
      base,
      lines,
      named: new Map(named.map((line) => [line.lineId, line])),
      present,
    };
  }
}

function storedLine(itemId: string, data: ItemRevaluedData['lines'][number]): StoredLine {
  const { lineId, movementId, key, arrival, quantity, kind, given, of = '', from = [] } = data;
  const amount = tetriOf(given);
  const flows: Record<string, StoredLine['flow']> = {
    IN: { kind: 'IN', cost: amount },
    IN_AT_POOL_COST: { kind: 'IN_AT_POOL_COST', expectedCost: amount },
    IN_RETURN: { kind: 'IN_RETURN', of },
    IN_ASSEMBLED: { kind: 'IN_ASSEMBLED', from, added: amount },
    OUT: { kind: 'OUT', expectedCost: amount },
    OUT_RETURN: { kind: 'OUT_RETURN', of, expectedCost: amount },
  };
  const flow = flows[kind];
  if (flow === undefined) throw new Error(`no flow ${kind}`);
  const { stockAccount, counterAccount } = data;
  return {
    lineId,
    movementId,
    itemId,
    key,
    arrival,
    quantity: microOf(quantity),
    flow,
    stockAccount,
    counterAccount,
    added: 0n,
    cost: 0n,
    missing: 0n,
    allocations: [],
  };
}
