import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '#test/caller.ts';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { demandHealthy } from '#test/inventory-health.ts';
import { startSystem, type System } from '#test/system.ts';
import { spread } from './spread.ts';

let system: System;
let goods: Goods;
let warehouse: string;
beforeAll(async () => {
  system = await startSystem({ chart: CHART_WITH_STOCK });
  goods = goodsOf(system.company(0).as('admin'));
  await untilMonth(system, '2026-03', true);
  warehouse = await goods.warehouse();
});
afterAll(() => system.close());

const FIELDS = `id number status amount accountCode shares { lineId amount }
  postings { purpose transaction { entries { account { code } debit credit } } }`;

interface Landed {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly amount: string;
  readonly shares: readonly { readonly amount: string }[];
}

const NAMES = {
  record: 'recordLandedCosts',
  correct: 'correctReceiptPrice',
  reverse: 'reverseLandedCosts',
} as const;

function textOf(command: keyof typeof NAMES): string {
  const name = NAMES[command];
  return `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { landedCost { ${FIELDS} } } }`;
}

async function run(command: keyof typeof NAMES, input: object): Promise<Landed> {
  const data = await goods.caller.query<Record<string, { landedCost: Landed }>>(textOf(command), {
    input: { bookingDate: '2026-03-20', ...input },
  });
  const payload = data[NAMES[command]];
  if (payload === undefined) throw new Error('no answer');
  return payload.landedCost;
}

const refused = (command: keyof typeof NAMES, input: object): Promise<Refusal> =>
  goods.caller.refusal(textOf(command), { input: { bookingDate: '2026-03-20', ...input } });

const received = (lines: readonly object[], date = '2026-03-01') =>
  goods.record({ kind: 'RECEIPT', date, warehouseId: warehouse, lines });
const sold = (itemId: string, quantity: string) =>
  goods.record({
    kind: 'ISSUE',
    reason: 'SALE',
    date: '2026-03-10',
    warehouseId: warehouse,
    lines: [{ itemId, quantity }],
  });

describe('an amount is spread', () => {
  it('to the tetri: 100.00 over three equal parts is 33.34, 33.33, 33.33', () => {
    expect(spread(10_000n, [1n, 1n, 1n])).toEqual([3_334n, 3_333n, 3_333n]);
    expect(spread(-10_000n, [1n, 1n, 1n])).toEqual([-3_334n, -3_333n, -3_333n]);
    expect(spread(100n, [0n, 1n, 2n])).toEqual([0n, 33n, 67n]);
  });

  it('without a remainder, and no part is further than a tetri from its share', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-1_000_000n, 1_000_000n),
        fc.array(fc.bigInt(0n, 1_000_000n), { minLength: 1, maxLength: 20 }),
        (amount, weights) => {
          const whole = weights.reduce((sum, weight) => sum + weight, 0n);
          fc.pre(whole > 0n);
          const parts = spread(amount, weights);
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount);
          parts.forEach((part, index) => {
            const off = part * whole - amount * (weights[index] ?? 0n);
            expect(off < whole && off > -whole).toBe(true);
          });
        },
      ),
    );
  });
});

describe('landed costs', () => {
  it('raise what goods cost; what has been sold takes its share on the day of booking', async () => {
    const item = await goods.item({ weight: '2' });
    const other = await goods.item({ weight: '1' });
    const { lines } = await received([
      { itemId: item, quantity: '10', amount: '100.00' },
      { itemId: other, quantity: '10', amount: '300.00' },
    ]);
    await sold(item, '4');
    const lineIds = lines.map(({ id }) => id);
    const landed = await run('record', {
      description: 'Freight',
      basis: 'WEIGHT',
      amount: '100.00',
      lineIds,
    });
    expect(landed).toMatchObject({ status: 'POSTED', accountCode: '3190' });
    expect(landed.number).toMatch(/^LC-2026-\d{6}$/);
    // 20 kg of 30, and 10 kg of 30.
    expect(landed.shares.map(({ amount }) => amount)).toEqual(['66.67', '33.33']);
    // 166.67 less four tenths of it.
    expect(await goods.onHand(item, '2026-03-31')).toMatchObject({ quantity: '6', value: '100.00' });
    // On the day before, nobody knew.
    expect(await goods.onHand(item, '2026-03-19')).toMatchObject({ quantity: '6', value: '60.00' });
    await demandHealthy(goods.caller);

    const taken = await run('reverse', { id: landed.id, reason: 'Charged twice' });
    expect(taken.status).toBe('REVERSED');
    expect(await goods.onHand(item, '2026-03-31')).toMatchObject({ value: '60.00' });
    await demandHealthy(goods.caller);
    expect(await refused('reverse', { id: landed.id, reason: 'Again' })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
  });

  it('and a price that changes, with one key once', async () => {
    const item = await goods.item({ costingMethod: 'AVERAGE' });
    const { lines } = await received([{ itemId: item, quantity: '10', amount: '100.00' }]);
    await sold(item, '5');
    const input = { lineId: lines[0]?.id, newCost: '80.00', description: 'Rebate', idempotencyKey: uuidv7() };
    const corrected = await run('correct', input);
    expect(corrected.amount).toBe('-20.00');
    expect((await run('correct', input)).id).toBe(corrected.id);
    expect(await goods.onHand(item, '2026-03-31')).toMatchObject({ quantity: '5', value: '40.00' });
    await demandHealthy(goods.caller);
  });

  it('are refused where they make no sense, and say why', async () => {
    const item = await goods.item();
    const { id: receipt, lines } = await received([{ itemId: item, quantity: '10', amount: '100.00' }]);
    const lineIds = lines.map(({ id }) => id);
    const { lines: out } = await sold(item, '1');
    const input = { description: 'Freight', basis: 'VALUE', amount: '10.00', lineIds };
    const cases: [object, object][] = [
      [{ amount: '0.00' }, { code: 'BAD_USER_INPUT', field: 'amount' }],
      [{ amount: '-100.01' }, { code: 'BAD_USER_INPUT', field: 'amount' }],
      [{ amount: '1.001' }, { code: 'BAD_USER_INPUT', field: 'amount' }],
      [{ basis: 'WEIGHT' }, { code: 'BAD_USER_INPUT', field: 'lineIds[0]' }],
      [{ lineIds: [] }, { code: 'BAD_USER_INPUT', field: 'lineIds' }],
      [{ lineIds: [...lineIds, ...lineIds] }, { code: 'BAD_USER_INPUT', field: 'lineIds[1]' }],
      [{ lineIds: out.map(({ id }) => id) }, { code: 'BAD_USER_INPUT', field: 'lineIds[0]' }],
      [{ lineIds: [uuidv7()] }, { code: 'NOT_FOUND', field: 'lineIds[0]' }],
      [{ bookingDate: '2031-01-01' }, { code: 'PERIOD_CLOSED', field: 'bookingDate' }],
      [{ taxInvoiceId: uuidv7() }, { code: 'NOT_FOUND', field: 'taxInvoiceId' }],
      [{ accountCode: '3 1' }, { code: 'BAD_USER_INPUT', field: 'accountCode' }],
    ];
    for (const [change, refusal] of cases)
      expect(await refused('record', { ...input, ...change }), JSON.stringify(change)).toMatchObject(refusal);
    const same = { lineId: lineIds[0], newCost: '100.00', description: 'Same' };
    expect(await refused('correct', same)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'newCost' });

    await run('record', input);
    const reversal = { id: receipt, bookingDate: '2026-03-21', reason: 'Wrong' };
    expect(await goods.refusal('reverse', reversal)).toMatchObject({ code: 'INVALID_TRANSITION' });
  });
});
