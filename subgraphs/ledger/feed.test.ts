import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { EventFeed, PostedEvent } from '#shared/platform/event-feed.ts';
import { createLedgerFeed, type LedgerFeed } from './feed.ts';
import { createTestLedger, openBooks, transfer, type Books, type TestLedger } from './testing/books.ts';
import { updateAccount } from './accounts/commands.ts';
import { createTransaction, recordTransactionOrder, reverseTransaction } from './transactions/commands.ts';
import { createLedgerWriter, type LedgerWriter } from './writer.ts';

const log = pino({ level: 'silent' });
const START = cursor('0');

let ledger: TestLedger;
let writer: LedgerWriter;
let feed: LedgerFeed;

beforeAll(async () => {
  ledger = await createTestLedger();
  writer = createLedgerWriter(ledger.database);
  feed = createLedgerFeed(ledger.database, log);
});

afterAll(async () => {
  await feed.close();
  await ledger.close();
});

function cursor(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** Follows until `count` events have come, or fails after some seconds. */
async function take(from: EventFeed, books: Books, after: string, count: number): Promise<PostedEvent[]> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 15_000);
  const seen: PostedEvent[] = [];
  if (count === 0) return seen;
  for await (const events of from.follow(books.actor.companyId, after, stop.signal)) {
    seen.push(...events);
    if (seen.length >= count) break;
  }
  clearTimeout(timer);
  return seen;
}

/** Balances by adding up every line of the journal again for each event, the slow and simple way. */
async function expectedAccounts(books: Books): Promise<Map<string, string[]>> {
  const rows = await ledger.database.withCompany(
    books.actor.companyId,
    (sql) => sql<{ transaction_id: string; account_id: string; debit: string; credit: string }[]>`
      select transaction_id, account_id, sum(debit_gel) as debit, sum(credit_gel) as credit
      from ledger.journal_entries group by seq, transaction_id, account_id order by seq`,
  );
  const balances = new Map<string, bigint>();
  const expected = new Map<string, string[]>();
  for (const row of rows) {
    const balance =
      (balances.get(row.account_id) ?? 0n) + parseDatabaseAmount(row.debit) - parseDatabaseAmount(row.credit);
    balances.set(row.account_id, balance);
    const lines = expected.get(row.transaction_id) ?? [];
    lines.push(`${row.account_id} ${row.debit} ${row.credit} ${formatAmount(balance)}`);
    expected.set(row.transaction_id, lines.sort());
  }
  return expected;
}

function accountLines(event: PostedEvent): string[] {
  return event.accounts.map((a) => `${a.accountId} ${a.debit} ${a.credit} ${a.balance}`).sort();
}

