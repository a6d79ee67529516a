import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { startSystem, type System } from '#test/system.ts';
import { loadChart } from '../accounts/chart.ts';
import { rebuildLedger } from '../rebuild.ts';

let system: System;
let next = 0;
beforeAll(async () => {
  system = await startSystem({ companies: 25, chart: loadChart(), years: [2025, 2026, 2027] });
});
afterAll(() => system.close());

/** A company that no other test has. */
function someone(): Caller {
  next += 1;
  return system.company(next).as('chief_accountant');
}

const writing = (field: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
const ASSET = 'asset { id number state cost accumulated carrying bookedThrough }';
const REGISTER = writing('registerFixedAsset', 'RegisterFixedAssetInput', ASSET);
const ACQUIRE = writing('acquireFixedAsset', 'AcquireFixedAssetInput', ASSET);
const ESTIMATE = writing('changeFixedAssetEstimate', 'ChangeFixedAssetEstimateInput', ASSET);
const ADD = writing('addFixedAssetCost', 'AddFixedAssetCostInput', ASSET);
const UNITS = writing('recordFixedAssetUnits', 'RecordFixedAssetUnitsInput', ASSET);
const TRANSFER = writing('transferFixedAsset', 'TransferFixedAssetInput', ASSET);
const RUN_FIELDS =
  'run { id month date total reversedOn transaction { id totalAmount source { type } entries { account { code } debit credit dimensions { name value } } } lines { asset { name } amount catchUp from accumulated carrying } }';
const RUN = writing('runDepreciation', 'RunDepreciationInput', RUN_FIELDS);
const UNDO_RUN = writing('reverseDepreciationRun', 'ReverseDepreciationRunInput', RUN_FIELDS);
const DISPOSE = writing(
  'disposeFixedAsset',
  'DisposeFixedAssetInput',
  `asset { id state cost accumulated carrying changes { kind disposalId accumulated gain
    transaction { entries { account { code } debit credit } } } }`,
);
const UNDO_DISPOSAL = writing('reverseFixedAssetDisposal', 'ReverseFixedAssetDisposalInput', ASSET);
const CLOSE = writing('closePeriod', 'PeriodActionInput', 'period { status }');

interface Asset {
  id: string;
  number: string;
  state: string;
  cost: string;
  accumulated: string;
  carrying: string;
  bookedThrough: string | null;
}
interface Run {
  id: string;
  month: string;
  total: string;
  transaction: {
    id: string;
    source: { type: string };
    entries: { account: { code: string }; debit: string; credit: string }[];
  } | null;
  lines: { asset: { name: string }; amount: string; catchUp: string; from: string; carrying: string }[];
}

const VAN = {
  name: 'ფურგონი',
  classCode: 'VEHICLES',
  cost: '10000.00',
  acquiredOn: '2026-01-10',
  inUseOn: '2026-01-15',
  usefulLifeMonths: 3,
};

async function write<Answer>(us: Caller, query: string, input: object): Promise<Answer> {
  const answer = await us.query<Record<string, Answer>>(query, { input });
  return Object.values(answer)[0] as Answer;
}
async function register(us: Caller, more: object = {}): Promise<Asset> {
  return (await write<{ asset: Asset }>(us, REGISTER, { ...VAN, ...more })).asset;
}
/** An asset whose cost is in the books, too. */
async function acquire(us: Caller, more: object = {}): Promise<Asset> {
  return (await write<{ asset: Asset }>(us, ACQUIRE, { ...VAN, creditAccountCode: '3110', ...more })).asset;
}
async function run(us: Caller, month: number, year = 2026): Promise<Run> {
  return (await write<{ run: Run }>(us, RUN, { year, month })).run;
}
const sides = (entries: { account: { code: string }; debit: string; credit: string }[] = []) =>
  entries.map(({ account, debit, credit }) => [account.code, debit, credit]);
async function schedule(us: Caller, id: string): Promise<unknown[]> {
  const { fixedAsset } = await us.query<{
    fixedAsset: { schedule: { month: string; amount: string; carrying: string; state: string }[] };
  }>('query ($id: ID!) { fixedAsset(id: $id) { schedule { month amount accumulated carrying state } } }', {
    id,
  });
  return fixedAsset.schedule.map(({ month, amount, carrying, state }) => [month, amount, carrying, state]);
}
/** Register and ledger agree on every account, at the end of each month as well. */
async function agree(us: Caller): Promise<void> {
  for (const asOf of [null, '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-12-31']) {
    const { fixedAssetAgreement } = await us.query<{
      fixedAssetAgreement: { account: { code: string }; difference: string; differences: unknown[] }[];
    }>(
      'query ($asOf: Date) { fixedAssetAgreement(asOf: $asOf) { account { code } register ledger difference differences { amount } } }',
      { asOf },
    );
    for (const row of fixedAssetAgreement)
      expect([asOf, row]).toMatchObject([asOf, { difference: '0.00', differences: [] }]);
  }
}

describe('a straight line', () => {
  it('takes the same each month from the month behind the first use on, and the rest in the last', async () => {
    const us = someone();
    const van = await acquire(us, { residual: '0.00' });
    expect(van).toMatchObject({ number: 'FA-000001', state: 'IN_USE', carrying: '10000.00' });
    expect(await schedule(us, van.id)).toEqual([
      ['2026-02', '3333.33', '6666.67', 'PLANNED'],
      ['2026-03', '3333.33', '3333.34', 'PLANNED'],
      ['2026-04', '3333.34', '0.00', 'PLANNED'],
    ]);
    const { depreciationPreview } = await us.query<{ depreciationPreview: { total: string } }>(
      '{ depreciationPreview(year: 2026, month: 2) { total date lines { asset { name } amount } missingUnits { month } } }',
    );
    expect(depreciationPreview).toEqual({
      total: '3333.33',
      date: '2026-02-28',
      lines: [{ asset: { name: 'ფურგონი' }, amount: '3333.33' }],
      missingUnits: [],
    });
    const february = await run(us, 2);
    expect(february.transaction?.source).toEqual({ type: 'Depreciation' });
    expect(sides(february.transaction?.entries)).toEqual([
      ['7455', '3333.33', '0.00'],
      ['2280', '0.00', '3333.33'],
    ]);
    await run(us, 3);
    expect((await run(us, 4)).lines).toMatchObject([{ amount: '3333.34', carrying: '0.00' }]);
    expect(await run(us, 5)).toMatchObject({ total: '0.00', transaction: null, lines: [] });
    const { fixedAsset } = await us.query<{ fixedAsset: Asset }>(
      'query ($id: ID!) { fixedAsset(id: $id) { state carrying bookedThrough } }',
      { id: van.id },
    );
    expect(fixedAsset).toEqual({ state: 'FULLY_DEPRECIATED', carrying: '0.00', bookedThrough: '2026-04' });
    await agree(us);
  });

  it('begins in the month of the first use where the asset says so, and leaves the residual value', async () => {
    const us = someone();
    const van = await acquire(us, { startsIn: 'SAME_MONTH', residual: '1000.00' });
    expect(await schedule(us, van.id)).toEqual([
      ['2026-01', '3000.00', '7000.00', 'PLANNED'],
      ['2026-02', '3000.00', '4000.00', 'PLANNED'],
      ['2026-03', '3000.00', '1000.00', 'PLANNED'],
    ]);
  });

  it('posts one entry a side for all assets of the same accounts and dimensions', async () => {
    const us = someone();
    const tbilisi = [{ name: 'branch', value: 'თბილისი' }];
    await acquire(us, { cost: '300.00', dimensions: tbilisi });
    await acquire(us, { cost: '600.00', dimensions: tbilisi });
    await acquire(us, { cost: '900.00' });
    await acquire(us, { cost: '90.00', classCode: 'MACHINERY', expenseAccountCode: '7170' });
    expect(sides((await run(us, 2)).transaction?.entries)).toEqual([
      ['7455', '300.00', '0.00'],
      ['2280', '0.00', '300.00'],
      ['7455', '300.00', '0.00'],
      ['2280', '0.00', '300.00'],
      ['7170', '30.00', '0.00'],
      ['2250', '0.00', '30.00'],
    ]);
    await agree(us);
  });

  it('goes on from what was depreciated before the register held the asset', async () => {
    const us = someone();
    await us.query(writing('recordTransaction', 'TransactionInput', 'transaction { id }'), {
      input: {
        date: '2025-12-31',
        description: 'საწყისი ნაშთები',
        entries: [
          { accountCode: '2180', debit: '12000.00' },
          { accountCode: '2280', credit: '7000.00' },
          { accountCode: '5310', credit: '5000.00' },
        ],
      },
    });
    const van = await register(us, {
      cost: '12000.00',
      acquiredOn: '2024-10-20',
      inUseOn: '2024-10-31',
      usefulLifeMonths: 24,
      openingDepreciation: { amount: '7000.00', through: '2025-12' },
    });
    expect(van).toMatchObject({ accumulated: '7000.00', carrying: '5000.00', bookedThrough: null });
    const months = await schedule(us, van.id);
    // November 2024 to December 2025 are 14 of its 24 months.
    expect([months.length, months[0], months.at(-1)]).toEqual([
      10,
      ['2026-01', '500.00', '4500.00', 'PLANNED'],
      ['2026-10', '500.00', '0.00', 'PLANNED'],
    ]);
    await run(us, 1);
    await agree(us);
  });
});

describe('runs', () => {
  it('go in order, each once; the latest is taken back and run again', async () => {
    const us = someone();
    await acquire(us);
    const february = await run(us, 2);
    const refusal = async (month: number) => us.refusal(RUN, { input: { year: 2026, month } });
    expect(await refusal(2)).toMatchObject({ code: 'INVALID_TRANSITION', field: 'month' });
    expect(await refusal(1)).toMatchObject({ code: 'INVALID_TRANSITION', field: 'month' });
    expect(await refusal(4)).toMatchObject({ code: 'INVALID_TRANSITION', field: 'month' });
    const march = await run(us, 3);
    const reason = 'ხარჯის ანგარიში სხვაა';
    expect(await us.refusal(UNDO_RUN, { input: { id: february.id, reason } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'id',
    });
    const { id } = march.transaction ?? { id: '' };
    const byHand = writing('reverseTransaction', 'ReverseTransactionInput', 'transaction { id }');
    expect(await us.refusal(byHand, { input: { id, date: '2026-03-31', reason } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'id',
    });
    expect((await write<{ run: object }>(us, UNDO_RUN, { id: march.id, reason })).run).toMatchObject({
      reversedOn: '2026-03-31',
    });
    await agree(us);
    expect(await run(us, 3)).toMatchObject({ total: '3333.33', lines: [{ catchUp: '0.00' }] });
    await agree(us);
  });

  it('catch up with an asset that was registered late, and say how much of it is of earlier months', async () => {
    const us = someone();
    await acquire(us, { name: 'პირველი' });
    await run(us, 2);
    await acquire(us, { name: 'მეორე', cost: '1200.00', usefulLifeMonths: 12 });
    const { lines } = await run(us, 3);
    expect(lines).toMatchObject([
      { asset: { name: 'პირველი' }, amount: '3333.33', catchUp: '0.00', from: '2026-03' },
      { asset: { name: 'მეორე' }, amount: '200.00', catchUp: '100.00', from: '2026-02' },
    ]);
    await agree(us);
  });

  it('are refused in a closed month, which the next one catches up with', async () => {
    const us = someone();
    await acquire(us);
    await run(us, 2);
    const { closeChecklist } = await us.query<{
      closeChecklist: { items: { code: string; severity: string; count: number }[] };
    }>('{ closeChecklist(year: 2026, month: 3) { items { code severity count } } }');
    expect(closeChecklist.items).toContainEqual({
      code: 'DEPRECIATION_NOT_RUN',
      severity: 'BLOCKS',
      count: 1,
    });
    for (const month of [1, 2]) await us.query(CLOSE, { input: { year: 2026, month, reason: 'x' } });
    expect(await us.refusal(CLOSE, { input: { year: 2026, month: 3, reason: 'x' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
    await us.query(CLOSE, {
      input: { year: 2026, month: 3, reason: 'x', despite: ['DEPRECIATION_NOT_RUN'] },
    });
    expect(await us.refusal(RUN, { input: { year: 2026, month: 3 } })).toMatchObject({
      code: 'PERIOD_CLOSED',
    });
    expect((await run(us, 4)).lines).toMatchObject([{ amount: '6666.67', catchUp: '3333.33' }]);
    await agree(us);
  });
});

describe('estimates', () => {
  it('change what is to come and nothing that was', async () => {
    const us = someone();
    const van = await acquire(us, { cost: '12000.00', usefulLifeMonths: 12 });
    await run(us, 2);
    expect(
      await us.refusal(ESTIMATE, {
        input: { id: van.id, from: '2026-02', remainingMonths: 20, reason: 'x' },
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'from' });
    await us.query(ESTIMATE, {
      input: { id: van.id, from: '2026-04', remainingMonths: 5, residual: '500.00', reason: 'ცვდება ჩქარა' },
    });
    // 12,000 less three months of 1,000 up to March leave 9,500 beyond the residual value for five months.
    const months = await schedule(us, van.id);
    expect(months.slice(0, 4)).toEqual([
      ['2026-02', '1000.00', '11000.00', 'BOOKED'],
      ['2026-03', '1000.00', '10000.00', 'PLANNED'],
      ['2026-04', '1900.00', '8100.00', 'PLANNED'],
      ['2026-05', '1900.00', '6200.00', 'PLANNED'],
    ]);
    expect(months.at(-1)).toEqual(['2026-08', '1900.00', '500.00', 'PLANNED']);
  });

  it('are joined by what is spent on the asset later', async () => {
    const us = someone();
    const van = await acquire(us, { cost: '1200.00', usefulLifeMonths: 12 });
    await run(us, 2);
    await us.query(writing('recordTransaction', 'TransactionInput', 'transaction { id }'), {
      input: {
        date: '2026-02-20',
        description: 'ახალი ძრავა',
        entries: [
          { accountCode: '2180', debit: '550.00' },
          { accountCode: '3110', credit: '550.00' },
        ],
      },
    });
    await us.query(ADD, { input: { id: van.id, on: '2026-02-20', amount: '550.00', description: 'ძრავა' } });
    const [, march] = await schedule(us, van.id);
    expect(march).toEqual(['2026-03', '150.00', '1500.00', 'PLANNED']);
    await agree(us);
  });
});

describe('units of production', () => {
  it('are said before the run, and the last take the rest', async () => {
    const us = someone();
    const press = await acquire(us, {
      name: 'წნეხი',
      classCode: 'MACHINERY',
      method: 'UNITS_OF_PRODUCTION',
      usefulLifeMonths: null,
      totalUnits: '3000',
      residual: '1000.00',
    });
    const refusal = await us.refusal(RUN, { input: { year: 2026, month: 2 } });
    expect(refusal).toMatchObject({ code: 'INVALID_TRANSITION', field: 'units' });
    expect(refusal.message).toContain('წნეხი');
    const give = (month: number, units: string) =>
      us.query(UNITS, { input: { id: press.id, year: 2026, month, units } });
    await give(2, '999');
    await give(2, '1000.5');
    expect((await run(us, 2)).total).toBe('3001.50');
    await give(3, '0');
    expect((await run(us, 3)).total).toBe('0.00');
    await give(4, '5000');
    expect((await run(us, 4)).lines).toMatchObject([{ amount: '5998.50', carrying: '1000.00' }]);
    expect(
      await us.refusal(UNITS, { input: { id: press.id, year: 2026, month: 4, units: '1' } }),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'month',
    });
    await agree(us);
  });
});

interface Disposed {
  asset: Asset & {
    changes: {
      kind: string;
      disposalId: string;
      gain: string;
      accumulated: string;
      transaction: { entries: { account: { code: string }; debit: string; credit: string }[] };
    }[];
  };
}

describe('a disposal', () => {
  it('by sale depreciates up to its month, derecognises the asset and shows the gain', async () => {
    const us = someone();
    const van = await acquire(us, { cost: '12000.00', usefulLifeMonths: 12 });
    await run(us, 2);
    const { asset } = await write<Disposed>(us, DISPOSE, {
      id: van.id,
      on: '2026-04-10',
      kind: 'SALE',
      reason: 'გაიყიდა',
      proceeds: '9500.00',
      proceedsAccountCode: '1410',
    });
    expect(asset).toMatchObject({ state: 'DISPOSED', cost: '0.00', carrying: '0.00' });
    expect(asset.changes).toMatchObject([{ kind: 'DISPOSED', accumulated: '3000.00', gain: '500.00' }]);
    expect(sides(asset.changes[0]?.transaction.entries)).toEqual([
      ['7455', '2000.00', '0.00'],
      ['2280', '0.00', '2000.00'],
      ['2280', '3000.00', '0.00'],
      ['1410', '9500.00', '0.00'],
      ['2180', '0.00', '12000.00'],
      ['8130', '0.00', '500.00'],
    ]);
    await agree(us);
    // Undone, it is caught up with by the run of the month that comes next.
    await us.query(UNDO_DISPOSAL, {
      input: { id: asset.changes[0]?.disposalId, reason: 'მყიდველმა დააბრუნა' },
    });
    await agree(us);
    expect((await run(us, 3)).lines).toMatchObject([{ amount: '1000.00', carrying: '10000.00' }]);
    await agree(us);
  });

  it('as scrap shows what is left as a loss, and takes back what was run beyond it', async () => {
    const us = someone();
    const van = await acquire(us, { cost: '1200.00', usefulLifeMonths: 12, startsIn: 'SAME_MONTH' });
    await run(us, 1);
    const february = await run(us, 2);
    const { asset } = await write<Disposed>(us, DISPOSE, {
      id: van.id,
      on: '2026-02-20',
      kind: 'SCRAP',
      reason: 'დაიწვა',
    });
    expect(sides(asset.changes[0]?.transaction.entries)).toEqual([
      ['7455', '0.00', '100.00'],
      ['2280', '100.00', '0.00'],
      ['2280', '100.00', '0.00'],
      ['2180', '0.00', '1200.00'],
      ['8220', '1100.00', '0.00'],
    ]);
    expect(await us.refusal(UNDO_RUN, { input: { id: february.id, reason: 'x' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
    await agree(us);
  });

  it('of a part takes its share of cost and depreciation, and the rest goes on', async () => {
    const us = someone();
    const fence = await acquire(us, { classCode: 'STRUCTURES', cost: '1000.00', usefulLifeMonths: 10 });
    await run(us, 2);
    const { asset } = await write<Disposed>(us, DISPOSE, {
      id: fence.id,
      on: '2026-03-05',
      kind: 'SCRAP',
      reason: 'მესამედი დაინგრა',
      percent: '33.3333',
    });
    expect(asset).toMatchObject({
      state: 'IN_USE',
      cost: '666.67',
      accumulated: '133.33',
      carrying: '533.34',
    });
    // March is in the disposal already.
    expect(await run(us, 3)).toMatchObject({ total: '0.00', lines: [] });
    expect((await run(us, 4)).lines).toMatchObject([{ amount: '66.67', catchUp: '0.00' }]);
    const months = await schedule(us, fence.id);
    expect(months.at(-1)).toEqual(['2026-11', '66.65', '0.00', 'PLANNED']);
    await agree(us);
  });
});

it('moves by class are the note of the statements, and a class takes its accounts along', async () => {
  const us = someone();
  const van = await acquire(us, { cost: '1200.00', usefulLifeMonths: 12 });
  await acquire(us, { cost: '600.00', usefulLifeMonths: 6, classCode: 'FURNITURE' });
  await run(us, 2);
  await us.query(TRANSFER, {
    input: { id: van.id, on: '2026-03-01', classCode: 'MACHINERY', location: 'საწყობი', reason: 'გადაკეთდა' },
  });
  await run(us, 3);
  await agree(us);
  const { fixedAssetMovements } = await us.query<{ fixedAssetMovements: object[] }>(
    `{ fixedAssetMovements(from: "2026-02-01", to: "2026-03-31") { class { code } openingCost additions transfersCost
       disposalsCost closingCost openingAccumulated charge transfersAccumulated closingAccumulated closingCarrying } }`,
  );
  const none = { additions: '0.00', disposalsCost: '0.00', openingAccumulated: '0.00' };
  expect(fixedAssetMovements).toEqual([
    {
      ...none,
      class: { code: 'FURNITURE' },
      openingCost: '600.00',
      transfersCost: '0.00',
      closingCost: '600.00',
      charge: '200.00',
      transfersAccumulated: '0.00',
      closingAccumulated: '200.00',
      closingCarrying: '400.00',
    },
    {
      ...none,
      class: { code: 'MACHINERY' },
      openingCost: '0.00',
      transfersCost: '1200.00',
      closingCost: '1200.00',
      charge: '100.00',
      transfersAccumulated: '100.00',
      closingAccumulated: '200.00',
      closingCarrying: '1000.00',
    },
    {
      ...none,
      class: { code: 'VEHICLES' },
      openingCost: '1200.00',
      transfersCost: '-1200.00',
      closingCost: '0.00',
      charge: '100.00',
      transfersAccumulated: '-100.00',
      closingAccumulated: '0.00',
      closingCarrying: '0.00',
    },
  ]);
});

it('register and note of movements are files, whose columns come to the figures of the queries', async () => {
  const us = someone();
  const furniture = await acquire(us, { classCode: 'FURNITURE', name: '=მაგიდა, "დიდი"', cost: '600.00' });
  const van = await acquire(us, { cost: '1200.00', usefulLifeMonths: 12 });
  await run(us, 2);
  await run(us, 3);
  await us.query(DISPOSE, { input: { id: van.id, on: '2026-03-31', kind: 'SCRAP', reason: 'დაიწვა' } });
  const fetched = async (field: string): Promise<Response> => {
    const answer = await us.query<Record<string, { url: string }>>(`{ ${field} { url } }`);
    const response = await fetch(system.url + (Object.values(answer)[0]?.url ?? ''));
    expect(response.status).toBe(200);
    return response;
  };
  const lines = async (field: string): Promise<string[]> => {
    const text = await (await fetched(field)).text();
    return text.replace('\uFEFF', '').trim().split('\r\n');
  };
  // On the last day of February both were there; the van was scrapped at the end of March.
  expect(await lines('fixedAssetsFile(asOf: "2026-02-28", format: CSV, language: EN)')).toEqual([
    'Number,Name,Class,Acquired on,In use since,"Useful life, months","Cost, ₾","Accumulated depreciation, ₾","Carrying amount, ₾"',
    `${furniture.number},"'=მაგიდა, ""დიდი""",Furniture and fittings,2026-01-10,2026-01-15,3,600.00,200.00,400.00`,
    `${van.number},ფურგონი,Vehicles,2026-01-10,2026-01-15,12,1200.00,100.00,1100.00`,
  ]);
  expect(await lines('fixedAssetsFile(asOf: "2026-03-31", format: CSV, language: KA)')).toHaveLength(2);
  const [head, ...classes] = await lines(
    'fixedAssetMovementsFile(from: "2026-02-01", to: "2026-03-31", format: CSV, language: RU)',
  );
  expect(head).toMatch(/^Класс,"Стоимость на начало, ₾",/);
  expect(classes).toEqual([
    'Furniture and fittings,600.00,0.00,0.00,0.00,600.00,0.00,400.00,0.00,0.00,0.00,400.00,600.00,200.00',
    'Vehicles,1200.00,0.00,0.00,-1200.00,0.00,0.00,200.00,0.00,0.00,-200.00,0.00,1200.00,0.00',
  ]);
  const workbook = unzipSync(
    new Uint8Array(await (await fetched('fixedAssetsFile(asOf: "2026-02-28")')).arrayBuffer()),
  );
  const sheet = strFromU8(workbook['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toMatch(/<f>[^<]*G2:G3[^<]*<\/f><v>1800(\.00)?<\/v>/);
  expect(
    await us.refusal('{ fixedAssetMovementsFile(from: "2026-03-31", to: "2026-02-01") { url } }'),
  ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'from', value: '2026-03-31' });
});

it('land is not depreciated, and keeps nobody from closing; what is not in use waits for it', async () => {
  const us = someone();
  const USE = writing(
    'putFixedAssetIntoUse',
    'PutFixedAssetIntoUseInput',
    'asset { state schedule { month } }',
  );
  const land = await acquire(us, {
    classCode: 'LAND',
    cost: '70000.00',
    usefulLifeMonths: null,
    inUseOn: null,
  });
  const line = await acquire(us, { classCode: 'MACHINERY', cost: '30.00', inUseOn: null });
  expect([land.state, line.state]).toEqual(['NOT_IN_USE', 'NOT_IN_USE']);
  expect(await us.query(USE, { input: { id: land.id, on: '2026-01-20' } })).toEqual({
    putFixedAssetIntoUse: { asset: { state: 'IN_USE', schedule: [] } },
  });
  expect(await run(us, 2)).toMatchObject({ total: '0.00', lines: [] });
  await us.query(USE, { input: { id: line.id, on: '2026-02-20' } });
  expect(await us.refusal(USE, { input: { id: line.id, on: '2026-02-20' } })).toMatchObject({
    code: 'INVALID_TRANSITION',
    field: 'id',
  });
  const open = async () =>
    us.query<{ closeChecklist: { items: { code: string; ids: string[] }[] } }>(
      '{ closeChecklist(year: 2026, month: 3) { items { code ids } } }',
    );
  expect((await open()).closeChecklist.items).toContainEqual({
    code: 'DEPRECIATION_NOT_RUN',
    ids: [line.id],
  });
  expect((await run(us, 3)).total).toBe('10.00');
  const codes = (await open()).closeChecklist.items.map(({ code }) => code);
  expect(codes).not.toContain('DEPRECIATION_NOT_RUN');
  await agree(us);
});

it('is listed by class, state and day, and keeps the accounts that it stands on', async () => {
  const us = someone();
  const van = await register(us, { number: 'V-1' });
  await register(us, { number: 'V-2', acquiredOn: '2026-03-01', inUseOn: '2026-03-01' });
  await register(us, { number: 'A-9', classCode: 'FURNITURE', inUseOn: null });
  const list = async (conditions: string) => {
    const { fixedAssets } = await us.query<{ fixedAssets: { edges: { node: { number: string } }[] } }>(
      `{ fixedAssets(first: 10${conditions}) { edges { node { number } } } }`,
    );
    return fixedAssets.edges.map(({ node }) => node.number);
  };
  expect(await list('')).toEqual(['A-9', 'V-1', 'V-2']);
  expect(await list(', classCode: "VEHICLES"')).toEqual(['V-1', 'V-2']);
  expect(await list(', state: NOT_IN_USE')).toEqual(['A-9']);
  expect(await list(', asOf: "2026-02-28"')).toEqual(['A-9', 'V-1']);
  expect(await us.refusal(REGISTER, { input: { ...VAN, number: 'V-1' } })).toMatchObject({
    code: 'CONFLICT',
    field: 'number',
  });
  const asOf = 'query ($id: ID!) { fixedAsset(id: $id, asOf: "2025-12-31") { number cost } }';
  expect(await us.query(asOf, { id: van.id })).toEqual({ fixedAsset: { number: 'V-1', cost: '0.00' } });
  const { account } = await us.query<{ account: { id: string } }>('{ account(code: "2180") { id } }');
  const DELETE = writing('deleteAccount', 'AccountActionInput', 'deletedId');
  expect(await us.refusal(DELETE, { input: { id: account.id } })).toMatchObject({
    code: 'INVALID_TRANSITION',
    field: 'id',
  });
});

it('names what register and ledger do not have in common', async () => {
  const us = someone();
  const van = await register(us);
  const { recordTransaction } = await us.query<{ recordTransaction: { transaction: { id: string } } }>(
    writing('recordTransaction', 'TransactionInput', 'transaction { id }'),
    {
      input: {
        date: '2026-01-10',
        description: 'სხვა მანქანა',
        entries: [
          { accountCode: '2180', debit: '700.00' },
          { accountCode: '3110', credit: '700.00' },
        ],
      },
    },
  );
  const { fixedAssetAgreement } = await us.query<{ fixedAssetAgreement: object[] }>(
    '{ fixedAssetAgreement { account { code } register ledger difference differences { amount transaction { id } asset { id } } } }',
  );
  expect(fixedAssetAgreement).toContainEqual({
    account: { code: '2180' },
    register: '10000.00',
    ledger: '700.00',
    difference: '-9300.00',
    differences: [
      { amount: '-10000.00', transaction: null, asset: { id: van.id } },
      { amount: '700.00', transaction: { id: recordTransaction.transaction.id }, asset: null },
    ],
  });
});

it('is made anew from its events to the byte, after everything that can happen', async () => {
  const us = someone();
  const van = await acquire(us, { cost: '1200.00', usefulLifeMonths: 12 });
  const first = await run(us, 2);
  await us.query(UNDO_RUN, { input: { id: first.id, reason: 'x' } });
  await run(us, 2);
  await us.query(ESTIMATE, { input: { id: van.id, from: '2026-03', residual: '60.00', reason: 'x' } });
  await us.query(TRANSFER, { input: { id: van.id, on: '2026-03-01', classCode: 'FURNITURE', reason: 'x' } });
  const half = { id: van.id, on: '2026-03-09', kind: 'SALE', reason: 'x', percent: '50' };
  const { asset } = await write<Disposed>(us, DISPOSE, half);
  const undone = asset.changes.at(-1)?.disposalId;
  await us.query(UNDO_DISPOSAL, { input: { id: undone, on: '2026-03-10', reason: 'x' } });
  await us.query(DISPOSE, { input: { ...half, on: '2026-03-11' } });
  const mistaken = await acquire(us, { cost: '7.00' });
  const CANCEL = writing('cancelFixedAsset', 'CancelFixedAssetInput', 'asset { state cost }');
  const cancel = { id: mistaken.id, on: '2026-03-12', reason: 'x' };
  expect(await us.query(CANCEL, { input: cancel })).toEqual({
    cancelFixedAsset: { asset: { state: 'CANCELLED', cost: '0.00' } },
  });
  await run(us, 3);
  await run(us, 4);
  await agree(us);
  const { id } = system.company(next);
  const dump = async () =>
    Promise.all(
      ['fixed_assets', 'depreciation_runs', 'asset_values', 'asset_classes'].map(async (table) => [
        ...(await system.owner.sql`
          select r::text from ledger.${system.owner.sql(table)} r where company_id = ${id} order by 1`),
      ]),
    );
  const before = await dump();
  await rebuildLedger(system.database.ownerUrl, id);
  expect(await dump()).toEqual(before);
});

describe('what the database refuses by itself', () => {
  it.each([
    [
      'a rewritten value',
      'update ledger.asset_values set accumulated = 0 where company_id = $1',
      'fixed_assets_append_only',
    ],
    [
      'a removed run',
      'delete from ledger.depreciation_runs where company_id = $1',
      'fixed_assets_append_only',
    ],
    [
      'a rewritten registration',
      `update ledger.fixed_assets set registered = '{}' where company_id = $1`,
      'fixed_assets_append_only',
    ],
    [
      'depreciation beyond what is to be depreciated',
      `insert into ledger.asset_values (company_id, asset_id, seq, part, date, kind, class_code, cost_account_id, cost, accumulated)
       select company_id, id, 999999, 1, '2026-12-31', 'DEPRECIATION', class_code, cost_account_id, 0, 1300.01
       from ledger.fixed_assets where company_id = $1`,
      'asset_values_depreciable',
    ],
    [
      'a second run of a month',
      `insert into ledger.depreciation_runs (company_id, id, month, date, total, seq, run_at, run_by)
       select company_id, gen_random_uuid(), month, date, 0, 999999, now(), run_by
       from ledger.depreciation_runs where company_id = $1`,
      'depreciation_runs_once',
    ],
  ])('is %s', async (_what, statement, constraint) => {
    const us = system.company(0).as('chief_accountant');
    const { fixedAssets } = await us.query<{ fixedAssets: { edges: unknown[] } }>(
      '{ fixedAssets(first: 1) { edges { node { id } } } }',
    );
    if (fixedAssets.edges.length === 0) {
      await acquire(us, { cost: '1500.00', residual: '200.00', usefulLifeMonths: 12 });
      await run(us, 2);
    }
    await expect(system.owner.sql.unsafe(statement, [system.company(0).id])).rejects.toMatchObject({
      constraint_name: constraint,
    });
  });
});

it('where another person must approve, nobody acquires alone, and who registered does not dispose', async () => {
  const us = someone();
  const van = await acquire(us);
  const chief = system.company(next).as('admin');
  await chief.query(
    'mutation { updateLedgerSettings(input: { approverMustDiffer: true }) { settings { approverMustDiffer } } }',
  );
  const refused = { code: 'FORBIDDEN', field: 'approverMustDiffer' };
  expect(await us.refusal(ACQUIRE, { input: { ...VAN, creditAccountCode: '3110' } })).toMatchObject(refused);
  const scrap = { id: van.id, on: '2026-02-10', kind: 'SCRAP', reason: 'x' };
  expect(await us.refusal(DISPOSE, { input: scrap })).toMatchObject(refused);
  expect((await write<Disposed>(chief, DISPOSE, scrap)).asset).toMatchObject({ state: 'DISPOSED' });
});

it.each([
  ['cost', 'BAD_USER_INPUT', { cost: '0.00' }],
  ['residual', 'BAD_USER_INPUT', { residual: '10000.01' }],
  ['inUseOn', 'BAD_USER_INPUT', { inUseOn: '2026-01-09' }],
  ['classCode', 'NOT_FOUND', { classCode: 'SPACESHIPS' }],
  ['method', 'BAD_USER_INPUT', { classCode: 'LAND', method: 'STRAIGHT_LINE' }],
  ['totalUnits', 'BAD_USER_INPUT', { method: 'UNITS_OF_PRODUCTION' }],
  ['number', 'BAD_USER_INPUT', { number: 'FA-000009' }],
  ['usefulLifeMonths', 'BAD_USER_INPUT', { usefulLifeMonths: 1201 }],
  [
    'openingDepreciation.amount',
    'BAD_USER_INPUT',
    { openingDepreciation: { amount: '10000.01', through: '2026-02' } },
  ],
  [
    'openingDepreciation.through',
    'BAD_USER_INPUT',
    { openingDepreciation: { amount: '1.00', through: '2025-12' } },
  ],
  ['transactionId', 'NOT_FOUND', { transactionId: '018f0000-0000-7000-8000-000000000001' }],
])('a registration is refused naming %s: %s', async (field, code, more) => {
  const us = system.company(0).as('chief_accountant');
  expect(await us.refusal(REGISTER, { input: { ...VAN, ...more } })).toMatchObject({ code, field });
});
