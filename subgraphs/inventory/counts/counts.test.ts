import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';
import type { Refusal } from '#test/caller.ts';

let system: System;
let goods: Goods;
let store: string;

beforeAll(async () => {
  system = await startSystem({ companies: 1, chart: CHART_WITH_STOCK });
  await untilMonth(system, '2026-12', true);
  goods = goodsOf(system.company(0).as('admin'));
  store = await goods.warehouse();
});
afterAll(() => system.close());

interface Sheet {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly uncounted: string | null;
  readonly movement: { readonly id: string; readonly stockCount: { readonly id: string } } | null;
  readonly totals: object;
  readonly lines: {
    readonly edges: readonly {
      readonly node: {
        readonly item: { readonly id: string };
        readonly serial: string | null;
        readonly lotId: string | null;
        readonly expected: string;
        readonly counted: string | null;
        readonly difference: string | null;
        readonly value: string | null;
      };
    }[];
  };
}

const SHEET = `id number status version uncounted movement { id stockCount { id } }
  totals { lines counted different surplus shortage }
  lines(first: 100) { edges { node { item { id } lotId serial expected counted difference value } } }`;

const COMMANDS = {
  open: ['openStockCount', 'OpenStockCountInput'],
  enter: ['enterStockCount', 'EnterStockCountInput'],
  approve: ['approveStockCount', 'ApproveStockCountInput'],
  cancel: ['cancelStockCount', 'CancelStockCountInput'],
} as const;
type Command = keyof typeof COMMANDS;

const text = (command: Command): string =>
  `mutation ($input: ${COMMANDS[command][1]}!) { ${COMMANDS[command][0]}(input: $input) { count { ${SHEET} } } }`;

async function count(command: Command, input: object): Promise<Sheet> {
  const data = await goods.caller.query<Record<string, { count: Sheet }>>(text(command), { input });
  const payload = data[COMMANDS[command][0]];
  if (payload === undefined) throw new Error(`${command} answered nothing`);
  return payload.count;
}

const refused = (command: Command, input: object): Promise<Refusal> =>
  goods.caller.refusal(text(command), { input });

/** Lines of a sheet of an item as `expected counted difference value`. */
function sheetOf(sheet: Sheet, itemId: string): string[] {
  return sheet.lines.edges
    .filter(({ node }) => node.item.id === itemId)
    .map(({ node }) =>
      [node.serial, node.expected, node.counted, node.difference, node.value]
        .filter((part) => part !== null)
        .join(' '),
    );
}

const receipt = (itemId: string, quantity: string, unitCost: string, more: object = {}) => ({
  kind: 'RECEIPT',
  date: '2026-02-01',
  warehouseId: store,
  lines: [{ itemId, quantity, unitCost, ...more }],
});
const sale = (itemId: string, quantity: string, more: object = {}) => ({
  kind: 'ISSUE',
  reason: 'SALE',
  date: '2026-02-11',
  warehouseId: store,
  lines: [{ itemId, quantity }],
  ...more,
});
const opening = (itemIds: readonly string[]) => ({ warehouseId: store, date: '2026-02-10', itemIds });

