import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { startSystem, type System } from '#test/system.ts';
import { rebuildFromLedger } from '../read-model/rebuild.ts';

let system: System;
let reporting: Database;
let us: Caller;
let customer: string;
let supplier: string;
let minSeq = 0;

beforeAll(async () => {
  system = await startSystem({ chart: loadChart(), years: [2025] });
  reporting = openDatabase(system.database.urlFor('reporting'), { max: 1 });
  us = system.company(0).as('admin');
  customer = await counterparty('206322102', 'შპს მუშტარი');
  supplier = await counterparty('404404404', 'შპს მომწოდებელი');
  await vi.waitFor(
    async () => {
      expect(await system.owner.sql`select from reporting.counterparties`).toHaveLength(2);
    },
    { timeout: 20_000 },
  );
  await record('2025-05-02', [
    ['1210', 1_000],
    ['5150', -1_000],
  ]);
  await record('2025-05-10', [
    ['1410', 600, { counterpartyId: customer }],
    ['6110', -600],
  ]);
  await record('2025-06-05', [
    ['1410', 400, { counterpartyId: customer }],
    ['6110', -400],
  ]);
  await record('2025-06-06', [
    ['7420', 300],
    ['3110', -300, { counterpartyId: supplier }],
  ]);
  await record('2025-05-31', [
    ['7410', 500],
    ['3130', -400],
    ['3320', -100],
  ]);
  await record('2025-06-09', [
    ['7490', 50],
    ['3320', -50],
  ]);
});
afterAll(async () => {
  await reporting.close();
  await system.close();
});

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly opening: string;
  readonly comesIn: string;
  readonly goesOut: string;
  readonly closing: string;
  readonly sums: {
    readonly kind: string;
    readonly comesIn: string;
    readonly goesOut: string;
    readonly overdue: string;
  }[];
  readonly items: {
    readonly edges: {
      readonly node: {
        readonly kind: string;
        readonly amount: string;
        readonly due: string;
        readonly isOverdue: boolean;
        readonly isAssumed: boolean;
        readonly counterparty: { readonly name: string } | null;
        readonly transaction: { readonly date: string } | null;
      };
    }[];
  };
}
interface Forecast {
  readonly opening: string;
  readonly closing: string;
  readonly lowest: string;
  readonly to: string;
  readonly stretches: readonly Stretch[];
}
const FORECAST = `query ($from: Date!, $weeks: Int, $months: Int, $minSeq: Int) {
  cashForecast(from: $from, weeks: $weeks, months: $months, minSeq: $minSeq) { opening closing lowest to stretches {
    from to opening comesIn goesOut closing sums { kind comesIn goesOut overdue }
    items(first: 50) { edges { node { kind amount due isOverdue isAssumed counterparty { name } transaction { date } } } } } } }`;

async function forecast(given: object): Promise<Forecast> {
  return (await us.query<{ cashForecast: Forecast }>(FORECAST, { from: '2025-06-10', minSeq, ...given }))
    .cashForecast;
}
const itemsOf = ({ items }: Stretch) => items.edges.map(({ node }) => node);
const TERMS = `mutation ($input: SetPaymentTermsInput!) { setPaymentTerms(input: $input) {
  terms { receivableDays payableDays counterparty { id } } } }`;

