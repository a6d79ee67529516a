import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { startSystem, type System } from '#test/system.ts';
import { BUYER, SELLER } from '../rs-ge/parties.ts';
import { startSimulator, type Simulator } from '../rs-ge/simulator.ts';

let simulator: Simulator;
let system: System;
let seller: Caller;
let buyer: Caller;

beforeAll(async () => {
  simulator = await startSimulator({ users: [SELLER, BUYER], paceMs: 0 });
  system = await startSystem({
    companies: 2,
    waybills: {
      settings: { url: simulator.waybillsUrl, timeoutMs: 250, paceMs: 0, breaker: { openMs: 300 } },
      dispatch: {
        settings: { timeoutMs: 250, settleMs: 400, retryMs: 40, longestRetryMs: 300, maxAttempts: 12 },
        pollMs: 50,
        followMs: 300,
        leaseMs: 1_200,
      },
    },
  });
  seller = system.company(0).as('admin');
  buyer = system.company(1).as('admin');
  await connect(seller, SELLER);
  await connect(buyer, BUYER);
});
afterAll(async () => {
  await system.close();
  await simulator.close();
});

const CONTENT = {
  kind: 'WITH_TRANSPORT',
  buyer: { taxId: BUYER.tin },
  startAddress: 'თბილისი, საწყობი 1',
  endAddress: 'ქუთაისი, მაღაზია & „ახალი“',
  transport: {
    means: 'CAR',
    carNumber: 'AA123BB',
    driverTaxId: '01008012345',
    cost: '50.00',
    costPayer: 'BUYER',
  },
  beginsAt: '2026-11-20T08:30:00Z',
  comment: 'ფრთხილად <მინა>',
  lines: [
    { name: 'მაგიდა', unitCode: 1, quantity: '2', price: '118.00' },
    { name: 'შაქარი', unitCode: 2, quantity: '1.234', price: '3.3333', vat: 'EXEMPT' },
  ],
};
const SHOWN = `id status number rsGeId kind total answer version
  seller { taxId name } buyer { taxId } lines { name quantity price amount vat }
  transport { means carNumber driverTaxId cost costPayer } comment startAddress endAddress beginsAt deliveredAt
  refusal { operation code text } calls { operation phase attempts errorKind firstSentAt settledAt }`;

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly number: string | null;
  readonly rsGeId: string | null;
  readonly answer: string | null;
  readonly refusal: object | null;
  readonly calls: readonly {
    readonly operation: string;
    readonly phase: string;
    readonly attempts: number;
  }[];
}

async function connect(caller: Caller, party: typeof SELLER): Promise<void> {
  const { serviceUser, servicePassword } = party;
  await caller.query(
    `mutation ($input: SetWaybillCredentialsInput!) { setWaybillCredentials(input: $input) { connection { state } } }`,
    { input: { serviceUser, servicePassword } },
  );
}

