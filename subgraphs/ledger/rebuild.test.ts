import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { readMigrationSets } from '#db/migration-files.ts';
import { roleUrl, subgraphRoles } from '#db/roles.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { rebuildLedger } from './rebuild.ts';
import { createTestLedger, openBooks, type TestLedger } from './testing/books.ts';
import { liveThrough } from './testing/story.ts';
import { verifyLedger } from './verification/verify.ts';
import { createLedgerWriter, type LedgerWriter } from './writer.ts';

const TABLES = {
  accounts: 'id',
  fiscal_periods: 'year, month',
  period_changes: 'year, month, version',
  custom_currencies: 'code',
  settings: 'company_id',
  transactions: 'id',
  transaction_sources: 'subgraph, type, source_id, purpose',
  journal_entries: 'account_id, transaction_date, seq, line',
  matchings: 'id',
  matched_items: 'matching_id, transaction_id, line',
  counterparty_items: 'transaction_id, line',
  recurring_entries: 'id',
  recurring_occurrences: 'recurring_id, date',
  reversing_entries: 'id',
  spreads: 'id',
  spread_parts: 'spread_id, number',
  lock_dates: 'area, version',
  lock_exceptions: 'id',
  lock_exception_uses: 'transaction_id',
  own_exchange_rates: 'currency, date, version',
  account_turnover: 'level, period, account_id, currency',
};

/** Every row of every projection as PostgreSQL writes it, of all companies. */
async function dump(superuserUrl: string): Promise<Record<string, string[]>> {
  const sql = postgres(superuserUrl, { max: 1 });
  const tables: Record<string, string[]> = {};
  for (const [table, key] of Object.entries(TABLES)) {
    const rows = await sql.unsafe<{ text: string }[]>(
      `select r::text as text from ledger.${table} r order by company_id, ${key}`,
    );
    tables[table] = rows.map(({ text }) => text);
  }
  await sql.end();
  return tables;
}

describe('a rebuilt ledger', () => {
  let ledger: TestLedger;
  let writer: LedgerWriter;

  beforeAll(async () => {
    ledger = await createTestLedger();
    writer = createLedgerWriter(ledger.database);
  });

  afterAll(async () => {
    await ledger.close();
  });

  it('is byte for byte what it was, and so is its neighbour', async () => {
    const [ours, theirs] = [await openBooks(writer), await openBooks(writer)];
    await liveThrough(ours);
    await liveThrough(theirs);
    const before = await dump(ledger.test.ownerUrl);
    for (const rows of Object.values(before)) expect(rows).not.toEqual([]);
    const progress: [number, number][] = [];
    const { events } = await rebuildLedger(ledger.test.ownerUrl, ours.actor.companyId, (done, total) =>
      progress.push([done, total]),
    );
    expect(await dump(ledger.test.ownerUrl)).toEqual(before);
    expect(events).toBeGreaterThan(50);
    expect(progress.at(-1)).toEqual([events, events]);
  });

  it('is right again after its tables were tampered with', async () => {
    const books = await openBooks(writer);
    const { posted } = await liveThrough(books);
    const before = await dump(ledger.test.ownerUrl);
    const owner = postgres(ledger.test.ownerUrl, { max: 1 });
    await owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`delete from ledger.transactions where id = ${posted}`;
      await sql`update ledger.account_turnover set debit_gel = 0 where company_id = ${books.actor.companyId}`;
      await sql`update ledger.accounts set code = 'X' || code where company_id = ${books.actor.companyId}`;
    });
    await owner.end();
    expect(await dump(ledger.test.ownerUrl)).not.toEqual(before);
    await rebuildLedger(ledger.test.ownerUrl, books.actor.companyId);
    expect(await dump(ledger.test.ownerUrl)).toEqual(before);
    expect(await verifyLedger(ledger.database, books.actor.companyId)).toMatchObject({ isIntact: true });
  });

  it('takes postings that came while it was rebuilt', async () => {
    const books = await openBooks(writer);
    await Promise.all(Array.from({ length: 300 }, () => books.transfer('1110', '6110', '1')));
    const [rebuilt, ...receipts] = await Promise.all([
      rebuildLedger(ledger.test.ownerUrl, books.actor.companyId),
      ...Array.from({ length: 50 }, () => books.transfer('1110', '6110', '1')),
    ]);
    expect(rebuilt.events).toBeGreaterThanOrEqual(305);
    expect(receipts).toHaveLength(50);
    expect(await verifyLedger(ledger.database, books.actor.companyId)).toMatchObject({
      isIntact: true,
      eventCount: 355,
    });
  });

  it('is asked for by the owner of the tables and nobody else', async () => {
    const books = await openBooks(writer);
    await expect(rebuildLedger(ledger.test.urlFor('ledger'), books.actor.companyId)).rejects.toThrow(
      /must own the tables/,
    );
  });
});

describe('an owner without superuser’s rights', () => {
  let test: TestDatabase;
  let admin: postgres.Sql;
  const owner = `owner_${randomBytes(4).toString('hex')}`;

  beforeAll(async () => {
    test = await createTestDatabase({ empty: true });
    admin = postgres(test.ownerUrl, { max: 1, onnotice: () => undefined });
    const [row] = await admin<{ name: string }[]>`select current_database() as name`;
    await admin.unsafe(`create role ${owner} login createrole password 'secret'`);
    // Roles belong to the server: those of the other databases are lent to this owner for the time of the test.
    const roles = readMigrationSets('.')
      .filter(({ isSubgraph }) => isSubgraph)
      .flatMap(({ name }) => [subgraphRoles(name).app, subgraphRoles(name).writer]);
    await admin.unsafe(`grant ${roles.join()} to ${owner} with admin true, inherit true, set true`);
    await admin.unsafe(`alter database ${row?.name ?? ''} owner to ${owner}`);
  });

  afterAll(async () => {
    await test.drop();
    await admin.end();
    const server = postgres(Object.assign(new URL(test.ownerUrl), { pathname: '/postgres' }).href, {
      max: 1,
    });
    await server.unsafe(`drop role ${owner}`);
    await server.end();
  });

  it('rebuilds too', async () => {
    const url = Object.assign(new URL(test.ownerUrl), { username: owner, password: 'secret' });
    const secret = decodeURIComponent(new URL(test.ownerUrl).password);
    await migrate(url.href, { secret });
    const database = openDatabase(roleUrl(url.href, 'ledger', secret));
    try {
      const books = await openBooks(createLedgerWriter(database));
      await liveThrough(books);
      const before = await dump(test.ownerUrl);
      await rebuildLedger(url.href, books.actor.companyId);
      expect(await dump(test.ownerUrl)).toEqual(before);
    } finally {
      await database.close();
    }
  });
});
