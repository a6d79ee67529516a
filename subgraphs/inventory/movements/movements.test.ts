import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods, type Moved } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let goods: Goods;
let shop: string;
let store: string;

beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: CHART_WITH_STOCK });
  await untilMonth(system, '2026-12', true);
  goods = goodsOf(system.company(0).as('admin'));
  shop = await goods.warehouse();
  store = await goods.warehouse();
});
afterAll(() => system.close());

function receipt(itemId: string, date: string, quantity: string, unitCost: string, more: object = {}) {
  return {
    kind: 'RECEIPT',
    date,
    warehouseId: shop,
    lines: [{ itemId, quantity, unitCost, ...more }],
  };
}

function sale(itemId: string, date: string, quantity: string, more: object = {}) {
  return { kind: 'ISSUE', reason: 'SALE', date, warehouseId: shop, lines: [{ itemId, quantity, ...more }] };
}

function transfer(itemId: string, date: string, quantity: string, more: object = {}) {
  const lines = [{ itemId, quantity, ...more }];
  return { kind: 'TRANSFER', date, warehouseId: shop, toWarehouseId: store, lines };
}

/** Entries of a posting as lines of a journal: account, debit, credit. */
function journal(moved: Moved, purpose = 'movement'): string[] {
  const posting = moved.postings.find((one) => one.purpose === purpose);
  return (posting?.transaction?.entries ?? [])
    .map(({ account, debit, credit }) => `${account.code} ${debit} ${credit}`)
    .sort();
}