describe('the feed of posted transactions', () => {
  it('tells each account’s turnover and its balance after the transaction', async () => {
    const books = await openBooks(writer);
    await books.transfer('1110', '6110', '100.00');
    await books.record({
      date: '2026-03-16',
      description: 'cash to the bank, less a fee that comes back',
      entries: [
        { accountCode: '1210', debit: '40' },
        { accountCode: '1110', credit: '30.50' },
        { accountCode: '1110', credit: '10.50' },
        { accountCode: '1110', debit: '1' },
      ],
    });
    const [first, second] = await take(feed, books, START, 2);
    const { '1110': cash, '1210': bank, '6110': revenue } = books.accountIds;
    expect(first?.accounts).toEqual([
      { accountId: cash, debit: '100.00', credit: '0.00', balance: '100.00' },
      { accountId: revenue, debit: '0.00', credit: '100.00', balance: '-100.00' },
    ]);
    expect(second?.accounts).toEqual([
      { accountId: bank, debit: '40.00', credit: '0.00', balance: '40.00' },
      { accountId: cash, debit: '1.00', credit: '41.00', balance: '60.00' },
    ]);
    expect([first?.seq, second?.seq]).toEqual([1, 2]);
    expect(first?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  });

  it('orders by posting, whatever date the documents bear', async () => {
    const books = await openBooks(writer);
    await books.transfer('1110', '6110', '10', { date: '2026-12-31' });
    await books.transfer('1110', '6110', '5', { date: '2026-01-01' });
    const events = await take(feed, books, START, 2);
    expect(events.map((event) => event.accounts[0]?.balance)).toEqual(['10.00', '15.00']);
  });

  it('resumes after any cursor with the balances of that place', async () => {
    const books = await openBooks(writer);
    for (let i = 1; i <= 12; i++) {
      await books.transfer(i % 2 ? '1110' : '1210', '6110', String(i));
      // What is not posted takes places in the log too.
      if (i % 3 === 0) await createTransaction(writer, books.actor, transfer('1110', '6110', '1'));
    }
    const all = await take(feed, books, START, 12);
    for (const [index, event] of all.entries()) {
      expect(await take(feed, books, event.cursor, 11 - index)).toEqual(all.slice(index + 1));
    }
  });

  it('yields what is posted while it waits, and nothing of before', async () => {
    const books = await openBooks(writer);
    await books.transfer('1110', '6110', '7');
    const after = await feed.latest(books.actor.companyId);
    const taking = take(feed, books, after, 2);
    const draft = await createTransaction(writer, books.actor, transfer('1110', '6110', '1'));
    expect(draft.publishedSeq).toBeNull();
    const posted = await books.transfer('1110', '6110', '8');
    await reverseTransaction(writer, books.actor, {
      id: posted.result.transactionId,
      date: '2026-04-01',
      reason: 'twice',
    });
    const [first, second] = await taking;
    expect(first).toMatchObject({ seq: 2, transactionId: posted.result.transactionId });
    expect(first?.accounts[0]?.balance).toBe('15.00');
    expect(second?.seq).toBe(3);
    expect(second?.accounts[0]).toMatchObject({ debit: '0.00', credit: '8.00', balance: '7.00' });
  });

  it('shows a company nothing of another', async () => {
    const [ours, theirs] = [await openBooks(writer), await openBooks(writer)];
    await theirs.transfer('1110', '6110', '1');
    await ours.transfer('1110', '6110', '2');
    const events = await take(feed, ours, START, 1);
    expect(events.map((event) => event.companyId)).toEqual([ours.actor.companyId]);
    expect(events[0]?.accounts[0]?.balance).toBe('2.00');
  });

  it('ends when the signal aborts', async () => {
    const books = await openBooks(writer);
    const stop = new AbortController();
    const reading = feed.follow(books.actor.companyId, START, stop.signal)[Symbol.asyncIterator]().next();
    setTimeout(() => stop.abort(), 50);
    expect(await reading).toMatchObject({ done: true });
  });

  it('begins at nothing for a company without a ledger', async () => {
    expect(await feed.latest('00000000-0000-7000-8000-000000000000')).toBe(START);
  });

  it.each([
    '',
    'MQ==',
    '!',
    cursor('-1'),
    cursor('01'),
    cursor('1.5'),
    cursor('1e3'),
    cursor('9'.repeat(20)),
    'MQ ',
  ])('refuses the cursor "%s"', async (bad) => {
    const books = await openBooks(writer);
    await expect(take(feed, books, bad, 1)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('tells the books at any cursor, to the tetri of what the events before it came to', async () => {
    const books = await openBooks(writer);
    await books.transfer('1110', '6110', '100');
    await books.transfer('1210', '1110', '30');
    await books.transfer('1110', '6110', '1');
    const events = await take(feed, books, START, 3);
    const { '1110': cash = '', '1210': bank = '', '6110': revenue = '' } = books.accountIds;
    const { companyId } = books.actor;
    const told = async (at: string) => {
      const { newest, balances } = await feed.stateAt(companyId, at);
      return {
        seq: newest?.seq,
        ...Object.fromEntries(balances.map((each) => [each.accountId, each.balance])),
      };
    };
    expect(await told(events[0]?.cursor ?? '')).toEqual({
      seq: 1,
      [cash]: '100.00',
      [revenue]: '-100.00',
      // Posted to later only.
      [bank]: '0.00',
    });
    expect(await told(events[1]?.cursor ?? '')).toMatchObject({ seq: 2, [cash]: '70.00', [bank]: '30.00' });
    expect(await told(events[2]?.cursor ?? '')).toMatchObject({ seq: 3, [cash]: '71.00', [bank]: '30.00' });
    expect((await feed.stateAt(companyId, START)).newest).toBeNull();
    const meant = { accountIds: [bank, 'nonsense', companyId], includeSubaccounts: false };
    expect((await feed.stateAt(companyId, events[2]?.cursor ?? '', meant)).balances).toEqual([
      { accountId: bank, balance: '30.00' },
    ]);
    await expect(feed.stateAt(companyId, cursor('99'))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('knows who stands above whom, and what stands below', async () => {
    const books = await openBooks(writer);
    const { '1110': cash = '', '1210': bank = '' } = books.accountIds;
    const receivable = await books.open({ code: '1211', names: { en: 'Deposits' }, type: 'ASSET' });
    const move = (id: string, parentId: string | null) =>
      updateAccount(writer, books.actor, { id, parentId });
    await move(bank, cash);
    await move(receivable, bank);
    const { companyId } = books.actor;
    const above = await feed.ancestors(companyId, [receivable, bank, cash, 'nonsense']);
    expect([...(above.get(receivable) ?? [])].sort()).toEqual([bank, cash].sort());
    expect(above.get(bank)).toEqual([cash]);
    expect(above.has(cash)).toBe(false);
    const below = await feed.stateAt(companyId, START, { accountIds: [cash], includeSubaccounts: true });
    expect(below.balances.map(({ accountId }) => accountId)).toEqual([cash, bank, receivable].sort());
    await move(bank, null);
    expect((await feed.ancestors(companyId, [receivable])).get(receivable)).toEqual([bank]);
    const theirs = await openBooks(writer);
    expect(await feed.ancestors(theirs.actor.companyId, [receivable])).toEqual(new Map());
  });

  it('refuses a cursor beyond the newest event', async () => {
    const books = await openBooks(writer);
    await expect(take(feed, books, cursor('6'), 1)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('says when a cursor lies before what is kept', async () => {
    const books = await openBooks(writer);
    for (let i = 0; i < 5; i++) await books.transfer('1110', '6110', '1');
    const short = createLedgerFeed(ledger.database, log, { retainedEvents: 3 });
    const [third] = (await take(feed, books, START, 5)).slice(1);
    expect(await take(short, books, third?.cursor ?? '', 3)).toHaveLength(3);
    await expect(take(short, books, START, 1)).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
    await short.close();
  });

  it('hears again after its connection was cut', async () => {
    const books = await openBooks(writer);
    const taking = take(feed, books, START, 2);
    await books.transfer('1110', '6110', '1');
    const { default: postgres } = await import('postgres');
    const owner = postgres(ledger.test.ownerUrl, { max: 1 });
    await expect
      .poll(async () => (await owner`select 1 from pg_stat_activity where query ilike 'listen%'`).length)
      .toBeGreaterThan(0);
    const cut = await owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`;
    await owner.end();
    expect(cut.length).toBeGreaterThan(0);
    const began = performance.now();
    await books.transfer('1110', '6110', '2');
    const events = await taking;
    expect(events.map((event) => event.seq)).toEqual([1, 2]);
    // The slow poll would have taken ten seconds.
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it(
    'agrees with the journal for every stream, while two instances post at once',
    { timeout: 60_000 },
    async () => {
      const books = await openBooks(writer);
      const other = ledger.anotherInstance();
      const codes = Object.keys(books.accountIds);
      let state = 42;
      const random = (n: number) => (state = (state * 48_271) % 2_147_483_647) % n;
      const TOTAL = 1_500;
      const streams: Promise<PostedEvent[]>[] = [];
      for (let posted = 0; posted < TOTAL; posted += 100) {
        const start = await feed.latest(books.actor.companyId);
        const batch = Array.from({ length: 100 }, () => {
          const debit = random(codes.length);
          const credit = (debit + 1 + random(codes.length - 1)) % codes.length;
          const draft = transfer(
            codes[debit] ?? '',
            codes[credit] ?? '',
            `${random(1_000)}.${10 + random(90)}`,
          );
          return (random(2) ? writer : other).writePath.execute(
            recordTransactionOrder(books.writer, books.actor, draft),
          );
        });
        // One stream begins in the middle of the batch, another from the very beginning.
        streams.push(take(feed, books, start, TOTAL - posted));
        if (posted % 500 === 0) streams.push(take(feed, books, START, TOTAL));
        await Promise.all(batch);
      }
      const expected = await expectedAccounts(books);
      expect(expected.size).toBe(TOTAL);
      for (const stream of streams) {
        const events = await stream;
        expect(events.map((event) => event.seq)).toEqual(
          Array.from({ length: events.length }, (_, i) => TOTAL - events.length + 1 + i),
        );
        for (const event of events) expect(accountLines(event)).toEqual(expected.get(event.transactionId));
      }
    },
  );
});
