import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignTrade, MATCH, publishRates, WITHDRAW, type ForeignTrade } from '#test/foreign-trade.ts';
import { startSystem, type System } from '#test/system.ts';
import { loadChart } from '../accounts/chart.ts';
import { rebuildLedger } from '../rebuild.ts';

let system: System;
let next = 0;
beforeAll(async () => {
  system = await startSystem({ companies: 12, chart: loadChart(), years: [2026] });
  await publishRates(system, [
    ['USD', '2026-01-31', '2.80'],
    ['USD', '2026-02-28', '2.75'],
    ['EUR', '2026-01-31', '3.10'],
  ]);
});
afterAll(() => system.close());

/** A company that no other test has, and a counterparty of it. */
async function someone(): Promise<{ trade: ForeignTrade; counterpartyId: string }> {
  next += 1;
  const trade = foreignTrade(system, next);
  return { trade, counterpartyId: await trade.counterparty() };
}

const usd = { currency: 'USD' };
const UNMATCH = `mutation ($input: UnmatchOpenItemsInput!) { unmatchOpenItems(input: $input) { matching {
  endedOn differenceReversal { date } } } }`;
const sell = (trade: ForeignTrade, counterpartyId: string, day: string, debit: string, rate: string) =>
  trade.post(day, { account: '1410', debit, rate, counterpartyId, ...usd }, '6110');
const bePaid = (trade: ForeignTrade, counterpartyId: string, day: string, credit: string, rate: string) =>
  trade.post(day, { account: '1410', credit, rate, counterpartyId, ...usd }, '1110');

