import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { startSystem, type System } from '#test/system.ts';
import { loadChart } from '../accounts/chart.ts';
import { rebuildLedger } from '../rebuild.ts';

let system: System;
let next = 0;
beforeAll(async () => {
  system = await startSystem({ companies: 11, chart: loadChart(), years: [2026, 2027] });
});
afterAll(() => system.close());

/** A company that no other test has. */
function someone(): Caller {
  next += 1;
  return system.company(next).as('chief_accountant');
}

const DUE = `query ($until: Date!, $after: String, $first: Int = 100) { dueEntries(first: $first, after: $after, until: $until) {
  edges { node { id kind date amount description } } pageInfo { hasNextPage endCursor } } }`;
const POST = `mutation ($input: PostDueEntriesInput!) { postDueEntries(input: $input) { hasMore results {
  id date transaction { id date description totalAmount source { type id purpose } reverses { id }
    entries { account { code } debit credit } } error { code field value } } } }`;
const writing = (field: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
const CREATE = writing(
  'createRecurringEntry',
  'CreateRecurringEntryInput',
  'recurringEntry { id dates(count: 4) template { lastOn } }',
);
const CHANGE = writing(
  'changeRecurringEntry',
  'ChangeRecurringEntryInput',
  'recurringEntry { id versions { version reason } }',
);
const END = writing('endRecurringEntry', 'EndRecurringEntryInput', 'recurringEntry { endedOn endReason }');
const SKIP = writing(
  'skipOccurrence',
  'SkipOccurrenceInput',
  'recurringEntry { occurrences(first: 5) { edges { node { date version skipReason transaction { id } } } } }',
);
const SPREAD = writing(
  'createSpread',
  'CreateSpreadInput',
  'spread { id remaining fromAccount { code } parts { number date amount status remaining } }',
);
const ACCRUE = writing(
  'createAccrual',
  'CreateAccrualInput',
  'reversingEntry { id kind date status transaction { id date entries { account { code } debit credit } } }',
);

interface Due {
  id: string;
  kind: string;
  date: string;
  amount: string | null;
}
interface Posted {
  id: string;
  date: string | null;
  transaction: {
    id: string;
    date: string;
    totalAmount: string;
    source: object | null;
    reverses: { id: string } | null;
  } | null;
  error: { code: string; field: string } | null;
}

async function due(us: Caller, until: string): Promise<Due[]> {
  const { dueEntries } = await us.query<{ dueEntries: { edges: { node: Due }[] } }>(DUE, { until });
  return dueEntries.edges.map(({ node }) => node);
}
async function post(us: Caller, until: string, more: object = {}): Promise<Posted[]> {
  const { postDueEntries } = await us.query<{ postDueEntries: { results: Posted[] } }>(POST, {
    input: { until, ...more },
  });
  return postDueEntries.results;
}

const RENT = {
  description: 'იჯარა',
  entries: [
    { accountCode: '7425', debit: '1000.00' },
    { accountCode: '3110', credit: '1000.00' },
  ],
  rule: { unit: 'MONTH', every: 1, lastDayOfMonth: true },
  firstOn: '2026-01-31',
};
async function rent(us: Caller, more: object = {}): Promise<string> {
  const { createRecurringEntry } = await us.query<{
    createRecurringEntry: { recurringEntry: { id: string } };
  }>(CREATE, {
    input: { ...RENT, ...more },
  });
  return createRecurringEntry.recurringEntry.id;
}
const INSURANCE = {
  kind: 'PREPAID_EXPENSE',
  description: 'დაზღვევა',
  amount: '100.00',
  toAccountCode: '7490',
  from: '2026-01-01',
  months: 3,
  method: 'EQUAL_MONTHS',
};
async function spread(us: Caller, more: object = {}): Promise<string> {
  const { createSpread } = await us.query<{ createSpread: { spread: { id: string } } }>(SPREAD, {
    input: { ...INSURANCE, ...more },
  });
  return createSpread.spread.id;
}

describe('a rent that recurs on the last day of each month', () => {
  it('is due until it is posted or skipped, each once, by the version of its day', async () => {
    const us = someone();
    const id = await rent(us, { occurrences: 12 });
    expect((await due(us, '2026-03-15')).map(({ date, amount }) => [date, amount])).toEqual([
      ['2026-01-31', '1000.00'],
      ['2026-02-28', '1000.00'],
    ]);
    const [january, february] = await post(us, '2026-02-28');
    expect(january).toMatchObject({
      date: '2026-01-31',
      error: null,
      transaction: {
        date: '2026-01-31',
        totalAmount: '1000.00',
        source: { type: 'Recurring', id, purpose: '2026-01-31' },
      },
    });
    expect(await post(us, '2026-02-28')).toEqual([]);
    const [again] = await post(us, '2026-02-28', { ids: [`recurring:${id}:2026-02-28`] });
    expect(again?.transaction?.id).toBe(february?.transaction?.id);
    await us.query(SKIP, { input: { id, date: '2026-03-31', reason: 'თვე უფასოა' } });
    const dearer = [
      { accountCode: '7425', debit: '1100.00' },
      { accountCode: '3110', credit: '1100.00' },
    ];
    await us.query(CHANGE, { input: { id, from: '2026-05-01', reason: 'გაძვირდა', entries: dearer } });
    expect((await due(us, '2026-05-31')).map(({ date, amount }) => [date, amount])).toEqual([
      ['2026-04-30', '1000.00'],
      ['2026-05-31', '1100.00'],
    ]);
    await post(us, '2026-05-31');
    await us.query(END, { input: { id, on: '2026-06-30', reason: 'გადავედით' } });
    expect((await due(us, '2027-12-31')).map(({ date }) => date)).toEqual(['2026-06-30']);
    const { recurringEntry } = await us.query<{
      recurringEntry: { occurrences: { edges: { node: object }[] } };
    }>(
      'query ($id: ID!) { recurringEntry(id: $id) { occurrences(first: 10) { edges { node { date version skipReason } } } } }',
      { id },
    );
    expect(recurringEntry.occurrences.edges.map(({ node }) => node)).toEqual([
      { date: '2026-05-31', version: 2, skipReason: null },
      { date: '2026-04-30', version: 1, skipReason: null },
      { date: '2026-03-31', version: 1, skipReason: 'თვე უფასოა' },
      { date: '2026-02-28', version: 1, skipReason: null },
      { date: '2026-01-31', version: 1, skipReason: null },
    ]);
  });

  it('is refused for a closed month alone, and posted on another day when that is said', async () => {
    const us = someone();
    const id = await rent(us);
    await us.query('mutation ($input: PeriodActionInput!) { closePeriod(input: $input) { period { id } } }', {
      input: { year: 2026, month: 1, reason: 'დაიხურა', despite: ['ENTRIES_DUE'] },
    });
    const [january, february] = await post(us, '2026-02-28');
    expect(january).toMatchObject({ transaction: null, error: { code: 'PERIOD_CLOSED', field: 'date' } });
    expect(february).toMatchObject({ transaction: { date: '2026-02-28' }, error: null });
    const [late] = await post(us, '2026-02-28', { ids: [`recurring:${id}:2026-01-31`], on: '2026-02-27' });
    expect(late).toMatchObject({ date: '2026-01-31', transaction: { date: '2026-02-27' } });
  });

  it.each([
    [
      'entries[0].accountCode',
      'NOT_FOUND',
      { entries: [{ accountCode: '0000', debit: '1' }, RENT.entries[1]] },
    ],
    ['entries', 'UNBALANCED_ENTRY', { entries: [{ accountCode: '7425', debit: '1' }, RENT.entries[1]] }],
    ['lastOn', 'BAD_USER_INPUT', { lastOn: '2025-12-31' }],
    ['rule.day', 'BAD_USER_INPUT', { rule: { unit: 'MONTH', every: 1, day: 0 } }],
    ['rule.day', 'BAD_USER_INPUT', { rule: { unit: 'MONTH', every: 1, day: 32 } }],
    ['occurrences', 'BAD_USER_INPUT', { occurrences: 0 }],
  ])('is refused naming %s: %s', async (field, code, more) => {
    const refusal = await system
      .company(0)
      .as('chief_accountant')
      .refusal(CREATE, { input: { ...RENT, ...more } });
    expect(refusal).toMatchObject({ code, field });
  });
});

describe('an accrual', () => {
  it('is recorded at the end of its month and undone on the next day', async () => {
    const us = someone();
    const given = {
      kind: 'ACCRUED_EXPENSE',
      date: '2026-04-10',
      description: 'ელექტროენერგია',
      lines: [{ accountCode: '7490', amount: '59.99' }],
    };
    const { createAccrual } = await us.query<{
      createAccrual: {
        reversingEntry: { id: string; date: string; transaction: { id: string; date: string } };
      };
    }>(ACCRUE, { input: given });
    const { id, transaction } = createAccrual.reversingEntry;
    expect(createAccrual.reversingEntry).toMatchObject({
      date: '2026-05-01',
      transaction: { date: '2026-04-30' },
    });
    expect(await due(us, '2026-04-30')).toEqual([]);
    const [undone] = await post(us, '2026-05-01');
    expect(undone).toMatchObject({
      id: `reversal:${id}`,
      transaction: { date: '2026-05-01', reverses: { id: transaction.id } },
    });
    expect(
      await us.refusal(ACCRUE, { input: { ...given, lines: [{ accountCode: '7490', amount: '0' }] } }),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'lines[0].amount',
    });
  });

  it('is not undone twice: who reverses it by hand ends the plan', async () => {
    const us = someone();
    const { createAccrual } = await us.query<{
      createAccrual: { reversingEntry: { id: string; transaction: { id: string } } };
    }>(ACCRUE, {
      input: {
        kind: 'ACCRUED_INCOME',
        date: '2026-04-30',
        description: 'მომსახურება',
        lines: [{ accountCode: '6110', amount: '10' }],
      },
    });
    const { id, transaction } = createAccrual.reversingEntry;
    await us.query(writing('reverseTransaction', 'ReverseTransactionInput', 'transaction { id }'), {
      input: { id: transaction.id, date: '2026-05-03', reason: 'შეცდომა' },
    });
    expect(await due(us, '2026-12-31')).toEqual([]);
    const { reversingEntry } = await us.query<{ reversingEntry: object }>(
      'query ($id: ID!) { reversingEntry(id: $id) { status } }',
      { id },
    );
    expect(reversingEntry).toEqual({ status: 'UNDONE_OTHERWISE' });
  });
});

