import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verification } from '../ledger.ts';
import { createTestLedger, openBooks, type Books, type TestLedger } from '../testing/books.ts';
import { liveThrough } from '../testing/story.ts';
import { createLedgerWriter, type LedgerWriter } from '../writer.ts';
import { verifyLedger } from './verify.ts';

let ledger: TestLedger;
let writer: LedgerWriter;
let owner: postgres.Sql;

beforeAll(async () => {
  ledger = await createTestLedger();
  writer = createLedgerWriter(ledger.database);
  owner = postgres(ledger.test.ownerUrl, { max: 1, onnotice: () => undefined });
});

afterAll(async () => {
  await owner.end();
  await ledger.close();
});

async function verify(books: Books): Promise<Verification> {
  return verifyLedger(ledger.database, books.actor.companyId);
}

/** What somebody with the database's highest rights can do: every trigger and foreign key is silenced. */
async function tamper(work: (sql: postgres.TransactionSql) => Promise<{ count: number }>): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    const { count } = await work(sql);
    expect(count, 'the tampering must hit something').toBeGreaterThan(0);
  });
}

describe('a ledger that nobody tampered with', () => {
  it('is intact after every kind of event', async () => {
    const books = await openBooks(writer);
    await liveThrough(books);
    const progress: [number, number][] = [];
    const found = await verifyLedger(ledger.database, books.actor.companyId, (done, total) =>
      progress.push([done, total]),
    );
    const [head] = await owner<{ seq: number; hash: string }[]>`
      select last_seq::int as seq, encode(last_hash, 'hex') as hash from ledger.head
      where company_id = ${books.actor.companyId}`;
    expect(found).toEqual({
      isIntact: true,
      eventCount: head?.seq,
      headHash: head?.hash,
      firstBrokenEvent: null,
      differences: [],
    });
    expect(progress.at(-1)).toEqual([head?.seq, head?.seq]);
  });

  it('is intact at one moment while postings go on', async () => {
    const books = await openBooks(writer);
    let isPosting = true;
    const posting = (async () => {
      while (isPosting) await Promise.all([1, 2, 3, 4].map(() => books.transfer('1110', '6110', '1')));
    })();
    for (let i = 0; i < 5; i++) expect(await verify(books)).toMatchObject({ isIntact: true });
    isPosting = false;
    await posting;
  });

  it('is intact when it is empty', async () => {
    const found = await verifyLedger(ledger.database, '00000000-0000-7000-8000-000000000000');
    expect(found).toMatchObject({ isIntact: true, eventCount: 0, headHash: '00'.repeat(32) });
  });
});