describe('a count of what there is', () => {
  it('books what is missing as a loss and what is too much at what a unit costs, by one movement that leads back', async () => {
    const [missing, extra] = [await goods.item(), await goods.item()];
    await goods.record(receipt(missing, '4', '100'));
    await goods.record(receipt(missing, '4', '200'));
    await goods.record(receipt(extra, '3', '10'));
    const opened = await count('open', opening([missing, extra]));
    expect(opened.number).toMatch(/^IC-2026-\d{6}$/);
    expect(sheetOf(opened, missing)).toEqual(['8']);
    const entered = await count('enter', {
      id: opened.id,
      lines: [
        { itemId: missing, quantity: '6' },
        { itemId: extra, quantity: '5' },
      ],
    });
    expect(sheetOf(entered, missing)).toEqual(['8 6 -2 -300.00']);
    expect(sheetOf(entered, extra)).toEqual(['3 5 2 20.00']);
    expect(entered.totals).toMatchObject({
      lines: 2,
      counted: 2,
      different: 2,
      surplus: '20.00',
      shortage: '300.00',
    });

    const approved = await count('approve', { id: opened.id, uncounted: 'NO_DIFFERENCE' });
    expect(approved).toMatchObject({ status: 'APPROVED', movement: { stockCount: { id: opened.id } } });
    // What is missing goes out by the layers: the two oldest, and no longer two at the mean.
    expect(sheetOf(approved, missing)).toEqual(['8 6 -2 -200.00']);
    const settled = await goods.settled(approved.movement?.id ?? '');
    expect(settled.number).toMatch(/^SC-2026-/);
    const journal = (settled.postings[0]?.transaction?.entries ?? []).map(
      ({ account, debit, credit }) => `${account.code} ${debit} ${credit}`,
    );
    expect(journal.sort()).toEqual(['1610 0.00 180.00', '6190 0.00 20.00', '7490 200.00 0.00']);
    expect(await goods.onHand(missing, '2026-02-10')).toMatchObject({ quantity: '6', value: '1000.00' });
    expect(await goods.onHand(extra, '2026-02-10')).toMatchObject({ quantity: '5', value: '50.00' });
    expect((await goods.record(sale(missing, '1'))).status).toBe('POSTED');
  });

  it('adds up what several people enter in whatever unit, and takes a second look for the first where it says so', async () => {
    const item = await goods.item({ conversions: [{ unit: 'PACK', quantity: '12' }] });
    await goods.record(receipt(item, '30', '1'));
    const { id } = await count('open', opening([item]));
    await Promise.all([
      count('enter', { id, lines: [{ itemId: item, quantity: '2', unit: 'PACK' }] }),
      count('enter', {
        id,
        lines: [
          { itemId: item, quantity: '3' },
          { itemId: item, quantity: '2' },
        ],
      }),
    ]);
    const { stockCount } = await goods.caller.query<{ stockCount: Sheet }>(
      `query ($id: ID!) { stockCount(id: $id) { ${SHEET} } }`,
      { id },
    );
    expect(sheetOf(stockCount, item)).toEqual(['30 29 -1 -1.00']);
    const again = await count('enter', { id, replaces: true, lines: [{ itemId: item, quantity: '30' }] });
    expect(sheetOf(again, item)).toEqual(['30 30 0 0.00']);
    const { stockCount: told } = await goods.caller.query<{
      stockCount: {
        entries: { edges: { node: { quantity: string; unit: string; baseQuantity: string } }[] };
      };
    }>(
      `query ($id: ID!) { stockCount(id: $id) { entries(first: 10) { edges { node { quantity unit baseQuantity } } } } }`,
      { id },
    );
    expect(
      told.entries.edges.map(({ node }) => `${node.quantity} ${node.unit} ${node.baseQuantity}`).sort(),
    ).toEqual(['2 PACK 24', '2 PCS 2', '3 PCS 3', '30 PCS 30']);
    // Nothing differs, so nothing moves.
    expect(await count('approve', { id, uncounted: 'NO_DIFFERENCE' })).toMatchObject({
      status: 'APPROVED',
      movement: null,
    });
  });

  it('knows lots and serial numbers one by one', async () => {
    const [inLots, inNumbers] = [await goods.item({ hasLots: true }), await goods.item({ hasSerials: true })];
    const lots: string[] = [];
    for (const number of ['L-1', 'L-2']) {
      const { createLot } = await goods.caller.query<{ createLot: { lot: { id: string } } }>(
        'mutation ($input: CreateLotInput!) { createLot(input: $input) { lot { id } } }',
        { input: { itemId: inLots, number } },
      );
      lots.push(createLot.lot.id);
      await goods.record(receipt(inLots, '5', '2', { lotId: createLot.lot.id }));
    }
    await goods.record(receipt(inNumbers, '3', '7', { serials: ['A', 'B', 'C'] }));
    const { id } = await count('open', opening([inLots, inNumbers]));
    await count('enter', {
      id,
      lines: [
        { itemId: inLots, lotId: lots[0], quantity: '4' },
        { itemId: inNumbers, quantity: '2', serials: ['A', 'D'] },
        { itemId: inNumbers, quantity: '0', serials: ['B'] },
      ],
    });
    expect(await refused('enter', { id, lines: [{ itemId: inLots, quantity: '1' }] })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'lines[0].lotId',
    });
    expect(
      await refused('enter', { id, lines: [{ itemId: inNumbers, quantity: '1', serials: ['A'] }] }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines' });
    const approved = await count('approve', { id, uncounted: 'NO_DIFFERENCE' });
    expect(sheetOf(approved, inLots)).toEqual(['5 4 -1 -2.00', '5 0 0.00']);
    expect(sheetOf(approved, inNumbers)).toEqual([
      'A 1 1 0 0.00',
      'B 1 0 -1 -7.00',
      'C 1 0 0.00',
      'D 0 1 1 7.00',
    ]);
    expect(await goods.onHand(inNumbers, '2026-02-10')).toMatchObject({ quantity: '3', value: '21.00' });
    // B is gone: it is not sold any more.
    expect(
      await goods.refusal('record', {
        ...sale(inNumbers, '1'),
        lines: [{ itemId: inNumbers, quantity: '1', serials: ['B'] }],
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines[0].serials' });
  });

  it('takes what nobody counted to be missing only where it is told so', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '4', '5'));
    const first = await count('open', opening([item]));
    expect(await refused('approve', { id: first.id, uncounted: 'NO_DIFFERENCE' })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'uncounted',
    });
    const approved = await count('approve', { id: first.id, uncounted: 'MISSING' });
    expect(sheetOf(approved, item)).toEqual(['4 -4 -20.00']);
    expect(await goods.onHand(item, '2026-02-10')).toBeUndefined();
  });

  it('is taken back by the reversal of its movement, and counted again', async () => {
    const item = await goods.item();
    await goods.record(receipt(item, '4', '5'));
    const { id } = await count('open', opening([item]));
    await count('enter', { id, lines: [{ itemId: item, quantity: '1' }] });
    const { movement } = await count('approve', { id, uncounted: 'NO_DIFFERENCE' });
    await goods.settled(movement?.id ?? '');
    await goods.command('reverse', { id: movement?.id, bookingDate: '2026-02-12', reason: 'miscounted' });
    expect(await goods.onHand(item, '2026-02-12')).toMatchObject({ quantity: '4', value: '20.00' });
    expect(sheetOf(await count('open', opening([item])), item)).toEqual(['4']);
  });
});