describe('a prepaid expense', () => {
  it('is posted month by month to the tetri, changed and ended for what is left, as the account shows', async () => {
    const us = someone();
    await us.query(writing('recordTransaction', 'TransactionInput', 'transaction { id }'), {
      input: {
        date: '2026-01-01',
        description: 'პოლისი',
        entries: [
          { accountCode: '1790', debit: '100.00' },
          { accountCode: '1210', credit: '100.00' },
        ],
      },
    });
    const id = await spread(us);
    expect((await post(us, '2026-01-31')).map(({ transaction }) => transaction?.totalAmount)).toEqual([
      '33.33',
    ]);
    const BALANCES = '{ spreadBalances { account { code } carried balance difference } }';
    expect(await us.query(BALANCES)).toEqual({
      spreadBalances: [{ account: { code: '1790' }, carried: '66.67', balance: '66.67', difference: '0.00' }],
    });
    await us.query(writing('changeSpread', 'ChangeSpreadInput', 'spread { id }'), {
      input: { id, from: '2026-02-01', months: 4, reason: 'გაგრძელდა' },
    });
    expect((await due(us, '2026-12-31')).map(({ date, amount }) => [date, amount])).toEqual([
      ['2026-02-28', '16.67'],
      ['2026-03-31', '16.67'],
      ['2026-04-30', '16.67'],
      ['2026-05-31', '16.66'],
    ]);
    await us.query(writing('endSpread', 'EndSpreadInput', 'spread { id }'), {
      input: { id, on: '2026-03-15', reason: 'შეწყდა' },
    });
    expect((await post(us, '2026-03-31')).map(({ transaction }) => transaction?.totalAmount)).toEqual([
      '16.67',
      '50.00',
    ]);
    expect(await us.query(BALANCES)).toEqual({
      spreadBalances: [{ account: { code: '1790' }, carried: '0.00', balance: '0.00', difference: '0.00' }],
    });
    const dump = () => system.owner.sql`select s::text from ledger.spread_parts s order by spread_id, number`;
    const before = [...(await dump())];
    await rebuildLedger(system.database.ownerUrl, system.company(next).id);
    expect([...(await dump())]).toEqual(before);
  });

  it('is spread by the days of each month, the last part taking the rest', async () => {
    const us = someone();
    // 17 days of January, 28 of February and 15 of March: 100.00 over 60 days.
    const id = await spread(us, { from: '2026-01-15', months: null, to: '2026-03-15', method: 'BY_DAYS' });
    const { spread: planned } = await us.query<{ spread: { parts: object[] } }>(
      'query ($id: ID!) { spread(id: $id) { plans { method } parts { number date amount status remaining } } }',
      { id },
    );
    expect(planned).toEqual({
      plans: [{ method: 'BY_DAYS' }],
      parts: [
        { number: 1, date: '2026-01-31', amount: '28.33', status: 'PLANNED', remaining: '71.67' },
        { number: 2, date: '2026-02-28', amount: '46.67', status: 'PLANNED', remaining: '25.00' },
        { number: 3, date: '2026-03-31', amount: '25.00', status: 'PLANNED', remaining: '0.00' },
      ],
    });
    expect((await post(us, '2026-03-31')).map(({ transaction }) => transaction?.totalAmount)).toEqual([
      '28.33',
      '46.67',
      '25.00',
    ]);
  });

  it.each([
    ['toAccountCode', 'NOT_FOUND', { toAccountCode: '0000' }],
    ['months', 'BAD_USER_INPUT', { months: 0 }],
    ['amount', 'BAD_USER_INPUT', { amount: '0.00' }],
    ['to', 'BAD_USER_INPUT', { months: null, to: '2025-12-31' }],
    ['toAccountCode', 'BAD_USER_INPUT', { toAccountCode: '1790' }],
  ])('is refused naming %s: %s', async (field, code, more) => {
    const refusal = await system
      .company(0)
      .as('chief_accountant')
      .refusal(SPREAD, { input: { ...INSURANCE, ...more } });
    expect(refusal).toMatchObject({ code, field });
  });
});

