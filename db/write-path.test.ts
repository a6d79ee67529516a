import postgres from 'postgres';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, setAccountActive } from '#ledger/accounts/commands.ts';
import { closePeriod, openFiscalYear } from '#ledger/periods/commands.ts';
import { createTestLedger, openBooks, transfer, type Books, type TestLedger } from '#ledger/testing/books.ts';
import {
  approveTransaction,
  createTransaction,
  postTransaction,
  recordTransactionOrder,
  reverseTransaction,
} from '#ledger/transactions/commands.ts';
import { verifyLedger } from '#ledger/verification/verify.ts';
import { createLedgerWriter, type LedgerWriter } from '#ledger/writer.ts';
import type { Decision } from '#shared/domain/decider.ts';
import type { Settled } from './write-path.ts';

let ledger: TestLedger;
let here: LedgerWriter;
let there: LedgerWriter;
let owner: postgres.Sql;

beforeAll(async () => {
  ledger = await createTestLedger();
  here = createLedgerWriter(ledger.database);
  there = ledger.anotherInstance();
  owner = postgres(ledger.test.ownerUrl, { max: 2, onnotice: () => undefined });
});

afterAll(async () => {
  await owner.end();
  await ledger.close();
});

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

function codeOf<T>(outcome: Settled<T>): unknown {
  return 'error' in outcome ? (outcome.error as { code?: unknown }).code : 'accepted';
}

