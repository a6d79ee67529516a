import type { Checkpoint, Folded } from './fold.ts';
import type { StoredLine } from './pool.ts';
import type { ItemRevaluedData, LastData, LayerData, LineData, ShortData, StateData } from './revalued.ts';
import { microOf, microText, tetriOf, tetriText } from './scaled.ts';
import type { Allocation, Layer, PoolState, Short } from './valuate.ts';

/** A line as its event tells it. */
export function lineData(line: StoredLine): LineData {
  const { lineId, movementId, key, arrival, quantity, flow, stockAccount, counterAccount } = line;
  const common = {
    lineId,
    movementId,
    key,
    arrival,
    quantity: microText(quantity),
    kind: flow.kind,
    given: tetriText(givenOf(line)),
    stockAccount,
    counterAccount,
  };
  if (flow.kind === 'IN_RETURN' || flow.kind === 'OUT_RETURN') return { ...common, of: flow.of };
  if (flow.kind === 'IN_ASSEMBLED') return { ...common, from: flow.from };
  return common;
}

function givenOf({ flow }: StoredLine): bigint {
  switch (flow.kind) {
    case 'IN':
      return flow.cost;
    case 'IN_ASSEMBLED':
      return flow.added;
    case 'IN_RETURN':
      return 0n;
    case 'IN_AT_POOL_COST':
    case 'OUT':
    case 'OUT_RETURN':
      return flow.expectedCost;
  }
}

/** What lines cost from now on, where that differs from what is stored. */
export function valuedData(
  { valued }: Folded,
  stored: ReadonlyMap<string, StoredLine>,
): ItemRevaluedData['costs'] {
  return [...valued].flatMap(([lineId, { cost, missing, allocations }]) => {
    const line = stored.get(lineId);
    if (
      line !== undefined &&
      line.cost === cost &&
      line.missing === missing &&
      areSame(line.allocations, allocations)
    )
      return [];
    return [
      {
        lineId,
        cost: tetriText(cost),
        missing: microText(missing),
        allocations: allocations.map(({ layerId, quantity, value }) => ({
          layerId,
          quantity: microText(quantity),
          value: tetriText(value),
        })),
      },
    ];
  });
}

function areSame(a: readonly Allocation[], b: readonly Allocation[]): boolean {
  return (
    a.length === b.length &&
    a.every((x, index) => {
      const y = b[index];
      return x.layerId === y?.layerId && x.quantity === y.quantity && x.value === y.value;
    })
  );
}

/** Layers that hold something else than before; what is gone holds nothing. */
export function layerChanges(before: readonly Layer[], after: readonly Layer[]): LayerData[] {
  const now = new Set(after.map(({ lineId }) => lineId));
  const old = new Map(before.map((layer) => [layer.lineId, layer]));
  return [
    ...before
      .filter(({ lineId }) => !now.has(lineId))
      .map(({ lineId }) => layerData({ lineId, quantity: 0n, value: 0n })),
    ...after
      .filter(({ lineId, quantity, value }) => {
        const known = old.get(lineId);
        return known?.quantity !== quantity || known.value !== value;
      })
      .map(layerData),
  ];
}

export function shortChanges(before: readonly Short[], after: readonly Short[]): ShortData[] {
  const now = new Set(after.map(({ lineId }) => lineId));
  const old = new Map(before.map((short) => [short.lineId, short]));
  return [
    ...before
      .filter(({ lineId }) => !now.has(lineId))
      .map(({ lineId }) => shortData({ lineId, quantity: 0n, value: 0n, cost: 0n })),
    ...after
      .filter(({ lineId, quantity, value, cost }) => {
        const known = old.get(lineId);
        return known?.quantity !== quantity || known.value !== value || known.cost !== cost;
      })
      .map(shortData),
  ];
}

function layerData({ lineId, quantity, value }: Layer): LayerData {
  return { lineId, quantity: microText(quantity), value: tetriText(value) };
}

function shortData(short: Short): ShortData {
  return { ...layerData(short), cost: tetriText(short.cost) };
}

export function lastData({ last }: PoolState): LastData | null {
  return last === null ? null : { value: tetriText(last.value), quantity: microText(last.quantity) };
}

export function checkpointData({
  key,
  arrival,
  state,
}: Checkpoint): ItemRevaluedData['checkpoints']['made'][number] {
  return { key, arrival, state: stateData(state) };
}

function stateData(state: PoolState): StateData {
  return {
    layers: state.layers.map(layerData),
    shorts: state.shorts.map(shortData),
    last: lastData(state),
  };
}

/** A state as events and checkpoints tell it. */
export function stateOf({ layers, shorts, last }: StateData): PoolState {
  return {
    layers: layers.map(layerOf),
    shorts: shorts.map((short) => ({ ...layerOf(short), cost: tetriOf(short.cost) })),
    last: last === null ? null : { value: tetriOf(last.value), quantity: microOf(last.quantity) },
  };
}

function layerOf({ lineId, quantity, value }: LayerData): Layer {
  return { lineId, quantity: microOf(quantity), value: tetriOf(value) };
}
