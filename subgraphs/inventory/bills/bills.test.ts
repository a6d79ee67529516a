import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Caller, Refusal } from '#test/caller.ts';
import { CHART_WITH_STOCK, goodsOf, MOVED, untilMonth, type Goods, type Moved } from '#test/goods.ts';
import { demandHealthy } from '#test/inventory-health.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let goods: Goods;
let shop: string;

beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: CHART_WITH_STOCK });
  await untilMonth(system, '2026-12', true);
  us = system.company(0).as('admin');
  goods = goodsOf(us);
  shop = await goods.warehouse();
});
afterAll(() => system.close());

const BILL = `from until quantity components { item { id } quantity unit baseQuantity }`;
const SET = `mutation ($input: SetBillOfMaterialsInput!) {
  setBillOfMaterials(input: $input) { bill { item { id } ${BILL} } } }`;
const END = `mutation ($input: EndBillOfMaterialsInput!) {
  endBillOfMaterials(input: $input) { item { billOfMaterials(on: "2099-12-31") { from } } } }`;
const ASSEMBLE = `mutation ($input: AssembleByBillInput!) { assembleByBill(input: $input) { movement { ${MOVED} } } }`;

interface Bill {
  readonly from: string;
  readonly until: string | null;
  readonly quantity: string;
  readonly components: readonly {
    readonly quantity: string;
    readonly unit: string;
    readonly baseQuantity: string;
  }[];
}

async function set(input: object): Promise<Bill> {
  return (await us.query<{ setBillOfMaterials: { bill: Bill } }>(SET, { input })).setBillOfMaterials.bill;
}

const refusal = (input: object): Promise<Refusal> => us.refusal(SET, { input });

async function assemble(input: object): Promise<Moved> {
  const given = { warehouseId: shop, ...input };
  const { assembleByBill } = await us.query<{ assembleByBill: { movement: Moved } }>(ASSEMBLE, {
    input: given,
  });
  return assembleByBill.movement;
}

async function billOn(itemId: string, on: string): Promise<Bill | null> {
  const { item } = await us.query<{ item: { billOfMaterials: Bill | null } }>(
    `query ($id: ID!, $on: Date) { item(id: $id) { billOfMaterials(on: $on) { ${BILL} } } }`,
    { id: itemId, on },
  );
  return item.billOfMaterials;
}

const product = (more: object = {}): Promise<string> => goods.item({ kind: 'PRODUCT', ...more });
const material = (more: object = {}): Promise<string> => goods.item({ kind: 'MATERIAL', ...more });

function receipt(itemId: string, date: string, quantity: string, unitCost: string, bookingDate = date) {
  return { kind: 'RECEIPT', date, bookingDate, warehouseId: shop, lines: [{ itemId, quantity, unitCost }] };
}

/** One batch of four cakes takes 2 kg of flour and a pack of ten eggs. */
async function cake() {
  const flour = await material({ unit: 'KG' });
  const eggs = await material({ conversions: [{ unit: 'PACK', quantity: '10' }] });
  const itemId = await product();
  const components = [
    { itemId: flour, quantity: '2' },
    { itemId: eggs, quantity: '1', unit: 'PACK' },
  ];
  const bill = await set({ itemId, from: '2026-01-01', quantity: '4', components });
  return { itemId, flour, eggs, components, bill };
}

/** Entries of a posting as lines of a journal: account, debit, credit. */
function journal(moved: Moved, purpose = 'movement'): string[] {
  const posting = moved.postings.find((one) => one.purpose === purpose);
  return (posting?.transaction?.entries ?? [])
    .map(({ account, debit, credit }) => `${account.code} ${debit} ${credit}`)
    .sort();
}