describe('while a warehouse is counted', () => {
  it('nothing that is counted comes or goes, by whatever way, and everything else does', async () => {
    const [counted, free] = [await goods.item(), await goods.item()];
    const other = await goods.warehouse();
    await goods.record(receipt(counted, '4', '5'));
    await goods.record(receipt(free, '4', '5'));
    const before = await goods.record(receipt(counted, '1', '5'));
    await goods.settled(before.id);
    const { id } = await count('open', opening([counted]));
    const frozen = { code: 'INVALID_TRANSITION', field: 'lines[0].warehouseId' };
    expect(await goods.refusal('record', sale(counted, '1'))).toMatchObject(frozen);
    expect(await goods.refusal('record', receipt(counted, '1', '5'))).toMatchObject(frozen);
    const found = { itemId: counted, quantity: '1', direction: 'IN' };
    expect(
      await goods.refusal('record', {
        kind: 'COUNT',
        date: '2026-02-10',
        warehouseId: store,
        lines: [found],
      }),
    ).toMatchObject(frozen);
    expect(
      await goods.refusal('reverse', { id: before.id, bookingDate: '2026-02-10', reason: 'x' }),
    ).toMatchObject(frozen);
    await goods.record({ ...receipt(counted, '2', '5'), warehouseId: other });
    const transfer = { kind: 'TRANSFER', date: '2026-02-10', warehouseId: other, toWarehouseId: store };
    const lines = [{ itemId: counted, quantity: '1' }];
    expect(await goods.refusal('record', { ...transfer, isDirect: true, lines })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'toWarehouseId',
    });
    // What is on the way is in no warehouse; it arrives when the count is over.
    const sent = await goods.record({ ...transfer, lines });
    const arrival = {
      kind: 'TRANSFER_RECEIPT',
      date: '2026-02-11',
      transferId: sent.id,
      lines: [{ itemId: counted, quantity: '1', of: sent.lines[0]?.id }],
    };
    expect(await goods.refusal('record', arrival)).toMatchObject(frozen);
    expect((await goods.record(sale(free, '1'))).status).toBe('POSTED');
    const { reserveStock } = await goods.caller.query<{ reserveStock: { reservation: { isOpen: boolean } } }>(
      'mutation ($input: ReserveStockInput!) { reserveStock(input: $input) { reservation { isOpen } } }',
      { input: { itemId: counted, warehouseId: store, quantity: '1', until: '2099-12-31', document: 'o' } },
    );
    expect(reserveStock.reservation.isOpen).toBe(true);

    const cancelled = await count('cancel', { id, reason: 'the shop had to open' });
    expect(cancelled).toMatchObject({ status: 'CANCELLED', movement: null });
    expect((await goods.record(arrival)).status).toBe('POSTED');
    expect((await goods.record(sale(counted, '1'))).status).toBe('POSTED');
    for (const command of ['cancel', 'approve'] as const)
      expect(
        await refused(command, command === 'approve' ? { id, uncounted: 'MISSING' } : { id }),
      ).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
  });

  it('no second count of the same is opened, and one of other items is', async () => {
    const place = await goods.warehouse();
    const [one, two] = [await goods.item(), await goods.item()];
    const given = { warehouseId: place, date: '2026-02-10' };
    const answers = await Promise.all(
      [[one], [one, two]].map((itemIds) =>
        goods.caller.answer(text('open'), { input: { ...given, itemIds } }),
      ),
    );
    const conflict = { code: 'CONFLICT', field: 'warehouseId', value: place };
    expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions)).toMatchObject([
      conflict,
    ]);
    expect(await refused('open', given)).toMatchObject(conflict);
    const third = await goods.item();
    expect(await count('open', { ...given, itemIds: [third] })).toMatchObject({ status: 'OPEN' });
  });

  it('what is issued at the moment of opening is either in what is expected, or refused', async () => {
    const items = await Promise.all([goods.item(), goods.item(), goods.item(), goods.item()]);
    await goods.record({
      kind: 'RECEIPT',
      date: '2026-02-01',
      warehouseId: store,
      lines: items.map((itemId) => ({ itemId, quantity: '10', unitCost: '1' })),
    });
    await Promise.all(
      items.map(async (item) => {
        const issue = { ...sale(item, '1'), date: '2026-02-09' };
        const sell = () =>
          goods.record(issue).then(
            () => 1,
            () => 0,
          );
        const [opened, ...sold] = await Promise.all([
          count('open', opening([item])),
          sell(),
          sell(),
          sell(),
          sell(),
        ]);
        const gone = sold.reduce((sum, one) => sum + one, 0);
        expect(sheetOf(opened, item)).toEqual([String(10 - gone)]);
        await count('enter', { id: opened.id, lines: [{ itemId: item, quantity: '2' }] });
        await count('approve', { id: opened.id, uncounted: 'NO_DIFFERENCE' });
        expect(await goods.onHand(item, '2026-02-12')).toMatchObject({ quantity: '2' });
      }),
    );
  });

  it('a draft is not posted, and says which line stands still', async () => {
    const [free, counted] = [await goods.item(), await goods.item()];
    await goods.record(receipt(free, '4', '5'));
    await goods.record(receipt(counted, '4', '5'));
    const draft = await goods.command('create', {
      ...sale(free, '1'),
      lines: [
        { itemId: free, quantity: '1' },
        { itemId: counted, quantity: '1' },
      ],
    });
    await goods.command('approve', { id: draft.id });
    const { id } = await count('open', opening([counted]));
    expect(await goods.refusal('post', { id: draft.id })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'lines[1].warehouseId',
    });
    await count('cancel', { id });
    expect((await goods.command('post', { id: draft.id })).status).toBe('POSTED');
  });
});

