import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AddedCost,
  CostChange,
  CostedLine,
  CostMethod,
} from '../../subgraphs/inventory/costing/plan.ts';
import { KeptPools } from './kept-pools.ts';

/*
 * Histories nobody thought of: receipts, issues, returns both ways, surpluses, assemblies, prices that change and
 * movements that are reversed, in whatever order they arrive. Each document has a moment of its own.
 */
const ITEMS = ['bolt', 'plank', 'table'] as const;
const MADE = 'table';

interface Wish {
  readonly kind: 'IN' | 'OUT' | 'FOUND' | 'RETURN' | 'SEND_BACK' | 'MAKE' | 'DEARER' | 'REVERSE';
  readonly item: number;
  readonly quantity: bigint;
  readonly cost: bigint;
  readonly which: number;
  /** Where in the order of arrival. */
  readonly rank: number;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(
    ...([
      'IN',
      'IN',
      'IN',
      'OUT',
      'OUT',
      'OUT',
      'FOUND',
      'RETURN',
      'SEND_BACK',
      'MAKE',
      'DEARER',
      'REVERSE',
    ] as const),
  ),
  item: fc.nat(2),
  quantity: fc.oneof(
    fc.bigInt(1n, 9n).map((n) => n * 1_000_000n),
    fc.bigInt(1n, 9_999_999n),
  ),
  cost: fc.bigInt(0n, 100_000n),
  which: fc.nat(1000),
  rank: fc.nat(1_000_000),
});

interface Document {
  readonly id: string;
  readonly rank: number;
  readonly change: CostChange;
  /** Documents that must have arrived before. */
  readonly after: readonly string[];
}

function line(
  id: string,
  itemId: string,
  moment: number,
  wished: Wish,
  flow: CostedLine['flow'],
): CostedLine {
  const hours = String(Math.floor(moment / 60) % 24).padStart(2, '0');
  const time = `${hours}:${String(moment % 60).padStart(2, '0')}:00`;
  const date = `2026-01-${String(1 + Math.floor(moment / 1440)).padStart(2, '0')}`;
  const counterAccount = flow.kind === 'IN' ? '3190' : '7210';
  const { quantity } = wished;
  return {
    lineId: id,
    movementId: id,
    itemId,
    at: { date, time },
    quantity,
    flow,
    stockAccount: '1610',
    counterAccount,
  };
}

/** Makes documents of wishes; wishes that rest on what there is not are left out. */
function documentsOf(wishes: readonly Wish[]): Document[] {
  const documents: Document[] = [];
  const lines: CostedLine[] = [];
  const named = new Set<string>();
  const backOf = new Map<string, bigint>();
  wishes.forEach((wished, moment) => {
    const id = `d${String(moment).padStart(4, '0')}`;
    const item = ITEMS[wished.item] ?? MADE;
    const put = (change: Partial<CostChange>, after: readonly string[] = []): void => {
      documents.push({
        id,
        rank: wished.rank,
        change: { add: [], remove: [], addCost: [], ...change },
        after,
      });
      lines.push(...(change.add ?? []));
    };
    const pick = (found: readonly CostedLine[]): CostedLine | undefined => found[wished.which % found.length];
    switch (wished.kind) {
      case 'IN': {
        put({ add: [line(id, item, moment, wished, { kind: 'IN', cost: wished.cost })] });
        return;
      }
      case 'OUT': {
        put({ add: [line(id, item, moment, wished, { kind: 'OUT', expectedCost: wished.cost })] });
        return;
      }
      case 'FOUND': {
        put({
          add: [line(id, item, moment, wished, { kind: 'IN_AT_POOL_COST', expectedCost: wished.cost })],
        });
        return;
      }
      case 'RETURN': {
        const of = pick(lines.filter(({ flow }) => flow.kind === 'OUT'));
        if (of === undefined) return;
        const left = of.quantity - (backOf.get(of.lineId) ?? 0n);
        if (left === 0n) return;
        const quantity = wished.quantity < left ? wished.quantity : left;
        backOf.set(of.lineId, (backOf.get(of.lineId) ?? 0n) + quantity);
        named.add(of.movementId);
        const flow = { kind: 'IN_RETURN', of: of.lineId } as const;
        put({ add: [line(id, of.itemId, moment, { ...wished, quantity }, flow)] }, [of.movementId]);
        return;
      }
      case 'SEND_BACK': {
        const of = pick(lines.filter(({ flow }) => flow.kind === 'IN'));
        if (of === undefined) return;
        named.add(of.movementId);
        const flow = { kind: 'OUT_RETURN', of: of.lineId, expectedCost: wished.cost } as const;
        put({ add: [line(id, of.itemId, moment, wished, flow)] }, [of.movementId]);
        return;
      }
      case 'MAKE': {
        const components = ITEMS.slice(0, 2).map((component) =>
          line(`${id} ${component}`, component, moment, wished, { kind: 'OUT', expectedCost: 0n }),
        );
        const from = components.map(({ lineId }) => lineId);
        const product = line(id, MADE, moment, wished, { kind: 'IN_ASSEMBLED', from, added: wished.cost });
        put({ add: [...components, product].map((made) => ({ ...made, movementId: id })) });
        return;
      }
      case 'DEARER': {
        const of = pick(lines.filter(({ flow }) => flow.kind === 'IN'));
        if (of === undefined || wished.cost === 0n) return;
        named.add(of.movementId);
        const cost: AddedCost = {
          lineId: of.lineId,
          itemId: of.itemId,
          amount: wished.cost,
          documentId: id,
          counterAccount: '3110',
        };
        put({ addCost: [cost] }, [of.movementId]);
        return;
      }
      case 'REVERSE': {
        const of = pick(lines.filter(({ movementId }) => !named.has(movementId)));
        if (of === undefined) return;
        const gone = lines.filter(({ movementId }) => movementId === of.movementId);
        lines.splice(0, lines.length, ...lines.filter((known) => !gone.includes(known)));
        put({ remove: gone.map(({ lineId, itemId }) => ({ lineId, itemId })) }, [of.movementId]);
        return;
      }
    }
  });
  return documents;
}