describe('a bill of materials', () => {
  it('says what a batch takes, as it was written and in the unit in which each thing is kept', async () => {
    const { bill } = await cake();
    expect(bill).toMatchObject({
      from: '2026-01-01',
      until: null,
      quantity: '4',
      components: [
        { quantity: '2', unit: 'KG', baseQuantity: '2' },
        { quantity: '1', unit: 'PACK', baseQuantity: '10' },
      ],
    });
  });

  it('holds until the next one or its end, and what is said anew of a day replaces it', async () => {
    const { itemId, flour, eggs } = await cake();
    const next = (quantity: string) =>
      set({ itemId, from: '2026-03-01', quantity: '4', components: [{ itemId: flour, quantity }] });
    await next('5');
    await next('3');
    const { endBillOfMaterials } = await us.query<{ endBillOfMaterials: object }>(END, {
      input: { itemId, on: '2026-06-01' },
    });
    expect(endBillOfMaterials).toEqual({ item: { billOfMaterials: null } });
    expect(await billOn(itemId, '2025-12-31')).toBeNull();
    expect(await billOn(itemId, '2026-02-28')).toMatchObject({ from: '2026-01-01', until: '2026-03-01' });
    expect(await billOn(itemId, '2026-05-31')).toMatchObject({
      from: '2026-03-01',
      until: '2026-06-01',
      components: [{ quantity: '3' }],
    });
    expect(await billOn(itemId, '2026-06-01')).toBeNull();
    expect(await us.refusal(END, { input: { itemId, on: '2026-07-01' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'on',
    });
    const listed = async (by: string, id: string): Promise<string[]> => {
      const { billsOfMaterials } = await us.query<{
        billsOfMaterials: { edges: { node: { from: string } }[] };
      }>(`query ($id: ID) { billsOfMaterials(first: 10, ${by}: $id) { edges { node { from } } } }`, { id });
      return billsOfMaterials.edges.map(({ node }) => node.from);
    };
    expect(await listed('itemId', itemId)).toEqual(['2026-01-01', '2026-03-01']);
    expect(await listed('componentId', flour)).toEqual(['2026-01-01', '2026-03-01']);
    expect(await listed('componentId', eggs)).toEqual(['2026-01-01']);
    expect(await listed('itemId', 'nothing')).toEqual([]);
  });

  it('is refused for what cannot be made, or not of that', async () => {
    const itemId = await product();
    const part = await material();
    const work = await goods.item({ kind: 'SERVICE' });
    const gone = await material();
    await us.query('mutation ($input: ItemActionInput!) { deactivateItem(input: $input) { item { id } } }', {
      input: { id: gone },
    });
    const nobody = uuidv7();
    const of = (components: readonly object[], more: object = {}) => ({
      itemId,
      from: '2026-01-01',
      quantity: '1',
      components,
      ...more,
    });
    const one = { itemId: part, quantity: '1' };
    const cases: [object, string, string][] = [
      [of([one], { itemId: work }), 'BAD_USER_INPUT', 'itemId'],
      [of([one], { itemId: part }), 'BAD_USER_INPUT', 'itemId'],
      [of([one], { itemId: nobody }), 'NOT_FOUND', 'itemId'],
      [of([one], { quantity: '0' }), 'BAD_USER_INPUT', 'quantity'],
      [of([one], { quantity: '1.5' }), 'BAD_USER_INPUT', 'quantity'],
      [of([]), 'BAD_USER_INPUT', 'components'],
      [of([{ itemId: work, quantity: '1' }]), 'BAD_USER_INPUT', 'components[0].itemId'],
      [of([{ itemId, quantity: '1' }]), 'BAD_USER_INPUT', 'components[0].itemId'],
      [of([{ itemId: gone, quantity: '1' }]), 'BAD_USER_INPUT', 'components[0].itemId'],
      [of([{ itemId: nobody, quantity: '1' }]), 'NOT_FOUND', 'components[0].itemId'],
      [of([one, one]), 'BAD_USER_INPUT', 'components[1].itemId'],
      [of([{ itemId: part, quantity: '0' }]), 'BAD_USER_INPUT', 'components[0].quantity'],
      [of([{ itemId: part, quantity: '-1' }]), 'BAD_USER_INPUT', 'components[0].quantity'],
      [of([{ itemId: part, quantity: '0.5' }]), 'BAD_USER_INPUT', 'components[0].quantity'],
      [of([{ itemId: part, quantity: '1', unit: 'KG' }]), 'BAD_USER_INPUT', 'components[0].unit'],
    ];
    for (const [input, code, field] of cases) expect(await refusal(input)).toMatchObject({ code, field });
    expect(await billOn(itemId, '2026-12-31')).toBeNull();
  });

  it('goes in no circle, whatever the version, and the refusal names the way round', async () => {
    const run = uuidv7();
    const [a, b, c] = await Promise.all(
      ['A', 'B', 'C'].map((letter) => product({ code: `${letter}-${run}` })),
    );
    const of = (itemId?: string, componentId?: string, from = '2026-01-01') => ({
      itemId,
      from,
      quantity: '1',
      components: [{ itemId: componentId, quantity: '1' }],
    });
    await set(of(a, b));
    await us.query(END, { input: { itemId: a, on: '2026-02-01' } });
    await set(of(b, c));
    const refused = await refusal(of(c, a, '2027-01-01'));
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', field: 'components[0].itemId' });
    expect(refused.message).toContain(`C-${run} → A-${run} → B-${run} → C-${run}`);
    // Taken back on the day on which it begins, a bill never was.
    await us.query(END, { input: { itemId: a, on: '2026-01-01' } });
    expect(await set(of(c, a, '2027-01-01'))).toMatchObject({ from: '2027-01-01' });
  });

  it('goes in no circle when two are written at once, either', async () => {
    for (let pair = 0; pair < 5; pair++) {
      const [a, b] = await Promise.all([product(), product()]);
      const of = (itemId: string, componentId: string) => ({
        itemId,
        from: '2026-01-01',
        quantity: '1',
        components: [{ itemId: componentId, quantity: '1' }],
      });
      const outcomes = await Promise.allSettled([set(of(a, b)), set(of(b, a))]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(String(refused?.reason)).toContain(' → ');
    }
  });
});

describe('what is made by its bill', () => {
  it('costs what its components cost and the labour; what they cost after all goes on to it and to its sales', async () => {
    const { itemId, flour, eggs } = await cake();
    await goods.record(receipt(flour, '2026-02-01', '10', '2'));
    await goods.record(receipt(eggs, '2026-02-01', '30', '0.30'));
    // Six cakes are a batch and a half: 3 kg × 2.00 + 15 eggs × 0.30 + 9.00 of labour = 19.50.
    const made = await assemble({ itemId, quantity: '6', date: '2026-02-10', addedCosts: '9.00' });
    expect(made.number).toMatch(/^AS-2026-\d{6}$/);
    expect(made.lines.map(({ baseQuantity, cost }) => `${baseQuantity} ${String(cost)}`)).toEqual([
      '6 19.50',
      '3 6.00',
      '15 4.50',
    ]);
    expect(journal(await goods.settled(made.id))).toEqual([
      '1620 0.00 10.50',
      '1630 0.00 9.00',
      '1640 19.50 0.00',
    ]);
    const sold = await goods.record({
      kind: 'ISSUE',
      reason: 'SALE',
      date: '2026-02-20',
      warehouseId: shop,
      lines: [{ itemId, quantity: '2' }],
    });
    expect(sold.cost).toBe('6.50');

    // Two kilograms at 5.00 were there before all others: the flour truly cost 2 × 5.00 + 1 × 2.00 = 12.00, 6.00 more
    // than booked. Of that, two cakes of six have been sold: 2.00.
    const late = await goods.record(receipt(flour, '2026-01-15', '2', '5', '2026-03-02'));
    expect(journal(await goods.settled(late.id), 'cost-adjustment')).toEqual([
      '1620 0.00 6.00',
      '1640 4.00 0.00',
      '7210 2.00 0.00',
    ]);
    expect(await goods.onHand(itemId, '2026-02-28')).toMatchObject({ quantity: '4', value: '13.00' });
    expect(await goods.onHand(itemId, '2026-03-02')).toMatchObject({ quantity: '4', value: '17.00' });
    expect(await goods.onHand(flour, '2026-03-02')).toMatchObject({ quantity: '9', value: '18.00' });
    await demandHealthy(us);
  });

  it('is made by the bill of the day, and not without one, nor of what does not come out even', async () => {
    const { itemId, flour, eggs } = await cake();
    await set({ itemId, from: '2026-04-01', quantity: '1', components: [{ itemId: flour, quantity: '1' }] });
    await goods.record(receipt(flour, '2026-02-01', '10', '2'));
    await goods.record(receipt(eggs, '2026-02-01', '200', '1'));
    const before = await assemble({ itemId, quantity: '2', date: '2026-03-31' });
    expect(before.lines.map(({ baseQuantity }) => baseQuantity)).toEqual(['2', '1', '5']);
    const after = await assemble({ itemId, quantity: '2', date: '2026-04-01' });
    expect(after.lines.map(({ baseQuantity }) => baseQuantity)).toEqual(['2', '2']);

    const asked = { itemId, warehouseId: shop, quantity: '2', date: '2026-03-31' };
    const code = (await us.query<{ item: { code: string } }>(`{ item(id: "${eggs}") { code } }`)).item.code;
    const uneven = await us.refusal(ASSEMBLE, { input: { ...asked, quantity: '1' } });
    expect(uneven).toMatchObject({ code: 'BAD_USER_INPUT', field: 'quantity' });
    expect(uneven.message).toContain(code);
    const cases: [object, string, string][] = [
      [{ date: '2025-12-31' }, 'INVALID_TRANSITION', 'itemId'],
      [{ itemId: flour }, 'INVALID_TRANSITION', 'itemId'],
      [{ itemId: uuidv7() }, 'NOT_FOUND', 'itemId'],
      [{ warehouseId: uuidv7() }, 'NOT_FOUND', 'warehouseId'],
      [{ quantity: '0' }, 'BAD_USER_INPUT', 'quantity'],
      [{ addedCosts: '-1' }, 'BAD_USER_INPUT', 'addedCosts'],
      // Forty take twenty kilograms: flour is the first component, hence the second line.
      [{ quantity: '40' }, 'BAD_USER_INPUT', 'lines[1].quantity'],
    ];
    for (const [more, refused, field] of cases)
      expect(await us.refusal(ASSEMBLE, { input: { ...asked, ...more } })).toMatchObject({
        code: refused,
        field,
      });
  });

  it('is taken of the lots and things that are named, exactly what the bill takes, and gets a lot and numbers itself', async () => {
    const lot = async (itemId: string, number: string): Promise<string> => {
      const { createLot } = await us.query<{ createLot: { lot: { id: string } } }>(
        'mutation ($input: CreateLotInput!) { createLot(input: $input) { lot { id } } }',
        { input: { itemId, number } },
      );
      return createLot.lot.id;
    };
    const itemId = await product({ hasLots: true, hasSerials: true });
    const inLots = await goods.item({ kind: 'MATERIAL', hasLots: true });
    const motor = await goods.item({ kind: 'MATERIAL', hasSerials: true });
    await set({
      itemId,
      from: '2026-01-01',
      quantity: '1',
      components: [
        { itemId: inLots, quantity: '3' },
        { itemId: motor, quantity: '1' },
      ],
    });
    const [old, fresh, made] = [await lot(inLots, 'O'), await lot(inLots, 'F'), await lot(itemId, 'M')];
    for (const [lotId, unitCost] of [
      [old, '1'],
      [fresh, '2'],
    ])
      await goods.record({
        kind: 'RECEIPT',
        date: '2026-02-01',
        warehouseId: shop,
        lines: [{ itemId: inLots, quantity: '4', unitCost, lotId }],
      });
    await goods.record({
      kind: 'RECEIPT',
      date: '2026-02-01',
      warehouseId: shop,
      lines: [{ itemId: motor, quantity: '3', unitCost: '10', serials: ['M1', 'M2', 'M3'] }],
    });
    const asked = { itemId, warehouseId: shop, quantity: '2', date: '2026-02-10' };
    const parts = { lotId: made, serials: ['P1', 'P2'] };
    const motors = { itemId: motor, quantity: '2', serials: ['M1', 'M3'] };
    const taken = [
      { itemId: inLots, quantity: '4', lotId: old },
      { itemId: inLots, quantity: '2', lotId: fresh },
      motors,
    ];
    const cases: [object, string][] = [
      [{ ...parts }, 'lines[1].lotId'],
      [{ ...parts, taken: taken.slice(1) }, 'taken[0].quantity'],
      [{ ...parts, taken: [...taken, { itemId, quantity: '1' }] }, 'taken[3].itemId'],
      [{ ...parts, taken: [{ ...taken[0], quantity: '0' }, ...taken.slice(1)] }, 'taken[0].quantity'],
      [{ taken }, 'lines[0].lotId'],
      [{ lotId: made, taken }, 'lines[0].serials'],
    ];
    for (const [more, field] of cases)
      expect(await us.refusal(ASSEMBLE, { input: { ...asked, ...more } })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field,
      });
    const done = await assemble({ ...asked, ...parts, taken });
    expect(done.lines.map(({ baseQuantity }) => baseQuantity)).toEqual(['2', '4', '2', '2']);
    const { item } = await us.query<{ item: { places: { serial: string | null; lotId: string | null }[] } }>(
      'query ($id: ID!) { item(id: $id) { places { serial lotId } } }',
      { id: itemId },
    );
    expect(item.places.map(({ serial }) => serial).sort()).toEqual(['P1', 'P2']);
    expect(item.places.map(({ lotId }) => lotId)).toEqual([made, made]);
  });

  it('is not made by hand of what is made of it by its bill', async () => {
    const [a, b, c] = await Promise.all([product(), product(), product()]);
    for (const [itemId, componentId] of [
      [a, b],
      [b, c],
    ])
      await set({
        itemId,
        from: '2026-01-01',
        quantity: '1',
        components: [{ itemId: componentId, quantity: '1' }],
      });
    const part = await goods.item({ kind: 'MATERIAL' });
    for (const itemId of [a, part]) await goods.record(receipt(itemId, '2026-02-01', '5', '1'));
    const assembly = (lines: readonly object[]) => ({
      kind: 'ASSEMBLY',
      date: '2026-02-10',
      warehouseId: shop,
      lines: [...lines, { itemId: c, quantity: '1', direction: 'IN' }],
    });
    const of = (itemId: string) => ({ itemId, quantity: '1', direction: 'OUT' });
    const refused = { code: 'BAD_USER_INPUT', field: 'lines[1].itemId', value: a };
    expect(await goods.refusal('record', assembly([of(part), of(a)]))).toMatchObject(refused);
    const draft = await goods.command('create', assembly([of(part), of(a)]));
    expect(await goods.refusal('approve', { id: draft.id })).toMatchObject(refused);
    expect((await goods.record(assembly([of(part)]))).status).toBe('POSTED');
  });

  it('is made once by one key, whatever has become of the bill', async () => {
    const { itemId, flour, eggs } = await cake();
    await goods.record(receipt(flour, '2026-02-01', '10', '2'));
    await goods.record(receipt(eggs, '2026-02-01', '10', '1'));
    const input = { itemId, quantity: '2', date: '2026-02-10', idempotencyKey: uuidv7() };
    const made = await assemble(input);
    await us.query(END, { input: { itemId, on: '2026-01-01' } });
    expect((await assemble(input)).id).toBe(made.id);
    expect(await goods.onHand(itemId, '2026-02-28')).toMatchObject({ quantity: '2' });
    expect(
      await us.refusal(ASSEMBLE, { input: { ...input, warehouseId: shop, quantity: '4' } }),
    ).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

describe('what is made by hand', () => {
  /** Things of which there are some, with codes that are told apart. */
  async function things(...letters: string[]): Promise<{ ids: readonly string[]; run: string }> {
    const run = uuidv7().slice(-6);
    const ids = await Promise.all(letters.map((letter) => product({ code: `${letter}-${run}` })));
    for (const itemId of ids) await goods.record(receipt(itemId, '2026-01-10', '20', '2'));
    return { ids, run };
  }
  const made = (productId = '', componentId = '', date = '2026-02-10') => ({
    kind: 'ASSEMBLY',
    date,
    warehouseId: shop,
    lines: [
      { itemId: productId, quantity: '1', direction: 'IN' },
      { itemId: componentId, quantity: '1', direction: 'OUT' },
    ],
  });

  it('goes in no circle with what else was made by hand, and the refusal names the way round', async () => {
    const { ids, run } = await things('A', 'B', 'C');
    const [a, b, c] = ids;
    const first = await goods.record(made(a, b));
    await goods.record(made(b, c));
    const refused = await goods.refusal('record', made(c, a, '2026-03-01'));
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', field: 'lines[1].itemId', value: a });
    expect(refused.message).toContain(`C-${run} → A-${run} → B-${run} → C-${run}`);
    const itself = await goods.refusal('record', made(a, a));
    expect(itself).toMatchObject({ code: 'BAD_USER_INPUT' });
    // By a bill it would be the same.
    const bill = {
      itemId: c,
      from: '2026-01-01',
      quantity: '1',
      components: [{ itemId: a, quantity: '1' }],
    };
    expect((await refusal(bill)).message).toContain(`C-${run} → A-${run} → B-${run} → C-${run}`);

    // What comes late, before all that was made, goes through to the end.
    const late = await goods.record(receipt(c ?? '', '2026-01-05', '1', '9', '2026-03-02'));
    expect(late.status).toBe('POSTED');
    expect(await goods.onHand(a ?? '', '2026-03-02')).toMatchObject({ quantity: '21' });

    // What was never made stands in nobody's way.
    await goods.command('reverse', { id: first.id, bookingDate: '2026-03-03', reason: 'შეცდომა' });
    expect((await goods.record(made(c, a, '2026-03-04'))).status).toBe('POSTED');
    await demandHealthy(us);
  });

  it('goes in no circle when the two that would close it are made at the same moment, either', async () => {
    for (let round = 0; round < 3; round++) {
      const { ids } = await things('A', 'B', 'C', 'D');
      const [a, b, c, d] = ids;
      await goods.record(made(a, b));
      await goods.record(made(c, d));
      // They share neither product nor component: only the way round is theirs together.
      const outcomes = await Promise.allSettled([goods.record(made(b, c)), goods.record(made(d, a))]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refused = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(String(refused?.reason)).toContain(' → ');
    }
    await demandHealthy(us);
  });
});