it('refuses what cannot be counted, by field and value', async () => {
  const item = await goods.item();
  const service = await goods.item({ kind: 'SERVICE' });
  await goods.record({ ...receipt(item, '4', '5'), date: '2026-02-15' });
  const bad = (field: string, code = 'BAD_USER_INPUT') => ({ code, field });
  expect(await refused('open', opening([item]))).toMatchObject({ ...bad('date'), value: '2026-02-10' });
  expect(await refused('open', opening([service]))).toMatchObject(bad('itemIds[0]'));
  expect(await refused('open', opening([uuidv7()]))).toMatchObject(bad('itemIds[0]', 'NOT_FOUND'));
  expect(await refused('open', opening([]))).toMatchObject(bad('itemIds'));
  expect(await refused('open', { ...opening([item]), warehouseId: uuidv7() })).toMatchObject(
    bad('warehouseId', 'NOT_FOUND'),
  );
  const { id } = await count('open', { ...opening([item]), date: '2026-02-15' });
  const enter = (line: object) => refused('enter', { id, lines: [{ itemId: item, quantity: '1', ...line }] });
  expect(await enter({ quantity: '-1' })).toMatchObject({ ...bad('lines[0].quantity'), value: '-1' });
  expect(await enter({ quantity: '1.5' })).toMatchObject(bad('lines[0].quantity'));
  expect(await enter({ unit: 'KG' })).toMatchObject({ ...bad('lines[0].unit'), value: 'KG' });
  expect(await enter({ itemId: service })).toMatchObject(bad('lines[0].itemId'));
  expect(await enter({ itemId: await goods.item() })).toMatchObject(bad('lines[0].itemId'));
  expect(await enter({ serials: ['A'] })).toMatchObject(bad('lines[0].serials'));
  expect(await refused('enter', { id, lines: [] })).toMatchObject(bad('lines'));
  expect(await refused('approve', { id, uncounted: 'MISSING', expectedVersion: 7 })).toMatchObject(
    bad('expectedVersion', 'CONFLICT'),
  );
  expect(await refused('approve', { id: uuidv7(), uncounted: 'MISSING' })).toMatchObject(
    bad('id', 'NOT_FOUND'),
  );
  await count('cancel', { id });
});