describe('what goods cost when they go', () => {
  it('is that of the layers that came first, to the last tetri, and the ledger says the same', async () => {
    const item = await goods.item();
    const came = [
      ['2026-02-01', '4', '100'],
      ['2026-02-02', '8', '200'],
      ['2026-02-03', '3', '300'],
    ] as const;
    for (const [date, quantity, price] of came) await goods.record(receipt(item, date, quantity, price));
    const costs: (string | null)[] = [];
    for (const [date, quantity] of [
      ['2026-02-04', '3'],
      ['2026-02-05', '5'],
      ['2026-02-06', '4'],
      ['2026-02-07', '3'],
    ] as const)
      costs.push((await goods.record(sale(item, date, quantity))).cost);
    expect(costs).toEqual(['300.00', '900.00', '800.00', '900.00']);
    expect(await goods.onHand(item, '2026-02-03')).toMatchObject({ quantity: '15', value: '2900.00' });
    expect(await goods.onHand(item, '2026-02-07')).toBeUndefined();
  });

  it('is the moving average where the item says so, and the last takes the rest', async () => {
    const item = await goods.item({ costingMethod: 'AVERAGE' });
    await goods.record(receipt(item, '2026-02-01', '2', '10'));
    await goods.record(receipt(item, '2026-02-02', '1', '10.01'));
    const first = await goods.record(sale(item, '2026-02-03', '1'));
    const second = await goods.record(sale(item, '2026-02-04', '1'));
    const third = await goods.record(sale(item, '2026-02-05', '1'));
    expect([first.cost, second.cost, third.cost]).toEqual(['10.00', '10.01', '10.00']);
  });

  it('goes into the books with what came in: stock against goods received, cost of sales against stock', async () => {
    const item = await goods.item();
    const came = await goods.record(receipt(item, '2026-02-01', '4', '25'));
    const went = await goods.record(sale(item, '2026-02-02', '1'));
    expect(journal(await goods.settled(came.id))).toEqual(['1610 100.00 0.00', '3190 0.00 100.00']);
    expect(journal(await goods.settled(went.id))).toEqual(['1610 0.00 25.00', '7210 25.00 0.00']);
  });

  it('stays as it was booked when something came in before it after all; the difference is an entry of its own', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '2026-02-10', '5', '20'));
    const went = await goods.record(sale(item, '2026-02-20', '5'));
    expect(went.cost).toBe('100.00');
    const late = await goods.record({
      ...receipt(item, '2026-02-05', '5', '10'),
      bookingDate: '2026-03-02',
    });
    const settled = await goods.settled(late.id);
    expect(journal(settled)).toEqual(['1610 50.00 0.00', '3190 0.00 50.00']);
    // The sale truly took the five at 10: 50 less than booked.
    expect(journal(settled, 'cost-adjustment')).toEqual(['1610 50.00 0.00', '7210 0.00 50.00']);
    expect((await goods.movement(went.id)).cost).toBe('100.00');
    expect(await goods.onHand(item, '2026-02-28')).toBeUndefined();
    expect(await goods.onHand(item, '2026-02-28', { basis: 'HAPPENED' })).toMatchObject({
      quantity: '5',
      value: '100.00',
    });
    expect(await goods.onHand(item, '2026-03-02')).toMatchObject({ quantity: '5', value: '100.00' });
  });

  it('comes back with the goods: at the cost of the issue that they are of, or of what there is', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '2026-02-01', '2', '10'));
    await goods.record(receipt(item, '2026-02-02', '2', '30'));
    const went = await goods.record(sale(item, '2026-02-03', '2'));
    const back = await goods.record({
      kind: 'CUSTOMER_RETURN',
      date: '2026-02-04',
      warehouseId: shop,
      lines: [{ itemId: item, quantity: '1', of: went.lines[0]?.id }],
    });
    expect(back.cost).toBe('10.00');
    expect(
      await goods.refusal('record', {
        kind: 'CUSTOMER_RETURN',
        date: '2026-02-05',
        warehouseId: shop,
        lines: [{ itemId: item, quantity: '2', of: went.lines[0]?.id }],
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines[0].quantity' });
  });

  it('goes back to the supplier with what came from there, and the difference to the credit is named', async () => {
    const item = await goods.item();
    const came = await goods.record(receipt(item, '2026-02-01', '2', '10'));
    const back = await goods.record({
      kind: 'SUPPLIER_RETURN',
      date: '2026-02-04',
      warehouseId: shop,
      lines: [{ itemId: item, quantity: '1', amount: '9.00', of: came.lines[0]?.id }],
    });
    expect(back.cost).toBe('10.00');
    expect(journal(await goods.settled(back.id))).toEqual([
      '1610 0.00 10.00',
      '3190 9.00 0.00',
      '7210 1.00 0.00',
    ]);
  });

  it('is the sum of the components of what is assembled, and of the labour', async () => {
    const part = await goods.item({ kind: 'MATERIAL' });
    const product = await goods.item({ kind: 'PRODUCT' });
    await goods.record(receipt(part, '2026-02-01', '10', '3'));
    const made = await goods.record({
      kind: 'ASSEMBLY',
      date: '2026-02-02',
      warehouseId: shop,
      lines: [
        { itemId: part, quantity: '4', direction: 'OUT' },
        { itemId: product, quantity: '2', direction: 'IN', amount: '5.00' },
      ],
    });
    expect(journal(await goods.settled(made.id))).toEqual([
      '1620 0.00 12.00',
      '1630 0.00 5.00',
      '1640 17.00 0.00',
    ]);
    expect(await goods.onHand(product, '2026-02-02')).toMatchObject({ quantity: '2', value: '17.00' });
  });
});