async function act(caller: Caller, mutation: string, type: string, input: object): Promise<Shown> {
  const answer = await caller.query<Record<string, { waybill: Shown }>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { waybill { ${SHOWN} } } }`,
    { input },
  );
  const payload = answer[mutation];
  if (payload === undefined) throw new Error(`no answer of ${mutation}`);
  return payload.waybill;
}

const create = (content: object = CONTENT): Promise<Shown> =>
  act(seller, 'createWaybill', 'CreateWaybillInput', { content });

async function read(caller: Caller, id: string): Promise<Shown> {
  const { waybill } = await caller.query<{ waybill: Shown }>(
    `query ($id: ID!) { waybill(id: $id) { ${SHOWN} } }`,
    { id },
  );
  return waybill;
}

/** Waits until the waybill stands so. */
async function standing(caller: Caller, id: string, status: string): Promise<Shown> {
  await expect.poll(async () => (await read(caller, id)).status).toBe(status);
  return read(caller, id);
}

const heldOf = (rsGeId: string | null) => simulator.waybills.held.find(({ id }) => String(id) === rsGeId);

async function active(content: object = CONTENT): Promise<Shown> {
  const { id } = await create(content);
  await act(seller, 'activateWaybill', 'WaybillInput', { id });
  return standing(seller, id, 'ACTIVE');
}

describe('a waybill of ours', () => {
  it('is written here first, then saved and activated at RS.ge, which numbers it', async () => {
    const draft = await create();
    expect(draft).toMatchObject({
      status: 'DRAFT',
      number: null,
      total: '240.11',
      seller: null,
      lines: [
        { name: 'მაგიდა', quantity: '2', price: '118', amount: '236.00', vat: 'STANDARD' },
        { name: 'შაქარი', quantity: '1.234', price: '3.3333', amount: '4.11', vat: 'EXEMPT' },
      ],
      transport: {
        means: 'CAR',
        carNumber: 'AA123BB',
        driverTaxId: '•••••••••45',
        cost: '50.00',
        costPayer: 'BUYER',
      },
      calls: [],
    });
    expect(simulator.waybills.held.filter(({ status }) => status === 0)).toEqual([]);
    await act(seller, 'activateWaybill', 'WaybillInput', { id: draft.id });
    const { number, rsGeId, calls } = await standing(seller, draft.id, 'ACTIVE');
    expect(number).toMatch(/^\d{10}$/);
    expect(calls).toMatchObject([
      { operation: 'SAVE', phase: 'DONE', attempts: 1, errorKind: null },
      { operation: 'ACTIVATE', phase: 'DONE', attempts: 1, errorKind: null },
    ]);
    const held = heldOf(rsGeId);
    // RS.ge has Tbilisi's time, our reference before the comment, and sums with their tetri.
    expect(held).toMatchObject({
      status: 1,
      saves: 1,
      fields: {
        TYPE: '2',
        BUYER_TIN: BUYER.tin,
        BEGIN_DATE: '2026-11-20T12:30:00',
        COMMENT: `davtari:${draft.id} ფრთხილად <მინა>`,
        FULL_AMOUNT: '240.11',
        TRANS_ID: '1',
        TRAN_COST_PAYER: '1',
      },
    });
    expect(
      held?.goods.map(({ W_NAME, UNIT_ID, VAT_TYPE, AMOUNT }) => [W_NAME, UNIT_ID, VAT_TYPE, AMOUNT]),
    ).toEqual([
      ['მაგიდა', '1', '0', '236.00'],
      ['შაქარი', '2', '2', '4.11'],
    ]);
  });

  it('is corrected under its number, closed when the goods arrive, and cannot be changed after that', async () => {
    const waybill = await active();
    const { id, rsGeId, number } = waybill;
    await act(seller, 'correctWaybill', 'ChangeWaybillInput', {
      id,
      content: { ...CONTENT, endAddress: 'ბათუმი' },
    });
    expect(await standing(seller, id, 'ACTIVE')).toMatchObject({ number, endAddress: 'ბათუმი' });
    expect(heldOf(rsGeId)).toMatchObject({ saves: 2, fields: { END_ADDRESS: 'ბათუმი' } });
    await act(seller, 'closeWaybill', 'CloseWaybillInput', { id, deliveredAt: '2026-11-20T16:00:00Z' });
    await standing(seller, id, 'CLOSED');
    expect(heldOf(rsGeId)).toMatchObject({ status: 2, deliveryDate: '2026-11-20T20:00:00' });
    expect(
      await seller.refusal(
        `mutation ($input: ChangeWaybillInput!) { correctWaybill(input: $input) { waybill { id } } }`,
        {
          input: { id, content: CONTENT },
        },
      ),
    ).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id', value: id });
  });

  it('that RS.ge refuses is a draft again and says why in the words of RS.ge', async () => {
    const { id } = await create({ ...CONTENT, buyer: { taxId: '999999999' } });
    await act(seller, 'activateWaybill', 'WaybillInput', { id });
    await expect.poll(async () => (await read(seller, id)).refusal).not.toBeNull();
    expect(await read(seller, id)).toMatchObject({
      status: 'DRAFT',
      refusal: { operation: 'SAVE', code: '-1005', text: 'მყიდველის საიდენტიფიკაციო ნომერი არასწორია' },
    });
    await act(seller, 'changeWaybill', 'ChangeWaybillInput', { id, content: CONTENT });
    await act(seller, 'activateWaybill', 'WaybillInput', { id });
    expect(await standing(seller, id, 'ACTIVE')).toMatchObject({ refusal: null });
  });

  it('is cancelled there, and a draft that RS.ge has never seen is gone at once', async () => {
    const { id, rsGeId } = await active();
    await act(seller, 'cancelWaybill', 'WaybillWithReasonInput', { id, reason: 'შეცდომა' });
    await standing(seller, id, 'CANCELLED');
    expect(heldOf(rsGeId)?.status).toBe(-2);
    const draft = await create();
    expect(await act(seller, 'discardWaybill', 'WaybillInput', { id: draft.id })).toMatchObject({
      status: 'DISCARDED',
      calls: [],
    });
  });

  it('that somebody closes at RS.ge by hand is closed here, too', async () => {
    const { id, rsGeId } = await active();
    const held = heldOf(rsGeId);
    if (held === undefined) throw new Error('RS.ge does not have it');
    Object.assign(held, { status: 2, deliveryDate: '2026-11-21T10:00:00' });
    expect(await standing(seller, id, 'CLOSED')).toMatchObject({ deliveredAt: '2026-11-21T06:00:00.000Z' });
  });
});

describe('what a waybill belongs to', () => {
  it('is a movement of goods, which leads to its waybills', async () => {
    const make = async (mutation: string, type: string, input: object, noun: string): Promise<string> => {
      const answer = await seller.query<Record<string, Record<string, { id: string }>>>(
        `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${noun} { id } } }`,
        { input },
      );
      return answer[mutation]?.[noun]?.id ?? '';
    };
    const itemId = await make(
      'createItem',
      'CreateItemInput',
      { code: 'W-1', name: 'მაგიდა', kind: 'GOODS', unit: 'PCS' },
      'item',
    );
    const warehouseId = await make(
      'createWarehouse',
      'CreateWarehouseInput',
      { code: 'W', name: 'საწყობი' },
      'warehouse',
    );
    const movementId = await make(
      'createStockMovement',
      'StockMovementInput',
      {
        kind: 'RECEIPT',
        date: '2026-11-20',
        warehouseId,
        lines: [{ itemId, quantity: '2', amount: '200.00' }],
      },
      'movement',
    );
    const id = await make('createWaybill', 'CreateWaybillInput', { content: CONTENT, movementId }, 'waybill');
    const { stockMovement } = await seller.query<{ stockMovement: object }>(
      'query ($id: ID!) { stockMovement(id: $id) { waybills { id movement { id kind } } } }',
      { id: movementId },
    );
    expect(stockMovement).toEqual({ waybills: [{ id, movement: { id: movementId, kind: 'RECEIPT' } }] });
    await act(seller, 'linkWaybill', 'LinkWaybillInput', { id });
    const { waybill } = await seller.query<{ waybill: object }>(
      'query ($id: ID!) { waybill(id: $id) { movement { id } taxInvoice { id } } }',
      { id },
    );
    expect(waybill).toEqual({ movement: null, taxInvoice: null });
  });
});

describe('a waybill of another for us', () => {
  const theirsOf = async (number: string | null): Promise<Shown | undefined> => {
    const { waybills } = await buyer.query<{ waybills: { edges: { node: Shown }[] } }>(
      `query ($n: String) { waybills(first: 5, filter: { direction: RECEIVED, number: $n }) {
        edges { node { ${SHOWN} } } } }`,
      { n: number },
    );
    return waybills.edges[0]?.node;
  };

  it('comes by itself with its lines, is confirmed, and the seller learns it', async () => {
    const sent = await active();
    await expect.poll(() => theirsOf(sent.number)).toBeDefined();
    const got = await theirsOf(sent.number);
    expect(got).toMatchObject({
      status: 'RECEIVED',
      rsGeId: sent.rsGeId,
      total: '240.11',
      comment: 'ფრთხილად <მინა>',
      beginsAt: '2026-11-20T08:30:00.000Z',
      seller: { taxId: SELLER.tin, name: SELLER.name },
      lines: [{ name: 'მაგიდა' }, { name: 'შაქარი', quantity: '1.234', vat: 'EXEMPT' }],
    });
    await act(buyer, 'confirmWaybill', 'WaybillInput', { id: got?.id });
    await standing(buyer, got?.id ?? '', 'CONFIRMED');
    await expect.poll(async () => (await read(seller, sent.id)).answer).toBe('CONFIRMED');
  });

  it('is looked for on request, each once, and can be rejected with a reason', async () => {
    const sent = await active();
    const days = { from: '2026-01-01', to: '2026-01-31' };
    // RS.ge has the day of Tbilisi, which in the evening of Greenwich is the next one.
    const day = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tbilisi' }).format(new Date());
    const fetch = (input: object): Promise<object> =>
      buyer.query(
        `mutation ($input: FetchReceivedWaybillsInput!) { fetchReceivedWaybills(input: $input) { found } }`,
        { input },
      );
    expect(await fetch(days)).toEqual({ fetchReceivedWaybills: { found: 0 } });
    await fetch({ from: day, to: day });
    await fetch({ from: day, to: day });
    const got = await theirsOf(sent.number);
    await act(buyer, 'rejectWaybill', 'WaybillWithReasonInput', { id: got?.id, reason: 'არ მოსულა' });
    await standing(buyer, got?.id ?? '', 'REJECTED');
    expect(heldOf(sent.rsGeId)?.confirmed).toBe(-1);
    expect(
      await buyer.refusal(
        `mutation ($input: FetchReceivedWaybillsInput!) { fetchReceivedWaybills(input: $input) { found } }`,
        { input: { from: '2026-01-01', to: '2026-03-01' } },
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to', value: '2026-03-01' });
  });
});

describe('what RS.ge would refuse', () => {
  it.each([
    ['buyer.taxId', { buyer: { taxId: '12345' } }],
    ['buyer.taxId', { kind: 'INTERNAL' }],
    ['startAddress', { kind: 'WITHOUT_TRANSPORT', transport: null }],
    ['transport', { transport: null }],
    ['transport.carNumber', { transport: { ...CONTENT.transport, carNumber: '123' } }],
    ['transport.driverTaxId', { transport: { ...CONTENT.transport, driverTaxId: '123' } }],
    ['transport.text', { transport: { means: 'OTHER' } }],
    ['parentRsGeId', { kind: 'SUB_WAYBILL' }],
    ['lines', { lines: [] }],
    ['lines[0].quantity', { lines: [{ ...CONTENT.lines[0], quantity: '0' }] }],
    ['lines[0].price', { lines: [{ ...CONTENT.lines[0], price: '-1' }] }],
    ['lines[0].unitText', { lines: [{ ...CONTENT.lines[0], unitCode: 99 }] }],
  ])('is refused here first, by its field: %s', async (field, change) => {
    expect(
      await seller.refusal(
        `mutation ($input: CreateWaybillInput!) { createWaybill(input: $input) { waybill { id } } }`,
        {
          input: { content: { ...CONTENT, ...change } },
        },
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('includes a sign-in that is not known: waybills wait until there is another', async () => {
    await connect(seller, { ...SELLER, servicePassword: 'wrong' });
    const { id } = await create();
    await act(seller, 'activateWaybill', 'WaybillInput', { id });
    const state = async (): Promise<string> => {
      const { waybillConnection } = await seller.query<{ waybillConnection: { state: string } }>(
        '{ waybillConnection { state } }',
      );
      return waybillConnection.state;
    };
    await expect.poll(state).toBe('REFUSED');
    expect(await read(seller, id)).toMatchObject({ status: 'ACTIVATING' });
    await connect(seller, SELLER);
    await standing(seller, id, 'ACTIVE');
    expect(await state()).toBe('CONNECTED');
  });
});

describe('with trouble at every fifth call', () => {
  it('each of twenty waybills is at RS.ge exactly once, and closed', { timeout: 90_000 }, async () => {
    simulator.trouble.probability = 0.2;
    simulator.trouble.lateMs = 350;
    try {
      const before = simulator.waybills.held.length;
      const drafts = await Promise.all(Array.from({ length: 20 }, () => create()));
      for (const { id } of drafts) await act(seller, 'activateWaybill', 'WaybillInput', { id });
      for (const { id } of drafts) await standing(seller, id, 'ACTIVE');
      for (const { id } of drafts)
        await act(seller, 'closeWaybill', 'CloseWaybillInput', { id, deliveredAt: '2026-11-21T10:00:00Z' });
      for (const { id } of drafts) await standing(seller, id, 'CLOSED');
      const held = simulator.waybills.held.slice(before);
      expect(held.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 2));
      expect(new Set(held.map(({ fields }) => fields['COMMENT'])).size).toBe(20);
      expect(Object.values(simulator.counted.faults).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(
        5,
      );
    } finally {
      simulator.trouble.probability = 0;
    }
  });
});
