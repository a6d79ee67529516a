import { boolean, integer, numeric, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { readMigrationSets } from '#db/migration-files.ts';
import { catalogFaults, expectDrizzleMatchesCatalog, PROJECT_EXCEPTIONS } from '#test/catalog.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';

let test: TestDatabase;
let owner: postgres.Sql;

beforeAll(async () => {
  test = await createTestDatabase();
  owner = postgres(test.ownerUrl, { max: 1 });
});

afterAll(async () => {
  await owner.end();
  await test.drop();
});

const subgraphs = readMigrationSets('.')
  .filter((set) => set.isSubgraph)
  .map((set) => set.name);

describe('the migrated database', () => {
  it('keeps companies and subgraphs apart, table by table', async () => {
    expect(await catalogFaults(test.ownerUrl, PROJECT_EXCEPTIONS)).toEqual([]);
  });

  it('gives every subgraph a login that reaches no other subgraph', async () => {
    expect(subgraphs.length).toBeGreaterThan(1);
    for (const subgraph of subgraphs) {
      const database = openDatabase(test.urlFor(subgraph), { max: 1 });
      try {
        for (const other of subgraphs.filter((name) => name !== subgraph)) {
          const [table] = await owner<{ name: string }[]>`
            select quote_ident(schemaname) || '.' || quote_ident(tablename) as name
            from pg_tables where schemaname = ${other} limit 1`;
          const reading = database.sql.unsafe(`select 1 from ${table?.name ?? 'none'}`);
          await expect(reading).rejects.toMatchObject({ code: '42501' });
        }
        await expect(database.sql`select 1 from davtari.migration`).rejects.toMatchObject({ code: '42501' });
        await expect(database.sql`create temporary table t ()`).rejects.toMatchObject({ code: '42501' });
        await expect(database.sql`create table public.t ()`).rejects.toMatchObject({ code: '42501' });
      } finally {
        await database.close();
      }
    }
  });

  it('has no noun of inventory that is not asked to project its events', async () => {
    const rows = await owner<{ noun: string }[]>`
      select p.proname as noun from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'inventory' and p.proname like 'project\\_%' and not exists (
        select from pg_proc d where d.pronamespace = n.oid and d.proname = 'project'
          and d.prosrc like '%inventory.' || p.proname || '(%')`;
    expect(rows.map(({ noun }) => noun)).toEqual([]);
  });
});

const faultsOfBare = (table: string): string[] => [
  `${table} does not force row-level security on its owner`,
  `${table} has a company but no policy`,
  `${table} has a company but no row-level security`,
];

describe('the look at the catalogue', () => {
  it('finds each way to break the rules', async () => {
    const broken = await createTestDatabase();
    const sql = postgres(broken.ownerUrl, { max: 1 });
    await sql.unsafe(`
      create table ledger.bare (company_id uuid);
      create table ledger.unforced (company_id uuid);
      alter table ledger.unforced enable row level security;
      create policy half on ledger.unforced using (company_id is not null);
      create table ledger.open (company_id uuid);
      alter table ledger.open enable row level security;
      alter table ledger.open force row level security;
      create policy everyone on ledger.open using (true) with check (true);
      create view ledger.peek as select * from ledger.open;
      grant select on ledger.peek to davtari_ledger;
      create function ledger.mighty() returns int language sql security definer return 1;
      grant execute on function ledger.mighty() to public;
      create table ledger.whole (company_id uuid, id uuid primary key, unique (company_id, id));
      create table ledger.part (
        company_id uuid, a uuid, b uuid, c uuid,
        constraint part_right foreign key (company_id, a) references ledger.whole (company_id, id),
        constraint part_wrong foreign key (b) references ledger.whole (id),
        constraint part_twisted foreign key (c, company_id) references ledger.whole (company_id, id));
      create table ledger.own (id int);
      alter table ledger.own owner to davtari_ledger;
      grant usage on schema ledger to davtari_identity;`);
    await sql.end();
    const faults = await catalogFaults(broken.ownerUrl, PROJECT_EXCEPTIONS);
    await broken.drop();
    expect(faults).toEqual([
      'davtari_identity may enter the schema ledger',
      'davtari_ledger owns table ledger.own',
      'ledger.bare does not force row-level security on its owner',
      'ledger.bare has a company but no policy',
      'ledger.bare has a company but no row-level security',
      'ledger.mighty may be called by everybody',
      'ledger.mighty runs with other rights but on the search_path of its caller',
      'ledger.mighty runs with the rights of davtari',
      'ledger.open: policy everyone lets the application see every company',
      ...faultsOfBare('ledger.part'),
      'ledger.part: foreign key part_twisted may lead to another company',
      'ledger.part: foreign key part_wrong may lead to another company',
      'ledger.peek is a view that reads with the rights of its owner',
      'ledger.unforced does not force row-level security on its owner',
      'ledger.unforced: policy half has no WITH CHECK',
      ...faultsOfBare('ledger.whole'),
    ]);
  });

  it('compares Drizzle’s tables with the real ones', async () => {
    await owner.unsafe(`
      create schema compared;
      create type compared.colour as enum ('red');
      create table compared.thing (
        id uuid primary key, amount numeric(20,4) not null, at timestamptz not null, names text[],
        flag boolean, colour compared.colour not null, n int);`);
    const schema = pgSchema('compared');
    const columns = {
      id: uuid('id').primaryKey(),
      amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
      at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
      names: text('names').array(),
      flag: boolean('flag'),
      colour: schema.enum('colour', ['red'])('colour').notNull(),
    };
    const right = schema.table('thing', { ...columns, n: integer('n') });
    await expectDrizzleMatchesCatalog(test.ownerUrl, [right]);
    const wrong = [
      schema.table('thing', columns),
      schema.table('thing', { ...columns, n: integer('n').notNull() }),
      schema.table('thing', { ...columns, n: text('n') }),
      schema.table('nothing', { n: integer('n') }),
    ];
    for (const table of wrong)
      await expect(expectDrizzleMatchesCatalog(test.ownerUrl, [table])).rejects.toThrow();
  });
});
