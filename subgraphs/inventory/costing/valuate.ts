import { unreachable } from '#shared/domain/decider.ts';
import type { CostMethod } from './plan.ts';

/** What is left of something that came in. Moving average keeps one layer for all, of no line. */
export interface Layer {
  readonly lineId: string;
  readonly quantity: bigint;
  readonly value: bigint;
}

/** What a line took that was not there and that nothing has settled yet. */
export interface Short {
  readonly lineId: string;
  readonly quantity: bigint;
  /** What that much is thought to cost for now. */
  readonly value: bigint;
  /** What the whole line costs for now. */
  readonly cost: bigint;
}

/** A cost pool between two lines: all that the lines to come need to know of those before. */
export interface PoolState {
  /** Oldest first. */
  readonly layers: readonly Layer[];
  /** Oldest first; where there are any, there are no layers. */
  readonly shorts: readonly Short[];
  /** Cost and quantity of what came in last; null as long as nothing did. */
  readonly last: { readonly value: bigint; readonly quantity: bigint } | null;
}

export const EMPTY_POOL: PoolState = { layers: [], shorts: [], last: null };

/** An issue as it is known where goods come back. */
export interface Issued {
  readonly quantity: bigint;
  readonly cost: bigint;
  readonly returnedQuantity: bigint;
  readonly returnedValue: bigint;
}

/** A line whose references to other lines are resolved. */
export interface ValuedLine {
  readonly lineId: string;
  readonly quantity: bigint;
  readonly flow:
    | { readonly kind: 'IN'; readonly cost: bigint }
    | { readonly kind: 'IN_AT_POOL_COST'; readonly expectedCost: bigint }
    | { readonly kind: 'IN_RETURN'; readonly issued: Issued | undefined }
    | { readonly kind: 'OUT'; readonly expectedCost: bigint }
    | { readonly kind: 'OUT_RETURN'; readonly of: string; readonly expectedCost: bigint };
}

/** A part of a layer that a line took. */
export interface Allocation {
  /** The line by which the layer came in. */
  readonly layerId: string;
  readonly quantity: bigint;
  readonly value: bigint;
}

/** An earlier line that was short and gets goods, and so its cost, from this one. */
export interface Settlement {
  readonly lineId: string;
  readonly allocation: Allocation;
  /** What the earlier line costs from now on. */
  readonly cost: bigint;
}

export interface Step {
  readonly state: PoolState;
  readonly cost: bigint;
  /** Out of which layers it came, for lines that go out; none with moving average. */
  readonly allocations: readonly Allocation[];
  readonly settled: readonly Settlement[];
  /** How much was not there. */
  readonly missing: bigint;
}

/**
 * Folds one line into a pool. The whole of costing stands on this: a history is valued by one step a line, so that it
 * comes to the same whether it is valued at once or as it arrives.
 *
 * - A part of a layer costs its share of what the layer has left, rounded half up to the tetri; the last unit takes
 *   the rest, so quantity zero means value zero.
 * - What is sold short costs what the last incoming goods cost, until the next that come in settle it at their cost.
 */
export function step(method: CostMethod, state: PoolState, line: ValuedLine): Step {
  const { flow } = line;
  switch (flow.kind) {
    case 'IN':
      return comeIn(method, state, line, flow.cost);
    case 'IN_AT_POOL_COST':
      return comeIn(method, state, line, poolCost(state, line.quantity, flow.expectedCost));
    case 'IN_RETURN':
      return comeIn(method, state, line, returnCost(state, line.quantity, flow.issued));
    case 'OUT':
      return goOut(method, state, line, undefined, flow.expectedCost);
    case 'OUT_RETURN':
      return goOut(method, state, line, flow.of, flow.expectedCost);
    default:
      return unreachable(flow);
  }
}

/** What there is and what it is worth; both are negative where it was sold short. */
export function totalOf({ layers, shorts }: PoolState): { quantity: bigint; value: bigint } {
  let quantity = 0n;
  let value = 0n;
  for (const layer of layers) {
    quantity += layer.quantity;
    value += layer.value;
  }
  for (const short of shorts) {
    quantity -= short.quantity;
    value -= short.value;
  }
  return { quantity, value };
}

/** `value × part / whole`, half up; the whole takes everything. Whole more than 0, nothing negative. */
export function shareOf(value: bigint, part: bigint, whole: bigint): bigint {
  return part === whole ? value : (2n * value * part + whole) / (2n * whole);
}