describe('the walk along the chain names the first broken event', () => {
  const tamperings: [
    string,
    (sql: postgres.TransactionSql, company: string) => Promise<{ count: number }>,
    object,
  ][] = [
    [
      'whose data was altered',
      (sql, company) => sql`
        update ledger.event_store set data = replace(data::text, '150.75', '150.76')::json
        where company_id = ${company} and seq = 6`,
      { logPosition: 6, eventType: 'TransactionPosted', reason: 'the data was altered' },
    ],
    [
      'whose data was only written otherwise',
      (sql, company) => sql`
        update ledger.event_store set data = (' ' || data::text)::json where company_id = ${company} and seq = 6`,
      { logPosition: 6, reason: 'the data was altered' },
    ],
    [
      'that is laid to another user',
      (sql, company) => sql`
        update ledger.event_store set metadata = ${`{"userId":"00000000-0000-7000-8000-000000000000"}`}::text::json
        where company_id = ${company} and seq = 7`,
      { logPosition: 7, reason: 'the data was altered' },
    ],
    [
      'whose time was shifted by a microsecond',
      (sql, company) => sql`
        update ledger.event_store set recorded_at = recorded_at + interval '1 microsecond'
        where company_id = ${company} and seq = 8`,
      { logPosition: 8, reason: 'the data was altered' },
    ],
    [
      'after one that was deleted',
      (sql, company) => sql`delete from ledger.event_store where company_id = ${company} and seq = 9`,
      { logPosition: 10, reason: 'an event is missing before this one' },
    ],
    [
      'after the first one that was deleted',
      (sql, company) => sql`delete from ledger.event_store where company_id = ${company} and seq = 1`,
      { logPosition: 2, reason: 'an event is missing before this one' },
    ],
    [
      'before the last ones that were deleted',
      (sql, company) => sql`
        delete from ledger.event_store where company_id = ${company}
          and seq > (select last_seq - 3 from ledger.head where company_id = ${company})`,
      { reason: '3 events after this one are missing' },
    ],
    [
      'that was deleted with the chain mended around it',
      async (sql, company) => {
        await sql`delete from ledger.event_store where company_id = ${company} and seq = 9`;
        const seqs = await sql<{ seq: number }[]>`
          select seq::int from ledger.event_store where company_id = ${company} and seq > 9 order by event_store.seq`;
        for (const { seq } of seqs) {
          await sql`update ledger.event_store set seq = ${seq - 1} where company_id = ${company} and seq = ${seq}`;
        }
        return seqs;
      },
      { logPosition: 9, reason: 'the data was altered' },
    ],
    [
      'whose hash was computed anew after an alteration',
      (sql, company) => sql`
        update ledger.event_store e set data = d.data, hash = sha256(e.previous_hash || convert_to(
          ledger.hashed_text(e.company_id, e.seq, e.aggregate_type, e.aggregate_id, e.version, e.event_type, d.data::text,
            e.metadata::text, e.recorded_at, e.published_seq, e.document_series, e.document_number), 'UTF8'))
        from (select replace(data::text, '150.75', '150.76')::json as data from ledger.event_store
              where company_id = ${company} and seq = 6) d
        where e.company_id = ${company} and e.seq = 6`,
      { logPosition: 7, reason: 'it was chained to another event than the one before it' },
    ],
    [
      'that was forged and appended, its hash being right',
      (sql, company) => sql`
        insert into ledger.event_store
        select f.company_id, f.seq, f.aggregate_type, f.aggregate_id, f.version, f.event_type, f.data, f.metadata,
          f.recorded_at, f.published_seq, f.document_series, f.document_number, 1, f.last_hash,
          sha256(f.last_hash || convert_to(ledger.hashed_text(f.company_id, f.seq, f.aggregate_type, f.aggregate_id,
            f.version, f.event_type, f.data::text, f.metadata::text, f.recorded_at, f.published_seq, f.document_series,
            f.document_number), 'UTF8'))
        from (select h.company_id, h.last_seq + 1 as seq, e.aggregate_type, gen_random_uuid() as aggregate_id, 1 as version,
                e.event_type, e.data, e.metadata, h.last_recorded_at as recorded_at,
                h.published_seq + 1 as published_seq, e.document_series, s.last_number + 1 as document_number, h.last_hash
              from ledger.head h join ledger.event_store e on e.company_id = h.company_id and e.seq = 6
              join ledger.document_series s on s.company_id = h.company_id and s.series = e.document_series
              where h.company_id = ${company}) f`,
      { eventType: 'TransactionPosted', reason: expect.stringContaining('was not written by the ledger') },
    ],
    [
      'when the head claims another number of postings',
      (sql, company) =>
        sql`update ledger.head set published_seq = published_seq - 1 where company_id = ${company}`,
      { reason: expect.stringContaining('postings') },
    ],
    [
      'when the head holds another hash',
      (sql, company) => sql`update ledger.head set last_hash = sha256('') where company_id = ${company}`,
      { reason: 'the head of the log holds another hash' },
    ],
    [
      'when the numbering of documents was turned back',
      (sql, company) => sql`
        update ledger.document_series set last_number = 1 where company_id = ${company} and series = '2026'`,
      { reason: expect.stringContaining('documents of 2026 are numbered up to 1') },
    ],
  ];
  it.each(tamperings)('%s', async (_, work, expected) => {
    const books = await openBooks(writer);
    await liveThrough(books);
    await tamper((sql) => work(sql, books.actor.companyId));
    const found = await verify(books);
    expect(found.isIntact).toBe(false);
    expect(found.firstBrokenEvent).toMatchObject(expected);
  });

  it('that changed places with another', async () => {
    const books = await openBooks(writer);
    await liveThrough(books);
    const company = books.actor.companyId;
    await tamper(async (sql) => {
      for (const [from, to] of [
        [6, 1_000_006],
        [7, 6],
        [1_000_006, 7],
      ] as const) {
        await sql`update ledger.event_store set seq = ${to} where company_id = ${company} and seq = ${from}`;
      }
      return { count: 3 };
    });
    expect((await verify(books)).firstBrokenEvent).toMatchObject({
      logPosition: 6,
      reason: 'the data was altered',
    });
  });
});