describe('what a settlement in dollars gains or loses', () => {
  it('is posted with it, so that what is settled leaves no lari behind', async () => {
    const { trade, counterpartyId } = await someone();
    const owed = await sell(trade, counterpartyId, '2026-01-10', '1000.00', '2.70');
    const paid = await bePaid(trade, counterpartyId, '2026-02-10', '1000.00', '2.78');
    const { matchOpenItems } = await trade.us.query<{ matchOpenItems: { matching: object } }>(
      `mutation ($input: MatchOpenItemsInput!) { matchOpenItems(input: $input) { matching { date differenceGel
        differenceTransaction { date totalAmount source { type purpose } entries { account { code } counterparty { id } currency
          debit debitGel creditGel } } } } }`,
      { input: { items: [{ id: owed }, { id: paid }] } },
    );
    expect(matchOpenItems.matching).toEqual({
      date: '2026-02-10',
      differenceGel: '-80.00',
      differenceTransaction: {
        date: '2026-02-10',
        totalAmount: '80.00',
        source: { type: 'SettlementDifference', purpose: 'difference' },
        entries: [
          {
            account: { code: '1410' },
            counterparty: { id: counterpartyId },
            currency: 'USD',
            debit: '0.00',
            debitGel: '80.00',
            creditGel: '0.00',
          },
          {
            account: { code: '8140' },
            counterparty: null,
            currency: 'GEL',
            debit: '0.00',
            debitGel: '0.00',
            creditGel: '80.00',
          },
        ],
      },
    });
    expect(await trade.balance('1410', 'USD', '2026-02-10')).toEqual(['0.00', '0.00']);
    expect(await trade.open(null, counterpartyId)).toEqual([]);
  });

  it('is a loss of a payable that has become dearer, part by part, to the tetri', async () => {
    const { trade, counterpartyId } = await someone();
    const eur = { currency: 'EUR', counterpartyId };
    const owed = await trade.post(
      '2026-01-05',
      { account: '3110', credit: '100.00', rate: '3.0001', ...eur },
      '7490',
    );
    const differences: string[] = [];
    for (const [day, debit] of [
      ['2026-02-01', '33.33'],
      ['2026-02-02', '33.33'],
      ['2026-02-03', '33.34'],
    ] as const) {
      const paid = await trade.post(day, { account: '3110', debit, rate: '3.10', ...eur }, '1110');
      differences.push((await trade.match([{ id: owed, amount: debit }, paid])).differenceGel);
    }
    // 103.32 + 103.32 + 103.35 were paid for 99.99 + 99.99 + 100.03.
    expect(differences).toEqual(['3.33', '3.33', '3.32']);
    expect(await trade.balance('3110', 'EUR', '2026-02-03')).toEqual(['0.00', '0.00']);
    expect(await trade.balance('8240', 'GEL', '2026-02-03')).toEqual(['9.98', '9.98']);
  });

  it('starts from the original amount, when the revaluation went back on the next day', async () => {
    const { trade, counterpartyId } = await someone();
    const owed = await sell(trade, counterpartyId, '2026-01-10', '1000.00', '2.70');
    await trade.revalue('2026-01-31');
    const paid = await bePaid(trade, counterpartyId, '2026-02-10', '1000.00', '2.78');
    expect(await trade.match([owed, paid])).toMatchObject({ differenceGel: '-80.00' });
    expect(await trade.balance('1410', 'USD', '2026-02-10')).toEqual(['0.00', '0.00']);
    expect(await trade.balance('8140', 'GEL', '2026-02-10')).toEqual(['-80.00', '-80.00']);
  });

  it('starts from the revalued amount, when that was kept, also of a part', async () => {
    const { trade, counterpartyId } = await someone();
    const owed = await sell(trade, counterpartyId, '2026-01-10', '1000.00', '2.70');
    const { id } = await trade.revalue('2026-01-31', { reversal: 'KEEP' });
    const paid = await bePaid(trade, counterpartyId, '2026-02-10', '400.00', '2.78');
    const matched = await trade.match([{ id: owed, amount: '400.00' }, paid]);
    expect(matched).toMatchObject({ differenceGel: '8.00' });
    expect(await trade.open(null, counterpartyId)).toEqual([[owed, '600.00', '1680.00']]);
    expect(await trade.open('2026-01-20', counterpartyId)).toEqual([[owed, '1000.00', '2700.00']]);
    expect(await trade.us.refusal(WITHDRAW, { input: { id, reason: 'x' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'id',
      matchings: [matched.id],
    });
    const february = await trade.revalue('2026-02-28', { reversal: 'KEEP' });
    expect(february).toMatchObject({ loss: '30.00', items: [{ open: '600.00', revaluedGel: '1650.00' }] });
    const rest = await bePaid(trade, counterpartyId, '2026-03-10', '600.00', '2.90');
    expect(await trade.match([owed, rest])).toMatchObject({ differenceGel: '-90.00' });
    expect(await trade.balance('1410', 'USD', '2026-03-10')).toEqual(['0.00', '0.00']);
    // 400 × 0.08 and 600 × 0.20 in all, whatever was revalued on the way.
    const [gained] = await trade.balance('8140', 'GEL', '2026-12-31');
    const [lost] = await trade.balance('8240', 'GEL', '2026-12-31');
    expect(Number(gained) + Number(lost)).toBe(-152);
  });
});

describe('a matching with a difference', () => {
  it('of a closed month is of a later day, which is named, and so is its end', async () => {
    const { trade, counterpartyId } = await someone();
    const owed = await sell(trade, counterpartyId, '2026-01-10', '100.00', '2.70');
    const paid = await bePaid(trade, counterpartyId, '2026-01-20', '100.00', '2.75');
    await trade.us.query(
      'mutation { closePeriod(input: { year: 2026, month: 1, reason: "done" }) { period { status } } }',
    );
    const items = [{ id: owed }, { id: paid }];
    expect(await trade.us.refusal(MATCH, { input: { items } })).toMatchObject({
      code: 'PERIOD_CLOSED',
      field: 'on',
      value: '2026-01-20',
    });
    expect(await trade.us.refusal(MATCH, { input: { items, on: '2026-01-19' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'on',
    });
    const { id } = await trade.match([owed, paid], '2026-02-01');
    expect(await trade.balance('1410', 'USD', '2026-01-31')).toEqual(['0.00', '-5.00']);
    expect((await trade.open('2026-01-31', counterpartyId)).length).toBe(2);
    expect(await trade.balance('1410', 'USD', '2026-02-01')).toEqual(['0.00', '0.00']);
    expect(await trade.us.refusal(UNMATCH, { input: { id, reason: 'x', on: '2026-01-31' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'on',
    });
    expect(await trade.us.query(UNMATCH, { input: { id, reason: 'x', on: '2026-02-05' } })).toEqual({
      unmatchOpenItems: { matching: { endedOn: '2026-02-05', differenceReversal: { date: '2026-02-05' } } },
    });
    expect(await trade.open('2026-02-04', counterpartyId)).toEqual([]);
    expect((await trade.open('2026-02-05', counterpartyId)).length).toBe(2);
    expect(await trade.balance('1410', 'USD', '2026-02-05')).toEqual(['0.00', '-5.00']);
  });

  it('gives back what it took of a revaluation when it is ended, and its transaction is not reversed by hand', async () => {
    const { trade, counterpartyId } = await someone();
    const owed = await sell(trade, counterpartyId, '2026-01-10', '100.00', '2.70');
    const { id: revaluation } = await trade.revalue('2026-01-31', { reversal: 'KEEP' });
    const paid = await bePaid(trade, counterpartyId, '2026-02-10', '100.00', '2.75');
    const { id } = await trade.match([owed, paid]);
    const [row] = await system.owner.sql<{ id: string }[]>`
      select difference_transaction_id as id from ledger.matchings where id = ${id}`;
    expect(
      await trade.us.refusal(
        'mutation ($input: ReverseTransactionInput!) { reverseTransaction(input: $input) { transaction { id } } }',
        { input: { id: row?.id, date: '2026-02-10', reason: 'x' } },
      ),
    ).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
    await trade.us.query(UNMATCH, { input: { id, reason: 'x' } });
    expect(await trade.open(null, counterpartyId)).toEqual([
      [owed, '100.00', '280.00'],
      [paid, '100.00', '275.00'],
    ]);
    await trade.withdraw(revaluation);
    expect(await trade.open(null, counterpartyId)).toEqual([
      [owed, '100.00', '270.00'],
      [paid, '100.00', '275.00'],
    ]);
    expect(await trade.match([owed, paid])).toMatchObject({ differenceGel: '-5.00' });
  });

  it('dated before a revaluation leaves that outdated, until it is made again', async () => {
    const { trade, counterpartyId } = await someone();
    const owed = await sell(trade, counterpartyId, '2026-01-10', '100.00', '2.70');
    const paid = await bePaid(trade, counterpartyId, '2026-01-20', '100.00', '2.75');
    await trade.post('2026-01-21', { account: '1220', debit: '1.00', rate: '2.70', ...usd }, '5150');
    const { id } = await trade.revalue('2026-01-31', { reversal: 'KEEP' });
    expect(await trade.match([owed, paid])).toMatchObject({ date: '2026-01-20', differenceGel: '-5.00' });
    const { revaluation } = await trade.us.query<{ revaluation: object }>(
      'query ($id: ID!) { revaluation(id: $id) { isOutdated } }',
      { id },
    );
    expect(revaluation).toEqual({ isOutdated: true });
    await trade.withdraw(id);
    await trade.revalue('2026-01-31', { reversal: 'KEEP' });
    expect(await trade.balance('1410', 'USD', '2026-12-31')).toEqual(['0.00', '0.00']);
  });

  it('is made anew out of the log to the same rows, and holds against the events', async () => {
    const { trade, counterpartyId } = await someone();
    const owed = await sell(trade, counterpartyId, '2026-01-10', '1000.00', '2.70');
    await trade.revalue('2026-01-31', { reversal: 'KEEP' });
    const paid = await bePaid(trade, counterpartyId, '2026-02-10', '400.00', '2.78');
    const parts = [{ id: owed, amount: '400.00' }, paid];
    const { id } = await trade.match(parts);
    await trade.us.query(UNMATCH, { input: { id, reason: 'x', on: '2026-02-11' } });
    await trade.match(parts, '2026-02-12');
    const rows = async () => {
      const tables = [];
      for (const table of ['matchings', 'matched_items', 'matched_revaluations', 'revaluations'])
        tables.push([
          ...(await system.owner.sql`
            select to_json(t)::text as row from ledger.${system.owner.sql(table)} t
            where company_id = ${trade.company.id} order by 1`),
        ]);
      return tables;
    };
    const before = await rows();
    await rebuildLedger(system.database.ownerUrl, trade.company.id);
    expect(await rows()).toEqual(before);
    expect(before.map(({ length }) => length)).toEqual([2, 4, 2, 1]);
    expect(await system.ledger.verify(trade.company.id)).toMatchObject({ isIntact: true, differences: [] });
  });
});