describe('a movement', () => {
  it('is drafted, changed, approved, posted and taken back, and numbered without a gap', async () => {
    const item = await goods.item();
    const draft = await goods.command('create', receipt(item, '2025-12-31', '3', '5'));
    expect(draft).toMatchObject({ status: 'DRAFT', number: null, cost: null, postings: [] });
    expect(await goods.refusal('post', { id: draft.id })).toMatchObject({ code: 'INVALID_TRANSITION' });
    const changed = await goods.command('update', {
      id: draft.id,
      expectedVersion: 1,
      movement: receipt(item, '2026-05-01', '4', '5'),
    });
    expect(changed).toMatchObject({ status: 'DRAFT', version: 2 });
    expect(
      await goods.refusal('update', {
        id: draft.id,
        expectedVersion: 1,
        movement: receipt(item, '2026-05-01', '1', '5'),
      }),
    ).toMatchObject({ code: 'CONFLICT', field: 'expectedVersion' });
    expect(await goods.command('approve', { id: draft.id })).toMatchObject({ status: 'APPROVED' });
    const posted = await goods.command('post', { id: draft.id });
    expect(posted).toMatchObject({ status: 'POSTED', cost: '20.00' });
    expect(posted.number).toMatch(/^GR-2026-\d{6}$/);
    expect(await goods.refusal('discard', { id: draft.id })).toMatchObject({ code: 'INVALID_TRANSITION' });
    const taken = await goods.command('reverse', {
      id: draft.id,
      bookingDate: '2026-05-02',
      reason: 'twice',
    });
    expect(Number(taken.number?.slice(-6))).toBe(Number(posted.number?.slice(-6)) + 1);
    expect(journal(await goods.settled(taken.id))).toEqual(['1610 0.00 20.00', '3190 20.00 0.00']);
    expect((await goods.movement(draft.id)).status).toBe('REVERSED');
    expect(await goods.onHand(item, '2026-05-01')).toMatchObject({ quantity: '4', value: '20.00' });
    expect(await goods.onHand(item, '2026-05-02')).toBeUndefined();
    expect(await goods.onHand(item, '2026-05-01', { basis: 'HAPPENED' })).toBeUndefined();
    expect(
      await goods.refusal('reverse', { id: draft.id, bookingDate: '2026-05-02', reason: 'thrice' }),
    ).toMatchObject({ code: 'INVALID_TRANSITION' });
    const given = await goods.command('create', sale(item, '2026-05-01', '1'));
    expect(await goods.command('discard', { id: given.id })).toMatchObject({ status: 'DISCARDED' });
  });

  it('is recorded once under its key, also when it could not be recorded again', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '2026-05-01', '1', '5'));
    const input = { ...sale(item, '2026-05-02', '1'), idempotencyKey: uuidv7() };
    const first = await goods.record(input);
    expect((await goods.record(input)).id).toBe(first.id);
    expect(
      await goods.refusal('record', {
        ...sale(item, '2026-05-03', '1'),
        idempotencyKey: input.idempotencyKey,
      }),
    ).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('is not taken back when its goods have gone, or others rest on it', async () => {
    const item = await goods.item();
    const came = await goods.record(receipt(item, '2026-05-01', '2', '5'));
    const went = await goods.record(sale(item, '2026-05-02', '1'));
    await goods.settled(came.id);
    const reverse = (id: string) =>
      goods.refusal('reverse', { id, bookingDate: '2026-05-03', reason: 'mistaken' });
    expect(await reverse(came.id)).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
    await goods.record({
      kind: 'CUSTOMER_RETURN',
      date: '2026-05-02',
      warehouseId: shop,
      lines: [{ itemId: item, quantity: '1', of: went.lines[0]?.id }],
    });
    expect(await reverse(went.id)).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
  });

  it('shows when the books refuse it, and goes into them on another day', async () => {
    const other = goodsOf(system.company(1).as('admin'));
    const accountant = system.company(1).as('chief_accountant');
    const item = await other.item();
    const warehouseId = await other.warehouse();
    await accountant.query(
      `mutation ($input: AccountActionInput!) { deactivateAccount(input: $input) { account { id } } }`,
      { input: { id: system.company(1).accountId('3190') } },
    );
    const came = await other.record({ ...receipt(item, '2026-06-30', '2', '5'), warehouseId });
    const refused = await other.settled(came.id);
    expect(refused.postings).toMatchObject([{ state: 'REFUSED', refusal: { code: 'ACCOUNT_INACTIVE' } }]);
    expect(
      await other.refusal('reverse', { id: came.id, bookingDate: '2026-06-30', reason: 'mistaken' }),
    ).toMatchObject({ code: 'INVALID_TRANSITION' });
    await accountant.query(
      `mutation ($input: AccountActionInput!) { activateAccount(input: $input) { account { id } } }`,
      { input: { id: system.company(1).accountId('3190') } },
    );
    await other.command('retry', { id: came.id, bookingDate: '2026-07-01' });
    const booked = await other.settled(came.id);
    expect(booked).toMatchObject({
      bookingDate: '2026-07-01',
      postings: [{ state: 'POSTED', date: '2026-07-01', transaction: { date: '2026-07-01' } }],
    });
    expect(await other.onHand(item, '2026-06-30')).toBeUndefined();
    expect(await other.onHand(item, '2026-07-01')).toMatchObject({ quantity: '2', value: '10.00' });
    expect(await other.refusal('retry', { id: came.id })).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  it('is no business of other companies', async () => {
    const item = await goods.item();
    const came = await goods.record(receipt(item, '2026-05-01', '2', '5'));
    const them = goodsOf(system.company(1).as('admin'));
    expect(
      await them.caller.query(`query ($id: ID!) { stockMovement(id: $id) { id } }`, { id: came.id }),
    ).toEqual({
      stockMovement: null,
    });
    expect(await them.refusal('approve', { id: came.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await them.refusal('record', sale(item, '2026-05-01', '1'))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('goods that are sent to another warehouse', () => {
  it('are on the way until they arrive, and what does not is lost', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '2026-05-01', '10', '7'));
    const sent = await goods.record(transfer(item, '2026-05-02', '6'));
    expect(sent).toMatchObject({ cost: null, postings: [] });
    expect(await goods.onHand(item, '2026-05-02')).toMatchObject({
      quantity: '4',
      inTransit: '6',
      value: '70.00',
    });
    expect(await goods.onHand(item, '2026-05-02', { warehouseId: store })).toMatchObject({
      quantity: '0',
      inTransit: '6',
      value: '42.00',
    });
    expect(
      await goods.refusal('record', { ...sale(item, '2026-05-03', '1'), warehouseId: store }),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'lines[0].quantity',
      missing: '1',
    });
    const of = sent.lines[0]?.id;
    const arrived = await goods.record({
      kind: 'TRANSFER_RECEIPT',
      date: '2026-05-04',
      transferId: sent.id,
      lines: [
        { itemId: item, quantity: '5', of },
        { itemId: item, quantity: '1', of, direction: 'OUT' },
      ],
    });
    expect(journal(await goods.settled(arrived.id))).toEqual(['1610 0.00 7.00', '7490 7.00 0.00']);
    expect(await goods.onHand(item, '2026-05-04', { warehouseId: store })).toMatchObject({
      quantity: '5',
      inTransit: '0',
      value: '35.00',
    });
    expect(
      await goods.refusal('record', {
        kind: 'TRANSFER_RECEIPT',
        date: '2026-05-04',
        transferId: sent.id,
        lines: [{ itemId: item, quantity: '1', of }],
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines[0].quantity' });
    expect(
      await goods.refusal('reverse', { id: sent.id, bookingDate: '2026-05-05', reason: 'not sent' }),
    ).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  it('may arrive as they leave', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '2026-05-01', '10', '7'));
    await goods.record({ ...transfer(item, '2026-05-02', '6'), isDirect: true });
    expect(await goods.onHand(item, '2026-05-02', { warehouseId: store })).toMatchObject({
      quantity: '6',
      inTransit: '0',
    });
  });
});

describe('a movement is refused', () => {
  it('when more goes out than there is, on the day or on any later one', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '2026-05-01', '5', '1'));
    await goods.record(sale(item, '2026-05-20', '4'));
    expect(await goods.refusal('record', sale(item, '2026-05-21', '2'))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'lines[0].quantity',
      value: '2',
      missing: '1',
    });
    // On 10 May there were five, but four of them are sold on the 20th.
    expect(await goods.refusal('record', sale(item, '2026-05-10', '2'))).toMatchObject({
      field: 'lines[0].quantity',
      missing: '1',
    });
    expect(await goods.refusal('record', sale(item, '2026-04-30', '1'))).toMatchObject({
      field: 'lines[0].quantity',
    });
    expect(await goods.refusal('record', transfer(item, '2026-05-21', '2'))).toMatchObject({
      field: 'lines[0].quantity',
    });
    await goods.record(sale(item, '2026-05-10', '1'));
  });

  it('when many at once take the last one: one of them gets it', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '2026-05-01', '1', '5'));
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        index % 2 === 0
          ? goods.record(sale(item, '2026-05-02', '1'))
          : goods.record(transfer(item, '2026-05-02', '1')),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('but nobody is turned away while there is any, however many want some at once', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '2026-05-01', '24', '5'));
    const sold = await Promise.all(
      Array.from({ length: 24 }, () => goods.record(sale(item, '2026-05-02', '1'))),
    );
    expect(new Set(sold.map(({ number }) => number)).size).toBe(24);
    expect(await goods.onHand(item, '2026-05-02')).toBeUndefined();
  });

  it('unless the item may be sold short; then the cost is settled when it comes in', async () => {
    const item = await goods.item({ allowsShort: true, expectedCost: '8' });
    const went = await goods.record(sale(item, '2026-05-02', '2'));
    expect(went.cost).toBe('16.00');
    expect(await goods.onHand(item, '2026-05-02')).toMatchObject({ quantity: '-2', value: '-16.00' });
    const came = await goods.record(receipt(item, '2026-05-03', '5', '10'));
    expect(journal(await goods.settled(came.id), 'cost-adjustment')).toEqual([
      '1610 0.00 4.00',
      '7210 4.00 0.00',
    ]);
    expect(await goods.onHand(item, '2026-05-03')).toMatchObject({ quantity: '3', value: '30.00' });
  });

  it('when something about it is wrong, naming what', async () => {
    const item = await goods.item({ unit: 'KG', conversions: [{ unit: 'PACK', quantity: '0.25' }] });
    const pieces = await goods.item();
    const service = await goods.item({ kind: 'SERVICE' });
    await goods.record(receipt(item, '2026-05-01', '8', '1'));
    const good = sale(item, '2026-05-02', '1');
    const wrong: readonly (readonly [object, string, string])[] = [
      [sale(item, '2026-05-02', '0'), 'BAD_USER_INPUT', 'lines[0].quantity'],
      [sale(item, '2026-05-02', '-1'), 'BAD_USER_INPUT', 'lines[0].quantity'],
      [sale(item, '2026-05-02', '0.0001'), 'BAD_USER_INPUT', 'lines[0].quantity'],
      [sale(pieces, '2026-05-02', '1.5'), 'BAD_USER_INPUT', 'lines[0].quantity'],
      [sale(item, '2026-05-02', '1', { unit: 'M' }), 'BAD_USER_INPUT', 'lines[0].unit'],
      [sale(item, '2026-05-02', '1', { unit: 'constructor' }), 'BAD_USER_INPUT', 'lines[0].unit'],
      [sale(service, '2026-05-02', '1'), 'BAD_USER_INPUT', 'lines[0].itemId'],
      [sale(uuidv7(), '2026-05-02', '1'), 'NOT_FOUND', 'lines[0].itemId'],
      [sale('no id', '2026-05-02', '1'), 'NOT_FOUND', 'lines[0].itemId'],
      [{ ...good, warehouseId: uuidv7() }, 'NOT_FOUND', 'warehouseId'],
      [{ ...good, warehouseId: null }, 'BAD_USER_INPUT', 'warehouseId'],
      [{ ...good, reason: null }, 'BAD_USER_INPUT', 'reason'],
      [{ ...good, lines: [] }, 'BAD_USER_INPUT', 'lines'],
      [{ ...good, time: '25:00' }, 'BAD_USER_INPUT', 'time'],
      [{ ...good, date: '2026-02-30' }, 'BAD_USER_INPUT', 'date'],
      [{ ...good, bookingDate: '2026-05-01' }, 'BAD_USER_INPUT', 'bookingDate'],
      [{ ...good, date: '2027-01-05' }, 'PERIOD_CLOSED', 'bookingDate'],
      [{ ...good, counterpartyId: uuidv7() }, 'NOT_FOUND', 'counterpartyId'],
      [{ ...good, taxInvoiceId: uuidv7() }, 'NOT_FOUND', 'taxInvoiceId'],
      [{ ...good, counterAccount: 'LOSSES' }, 'BAD_USER_INPUT', 'counterAccount'],
      [sale(item, '2026-05-02', '1', { amount: '5.00' }), 'BAD_USER_INPUT', 'lines[0].amount'],
      [sale(item, '2026-05-02', '1', { lotId: uuidv7() }), 'NOT_FOUND', 'lines[0].lotId'],
      [sale(item, '2026-05-02', '1', { serials: ['1'] }), 'BAD_USER_INPUT', 'lines[0].serials'],
      [{ ...transfer(item, '2026-05-02', '1'), toWarehouseId: shop }, 'BAD_USER_INPUT', 'toWarehouseId'],
      [{ ...transfer(item, '2026-05-02', '1'), toWarehouseId: null }, 'BAD_USER_INPUT', 'toWarehouseId'],
      [receipt(item, '2026-05-02', '1', '-1'), 'BAD_USER_INPUT', 'lines[0].unitCost'],
      [
        { ...receipt(item, '2026-05-02', '1', '1'), lines: [{ itemId: item, quantity: '1' }] },
        'BAD_USER_INPUT',
        'lines[0].amount',
      ],
    ];
    for (const [input, code, field] of wrong)
      expect(await goods.refusal('record', { ...input }), JSON.stringify(input)).toMatchObject({
        code,
        field,
      });
    const moved = await goods.record(sale(item, '2026-05-02', '2', { unit: 'PACK' }));
    expect(moved.lines).toMatchObject([{ baseQuantity: '0.5', cost: '0.50' }]);
  });

  it('by whoever may not', async () => {
    const auditor = goodsOf(system.company(0).as('auditor'));
    const item = await goods.item();
    expect(await auditor.refusal('create', receipt(item, '2026-05-02', '1', '1'))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('serial numbers', () => {
  it('are in one place at a time, and go out as they came in', async () => {
    const item = await goods.item({ hasSerials: true });
    await goods.record(receipt(item, '2026-05-01', '2', '50', { serials: ['A', 'B'] }));
    expect(
      await goods.refusal('record', receipt(item, '2026-05-02', '1', '50', { serials: ['A'] })),
    ).toMatchObject({ code: 'CONFLICT', field: 'lines[0].serials', value: 'A' });
    expect(
      await goods.refusal('record', receipt(item, '2026-05-02', '2', '50', { serials: ['C', 'C'] })),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines[0].serials' });
    expect(await goods.refusal('record', sale(item, '2026-05-02', '1', { serials: ['C'] }))).toMatchObject({
      field: 'lines[0].serials',
    });
    expect(await goods.refusal('record', sale(item, '2026-05-02', '1'))).toMatchObject({
      field: 'lines[0].serials',
    });
    await goods.record(sale(item, '2026-05-02', '1', { serials: ['B'] }));
    await goods.record(receipt(item, '2026-05-03', '1', '50', { serials: ['B'] }));
  });

  it('are in one place also in the past, when a receipt is entered late', async () => {
    const item = await goods.item({ hasSerials: true });
    const serials = ['X'];
    await goods.record(receipt(item, '2026-05-04', '1', '50', { serials }));
    await goods.record({ ...sale(item, '2026-05-10', '1', { serials }), warehouseId: shop });
    // On 4 May it would have been there twice, though it is in no place now.
    expect(await goods.refusal('record', receipt(item, '2026-05-02', '1', '50', { serials }))).toMatchObject({
      code: 'CONFLICT',
      field: 'serials',
    });
    await goods.record(receipt(item, '2026-05-11', '1', '50', { serials }));
    await goods.record(transfer(item, '2026-05-12', '1', { serials }));
  });
});

describe('a lot that has expired', () => {
  it('is not sold, used or built in any more; it is lost, moved and sent back', async () => {
    const item = await goods.item({ hasLots: true, hasExpiry: true });
    const product = await goods.item({ kind: 'PRODUCT' });
    const { createLot } = await goods.caller.query<{ createLot: { lot: { id: string } } }>(
      'mutation ($input: CreateLotInput!) { createLot(input: $input) { lot { id } } }',
      { input: { itemId: item, number: 'E-1', expiresOn: '2026-05-10' } },
    );
    const lotId = createLot.lot.id;
    await goods.record(receipt(item, '2026-05-01', '9', '2', { lotId }));
    await goods.record(sale(item, '2026-05-10', '1', { lotId }));
    const refused = { code: 'BAD_USER_INPUT', field: 'lines[0].lotId', value: lotId };
    expect(await goods.refusal('record', sale(item, '2026-05-11', '1', { lotId }))).toMatchObject(refused);
    expect(
      await goods.refusal('record', { ...sale(item, '2026-05-11', '1', { lotId }), reason: 'USE' }),
    ).toMatchObject(refused);
    expect(
      await goods.refusal('record', {
        kind: 'ASSEMBLY',
        date: '2026-05-11',
        warehouseId: shop,
        lines: [
          { itemId: item, quantity: '1', lotId, direction: 'OUT' },
          { itemId: product, quantity: '1', direction: 'IN' },
        ],
      }),
    ).toMatchObject(refused);
    await goods.record(transfer(item, '2026-05-11', '1', { lotId }));
    await goods.record({
      ...receipt(item, '2026-05-11', '1', '2', { lotId }),
      kind: 'SUPPLIER_RETURN',
      lines: [{ itemId: item, quantity: '1', lotId }],
    });
    await goods.record({ ...sale(item, '2026-05-11', '6', { lotId }), reason: 'LOSS' });
  });
});
