import { describe, expect, it } from 'vitest';
import type { LedgerFacts } from '../facts.ts';
import type { TransactionDraft } from '../ledger.ts';
import { givenFacts, idOf } from '../testing/facts.ts';
import { decideTransaction, type TransactionCommand } from './decide.ts';
import {
  evolveTransaction,
  initialTransaction,
  type Transaction,
  type TransactionEvent,
} from './transaction.ts';

const AUTHOR = '00000000-0000-7000-8000-00000000aaaa';
const CHIEF = '00000000-0000-7000-8000-00000000cccc';
const ID = '00000000-0000-7000-8000-000000000001';
const REVERSAL = '00000000-0000-7000-8000-000000000002';

const draft: TransactionDraft = {
  date: '2026-03-15',
  description: 'office rent',
  reference: 'INV-7',
  entries: [
    { accountCode: '1110', debit: '500' },
    { accountCode: '6110', credit: '500' },
  ],
};

const create: TransactionCommand = { type: 'CreateTransaction', id: ID, draft };
const approve: TransactionCommand = { type: 'ApproveTransaction', id: ID, userId: CHIEF };
const post: TransactionCommand = { type: 'PostTransaction', id: ID };
const record: TransactionCommand = { type: 'RecordTransaction', id: ID, draft };
const reverse = {
  type: 'ReverseTransaction',
  id: ID,
  userId: CHIEF,
  reversalId: REVERSAL,
  date: '2026-04-01',
  reason: 'paid twice',
} as const satisfies TransactionCommand;

/** The transaction after these commands, all by the author. */
function given(...commands: TransactionCommand[]): Transaction {
  return commands.reduce<Transaction>((state, command) => {
    const own = decideTransaction(command, state, givenFacts()).events.filter(
      ({ aggregateId }) => aggregateId === ID,
    );
    return own.reduce(
      (s, { type, data }) => evolveTransaction(s, { type, data } as TransactionEvent, AUTHOR),
      state,
    );
  }, initialTransaction);
}

function when(command: TransactionCommand, state: Transaction, facts: LedgerFacts = givenFacts()) {
  return decideTransaction(command, state, facts);
}

const refusal = (code: string, field: string): unknown =>
  expect.objectContaining({ code, details: expect.objectContaining({ field }) });

describe('a transaction of more than 1,000 entries', () => {
  const long: TransactionDraft = {
    ...draft,
    entries: Array.from({ length: 501 }, () => draft.entries).flat(),
  };
  const source = (subgraph: 'ledger' | 'tax') =>
    ({ ...record, draft: long, source: { subgraph, type: 'Depreciation', id: ID, purpose: 'run' } }) as const;

  it('is refused to whoever gives one to the ledger', () => {
    expect(() => when({ ...record, draft: long }, initialTransaction)).toThrow(
      refusal('BAD_USER_INPUT', 'entries'),
    );
    expect(() => when(source('tax'), initialTransaction)).toThrow(refusal('BAD_USER_INPUT', 'entries'));
  });

  it('is recorded by documents of the ledger, and reversed whole', () => {
    const state = given(source('ledger'));
    const [reversed] = when({ ...reverse, isOfDocument: true }, state).events;
    expect((reversed?.data as { entries: unknown[] }).entries).toHaveLength(1_002);
  });
});

describe('a transaction', () => {
  it('is drafted with its content, whatever the state of the period: it is not in the books yet', () => {
    const { events, result } = when(create, given(), givenFacts({ closed: ['2026-03'] }));
    expect(events).toEqual([
      {
        aggregateType: 'Transaction',
        aggregateId: ID,
        version: 1,
        type: 'TransactionDrafted',
        data: expect.objectContaining({ date: '2026-03-15', totalGel: '500.00', reference: 'INV-7' }),
      },
    ]);
    expect(result).toEqual({ transactionId: ID });
  });

  it('is approved when it is a draft', () => {
    expect(when(approve, given(create)).events).toEqual([
      { aggregateType: 'Transaction', aggregateId: ID, version: 2, type: 'TransactionApproved', data: {} },
    ]);
  });

  it('is posted when it is approved, published and numbered in the year of its date', () => {
    const [event, ...more] = when(post, given(create, approve)).events;
    expect(event).toMatchObject({ version: 3, type: 'TransactionPosted', published: true, series: '2026' });
    expect(event?.data).toMatchObject({
      totalGel: '500.00',
      entries: [{ debitGel: '500.00' }, { creditGel: '500.00' }],
    });
    expect(more).toEqual([]);
  });

  it('is recorded at once by a single event', () => {
    const { events } = when(record, given());
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      version: 1,
      type: 'TransactionPosted',
      published: true,
      series: '2026',
    });
  });

  it('is reversed by a new transaction with the sides exchanged, which names it', () => {
    const { events, result } = when(reverse, given(record));
    expect(result).toEqual({ transactionId: REVERSAL });
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({
      aggregateId: REVERSAL,
      version: 1,
      type: 'TransactionPosted',
      published: true,
      series: '2026',
      data: {
        date: '2026-04-01',
        reverses: ID,
        reversalReason: 'paid twice',
        totalGel: '500.00',
        entries: [
          {
            line: 1,
            accountId: idOf('1110'),
            debit: '0.00',
            credit: '500.00',
            debitGel: '0.00',
            creditGel: '500.00',
          },
          {
            line: 2,
            accountId: idOf('6110'),
            debit: '500.00',
            credit: '0.00',
            debitGel: '500.00',
            creditGel: '0.00',
          },
        ],
      },
    });
    expect(events[1]).toMatchObject({
      aggregateId: ID,
      version: 2,
      type: 'TransactionReversed',
      data: { reversedBy: REVERSAL },
    });
  });
});

