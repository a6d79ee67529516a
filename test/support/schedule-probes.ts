import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

const KEY = 'their-key';
/** Names nothing, and is not what the probes take for nothing either. */
const NOBODYS_ID = '018f0000-0000-7000-8000-000000000001';
/** What the second company has planned, and the keys under which it did. */
let theirs = {
  recurring: '',
  reversing: '',
  spread: '',
  transaction: '',
  account: '',
  counterparty: '',
  due: '',
  cursors: { recurringEntries: '', reversingEntries: '', spreads: '' },
};

const CREATE = writing('createRecurringEntry', 'CreateRecurringEntryInput', 'recurringEntry { id }');
const CHANGE = writing('changeRecurringEntry', 'ChangeRecurringEntryInput', 'recurringEntry { id }');
const END = writing('endRecurringEntry', 'EndRecurringEntryInput', 'recurringEntry { id }');
const SKIP = writing('skipOccurrence', 'SkipOccurrenceInput', 'recurringEntry { id }');
const PLAN = writing('scheduleReversal', 'ScheduleReversalInput', 'reversingEntry { date }');
const CANCEL = writing('cancelScheduledReversal', 'CancelScheduledReversalInput', 'reversingEntry { date }');
const RECORD = writing('recordReversingTransaction', 'ReversingTransactionInput', 'reversingEntry { date }');
const ACCRUE = writing('createAccrual', 'CreateAccrualInput', 'reversingEntry { date }');
const SPREAD = writing('createSpread', 'CreateSpreadInput', 'spread { amount }');
const RESPREAD = writing('changeSpread', 'ChangeSpreadInput', 'spread { amount }');
const CLOSE = writing('endSpread', 'EndSpreadInput', 'spread { amount }');
const POST = writing('postDueEntries', 'PostDueEntriesInput', 'results { error { code field } }');

const recurring = { description: 'x', rule: { unit: 'MONTH', every: 1 }, firstOn: '2026-03-15' };
const entries = [
  { accountCode: '7410', debit: '1.00' },
  { accountCode: '1110', credit: '1.00' },
];
const reversing = {
  date: '2026-03-15',
  description: 'x',
  reversesOn: '2026-04-01',
  reversalReason: 'x',
};
const accrual = { kind: 'ACCRUED_EXPENSE', date: '2026-03-15', description: 'x' };
const lines = [{ accountCode: '7410', amount: '1.00' }];
const spread = {
  kind: 'PREPAID_EXPENSE',
  description: 'x',
  amount: '9.00',
  from: '2026-03-01',
  months: 3,
};
const spreading = { ...spread, method: 'EQUAL_MONTHS', fromAccountCode: '1410', toAccountCode: '7410' };

/** Plans in the second company one of each, under the key `their-key`. */
export async function planTheirs(
  them: Caller,
  named: { readonly account: string; readonly transaction: string; readonly counterparty: string },
): Promise<void> {
  const one = async <Answer>(query: string, given: object) =>
    them.query<Answer>(query, input({ ...given, idempotencyKey: KEY }));
  const { createRecurringEntry } = await one<{ createRecurringEntry: { recurringEntry: { id: string } } }>(
    CREATE,
    {
      ...recurring,
      entries,
    },
  );
  const id = createRecurringEntry.recurringEntry.id;
  await one(SKIP, { id, date: '2026-03-15', reason: SECRET });
  await one(CHANGE, { id, from: '2026-06-01', reason: SECRET });
  await one(ACCRUE, { ...accrual, description: SECRET, accrualAccountCode: '3110', lines });
  await one(RECORD, { ...reversing, description: SECRET, entries });
  const { scheduleReversal } = await one<{ scheduleReversal: { reversingEntry: { id: string } } }>(
    writing('scheduleReversal', 'ScheduleReversalInput', 'reversingEntry { id }'),
    { transactionId: named.transaction, date: '2027-04-01', reason: SECRET },
  );
  await one(CANCEL, { id: scheduleReversal.reversingEntry.id, reason: SECRET });
  const { createSpread } = await one<{ createSpread: { spread: { id: string } } }>(
    writing('createSpread', 'CreateSpreadInput', 'spread { id }'),
    { ...spreading, description: SECRET },
  );
  const spreadId = createSpread.spread.id;
  await one(RESPREAD, { id: spreadId, from: '2026-04-01', months: 2, reason: SECRET });
  const ends = await them.query<Record<string, { pageInfo: { endCursor: string } }>>(`{
    recurringEntries(first: 1) { pageInfo { endCursor } }
    reversingEntries(first: 1) { pageInfo { endCursor } }
    spreads(first: 1) { pageInfo { endCursor } }
    dueEntries(first: 1, until: "2026-12-31") { pageInfo { endCursor } } }`);
  const cursor = (field: string) => ends[field]?.pageInfo.endCursor ?? '';
  await one(CLOSE, { id: spreadId, on: '2026-05-01', reason: SECRET });
  await one(END, { id, on: '2026-12-31', reason: SECRET });
  theirs = {
    ...named,
    recurring: id,
    reversing: scheduleReversal.reversingEntry.id,
    spread: spreadId,
    due: cursor('dueEntries'),
    cursors: {
      recurringEntries: cursor('recurringEntries'),
      reversingEntries: cursor('reversingEntries'),
      spreads: cursor('spreads'),
    },
  };
}

