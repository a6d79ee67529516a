import { unreachable } from '#shared/domain/decider.ts';
import type { LoadedPool, StoredLine } from './pool.ts';
import type { Position } from './position.ts';
import { step, type Allocation, type Issued, type PoolState, type ValuedLine } from './valuate.ts';

/** What a line truly costs, by the history as it is. */
export interface Valued {
  readonly cost: bigint;
  readonly missing: bigint;
  readonly allocations: readonly Allocation[];
}

/** The state of a pool behind a line, kept so that later changes need not begin at the beginning. */
export interface Checkpoint extends Position {
  readonly state: PoolState;
}

export interface Folded {
  /** The lines that were folded, and those before that they settled or that were still short. */
  readonly valued: ReadonlyMap<string, Valued>;
  readonly state: PoolState;
  readonly checkpoints: readonly Checkpoint[];
  readonly sinceCheckpoint: number;
}

/** A line to be folded: as stored, or as it arrives. */
export type HistoryLine = Pick<StoredLine, 'lineId' | 'quantity' | 'flow' | 'added' | 'key' | 'arrival'>;

/** Lines from one checkpoint to the next. */
export const CHECKPOINT_EVERY = 256;

/**
 * Values lines, in their order, on top of the base of a pool.
 *
 * @param madeCost what the components of an assembled line cost together
 */
export function fold(
  { method, base, lines: known, named }: Pick<LoadedPool, 'method' | 'base' | 'lines' | 'named'>,
  lines: readonly HistoryLine[],
  madeCost: (line: HistoryLine) => bigint,
): Folded {
  let { state } = base;
  let since = base.sinceCheckpoint;
  const checkpoints: Checkpoint[] = [];
  const valued = new Map<string, Valued>();
  const issued = new Map<string, Issued>();

  // Lines before the base know nothing yet of what is folded anew.
  const afterBase = new Set(known.map(({ lineId }) => lineId));
  for (const line of named.values()) {
    issued.set(line.lineId, { quantity: line.quantity, cost: line.cost, ...line.returned });
  }
  for (const { lineId, cost } of base.state.shorts) {
    const line = named.get(lineId);
    if (line === undefined) throw new Error(`the line ${lineId} is short and was not read`);
    const allocations = line.allocations.filter(({ layerId }) => !afterBase.has(layerId));
    valued.set(lineId, { cost, missing: line.missing, allocations });
    issued.set(lineId, { quantity: line.quantity, cost, ...line.returned });
  }

  for (const line of lines) {
    const done = step(method, state, resolved(line, issued, madeCost));
    state = done.state;
    valued.set(line.lineId, { cost: done.cost, missing: done.missing, allocations: done.allocations });
    if (line.flow.kind === 'OUT') {
      issued.set(line.lineId, {
        quantity: line.quantity,
        cost: done.cost,
        returnedQuantity: 0n,
        returnedValue: 0n,
      });
    } else if (line.flow.kind === 'IN_RETURN') {
      const of = issued.get(line.flow.of);
      if (of !== undefined) {
        const returnedQuantity = of.returnedQuantity + line.quantity;
        issued.set(line.flow.of, { ...of, returnedQuantity, returnedValue: of.returnedValue + done.cost });
      }
    }
    for (const { lineId, allocation, cost } of done.settled) {
      const before = valued.get(lineId);
      if (before === undefined) throw new Error(`the line ${lineId} was settled and was never short`);
      const allocations = method === 'FIFO' ? [...before.allocations, allocation] : before.allocations;
      valued.set(lineId, { ...before, cost, allocations });
      const of = issued.get(lineId);
      if (of !== undefined) issued.set(lineId, { ...of, cost });
    }
    since++;
    if (since === CHECKPOINT_EVERY) {
      checkpoints.push({ key: line.key, arrival: line.arrival, state });
      since = 0;
    }
  }
  return { valued, state, checkpoints, sinceCheckpoint: since };
}

function resolved(
  line: HistoryLine,
  issued: ReadonlyMap<string, Issued>,
  madeCost: (line: HistoryLine) => bigint,
): ValuedLine {
  const { lineId, quantity, flow, added } = line;
  switch (flow.kind) {
    case 'IN':
      return { lineId, quantity, flow: { kind: 'IN', cost: flow.cost + added } };
    case 'IN_ASSEMBLED':
      return { lineId, quantity, flow: { kind: 'IN', cost: madeCost(line) } };
    case 'IN_RETURN':
      return { lineId, quantity, flow: { kind: 'IN_RETURN', issued: issued.get(flow.of) } };
    case 'IN_AT_POOL_COST':
    case 'OUT':
    case 'OUT_RETURN':
      return { lineId, quantity, flow };
    default:
      return unreachable(flow);
  }
}