describe('a transaction is refused', () => {
  it.each([
    ['approval', approve, [create, approve]],
    ['approval', approve, [record]],
    ['approval', approve, [record, reverse]],
    ['posting', post, [create]],
    ['posting', post, [record]],
    ['reversal', reverse, [create]],
    ['reversal', reverse, [create, approve]],
    ['a second reversal', reverse, [record, reverse]],
  ] as const)('%s in the wrong state', (_, command, before) => {
    expect(() => when(command, given(...before))).toThrow(refusal('INVALID_TRANSITION', 'id'));
  });

  it.each([approve, post, reverse])('$type when it does not exist', (command) => {
    expect(() => when(command, given())).toThrow(refusal('NOT_FOUND', 'id'));
  });

  it.each(['2025-12-31', '2027-01-01'])('when no period was opened for %s', (date) => {
    const command: TransactionCommand = { type: 'RecordTransaction', id: ID, draft: { ...draft, date } };
    expect(() => when(command, given())).toThrow(refusal('PERIOD_CLOSED', 'date'));
  });

  it('recording, posting and reversal into a closed period', () => {
    const march = givenFacts({ closed: ['2026-03'] });
    expect(() => when(record, given(), march)).toThrow(refusal('PERIOD_CLOSED', 'date'));
    expect(() => when(post, given(create, approve), march)).toThrow(refusal('PERIOD_CLOSED', 'date'));
    expect(() => when(reverse, given(record), givenFacts({ closed: ['2026-04'] }))).toThrow(
      refusal('PERIOD_CLOSED', 'date'),
    );
    // What is undone may lie in a closed period; the undoing has a date of its own.
    expect(when(reverse, given(record), march).events).toHaveLength(2);
  });

  it('posting and reversal on an account that was deactivated since', () => {
    const facts = givenFacts({ accounts: [{ code: '6110', isActive: false }] });
    for (const [command, state] of [
      [post, given(create, approve)],
      [reverse, given(record)],
    ] as const) {
      expect(() => when(command, state, facts)).toThrow(
        refusal('ACCOUNT_INACTIVE', 'entries[1].accountCode'),
      );
    }
  });

  it('a reversal without a reason or with an impossible date', () => {
    expect(() => when({ ...reverse, reason: ' ' }, given(record))).toThrow(
      refusal('BAD_USER_INPUT', 'reason'),
    );
    expect(() => when({ ...reverse, date: '2026-02-30' }, given(record))).toThrow(
      refusal('BAD_USER_INPUT', 'date'),
    );
  });
});

describe('where the company demands that another person approves', () => {
  const facts = givenFacts({ approverMustDiffer: true });

  it('the author may not approve, anybody else may', () => {
    expect(() => when({ ...approve, userId: AUTHOR }, given(create), facts)).toThrow(
      refusal('FORBIDDEN', 'id'),
    );
    expect(when(approve, given(create), facts).events).toHaveLength(1);
  });

  it('the author may not reverse, however the transaction came into the books; anybody else may', () => {
    for (const state of [given(record), given(create, approve, post)]) {
      expect(() => when({ ...reverse, userId: AUTHOR }, state, facts)).toThrow(refusal('FORBIDDEN', 'id'));
      expect(when(reverse, state, facts).events).toHaveLength(2);
      expect(when({ ...reverse, userId: AUTHOR }, state).events).toHaveLength(2);
    }
  });

  it('nothing is recorded at once', () => {
    expect(() => when(record, given(), facts)).toThrow(refusal('FORBIDDEN', 'approverMustDiffer'));
  });
});