const at = (more: object, name: string) => (value: string) => input({ ...more, [name]: value });
const keyed = (query: string, given: object) => probe(query, at(given, 'idempotencyKey'), () => KEY, uuidv7);
const byId = (query: string, given: object, value: () => string) => probe(query, at(given, 'id'), value);
const nowhere = () => 'NOWHERE-1';

/** Where entries may name something, for a mutation that takes them. */
function entryProbes(field: string, query: string, given: object): Probes {
  const withEntry = (name: string) => (value: string) => {
    const base = name.startsWith('account') ? { debit: '1.00' } : { accountCode: '7410', debit: '1.00' };
    return input({
      ...given,
      entries: [
        { ...base, [name]: value },
        { accountCode: '1110', credit: '1.00' },
      ],
    });
  };
  const place = (name: string) => `Mutation.${field}(input.entries.${name})`;
  return {
    [place('accountCode')]: probe(query, withEntry('accountCode'), () => 'SECRET-2', nowhere),
    [place('accountId')]: probe(query, withEntry('accountId'), () => theirs.account),
    [place('currency')]: probe(
      query,
      withEntry('currency'),
      () => 'SECRETCOIN',
      () => 'NOWHERECOIN',
    ),
    [place('counterpartyId')]: probe(query, withEntry('counterpartyId'), () => theirs.counterparty),
  };
}

