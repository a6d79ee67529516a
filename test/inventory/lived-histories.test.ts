import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { demandHealthy } from '#test/inventory-health.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let goods: Goods;
beforeAll(async () => {
  system = await startSystem({ chart: CHART_WITH_STOCK });
  goods = goodsOf(system.company(0).as('admin'));
  await untilMonth(system, '2026-02', true);
});
afterAll(() => system.close());

interface Wish {
  readonly kind: 'RECEIPT' | 'ISSUE' | 'FOUND' | 'MISSING';
  readonly quantity: number;
  readonly amount: number;
  readonly rank: number;
  readonly isReversed: boolean;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(...(['RECEIPT', 'RECEIPT', 'ISSUE', 'ISSUE', 'FOUND', 'MISSING'] as const)),
  quantity: fc.integer({ min: 1, max: 9 }),
  amount: fc.integer({ min: 1, max: 99_999 }),
  rank: fc.nat(1_000),
  isReversed: fc.nat(5).map((n) => n === 0),
});

/** What is asked for, at a moment of its own and booked on one day. */
function movementOf(wished: Wish, moment: number, itemId: string, warehouseId: string) {
  const time = `${String(8 + Math.floor(moment / 60)).padStart(2, '0')}:${String(moment % 60).padStart(2, '0')}`;
  const when = { date: '2026-02-03', time, bookingDate: '2026-02-10', warehouseId };
  const line = { itemId, quantity: String(wished.quantity) };
  const amount = (wished.amount / 100).toFixed(2);
  switch (wished.kind) {
    case 'RECEIPT':
      return { ...when, kind: 'RECEIPT', lines: [{ ...line, amount }] };
    case 'ISSUE':
      return { ...when, kind: 'ISSUE', reason: 'SALE', lines: [line] };
    case 'FOUND':
      return { ...when, kind: 'COUNT', lines: [{ ...line, direction: 'IN' }] };
    case 'MISSING':
      return { ...when, kind: 'COUNT', lines: [{ ...line, direction: 'OUT' }] };
  }
}

/** Records a history in an order, takes some of it back, and answers what is left. */
async function live(wishes: readonly Wish[], order: readonly number[], costingMethod: string) {
  const itemId = await goods.item({ costingMethod, allowsShort: true });
  const warehouse = await goods.warehouse();
  const recorded: { readonly id: string; readonly wished: Wish }[] = [];
  for (const moment of order) {
    const wished = wishes[moment];
    if (wished === undefined) throw new Error('no such wish');
    const { id } = await goods.record(movementOf(wished, moment, itemId, warehouse));
    recorded.push({ id, wished });
  }
  for (const { id, wished } of recorded)
    if (wished.isReversed) await goods.command('reverse', { id, bookingDate: '2026-02-11', reason: 'Wrong' });
  return goods.onHand(itemId, '2026-02-28');
}

it.each(['FIFO', 'AVERAGE'])(
  'stock agrees with books and layers after any history, and is worth the same in any order of arrival (%s)',
  async (method) => {
    for (const wishes of fc.sample(fc.array(wish, { minLength: 8, maxLength: 12 }), {
      numRuns: 3,
      seed: 5,
    })) {
      const punctual = wishes.map((_, index) => index);
      const tardy = [...punctual].sort((a, b) => (wishes[a]?.rank ?? 0) - (wishes[b]?.rank ?? 0));
      expect(await live(wishes, tardy, method)).toEqual(await live(wishes, punctual, method));
    }
    const { stockValue, ledgerValue } = await demandHealthy(goods.caller);
    expect(ledgerValue).toBe(stockValue);
  },
  120_000,
);