/** In the order of their ranks, each behind those that it rests on. */
function shuffled(documents: readonly Document[]): Document[] {
  const done = new Set<string>();
  const order: Document[] = [];
  const waiting = [...documents].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ after }) => after.every((id) => done.has(id)));
    const [next] = waiting.splice(index, 1);
    if (next === undefined) throw new Error('documents rest on each other');
    done.add(next.id);
    order.push(next);
  }
  return order;
}

/** Quantities and values are conserved to the last part, by every line that there is. */
function demandConserved(pools: KeptPools): void {
  let worth = 0n;
  for (const item of pools.items()) {
    let quantity = 0n;
    let value = 0n;
    for (const known of pools.lines(item)) {
      const isIn = known.flow.kind !== 'OUT' && known.flow.kind !== 'OUT_RETURN';
      quantity += isIn ? known.quantity : -known.quantity;
      value += isIn ? known.cost : -known.cost;
    }
    const total = pools.total(item);
    expect(total).toEqual({ quantity, value });
    if (quantity === 0n) expect(value).toBe(0n);
    worth += value;
  }
  expect(pools.booked).toBe(worth);
  expect(pools.accounts.get('1610') ?? 0n).toBe(worth);
}

function play(method: CostMethod, documents: readonly Document[], isWatched = false): KeptPools {
  const pools = new KeptPools(method);
  for (const { id, change } of documents) {
    pools.record(change, { documentId: id, bookingDate: '2026-02-01' });
    if (isWatched) demandConserved(pools);
  }
  return pools;
}

const lengths = { minLength: 2, maxLength: 24 };

describe.each(['FIFO', 'AVERAGE'] as const)('any history of stock (%s)', (method) => {
  it('conserves quantity and value to the tetri, whatever arrives, and what is booked is what remains', () => {
    fc.assert(
      fc.property(fc.array(wish, lengths), (wishes) => {
        demandConserved(play(method, shuffled(documentsOf(wishes)), true));
      }),
      { numRuns: 2_000, seed: 71 },
    );
  });

  it('comes to the same costs in whatever order its documents arrive', () => {
    let late = 0;
    fc.assert(
      fc.property(fc.array(wish, lengths), (wishes) => {
        const documents = documentsOf(wishes);
        const punctual = play(method, documents);
        const tardy = play(method, shuffled(documents));
        late += tardy.recomputed;
        expect(tardy.costs()).toEqual(punctual.costs());
        for (const item of tardy.items()) expect(tardy.state(item)).toEqual(punctual.state(item));
        expect([...tardy.accounts].filter(([, sum]) => sum !== 0n).sort()).toEqual(
          [...punctual.accounts].filter(([, sum]) => sum !== 0n).sort(),
        );
      }),
      { numRuns: 2_000, seed: 72 },
    );
    expect(late).toBeGreaterThan(2_000);
  });

  it('is the same when its events are kept again', () => {
    fc.assert(
      fc.property(fc.array(wish, lengths), (wishes) => {
        const lived = play(method, shuffled(documentsOf(wishes)));
        const replayed = new KeptPools(method);
        for (const event of lived.events) replayed.keep(event);
        expect(replayed.costs()).toEqual(lived.costs());
        for (const item of lived.items()) expect(replayed.state(item)).toEqual(lived.state(item));
        expect(replayed.booked).toBe(lived.booked);
      }),
      { numRuns: 500, seed: 73 },
    );
  });

  it('of many hundred lines is recomputed from checkpoints as from its beginning', () => {
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1_200, maxLength: 1_400 }), (wishes) => {
        const documents = documentsOf(
          wishes.map((wished) => ({ ...wished, item: wished.item === 0 ? 1 : wished.item })),
        );
        const punctual = play(method, documents);
        // A twentieth arrives late, by up to all of it.
        const ranked = documents.map((document, index) => ({
          ...document,
          rank: document.rank % 20 === 0 ? index + (document.rank % 1_000) : index,
        }));
        const tardy = play(method, shuffled(ranked));
        expect(tardy.costs()).toEqual(punctual.costs());
        expect(punctual.items().some((item) => punctual.checkpoints(item) > 0)).toBe(true);
        demandConserved(tardy);
      }),
      { numRuns: 3, seed: 74 },
    );
  }, 120_000);
});
