import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { publishRates } from '#test/foreign-trade.ts';
import { credit, debit, record, type EntryInput } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let next = 0;
/** A company that no other test has, with 1,000.00 in the bank. */
let us: Caller;
let minSeq: number;

beforeAll(async () => {
  system = await startSystem({ companies: 7, chart: loadChart(), years: [2025] });
  await publishRates(system, [['USD', '2025-05-30', '2.70']]);
});
afterAll(() => system.close());
beforeEach(async () => {
  us = system.company(next).as('admin');
  next += 1;
  await post('2025-05-02', [debit('1210', '1000.00'), credit('5150', '1000.00')]);
});

async function post(date: string, entries: EntryInput[]): Promise<void> {
  const { seq } = await record(us, { date, description: 'Something that happened', entries });
  minSeq = seq ?? 0;
}

/** Sets up what recurs each month on the 5th, from June on. */
async function recurring(description: string, entries: EntryInput[], more: object = {}): Promise<string> {
  const { createRecurringEntry } = await us.query<{
    createRecurringEntry: { recurringEntry: { id: string } };
  }>(
    `mutation ($input: CreateRecurringEntryInput!) {
      createRecurringEntry(input: $input) { recurringEntry { id } } }`,
    {
      input: {
        description,
        entries,
        rule: { unit: 'MONTH', every: 1, day: 5 },
        firstOn: '2025-06-05',
        ...more,
      },
    },
  );
  return createRecurringEntry.recurringEntry.id;
}
const rent = () => recurring('Rent', [debit('7420', '500.00'), credit('1210', '500.00')]);

async function postDue(until: string): Promise<void> {
  const { postDueEntries } = await us.query<{
    postDueEntries: { results: { transaction: { seq: number } | null }[] };
  }>(
    `mutation ($input: PostDueEntriesInput!) { postDueEntries(input: $input) {
      results { transaction { seq } error { code } } } }`,
    { input: { until } },
  );
  expect(postDueEntries.results).not.toHaveLength(0);
  minSeq = Math.max(...postDueEntries.results.map(({ transaction }) => transaction?.seq ?? Infinity));
}

interface Item {
  readonly kind: string;
  readonly amount: string;
  readonly due: string;
  readonly isOverdue: boolean;
  readonly description: string | null;
  readonly recurringEntryId: string | null;
  readonly transaction: { readonly date: string } | null;
}
async function forecast(from = '2025-06-10', months = 2) {
  const { cashForecast } = await us.query<{
    cashForecast: {
      opening: string;
      closing: string;
      stretches: { closing: string; items: { edges: { node: Item }[] } }[];
    };
  }>(
    `query ($from: Date!, $months: Int, $minSeq: Int) { cashForecast(from: $from, months: $months, minSeq: $minSeq) {
      opening closing stretches { closing items(first: 50) { edges { node { kind amount due isOverdue description
        recurringEntryId transaction { date } } } } } } }`,
    { from, months, minSeq },
  );
  const { opening, closing, stretches } = cashForecast;
  const items = stretches.flatMap((stretch) => stretch.items.edges.map(({ node }) => node));
  return { opening, closing, closings: stretches.map((stretch) => stretch.closing), items };
}
const told = (items: readonly Item[]) => items.map(({ kind, amount, due }) => [kind, amount, due]);

describe('recurring entries in a cash forecast', () => {
  it('are expected on their days, and what was due and not posted at once', async () => {
    const id = await rent();
    const { items, closings } = await forecast();
    expect(items).toEqual([
      {
        kind: 'RECURRING',
        amount: '-500.00',
        due: '2025-06-05',
        isOverdue: true,
        description: 'Rent',
        recurringEntryId: id,
        transaction: null,
      },
      expect.objectContaining({ kind: 'RECURRING', due: '2025-07-05', isOverdue: false }),
    ]);
    expect(closings).toEqual(['500.00', '0.00']);
  });

  it('are counted once, whether they are posted or not, and not at all once they are skipped', async () => {
    const id = await rent();
    const before = await forecast();
    await postDue('2025-06-05');
    const after = await forecast();
    expect([after.opening, after.closing]).toEqual(['500.00', before.closing]);
    expect(told(after.items)).toEqual([['RECURRING', '-500.00', '2025-07-05']]);
    // Posted ahead of its day, and behind the first day of the forecast: it is still to come.
    await postDue('2025-07-05');
    const ahead = await forecast();
    expect([ahead.opening, ahead.closing]).toEqual(['500.00', before.closing]);
    expect(ahead.items.map(({ transaction }) => transaction)).toEqual([{ date: '2025-07-05' }]);
    await us.query(
      'mutation ($input: SkipOccurrenceInput!) { skipOccurrence(input: $input) { recurringEntry { id } } }',
      {
        input: { id, date: '2025-08-05', reason: 'Nothing to pay in August' },
      },
    );
    expect(told((await forecast('2025-07-10', 2)).items)).toEqual([]);
  });

  it('are no flow where no cash moves, or only from one purse to another', async () => {
    await recurring('Invoice', [debit('7420', '500.00'), credit('3110', '500.00')]);
    await recurring('To the till', [debit('1110', '200.00'), credit('1210', '200.00')]);
    expect((await forecast()).items).toEqual([]);
  });

  it('are not expected beside the debts that they pay', async () => {
    const { createCounterparty } = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
      'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
      { input: { kind: 'COMPANY', taxId: '404404404', name: 'შპს მომწოდებელი' } },
    );
    const counterpartyId = createCounterparty.counterparty.id;
    await post('2025-06-06', [debit('7490', '700.00'), credit('3110', '700.00', { counterpartyId })]);
    await post('2025-05-31', [debit('7410', '90.00'), credit('3320', '90.00')]);
    await recurring('Instalment', [debit('3110', '300.00', { counterpartyId }), credit('1210', '300.00')], {
      firstOn: '2025-07-05',
    });
    await recurring('Tax', [debit('3390', '60.00'), credit('1210', '60.00')], {
      firstOn: '2025-07-05',
      lastOn: '2025-07-06',
    });
    const { items, closing } = await forecast('2025-06-10', 3);
    expect(told(items)).toEqual([
      ['TAXES', '-30.00', '2025-06-15'],
      ['RECURRING', '-60.00', '2025-07-05'],
      ['RECURRING', '-300.00', '2025-07-05'],
      // 700 less two instalments.
      ['PAYABLE', '-100.00', '2025-07-06'],
      ['RECURRING', '-300.00', '2025-08-05'],
    ]);
    expect(closing).toBe('210.00');
  });

  it('in a foreign currency count by the last official rate before the first day', async () => {
    await recurring('Software', [
      debit('7490', '100.00', { currency: 'USD' }),
      credit('1220', '100.00', { currency: 'USD' }),
    ]);
    expect(told((await forecast('2025-06-10', 1)).items)).toEqual([['RECURRING', '-270.00', '2025-06-05']]);
    expect(await us.refusal('{ cashForecast(from: "2025-05-20", months: 2) { closing } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'from',
    });
  });

  it('are read of one company only', async () => {
    const other = system.company(next).as('admin');
    await rent();
    const { cashForecast } = await other.query<{ cashForecast: { closing: string } }>(
      '{ cashForecast(from: "2025-06-10", months: 2) { closing } }',
    );
    expect(cashForecast.closing).toBe('0.00');
  });
});