describe('the comparison with the events names', () => {
  interface Case {
    readonly name: string;
    readonly work: (sql: postgres.TransactionSql, ids: Ids) => Promise<{ count: number }>;
    readonly difference: { table: string; expected: unknown; actual: unknown };
    readonly key: (ids: Ids) => unknown;
  }
  interface Ids {
    readonly company: string;
    readonly posted: string;
    readonly draft: string;
    readonly reversed: string;
    readonly cash: string;
  }
  const journal = 'ledger.journal_entries';
  const cases: Case[] = [
    {
      name: 'an altered amount in the journal',
      work: (sql, { company, posted, cash }) => sql`
        update ledger.journal_entries set debit = 150.76, debit_gel = 150.76
        where company_id = ${company} and transaction_id = ${posted} and account_id = ${cash}`,
      difference: { table: journal, expected: 'debit: 150.7500', actual: 'debit: 150.7600' },
      key: ({ cash }) => `seq 1 line 1 of account ${cash} on 2026-03-15`,
    },
    {
      name: 'an altered description in the journal',
      work: (sql, { company, posted, cash }) => sql`
        update ledger.journal_entries set description = 'a gift'
        where company_id = ${company} and transaction_id = ${posted} and account_id = ${cash}`,
      difference: { table: journal, expected: 'description: null', actual: 'description: a gift' },
      key: ({ cash }) => `seq 1 line 1 of account ${cash} on 2026-03-15`,
    },
    {
      name: 'an entry taken out of the journal',
      work: (sql, { company, posted, cash }) => sql`
        delete from ledger.journal_entries
        where company_id = ${company} and transaction_id = ${posted} and account_id = ${cash}`,
      difference: { table: journal, expected: expect.stringContaining('debit: 150.7500'), actual: 'no row' },
      key: ({ cash }) => `seq 1 line 1 of account ${cash} on 2026-03-15`,
    },
    {
      name: 'an entry slipped into the journal',
      work: (sql, { company, posted, cash }) => sql`
        insert into ledger.journal_entries
          values (${company}, ${cash}, '2026-03-15', 1, 9, ${posted}, 'GEL', 5, 0, 5, 0, null)`,
      difference: { table: journal, expected: 'no row', actual: expect.stringContaining('debit: 5.0000') },
      key: ({ cash }) => `seq 1 line 9 of account ${cash} on 2026-03-15`,
    },
    {
      name: 'an entry moved to another day',
      work: (sql, { company, posted, cash }) => sql`
        update ledger.journal_entries set transaction_date = '2026-04-15'
        where company_id = ${company} and transaction_id = ${posted} and account_id = ${cash}`,
      difference: { table: journal, expected: 'no row', actual: expect.stringContaining('debit: 150.7500') },
      key: ({ cash }) => `seq 1 line 1 of account ${cash} on 2026-04-15`,
    },
    {
      name: 'another counterparty in the journal',
      work: (sql, { company }) => sql`
        update ledger.journal_entries set counterparty_id = null
        where company_id = ${company} and counterparty_id is not null and currency = 'GEL'`,
      difference: {
        table: journal,
        expected: expect.stringMatching(/^counterparty_id: [0-9a-f-]{36}$/),
        actual: 'counterparty_id: null',
      },
      key: ({ cash }): unknown => expect.stringContaining(`line 1 of account ${cash}`),
    },
    {
      name: 'an item that is called settled',
      work: (sql, { company }) => sql`
        update ledger.counterparty_items set settled_on = '2026-04-01'
        where company_id = ${company} and (transaction_id, line) = (
          select transaction_id, line from ledger.counterparty_items
          where company_id = ${company} and settled_on is null limit 1)`,
      difference: {
        table: 'ledger.counterparty_items',
        expected: 'settled_on: null',
        actual: 'settled_on: 2026-04-01',
      },
      key: (): unknown => expect.stringMatching(/^line \d+ of transaction /),
    },
    {
      name: 'another carrying amount of a revaluation',
      work: (sql, { company }) => sql`
        update ledger.revaluation_lines set carrying_gel = carrying_gel + 1
        where company_id = ${company} and revaluation_id = (
          select id from ledger.revaluations where company_id = ${company} and withdrawn_at is null) and line = 1`,
      difference: {
        table: 'ledger.revaluations',
        expected: expect.stringContaining('lines: 1 '),
        actual: expect.stringContaining('lines: 1 '),
      },
      key: (): unknown => expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
    {
      name: 'a document that was not the source',
      work: (sql, { company }) => sql`
        update ledger.transaction_sources set source_id = 'another' where company_id = ${company} and type = 'TaxInvoice'`,
      difference: {
        table: 'ledger.transaction_sources',
        expected: expect.stringMatching(/^source_id: [0-9a-f-]{36}$/),
        actual: 'source_id: another',
      },
      key: (): unknown => expect.any(String),
    },
    {
      name: 'an altered sum of turnover',
      work: (sql, { company, cash }) => sql`
        update ledger.account_turnover set debit_gel = debit_gel + 0.01
        where company_id = ${company} and account_id = ${cash} and level = 'year' and period = '2026-01-01'`,
      difference: {
        table: 'ledger.account_turnover',
        expected: 'debit_gel: 185.07',
        actual: 'debit_gel: 185.08',
      },
      key: ({ cash }) => `year 2026-01-01 ${cash} GEL`,
    },
    {
      name: 'a missing sum of turnover',
      work: (sql, { company, cash }) => sql`
        delete from ledger.account_turnover
        where company_id = ${company} and account_id = ${cash} and level = 'day' and period = '2026-03-15'`,
      difference: {
        table: 'ledger.account_turnover',
        expected: expect.stringContaining('debit: 150.7500'),
        actual: 'no row',
      },
      key: ({ cash }) => `day 2026-03-15 ${cash} GEL`,
    },
    {
      name: 'an invented sum of turnover',
      work: (sql, { company, cash }) => sql`
        insert into ledger.account_turnover values (${company}, 'month', '2020-01-01', ${cash}, 'GEL', 1, 1, 1, 1)`,
      difference: {
        table: 'ledger.account_turnover',
        expected: 'no row',
        actual: expect.stringContaining('debit: 1.0000'),
      },
      key: ({ cash }) => `month 2020-01-01 ${cash} GEL`,
    },
    ...(
      [
        ['total', 'posted', 'total_gel', '150.76', 'total_gel: 150.75', 'total_gel: 150.76'],
        ['status', 'reversed', 'status', 'POSTED', 'status: REVERSED', 'status: POSTED'],
        ['number', 'posted', 'document_number', '77', 'document_number: 1', 'document_number: 77'],
        ['description', 'posted', 'description', 'loan', 'description: transfer', 'description: loan'],
        [
          'date',
          'draft',
          'transaction_date',
          '2026-03-16',
          'transaction_date: 2026-03-15',
          'transaction_date: 2026-03-16',
        ],
        [
          'entries',
          'draft',
          'entries',
          '[]',
          expect.stringMatching(/^entries: /),
          expect.stringMatching(/^entries: /),
        ],
        [
          'creation time',
          'draft',
          'created_at',
          '1970-01-01T00:00:00Z',
          expect.stringMatching(/^created_at: 2/),
          'created_at: 1970-01-01 00:00:00+00',
        ],
      ] as const
    ).map(([what, which, column, value, expected, actual]): Case => ({
      name: `a transaction’s altered ${what}`,
      work: (sql, ids) => sql`
          update ledger.transactions set ${sql({ [column]: value })}
          where company_id = ${ids.company} and id = ${ids[which]}`,
      difference: { table: 'ledger.transactions', expected, actual },
      key: (ids) => ids[which],
    })),
    {
      name: 'a transaction that is gone',
      work: (sql, { company, posted }) => sql`
        delete from ledger.transactions where company_id = ${company} and id = ${posted}`,
      difference: {
        table: 'ledger.transactions',
        expected: expect.stringContaining('status: POSTED'),
        actual: 'no row',
      },
      key: ({ posted }) => posted,
    },
    {
      name: 'an account’s altered name',
      work: (sql, { company, cash }) => sql`
        update ledger.accounts set names = '{"ka": "სეიფი"}' where company_id = ${company} and id = ${cash}`,
      difference: {
        table: 'ledger.accounts',
        expected: 'names: {"ka":"სალარო"}',
        actual: 'names: {"ka":"სეიფი"}',
      },
      key: ({ cash }) => cash,
    },
    {
      name: 'an account that is gone',
      work: (sql, { company, cash }) => sql`
        delete from ledger.accounts where company_id = ${company} and id = ${cash}`,
      difference: {
        table: 'ledger.accounts',
        expected: expect.stringContaining('code: 1110'),
        actual: 'no row',
      },
      key: ({ cash }) => cash,
    },
    {
      name: 'a period that was reopened in secret',
      work: (sql, { company }) => sql`
        update ledger.fiscal_periods set status = 'OPEN' where company_id = ${company} and year = 2026 and month = 1`,
      difference: { table: 'ledger.fiscal_periods', expected: 'status: CLOSED', actual: 'status: OPEN' },
      key: () => '2026-1',
    },
    {
      name: 'an altered reason of a closing',
      work: (sql, { company }) => sql`
        update ledger.period_changes set reason = 'because' where company_id = ${company} and month = 2`,
      difference: {
        table: 'ledger.period_changes',
        expected: 'reason: February is done',
        actual: 'reason: because',
      },
      key: () => expect.stringMatching(/^2026-2 version /) as string,
    },
    {
      name: 'an altered currency',
      work: (sql, { company }) => sql`
        update ledger.custom_currencies set minor_units = 2 where company_id = ${company}`,
      difference: { table: 'ledger.custom_currencies', expected: 'minor_units: 0', actual: 'minor_units: 2' },
      key: () => 'POINTS',
    },
    {
      name: 'an altered setting',
      work: (sql, { company }) => sql`
        update ledger.settings set approver_must_differ = true where company_id = ${company}`,
      difference: {
        table: 'ledger.settings',
        expected: 'approver_must_differ: false',
        actual: 'approver_must_differ: true',
      },
      key: ({ company }) => company,
    },
    {
      name: 'a lock that was moved in secret',
      work: (sql, { company }) => sql`
        update ledger.lock_dates set until = '2026-02-28' where company_id = ${company} and version = 1`,
      difference: { table: 'ledger.lock_dates', expected: 'until: 2026-03-31', actual: 'until: 2026-02-28' },
      key: () => 'LEDGER version 1',
    },
    {
      name: 'a lifting of a lock that is gone',
      work: (sql, { company }) => sql`
        delete from ledger.lock_dates where company_id = ${company} and version = 2`,
      difference: {
        table: 'ledger.lock_dates',
        expected: expect.stringContaining('reason: April is looked through next'),
        actual: 'no row',
      },
      key: () => 'LEDGER version 2',
    },
    {
      name: 'an exception that nobody granted',
      work: (sql, { company }) => sql`
        insert into ledger.lock_exceptions (company_id, id, area, user_id, until, reason, granted_at, granted_by)
        values (${company}, ${company}, 'TAX', ${company}, '2099-01-01', 'let me', now(), ${company})`,
      difference: {
        table: 'ledger.lock_exceptions',
        expected: 'no row',
        actual: expect.stringContaining('reason: let me'),
      },
      key: ({ company }) => company,
    },
    {
      name: 'a revocation of an exception that was undone',
      work: (sql, { company }) => sql`
        update ledger.lock_exceptions set revoked_at = null, revoked_by = null, revoke_reason = null
        where company_id = ${company}`,
      difference: {
        table: 'ledger.lock_exceptions',
        expected: expect.stringContaining('why: it is done'),
        actual: expect.stringContaining('why: null'),
      },
      key: () => expect.any(String) as string,
    },
    {
      name: 'what went past a lock and is hidden',
      work: (sql, { company }) => sql`
        delete from ledger.lock_exception_uses where company_id = ${company}`,
      difference: {
        table: 'ledger.lock_exception_uses',
        expected: expect.stringContaining('exception: '),
        actual: 'no row',
      },
      key: () => expect.any(String) as string,
    },
    {
      name: 'an altered exchange rate of the company’s own',
      work: (sql, { company }) => sql`
        update ledger.own_exchange_rates set rate = 7.02 where company_id = ${company} and currency = 'AMD'`,
      difference: {
        table: 'ledger.own_exchange_rates',
        expected: expect.stringContaining('rate: 7.01'),
        actual: expect.stringContaining('rate: 7.02'),
      },
      key: () => 'AMD 2026-03-31 version 1',
    },
  ];
  it.each(cases)('$name', async ({ work, difference, key }) => {
    const books = await openBooks(writer);
    const story = await liveThrough(books);
    const ids: Ids = { ...story, company: books.actor.companyId, cash: books.accountIds['1110'] ?? '' };
    await tamper((sql) => work(sql, ids));
    const found = await verify(books);
    expect(found.isIntact).toBe(false);
    expect(found.firstBrokenEvent).toBeNull();
    expect(found.differences).toContainEqual({ ...difference, key: key(ids) });
    expect(found.differences.length).toBeLessThanOrEqual(3);
  });

  it('a hundred differences and no more', async () => {
    const books = await openBooks(writer);
    await Promise.all(Array.from({ length: 150 }, () => books.transfer('1110', '6110', '1')));
    await tamper(
      (sql) => sql`update ledger.transactions set total_gel = 2 where company_id = ${books.actor.companyId}`,
    );
    expect((await verify(books)).differences).toHaveLength(100);
  });
});