describe('a cash forecast', () => {
  it('begins with the cash of the books and takes what falls due week by week', async () => {
    const { opening, stretches, to } = await forecast({ weeks: 4 });
    expect([opening, to]).toEqual(['1000.00', '2025-07-07']);
    expect(stretches.map((week) => [week.from, week.comesIn, week.goesOut, week.closing])).toEqual([
      // 600 of May are due on the 9th of June, so they are late; pay is owed; taxes of May are due on the 15th.
      ['2025-06-10', '600.00', '500.00', '1100.00'],
      ['2025-06-17', '0.00', '0.00', '1100.00'],
      ['2025-06-24', '0.00', '0.00', '1100.00'],
      // Thirty days after the 5th and 6th of June.
      ['2025-07-01', '400.00', '300.00', '1200.00'],
    ]);
  });

  it('says of each figure what it is made of', async () => {
    const [first] = (await forecast({ weeks: 1 })).stretches;
    expect(first === undefined ? [] : itemsOf(first)).toEqual([
      {
        kind: 'RECEIVABLE',
        amount: '600.00',
        due: '2025-06-09',
        isOverdue: true,
        isAssumed: false,
        counterparty: { name: 'შპს მუშტარი' },
        transaction: { date: '2025-05-10' },
      },
      expect.objectContaining({ kind: 'EMPLOYEES', amount: '-400.00', isAssumed: true, counterparty: null }),
      expect.objectContaining({ kind: 'TAXES', amount: '-100.00', due: '2025-06-15', isAssumed: false }),
    ]);
    expect(first?.sums.find(({ kind }) => kind === 'RECEIVABLE')).toEqual({
      kind: 'RECEIVABLE',
      comesIn: '600.00',
      goesOut: '0.00',
      overdue: '600.00',
    });
  });

  it('goes by months, the first of them what is left of it', async () => {
    const { stretches, closing, lowest } = await forecast({ months: 2 });
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([
      ['2025-06-10', '2025-06-30'],
      ['2025-07-01', '2025-07-31'],
    ]);
    // Taxes of June, 50, are due in July.
    expect(stretches.map((month) => month.closing)).toEqual(['1100.00', '1150.00']);
    expect([closing, lowest]).toEqual(['1150.00', '1100.00']);
  });

  it('goes by the terms of payment of who owes', async () => {
    const set = (input: object) => us.query(TERMS, { input });
    expect(await set({ counterpartyId: supplier, payableDays: 10 })).toMatchObject({
      setPaymentTerms: { terms: { receivableDays: 30, payableDays: 10, counterparty: { id: supplier } } },
    });
    await set({ receivableDays: 45, payableDays: 30 });
    const { stretches } = await forecast({ weeks: 4 });
    expect(stretches.map(({ comesIn, goesOut }) => [comesIn, goesOut])).toEqual([
      ['0.00', '800.00'],
      ['0.00', '0.00'],
      ['600.00', '0.00'],
      ['0.00', '0.00'],
    ]);
    expect(
      await us.query('query ($id: ID) { paymentTerms(counterpartyId: $id) { receivableDays payableDays } }', {
        id: customer,
      }),
    ).toEqual({ paymentTerms: { receivableDays: 45, payableDays: 30 } });
  });

  it('takes unmatched payments off the oldest charge, and matched ones off theirs', async () => {
    const receipt = await record('2025-06-09', [
      ['1210', 400],
      ['1410', -400, { counterpartyId: customer }],
    ]);
    const open = async () =>
      (await forecast({ months: 3 })).stretches
        .flatMap(itemsOf)
        .filter(({ kind }) => kind === 'RECEIVABLE')
        .map(({ amount, transaction }) => [transaction?.date, amount]);
    expect(await open()).toEqual([
      ['2025-05-10', '200.00'],
      ['2025-06-05', '400.00'],
    ]);
    const { openItems } = await us.query<{ openItems: { edges: { node: { id: string; date: string } }[] } }>(
      'query ($id: ID) { openItems(first: 10, counterpartyId: $id) { edges { node { id date } } } }',
      { id: customer },
    );
    const matched = openItems.edges
      .map(({ node }) => node)
      .filter(({ id, date }) => date === '2025-06-05' || id.startsWith(receipt));
    const { matchOpenItems } = await us.query<{ matchOpenItems: { matching: { id: string } } }>(
      'mutation ($input: MatchOpenItemsInput!) { matchOpenItems(input: $input) { matching { id } } }',
      { input: { items: matched.map(({ id }) => ({ id })) } },
    );
    expect(matchOpenItems.matching.id).toBeDefined();
    await vi.waitFor(async () => {
      expect(await open()).toEqual([['2025-05-10', '600.00']]);
    });
    const settlements = () => system.owner.sql`select * from reporting.settlements order by line`;
    const before = await settlements();
    await rebuildFromLedger(reporting, system.company(0).id);
    expect(await settlements()).toEqual(before);
  });

  it('is fetched as a file whose stretches open with what the ones before them close with', async () => {
    const { reportFile } = await us.query<{ reportFile: { url: string } }>(
      `query ($minSeq: Int) { reportFile(report: CASH_FORECAST, from: "2025-06-10", months: 3, format: XLSX, language: EN,
        minSeq: $minSeq) { url } }`,
      { minSeq },
    );
    const rows = await readSheet(Buffer.from(await (await fetch(system.url + reportFile.url)).arrayBuffer()));
    const row = (name: string) => rows.find(([first]) => first === name)?.slice(1);
    const { stretches } = await forecast({ months: 3 });
    expect(row('Cash at the end')).toEqual(stretches.map(({ closing }) => Number(closing)));
    expect(row('Cash at the beginning')?.slice(1)).toEqual(row('Cash at the end')?.slice(0, -1));
  });

  it('is refused without exactly one horizon, beyond its bounds, and to whoever may not read reports', async () => {
    const refused = (given: object) => us.refusal(FORECAST, { from: '2025-06-10', ...given });
    expect(await refused({})).toMatchObject({ code: 'BAD_USER_INPUT', field: 'weeks' });
    expect(await refused({ weeks: 4, months: 1 })).toMatchObject({ field: 'weeks' });
    expect(await refused({ months: 25 })).toMatchObject({ field: 'months' });
    expect(await refused({ weeks: 1, from: '2030-01-01' })).toMatchObject({ field: 'from' });
    expect(await us.refusal(TERMS, { input: { counterpartyId: UNKNOWN_ID, payableDays: 1 } })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'counterpartyId',
    });
    expect(await us.refusal(TERMS, { input: { payableDays: -1 } })).toMatchObject({ field: 'payableDays' });
    const clerk = createCaller(system.url, await system.company(0).tokenWith(['accounts:read']));
    const { errors } = await clerk.answer(FORECAST, { from: '2025-06-10', weeks: 1 });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

async function counterparty(taxId: string, name: string): Promise<string> {
  const { createCounterparty } = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'COMPANY', taxId, name } },
  );
  return createCounterparty.counterparty.id;
}

async function record(date: string, lines: readonly (readonly [string, number, object?])[]): Promise<string> {
  const { recordTransaction } = await us.query<{
    recordTransaction: { transaction: { id: string; seq: number } };
  }>('mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id seq } } }', {
    input: {
      date,
      description: 'Something that happened',
      entries: lines.map(([accountCode, amount, more]) => ({
        accountCode,
        [amount > 0 ? 'debit' : 'credit']: `${String(Math.abs(amount))}.00`,
        ...more,
      })),
    },
  });
  minSeq = recordTransaction.transaction.seq;
  return recordTransaction.transaction.id;
}