async function countPosted({ actor }: Books): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from ledger.event_store
    where company_id = ${actor.companyId} and event_type = 'TransactionPosted'`;
  return row?.n ?? 0;
}

describe('five hundred commands at once', () => {
  it('stand in the log without a gap, each year’s documents numbered without a gap, the chain whole', async () => {
    const books = await openBooks(here);
    await openYear(books, 2025);
    const receipts = await Promise.all(
      upTo(500).map((i) =>
        (i % 2 ? here : there).writePath.execute(
          recordTransactionOrder(
            books.writer,
            books.actor,
            transfer('1110', '6110', `${i}`, { date: i % 3 ? '2026-03-15' : '2025-03-15' }),
          ),
        ),
      ),
    );
    expect(receipts.map(({ publishedSeq }) => publishedSeq).sort(byNumber)).toEqual(upTo(500));
    for (const [series, count] of [
      ['2025', 166],
      ['2026', 334],
    ] as const) {
      const numbers = receipts.filter((r) => r.documentSeries === series).map((r) => r.documentNumber);
      expect(numbers.sort(byNumber)).toEqual(upTo(count));
    }
    const verification = await verifyLedger(ledger.database, books.actor.companyId);
    expect(verification).toMatchObject({
      isIntact: true,
      eventCount: 506,
      firstBrokenEvent: null,
      differences: [],
    });
  });

  it('never wait for each other for ever, in fifty companies and from two instances', async () => {
    const all = await Promise.all(upTo(50).map(() => openBooks(here)));
    const orders = upTo(6).flatMap((round) =>
      all.map((books, index) => ({
        books,
        writer: (round + index) % 2 ? here : there,
        key: (index * 7919 * round) % 101,
      })),
    );
    orders.sort((a, b) => a.key - b.key);
    await Promise.all(
      orders.map(({ books, writer }) =>
        writer.writePath.execute(
          recordTransactionOrder(books.writer, books.actor, transfer('1110', '6110', '1')),
        ),
      ),
    );
    for (const books of all) expect(await countPosted(books)).toBe(6);
  });
});

/** What no rule would let through: one tetri more on the side of the debit. */
function unbalanced<Result>(decision: Decision<Result>): Decision<Result> {
  const text = JSON.stringify(decision.events).replaceAll(
    /"(debit|debitGel)":"([1-9]\d*)\.00"/g,
    '"$1":"$2.01"',
  );
  return { ...decision, events: JSON.parse(text) as Decision<Result>['events'] };
}

function byNumber(a: number | null, b: number | null): number {
  return (a ?? 0) - (b ?? 0);
}

async function openYear(books: Books, year: number): Promise<void> {
  await openFiscalYear(books.writer, books.actor, { year });
}

describe('an idempotency key', () => {
  it('posts once, however often, from wherever and at the same time it comes', async () => {
    const books = await openBooks(here);
    const draft = transfer('1110', '6110', '9.99', { idempotencyKey: 'order-1' });
    const receipts = await Promise.all(
      upTo(20).map((i) =>
        (i % 2 ? here : there).writePath.execute(recordTransactionOrder(books.writer, books.actor, draft)),
      ),
    );
    expect(new Set(receipts.map(({ result }) => result.transactionId)).size).toBe(1);
    expect(receipts.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await countPosted(books)).toBe(1);
  });

  it('is refused when it comes back with another input', async () => {
    const books = await openBooks(here);
    await books.transfer('1110', '6110', '1', { idempotencyKey: 'k' });
    for (const writer of [here, there]) {
      const other = recordTransactionOrder(
        books.writer,
        books.actor,
        transfer('1110', '6110', '2', { idempotencyKey: 'k' }),
      );
      await expect(writer.writePath.execute(other)).rejects.toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
        details: { field: 'idempotencyKey', value: 'k' },
      });
    }
    expect(await countPosted(books)).toBe(1);
  });

  it('answers as the first time even when its period has been closed since', async () => {
    const books = await openBooks(here);
    const draft = transfer('1110', '6110', '1', { idempotencyKey: 'early' });
    const first = await books.record(draft);
    await closePeriod(here, books.actor, { year: 2026, month: 3, reason: 'done' });
    for (const writer of [here, there]) {
      const again = await writer.writePath.execute(recordTransactionOrder(books.writer, books.actor, draft));
      expect(again).toMatchObject({ replayed: true, result: first.result });
    }
    await expect(books.record({ ...draft, idempotencyKey: 'late' })).rejects.toMatchObject({
      code: 'PERIOD_CLOSED',
    });
  });

  it('stands for the same input whatever the order of its fields, and for one company and operation', async () => {
    const [books, others] = [await openBooks(here), await openBooks(here)];
    const draft = transfer('1110', '6110', '1', { idempotencyKey: 'same', reference: null });
    const first = await books.record(draft);
    const { idempotencyKey, entries, date, description } = draft;
    expect(await books.record({ entries, description, date, idempotencyKey })).toMatchObject({
      replayed: true,
      result: first.result,
    });
    expect((await others.record(draft)).replayed).toBe(false);
    expect((await createTransaction(here, books.actor, draft)).replayed).toBe(false);
  });

  it('is not used up by a refusal', async () => {
    const books = await openBooks(here);
    const draft = transfer('1110', 'none', '1', { idempotencyKey: 'retry' });
    await expect(books.record(draft)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await books.open({ code: 'none', names: { en: 'now there is one' }, type: 'EQUITY' });
    expect((await books.record(draft)).replayed).toBe(false);
  });
});

describe('what another instance has changed is noticed', () => {
  it('when an account was deactivated', async () => {
    const books = await openBooks(here);
    const order = () => recordTransactionOrder(books.writer, books.actor, transfer('1110', '6110', '1'));
    await there.writePath.execute(order());
    await setAccountActive(here, books.actor, { id: books.accountIds['6110'] ?? '' }, false);
    await expect(there.writePath.execute(order())).rejects.toMatchObject({ code: 'ACCOUNT_INACTIVE' });
    await setAccountActive(here, books.actor, { id: books.accountIds['6110'] ?? '' }, true);
    expect((await there.writePath.execute(order())).replayed).toBe(false);
  });

  it('when a period was closed', async () => {
    const books = await openBooks(here);
    const order = () => recordTransactionOrder(books.writer, books.actor, transfer('1110', '6110', '1'));
    await there.writePath.execute(order());
    await closePeriod(here, books.actor, { year: 2026, month: 3, reason: 'done' });
    await expect(there.writePath.execute(order())).rejects.toMatchObject({ code: 'PERIOD_CLOSED' });
  });

  it('when a transaction was reversed: only one of many reversals succeeds', async () => {
    const books = await openBooks(here);
    const { result } = await books.transfer('1110', '6110', '5');
    const input = { id: result.transactionId, date: '2026-03-20', reason: 'twice' };
    const outcomes = await Promise.allSettled(
      upTo(8).map((i) => reverseTransaction(i % 2 ? here : there, books.actor, input)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'INVALID_TRANSITION' });
    }
    expect(await countPosted(books)).toBe(2);
  });

  it('when a draft was approved and posted elsewhere', async () => {
    const books = await openBooks(here);
    const { result } = await createTransaction(here, books.actor, transfer('1110', '6110', '5'));
    await approveTransaction(there, books.actor, { id: result.transactionId });
    const posts = await Promise.allSettled(
      [here, there].map((writer) => postTransaction(writer, books.actor, { id: result.transactionId })),
    );
    expect(posts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(
      approveTransaction(here, books.actor, { id: result.transactionId, expectedVersion: 1 }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('changes of reference data at once', () => {
  it('queue up instead of giving up: sixty accounts asked for together are all opened', async () => {
    const { actor } = await openBooks(here);
    const opened = await Promise.all(
      upTo(60).map((i) =>
        createAccount(here, actor, { code: `9${100 + i}`, names: { ka: `ანგარიში ${i}` }, type: 'EXPENSE' }),
      ),
    );
    expect(new Set(opened.map(({ result }) => result.accountId)).size).toBe(60);
  });
});

describe('closing a period while two instances post into it', () => {
  it('leaves no entry after the closing, and tells everybody who came too late', async () => {
    for (let round = 0; round < 4; round++) {
      const books = await openBooks(here);
      const outcomes: Promise<Settled<unknown>>[] = [];
      const post = (n: number) => {
        for (let i = 0; i < n; i++) {
          const writer = i % 2 ? here : there;
          outcomes.push(
            writer.writePath.settle(
              recordTransactionOrder(books.writer, books.actor, transfer('1110', '6110', '1')),
            ),
          );
        }
      };
      post(60);
      const closing = closePeriod(round % 2 ? here : there, books.actor, {
        year: 2026,
        month: 3,
        reason: 'month end',
      });
      for (let i = 0; i < 6; i++) {
        await new Promise((resolve) => setTimeout(resolve, round * 2));
        post(20);
      }
      await closing;
      post(20);
      const codes = (await Promise.all(outcomes)).map(codeOf);
      const [closed] = await owner<{ seq: number }[]>`
        select max(seq)::int as seq from ledger.event_store
        where company_id = ${books.actor.companyId} and event_type = 'PeriodClosed'`;
      const [late] = await owner<{ n: number }[]>`
        select count(*)::int as n from ledger.event_store
        where company_id = ${books.actor.companyId} and seq > ${closed?.seq ?? 0}`;
      expect(late?.n).toBe(0);
      const accepted = codes.filter((code) => code === 'accepted').length;
      expect(await countPosted(books)).toBe(accepted);
      expect(codes.filter((code) => code === 'PERIOD_CLOSED')).toHaveLength(codes.length - accepted);
      expect(codes.slice(-20)).toEqual(Array.from({ length: 20 }, () => 'PERIOD_CLOSED'));
      const [entries] = await owner<{ n: number }[]>`
        select count(*)::int as n from ledger.journal_entries where company_id = ${books.actor.companyId}`;
      expect(entries?.n).toBe(accepted * 2);
    }
  });
});

describe('a command that the database refuses', () => {
  it('fails alone, and its neighbours of the same batch are written', async () => {
    const books = await openBooks(here);
    const orders = upTo(40).map((i) =>
      recordTransactionOrder(books.writer, books.actor, transfer('1110', '6110', `${i}`)),
    );
    const poisoned = new Set([0, 17, 39]);
    const outcomes = await Promise.all(
      orders.map((order, index) =>
        here.writePath.settle({
          ...order,
          decide: (facts) => {
            const decision = order.decide(facts);
            return poisoned.has(index) ? unbalanced(decision) : decision;
          },
        }),
      ),
    );
    expect(outcomes.map(codeOf)).toEqual(
      orders.map((_, index) => (poisoned.has(index) ? 'UNBALANCED_ENTRY' : 'accepted')),
    );
    expect(await countPosted(books)).toBe(37);
    expect(await verifyLedger(ledger.database, books.actor.companyId)).toMatchObject({ isIntact: true });
  });
});

describe('the application’s role', () => {
  it.each([
    ['event_store', 'seq = 1'],
    ['journal_entries', 'seq = 1'],
    ['transactions', `status = 'DRAFT'`],
    ['account_turnover', 'debit = 0'],
    ['accounts', 'is_active = false'],
    ['idempotency_keys', `key = 'x'`],
    ['head', 'last_seq = 0'],
  ])('may not insert into, change, delete from or empty %s', async (table, change) => {
    const books = await openBooks(here);
    await books.transfer('1110', '6110', '1', { idempotencyKey: 'k' });
    for (const statement of [
      `insert into ledger.${table} select * from ledger.${table} limit 1`,
      `update ledger.${table} set ${change}`,
      `delete from ledger.${table}`,
      `truncate ledger.${table}`,
    ]) {
      const attempt = ledger.database.withCompany(
        books.actor.companyId,
        (sql) => sql.unsafe(statement),
        'write',
      );
      await expect(attempt, statement).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('may not project events of its own making, nor silence the guards', async () => {
    const { sql } = ledger.database;
    await expect(sql`select ledger.project(null)`).rejects.toMatchObject({ code: '42501' });
    await expect(sql`set session_replication_role = replica`).rejects.toMatchObject({ code: '42501' });
    const books = await openBooks(here);
    const order = recordTransactionOrder(books.writer, books.actor, transfer('1110', '6110', '5'));
    const attempt = sql.begin(async (transaction) => {
      // What lets the owner replay events must do nothing for anybody else.
      await transaction`select set_config('app.rebuilding', 'on', true)`;
      await here.writePath.executeWithin(transaction, [
        { ...order, decide: (facts) => unbalanced(order.decide(facts)) },
      ]);
    });
    await expect(attempt).rejects.toMatchObject({ constraint_name: 'journal_entries_balanced' });
  });
});

describe('even the owner of the tables', () => {
  const entry = (books: Books, more: Record<string, unknown> = {}) => ({
    company_id: books.actor.companyId,
    account_id: books.accountIds['1110'],
    transaction_date: '2026-03-15',
    seq: 1_000,
    line: 1,
    transaction_id: uuid(),
    currency: 'GEL',
    debit: '5',
    credit: '0',
    debit_gel: '5',
    credit_gel: '0',
    ...more,
  });
  const credit = { line: 2, debit: '0', credit: '5', debit_gel: '0', credit_gel: '5' };

  async function refusal(books: Books, ...rows: Record<string, unknown>[]): Promise<unknown> {
    try {
      const id = uuid();
      await owner`insert into ledger.journal_entries ${owner(rows.map((row) => ({ ...entry(books, row), transaction_id: id })))}`;
      return 'accepted';
    } catch (error) {
      return (error as { constraint_name?: string }).constraint_name;
    }
  }

  it('writes no unbalanced transaction and no single entry', async () => {
    const books = await openBooks(here);
    expect(await refusal(books, {}, { ...credit, credit: '4', credit_gel: '4' })).toBe(
      'journal_entries_balanced',
    );
    expect(await refusal(books, {})).toBe('journal_entries_balanced');
    expect(await refusal(books, {}, { ...credit, account_id: books.accountIds['6110'] })).toBe('accepted');
  });

  it('writes nothing into a closed period or a year that was never opened', async () => {
    const books = await openBooks(here);
    await closePeriod(here, books.actor, { year: 2026, month: 3, reason: 'done' });
    await owner`select ledger.ensure_journal_partitions(2031)`;
    for (const transaction_date of ['2026-03-01', '2026-03-31', '2031-01-01']) {
      expect(await refusal(books, { transaction_date }, { ...credit, transaction_date })).toBe(
        'journal_entries_period_open',
      );
    }
    const transaction_date = '2026-04-01';
    expect(await refusal(books, { transaction_date }, { ...credit, transaction_date })).toBe('accepted');
  });

  it('writes nothing on an account of another company, a heading, or one in another currency', async () => {
    const [books, others] = [await openBooks(here), await openBooks(here)];
    const heading = await books.open({ code: '1', names: { en: 'Assets' }, type: 'ASSET', isHeading: true });
    const dollars = await books.open({ code: '1290', names: { en: 'USD' }, type: 'ASSET', currency: 'USD' });
    for (const account_id of [others.accountIds['1110'], uuid(), heading, dollars]) {
      expect(await refusal(books, { account_id }, credit)).toBe('journal_entries_account_postable');
    }
    await setAccountActive(here, books.actor, { id: books.accountIds['1210'] ?? '' }, false);
    expect(await refusal(books, { account_id: books.accountIds['1210'] }, credit)).toBe(
      'journal_entries_account_postable',
    );
  });

  it('writes no entry with both sides, none, a negative one, or other amounts of GEL in GEL', async () => {
    const books = await openBooks(here);
    const both = { debit: '5', credit: '5', debit_gel: '5', credit_gel: '5' };
    expect(await refusal(books, both, { ...both, line: 2 })).toBe('journal_entries_one_side');
    expect(await refusal(books, { debit: '0', debit_gel: '0' }, credit)).toBe('journal_entries_one_side');
    expect(await refusal(books, { debit: '-5', debit_gel: '-5' }, credit)).toMatch(
      /^journal_entries_.*check$/,
    );
    expect(await refusal(books, { debit: '6' }, credit)).toBe('journal_entries_gel_is_itself');
    expect(await refusal(books, { currency: 'USD', debit_gel: '0', credit_gel: '5' }, credit)).toBe(
      'journal_entries_same_side',
    );
  });

  it('changes and deletes nothing that is posted', async () => {
    const books = await openBooks(here);
    const { result } = await books.transfer('1110', '6110', '1', { idempotencyKey: 'kept' });
    const company = books.actor.companyId;
    const id = result.transactionId;
    const attempts: [string, Promise<unknown>][] = [
      ['event_store', owner`update ledger.event_store set data = '{}' where company_id = ${company}`],
      ['event_store', owner`delete from ledger.event_store where company_id = ${company}`],
      ['event_store', owner`truncate ledger.event_store cascade`],
      ['idempotency_keys', owner`delete from ledger.idempotency_keys where company_id = ${company}`],
      [
        'journal_entries',
        owner`update ledger.journal_entries set description = 'x' where company_id = ${company}`,
      ],
      ['journal_entries', owner`delete from ledger.journal_entries where company_id = ${company}`],
      ['journal_entries', owner`truncate ledger.journal_entries`],
      ['transactions', owner`update ledger.transactions set description = 'x' where id = ${id}`],
      [
        'transactions',
        owner`update ledger.transactions set status = 'REVERSED', total_gel = 2 where id = ${id}`,
      ],
      ['transactions', owner`delete from ledger.transactions where id = ${id}`],
    ];
    for (const [table, attempt] of attempts) {
      await expect(attempt).rejects.toMatchObject({
        code: '23001',
        constraint_name: table === 'transactions' ? 'transactions_posted_immutable' : `${table}_append_only`,
      });
    }
  });

  it('gives no two transactions one number, nor reverses one twice', async () => {
    const books = await openBooks(here);
    const { result } = await books.transfer('1110', '6110', '1');
    const input = { id: result.transactionId, date: '2026-03-16', reason: 'no' };
    await reverseTransaction(here, books.actor, input);
    const copy = (more: postgres.Fragment) => owner`
      insert into ledger.transactions (company_id, id, status, transaction_date, description, total_gel, entries,
        attachments, seq, document_year, document_number, version, created_at, created_by, posted_at, reverses_id)
      select company_id, gen_random_uuid(), 'POSTED', transaction_date, description, total_gel, entries, attachments,
        seq, document_year, ${more}, 1, created_at, created_by, posted_at, reverses_id
      from ledger.transactions where company_id = ${books.actor.companyId} and reverses_id is not null`;
    await expect(copy(owner`document_number`)).rejects.toMatchObject({ code: '23505' });
    await expect(copy(owner`document_number + 1`)).rejects.toMatchObject({
      constraint_name: 'transactions_reversed_once',
    });
  });

  it('changes no type of an account with postings, nor deletes it', async () => {
    const books = await openBooks(here);
    await books.transfer('1110', '6110', '1');
    const id = books.accountIds['1110'] ?? '';
    await expect(owner`update ledger.accounts set type = 'EXPENSE' where id = ${id}`).rejects.toMatchObject({
      constraint_name: 'accounts_posted_kind',
    });
    await expect(owner`delete from ledger.accounts where id = ${id}`).rejects.toMatchObject({
      constraint_name: 'account_turnover_account',
    });
  });
});
