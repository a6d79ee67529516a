import { describe, expect, it } from 'vitest';
import type { CostedLine, CostMethod, CostPlan, Flow } from '../../subgraphs/inventory/costing/plan.ts';
import { entriesOf } from '../../subgraphs/inventory/costing/entries.ts';
import { KeptPools } from './kept-pools.ts';

/*
 * Tables that an accountant can check. Quantities in pieces, values in lari: `in('a', '01-05', 4, 400)` is a receipt of
 * 4 pieces for 400.00 on 5 January.
 */
const PIECE = 1_000_000n;

function line(id: string, day: string, quantity: number, flow: Flow, item = 'item'): CostedLine {
  return {
    lineId: id,
    movementId: `movement of ${id}`,
    itemId: item,
    at: { date: `2026-${day}`, time: null },
    quantity: BigInt(Math.round(quantity * 1000)) * (PIECE / 1000n),
    flow,
    stockAccount: '1610',
    counterAccount: flow.kind === 'IN' ? '3190' : '7210',
  };
}

const lari = (amount: number): bigint => BigInt(Math.round(amount * 100));
const received = (id: string, day: string, quantity: number, cost: number, item?: string): CostedLine =>
  line(id, day, quantity, { kind: 'IN', cost: lari(cost) }, item);
const issued = (id: string, day: string, quantity: number, expected = 0): CostedLine =>
  line(id, day, quantity, { kind: 'OUT', expectedCost: lari(expected) });

class Card {
  readonly pools: KeptPools;
  constructor(method: CostMethod) {
    this.pools = new KeptPools(method);
  }
  post(...add: CostedLine[]): CostPlan {
    return this.pools.record({ add, remove: [], addCost: [] });
  }
  cost(id: string, item = 'item'): string {
    return shown(this.pools.line(item, id).cost);
  }
  left(item = 'item'): { quantity: string; value: string } {
    const { quantity, value } = this.pools.total(item);
    return { quantity: String(Number(quantity) / 1_000_000), value: shown(value) };
  }
}

function shown(tetri: bigint): string {
  return (Number(tetri) / 100).toFixed(2);
}

/** What was booked beside the cost of the lines themselves: `line amount`. */
function corrections({ changes }: CostPlan): string[] {
  return changes
    .filter(({ kind }) => kind !== 'COST')
    .map(({ kind, lineId, amount }) => `${kind} ${lineId} ${shown(amount)}`);
}

describe('first in, first out', () => {
  it('4 at 100, 8 at 200, 3 at 300: issues of 3, 5, 4, 3 cost 300, 900, 800, 900 and leave nothing', () => {
    const card = new Card('FIFO');
    card.post(received('r1', '01-01', 4, 400));
    card.post(received('r2', '01-02', 8, 1600));
    card.post(received('r3', '01-03', 3, 900));
    for (const [id, quantity] of [
      ['i1', 3],
      ['i2', 5],
      ['i3', 4],
      ['i4', 3],
    ] as const)
      card.post(issued(id, '01-10', quantity));
    expect(['i1', 'i2', 'i3', 'i4'].map((id) => card.cost(id))).toEqual([
      '300.00',
      '900.00',
      '800.00',
      '900.00',
    ]);
    expect(card.left()).toEqual({ quantity: '0', value: '0.00' });
    // 5 = the last of the first layer and four of the second.
    expect(card.pools.line('item', 'i2').allocations).toEqual([
      { layerId: 'r1', quantity: PIECE, value: lari(100) },
      { layerId: 'r2', quantity: 4n * PIECE, value: lari(800) },
    ]);
  });

  it('gives the last unit of a layer what is left of it: 10.00 for three pieces is 3.33, 3.34, 3.33', () => {
    const card = new Card('FIFO');
    card.post(received('r', '01-01', 3, 10));
    card.post(issued('a', '01-02', 1));
    card.post(issued('b', '01-03', 1));
    card.post(issued('c', '01-04', 1));
    expect([card.cost('a'), card.cost('b'), card.cost('c')]).toEqual(['3.33', '3.34', '3.33']);
    expect(card.left()).toEqual({ quantity: '0', value: '0.00' });
  });

  it('sends back to the supplier what came from him, and the rest from the oldest', () => {
    const card = new Card('FIFO');
    card.post(received('r1', '01-01', 4, 400));
    card.post(received('r2', '01-02', 4, 800));
    card.post(line('back', '01-03', 5, { kind: 'OUT_RETURN', of: 'r2', expectedCost: 0n }));
    expect(card.cost('back')).toBe('900.00');
    expect(card.left()).toEqual({ quantity: '3', value: '300.00' });
  });
});