/** Where a client may write what names something planned. */
export function scheduleProbes(): Probes {
  const day = { on: '2026-05-01', reason: 'x' };
  const single = (field: string, selection: string, value: () => string) =>
    probe(`query ($v: ID!) { ${field}(id: $v) { ${selection} } }`, (v) => ({ v }), value);
  const due = () => `recurring:${theirs.recurring}:2026-04-15`;
  return {
    'Query.recurringEntry(id)': single('recurringEntry', 'createdAt', () => theirs.recurring),
    'Query.reversingEntry(id)': single('reversingEntry', 'reason', () => theirs.reversing),
    'Query.spread(id)': single('spread', 'description', () => theirs.spread),
    'Query.recurringEntries(after)': pageAfter(
      'recurringEntries',
      'createdAt',
      () => theirs.cursors.recurringEntries,
    ),
    'Query.reversingEntries(after)': pageAfter(
      'reversingEntries',
      'reason',
      () => theirs.cursors.reversingEntries,
    ),
    'Query.spreads(after)': pageAfter('spreads', 'description', () => theirs.cursors.spreads),
    'Query.dueEntries(after)': probe(
      'query ($v: String) { dueEntries(first: 5, after: $v, until: "2026-12-31") { edges { node { description } } } }',
      (v) => ({ v }),
      () => theirs.due,
      () =>
        Buffer.from(JSON.stringify(['2026-03-15', `recurring:${UNKNOWN_ID}:2026-03-15`])).toString(
          'base64url',
        ),
    ),
    'Mutation.postDueEntries(input.ids)': probe(
      POST,
      (id) => input({ until: '2026-12-31', ids: [id] }),
      due,
      () => `recurring:${UNKNOWN_ID}:2026-04-15`,
    ),
    ...entryProbes('createRecurringEntry', CREATE, recurring),
    ...entryProbes('recordReversingTransaction', RECORD, reversing),
    'Mutation.createRecurringEntry(input.idempotencyKey)': keyed(CREATE, { ...recurring, entries }),
    'Mutation.recordReversingTransaction(input.idempotencyKey)': keyed(RECORD, { ...reversing, entries }),
    ...entryProbes('changeRecurringEntry', CHANGE, { id: NOBODYS_ID, from: '2026-06-01', reason: 'x' }),
    'Mutation.changeRecurringEntry(input.id)': byId(
      CHANGE,
      { from: '2026-06-01', reason: 'x' },
      () => theirs.recurring,
    ),
    'Mutation.changeRecurringEntry(input.idempotencyKey)': keyed(CHANGE, {
      id: NOBODYS_ID,
      from: '2026-06-01',
      reason: 'x',
    }),
    'Mutation.endRecurringEntry(input.id)': byId(END, day, () => theirs.recurring),
    'Mutation.endRecurringEntry(input.idempotencyKey)': keyed(END, { ...day, id: NOBODYS_ID }),
    'Mutation.skipOccurrence(input.id)': byId(
      SKIP,
      { date: '2026-04-15', reason: 'x' },
      () => theirs.recurring,
    ),
    'Mutation.skipOccurrence(input.idempotencyKey)': keyed(SKIP, {
      id: NOBODYS_ID,
      date: '2026-04-15',
      reason: 'x',
    }),
    'Mutation.scheduleReversal(input.transactionId)': probe(
      PLAN,
      at({ date: '2027-04-01', reason: 'x' }, 'transactionId'),
      () => theirs.transaction,
    ),
    'Mutation.scheduleReversal(input.idempotencyKey)': keyed(PLAN, {
      transactionId: NOBODYS_ID,
      date: '2027-04-01',
      reason: 'x',
    }),
    'Mutation.cancelScheduledReversal(input.id)': byId(CANCEL, { reason: 'x' }, () => theirs.reversing),
    'Mutation.cancelScheduledReversal(input.idempotencyKey)': keyed(CANCEL, { id: NOBODYS_ID, reason: 'x' }),
    'Mutation.createAccrual(input.accrualAccountCode)': probe(
      ACCRUE,
      at({ ...accrual, lines }, 'accrualAccountCode'),
      () => 'SECRET-2',
      nowhere,
    ),
    'Mutation.createAccrual(input.counterpartyId)': probe(
      ACCRUE,
      at({ ...accrual, lines, accrualAccountCode: '3110' }, 'counterpartyId'),
      () => theirs.counterparty,
    ),
    'Mutation.createAccrual(input.lines.accountCode)': probe(
      ACCRUE,
      (accountCode) => input({ ...accrual, lines: [{ accountCode, amount: '1.00' }] }),
      () => 'SECRET-2',
      nowhere,
    ),
    'Mutation.createAccrual(input.idempotencyKey)': keyed(ACCRUE, {
      ...accrual,
      accrualAccountCode: '3110',
      lines,
    }),
    'Mutation.createSpread(input.fromAccountCode)': probe(
      SPREAD,
      at(spreading, 'fromAccountCode'),
      () => 'SECRET-2',
      nowhere,
    ),
    'Mutation.createSpread(input.toAccountCode)': probe(
      SPREAD,
      at(spreading, 'toAccountCode'),
      () => 'SECRET-2',
      nowhere,
    ),
    'Mutation.createSpread(input.transactionId)': probe(
      SPREAD,
      at(spreading, 'transactionId'),
      () => theirs.transaction,
    ),
    'Mutation.createSpread(input.counterpartyId)': probe(
      SPREAD,
      at(spreading, 'counterpartyId'),
      () => theirs.counterparty,
    ),
    'Mutation.createSpread(input.idempotencyKey)': keyed(SPREAD, spreading),
    'Mutation.changeSpread(input.id)': byId(
      RESPREAD,
      { from: '2026-04-01', reason: 'x' },
      () => theirs.spread,
    ),
    'Mutation.changeSpread(input.toAccountCode)': probe(
      RESPREAD,
      at({ id: NOBODYS_ID, from: '2026-04-01', reason: 'x' }, 'toAccountCode'),
      () => 'SECRET-2',
      nowhere,
    ),
    'Mutation.changeSpread(input.idempotencyKey)': keyed(RESPREAD, {
      id: NOBODYS_ID,
      from: '2026-04-01',
      reason: 'x',
    }),
    'Mutation.endSpread(input.id)': byId(CLOSE, day, () => theirs.spread),
    'Mutation.endSpread(input.idempotencyKey)': keyed(CLOSE, { ...day, id: NOBODYS_ID }),
  };
}