function comeIn(method: CostMethod, state: PoolState, line: ValuedLine, cost: bigint): Step {
  const settled: Settlement[] = [];
  const shorts: Short[] = [];
  let quantity = line.quantity;
  let value = cost;
  for (const short of state.shorts) {
    if (quantity === 0n) {
      shorts.push(short);
      continue;
    }
    const part = short.quantity < quantity ? short.quantity : quantity;
    const worth = shareOf(value, part, quantity);
    const thought = shareOf(short.value, part, short.quantity);
    const known = short.cost + worth - thought;
    settled.push({
      lineId: short.lineId,
      allocation: { layerId: line.lineId, quantity: part, value: worth },
      cost: known,
    });
    if (part < short.quantity) {
      shorts.push({
        lineId: short.lineId,
        quantity: short.quantity - part,
        value: short.value - thought,
        cost: known,
      });
    }
    quantity -= part;
    value -= worth;
  }
  const layers = quantity === 0n ? state.layers : joined(method, state.layers, line.lineId, quantity, value);
  return {
    state: { layers, shorts, last: { value: cost, quantity: line.quantity } },
    cost,
    allocations: [],
    settled,
    missing: 0n,
  };
}

function joined(
  method: CostMethod,
  layers: readonly Layer[],
  lineId: string,
  quantity: bigint,
  value: bigint,
): readonly Layer[] {
  if (method === 'FIFO') return [...layers, { lineId, quantity, value }];
  const [pool] = layers;
  return [{ lineId: '', quantity: (pool?.quantity ?? 0n) + quantity, value: (pool?.value ?? 0n) + value }];
}

function goOut(
  method: CostMethod,
  state: PoolState,
  line: ValuedLine,
  from: string | undefined,
  expectedCost: bigint,
): Step {
  const allocations: Allocation[] = [];
  let layers = state.layers;
  let cost = 0n;
  let missing = line.quantity;

  const take = (index: number): void => {
    const layer = layers[index];
    if (layer === undefined) throw new Error(`there is no layer ${index}`);
    const part = layer.quantity < missing ? layer.quantity : missing;
    const value = shareOf(layer.value, part, layer.quantity);
    const rest = { ...layer, quantity: layer.quantity - part, value: layer.value - value };
    layers = [...layers.slice(0, index), ...(rest.quantity === 0n ? [] : [rest]), ...layers.slice(index + 1)];
    if (method === 'FIFO') allocations.push({ layerId: layer.lineId, quantity: part, value });
    cost += value;
    missing -= part;
  };

  if (from !== undefined && method === 'FIFO') {
    const own = layers.findIndex(({ lineId }) => lineId === from);
    if (own >= 0) take(own);
  }
  while (missing > 0n && layers.length > 0) take(0);
  if (missing === 0n) return { state: { ...state, layers }, cost, allocations, settled: [], missing };

  const { last } = state;
  const thought =
    last === null
      ? shareOf(expectedCost, missing, line.quantity)
      : shareOf(last.value, missing, last.quantity);
  cost += thought;
  const short: Short = { lineId: line.lineId, quantity: missing, value: thought, cost };
  return {
    state: { layers, shorts: [...state.shorts, short], last },
    cost,
    allocations,
    settled: [],
    missing,
  };
}

/** What so much of the pool costs now; if there is nothing, what came in last; if nothing ever did, what is expected. */
function poolCost({ layers, last }: PoolState, quantity: bigint, expectedCost: bigint): bigint {
  const there = totalOf({ layers, shorts: [], last });
  if (there.quantity > 0n) return shareOf(there.value, quantity, there.quantity);
  return last === null ? expectedCost : shareOf(last.value, quantity, last.quantity);
}

/**
 * What comes back costs its share of what its issue costs and has not come back yet; the last of it takes the rest. An
 * issue that is gone, or from which more comes back than went out, says nothing: then it costs what the pool does.
 */
function returnCost(state: PoolState, quantity: bigint, issued: Issued | undefined): bigint {
  const left = issued === undefined ? 0n : issued.quantity - issued.returnedQuantity;
  if (issued === undefined || quantity > left) return poolCost(state, quantity, 0n);
  // It was sold short and turned out cheaper after a part had come back: nothing is left to give, and not less.
  const value = issued.cost > issued.returnedValue ? issued.cost - issued.returnedValue : 0n;
  return shareOf(value, quantity, left);
}