describe('what is due in a month', () => {
  const CLOSE = writing('closePeriod', 'PeriodActionInput', 'period { status }');
  const CHECK =
    '{ closeChecklist(year: 2026, month: 1) { isReady items { code severity of count ids textKa textEn } } }';

  it('bars its closing and is named with its ids, unless it is closed despite that', async () => {
    const us = someone();
    const [rented, insured] = [await rent(us), await spread(us)];
    const due = { code: 'ENTRIES_DUE', severity: 'BLOCKS', count: 2 };
    const { closeChecklist } = await us.query<{
      closeChecklist: { isReady: boolean; items: { ids: string[] }[] };
    }>(CHECK);
    expect(closeChecklist).toMatchObject({ isReady: false, items: [due] });
    expect([...(closeChecklist.items[0]?.ids ?? [])].sort()).toEqual([
      `recurring:${rented}:2026-01-31`,
      `spread:${insured}:1`,
    ]);

    const january = { year: 2026, month: 1, reason: 'დაიხურა' };
    expect(await us.refusal(CLOSE, { input: january })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'month',
      value: '2026-01',
      blocking: ['ENTRIES_DUE'],
    });
    // Another code than the one that bars is no help.
    expect(await us.refusal(CLOSE, { input: { ...january, despite: ['TRIAL_BALANCE'] } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      blocking: ['ENTRIES_DUE'],
    });
    expect(await us.query(CLOSE, { input: { ...january, despite: ['ENTRIES_DUE'] } })).toEqual({
      closePeriod: { period: { status: 'CLOSED' } },
    });
  });

  it('bars nothing once it is posted', async () => {
    const us = someone();
    await rent(us);
    await post(us, '2026-01-31');
    expect(await us.query(CHECK)).toEqual({ closeChecklist: { isReady: true, items: [] } });
    await us.query(CLOSE, { input: { year: 2026, month: 1, reason: 'დაიხურა' } });
  });
});

it('what is due is listed by pages', async () => {
  const us = someone();
  await rent(us);
  await rent(us, { description: 'მეორე' });
  const all = (await due(us, '2026-04-30')).map(({ id }) => id);
  expect(all).toHaveLength(8);
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 4; page++) {
    const answer: { dueEntries: { edges: { node: Due }[]; pageInfo: { endCursor: string } } } =
      await us.query(DUE, {
        until: '2026-04-30',
        first: 3,
        after,
      });
    seen.push(...answer.dueEntries.edges.map(({ node }) => node.id));
    after = answer.dueEntries.pageInfo.endCursor;
    if (seen.length === all.length) break;
  }
  expect(seen).toEqual(all);
});