describe('moving average', () => {
  it('10 at 10 and 10 at 20 are 20 at 15; after 5 more at 30 what is left costs 20 a piece', () => {
    const card = new Card('AVERAGE');
    card.post(received('r1', '01-01', 10, 100));
    card.post(received('r2', '01-02', 10, 200));
    card.post(issued('i1', '01-03', 10));
    card.post(received('r3', '01-04', 5, 150));
    card.post(issued('i2', '01-05', 3));
    card.post(issued('i3', '01-06', 12));
    expect([card.cost('i1'), card.cost('i2'), card.cost('i3')]).toEqual(['150.00', '60.00', '240.00']);
    expect(card.left()).toEqual({ quantity: '0', value: '0.00' });
  });
});

describe('what comes back, and what is found', () => {
  it('a return costs what its issue did, the last of it the rest', () => {
    const card = new Card('AVERAGE');
    card.post(received('r', '01-01', 3, 10));
    card.post(issued('i', '01-02', 3));
    card.post(received('dearer', '01-03', 1, 50));
    card.post(line('back1', '01-04', 2, { kind: 'IN_RETURN', of: 'i' }));
    card.post(line('back2', '01-05', 1, { kind: 'IN_RETURN', of: 'i' }));
    expect([card.cost('back1'), card.cost('back2')]).toEqual(['6.67', '3.33']);
    expect(card.left()).toEqual({ quantity: '4', value: '60.00' });
  });

  it('a return on the day of its issue stands behind it', () => {
    const card = new Card('FIFO');
    card.post(received('r', '01-01', 2, 10));
    card.post(issued('i', '01-02', 2));
    card.post(line('back', '01-02', 1, { kind: 'IN_RETURN', of: 'i' }));
    expect(card.cost('back')).toBe('5.00');
  });

  it.each(['FIFO', 'AVERAGE'] as const)('a surplus costs what a piece costs now (%s)', (method) => {
    const card = new Card(method);
    card.post(received('r1', '01-01', 2, 10));
    card.post(received('r2', '01-02', 2, 30));
    card.post(line('found', '01-03', 1, { kind: 'IN_AT_POOL_COST', expectedCost: 0n }));
    expect(card.cost('found')).toBe('10.00');
    expect(card.left()).toEqual({ quantity: '5', value: '50.00' });
  });
});

describe('sold short', () => {
  it.each(['FIFO', 'AVERAGE'] as const)(
    'costs what came in last until more comes in, which settles it (%s)',
    (method) => {
      const card = new Card(method);
      card.post(received('r1', '01-01', 4, 40));
      const short = card.post(issued('i1', '01-02', 6));
      expect(card.cost('i1')).toBe('60.00');
      expect(card.left()).toEqual({ quantity: '-2', value: '-20.00' });
      expect(short.shortages).toEqual([
        { itemId: 'item', lineId: 'i1', movementId: 'movement of i1', missing: 2n * PIECE },
      ]);
      const settled = card.post(received('r2', '01-05', 5, 60));
      // Two pieces cost 12 instead of 10: the cost of goods sold grows by 4, and no stock is left for that.
      expect(corrections(settled)).toEqual(['ADJUSTMENT i1 -4.00']);
      expect(card.cost('i1')).toBe('64.00');
      expect(card.left()).toEqual({ quantity: '3', value: '36.00' });
    },
  );

  it('costs what is expected where nothing ever came in, and is settled in parts', () => {
    const card = new Card('FIFO');
    card.post(issued('i', '01-02', 3, 30));
    expect(card.cost('i')).toBe('30.00');
    expect(corrections(card.post(received('r1', '01-03', 1, 11)))).toEqual(['ADJUSTMENT i -1.00']);
    expect(corrections(card.post(received('r2', '01-04', 2, 18)))).toEqual(['ADJUSTMENT i 2.00']);
    expect(card.cost('i')).toBe('29.00');
    expect(card.left()).toEqual({ quantity: '0', value: '0.00' });
  });
});

describe('what becomes known late', () => {
  it('a backdated receipt makes later issues cheaper by entries of their own', () => {
    const card = new Card('FIFO');
    card.post(received('r1', '01-10', 10, 100));
    card.post(issued('i1', '01-20', 6));
    card.post(issued('i2', '01-25', 4));
    const late = card.post(received('r0', '01-05', 5, 40));
    // i1 takes five at 8 and one at 10 instead of six at 10; i2 stays at 10.
    expect(corrections(late)).toEqual(['ADJUSTMENT i1 10.00']);
    expect([card.cost('i1'), card.cost('i2')]).toEqual(['50.00', '40.00']);
    expect(card.left()).toEqual({ quantity: '5', value: '50.00' });
  });

  it('a price that grows later adds to the receipt, and what is sold takes its share', () => {
    const card = new Card('FIFO');
    card.post(received('r', '01-10', 10, 100));
    card.post(issued('i', '01-20', 4));
    const plan = card.pools.record({
      add: [],
      remove: [],
      addCost: [
        { lineId: 'r', itemId: 'item', amount: lari(25), documentId: 'invoice', counterAccount: '3110' },
      ],
    });
    expect(corrections(plan)).toEqual(['ADDED r 25.00', 'ADJUSTMENT i -10.00']);
    expect(entriesOf(plan.changes)).toEqual([
      { accountCode: '1610', debit: '15.00' },
      { accountCode: '3110', credit: '25.00' },
      { accountCode: '7210', debit: '10.00' },
    ]);
    expect(card.left()).toEqual({ quantity: '6', value: '75.00' });
  });

  it('a reversed receipt leaves the history, and everything is as if it had never been', () => {
    const card = new Card('FIFO');
    card.post(received('r1', '01-01', 5, 50));
    card.post(received('r2', '01-02', 5, 100));
    card.post(issued('i', '01-03', 5));
    const reversed = card.pools.record({
      add: [],
      remove: [{ lineId: 'r1', itemId: 'item' }],
      addCost: [],
    });
    expect(corrections(reversed)).toEqual(['REVERSAL r1 -50.00', 'ADJUSTMENT i -50.00']);
    expect(card.cost('i')).toBe('100.00');
    expect(card.left()).toEqual({ quantity: '0', value: '0.00' });
  });

  it('a receipt that carries added costs is not taken away beneath them', () => {
    const card = new Card('FIFO');
    card.post(received('r', '01-01', 5, 50));
    const addCost = [{ lineId: 'r', itemId: 'item', amount: 100n, documentId: 'd', counterAccount: '3110' }];
    card.pools.record({ add: [], remove: [], addCost });
    expect(() =>
      card.pools.record({ add: [], remove: [{ lineId: 'r', itemId: 'item' }], addCost: [] }),
    ).toThrow(/added/);
  });
});

describe('what is made of other things', () => {
  it('costs its components and the work, and follows them when they turn out dearer', () => {
    const card = new Card('FIFO');
    card.post(received('wood', '01-01', 10, 100, 'wood'), received('nails', '01-01', 100, 50, 'nails'));
    const made = (id: string, day: string): CostedLine[] => [
      { ...line(`${id} wood`, day, 4, { kind: 'OUT', expectedCost: 0n }, 'wood'), counterAccount: 'made' },
      { ...line(`${id} nails`, day, 20, { kind: 'OUT', expectedCost: 0n }, 'nails'), counterAccount: 'made' },
      {
        ...line(
          id,
          day,
          2,
          { kind: 'IN_ASSEMBLED', from: [`${id} wood`, `${id} nails`], added: lari(30) },
          'chair',
        ),
        counterAccount: 'made',
      },
    ];
    const plan = card.post(...made('chairs', '01-05'));
    // 4 of wood at 10, 20 nails at 0.50, work 30.
    expect(card.cost('chairs', 'chair')).toBe('80.00');
    expect(entriesOf(plan.changes)).toEqual([
      { accountCode: '1610', debit: '30.00' },
      { accountCode: 'made', credit: '30.00' },
    ]);
    card.post(line('sold', '01-06', 1, { kind: 'OUT', expectedCost: 0n }, 'chair'));
    const dearer = card.pools.record({
      add: [],
      remove: [],
      addCost: [
        { lineId: 'wood', itemId: 'wood', amount: lari(10), documentId: 'd', counterAccount: '3110' },
      ],
    });
    expect(corrections(dearer)).toEqual([
      'ADDED wood 10.00',
      'ADJUSTMENT chairs wood -4.00',
      'ADJUSTMENT chairs 4.00',
      'ADJUSTMENT sold -2.00',
    ]);
    expect(card.cost('sold', 'chair')).toBe('42.00');
  });
});
