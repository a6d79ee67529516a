import { sql as query } from 'drizzle-orm';
import { numeric, pgSchema, timestamp, uuid } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, postgresError, toDomainError, type Database } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';

const TBILISI = '11111111-1111-4111-8111-111111111111';
const BATUMI = '22222222-2222-4222-8222-222222222222';

const notes = pgSchema('probe').table('note', {
  companyId: uuid('company_id').notNull(),
  amount: numeric('amount', { precision: 20, scale: 4 }).notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
});

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase({ empty: true });
  const owner = postgres(test.ownerUrl, { max: 1 });
  await owner.unsafe(`
    create schema probe;
    create table probe.note (
      company_id uuid not null,
      amount numeric(20,4) not null constraint note_amount_positive check (amount > 0),
      at timestamptz not null
    );
    alter table probe.note enable row level security;
    alter table probe.note force row level security;
    create policy company on probe.note
      using (company_id = nullif(current_setting('app.company_id', true), '')::uuid)
      with check (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
    insert into probe.note values ('${TBILISI}', 0.1, '2026-11-22 16:00+04'), ('${BATUMI}', 2, '2026-11-22');
    do $$ begin
      if not exists (select from pg_roles where rolname = 'probe_app') then
        create role probe_app login password 'probe';
      end if;
    end $$;
    grant usage on schema probe to probe_app;
    grant select, insert on probe.note to probe_app;`);
  await owner.end();
  database = openDatabase(probeUrl(), { max: 4, name: 'client test' });
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

describe('a company', () => {
  it('sees its own rows only', async () => {
    const rows = await database.withCompany(
      TBILISI,
      (sql) => sql`select company_id, amount, at from probe.note`,
    );
    expect([...rows]).toEqual([{ company_id: TBILISI, amount: '0.1000', at: '2026-11-22T12:00:00Z' }]);
  });

  it('sees its own rows only through Drizzle, in the same form', async () => {
    const rows = await database.withCompanyDrizzle(BATUMI, (db) => db.select().from(notes));
    expect(rows).toEqual([{ companyId: BATUMI, amount: '2.0000', at: '2026-11-22T00:00:00Z' }]);
  });

  it('is read no longer than the caller waits, by PostgreSQL itself', async () => {
    const hurried = database.within({ deadline: Date.now() + 200 });
    const began = performance.now();
    const reads = [
      hurried.withCompany(TBILISI, (sql) => sql`/* slowRead */ select pg_sleep(20)`),
      hurried.withCompanyDrizzle(TBILISI, (db) => db.execute(query`/* slowRead */ select pg_sleep(20)`)),
    ];
    // Together, because whichever ends first would otherwise be a rejection that nobody has met yet.
    await Promise.all(
      reads.map((read) => expect(read).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })),
    );
    expect(performance.now() - began).toBeLessThan(5_000);
    const [left] = await database.sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where state = 'active' and query like '%slowRead%' and pid <> pg_backend_pid()`;
    expect(left).toEqual({ count: 0 });
  });

  it('is not read at all once nobody waits', async () => {
    const never = (): Promise<never> => Promise.reject(new Error('was asked'));
    for (const lifetime of [{ deadline: Date.now() - 1 }, { signal: AbortSignal.abort() }]) {
      await expect(database.within(lifetime).withCompany(TBILISI, never)).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
      });
    }
  });

  it('is written however little time is left, and reads after it are unbounded again', async () => {
    const single = openDatabase(probeUrl(), { max: 1 });
    try {
      const late = single.within({ deadline: Date.now() - 1 });
      await late.withCompany(TBILISI, (sql) => sql`select pg_sleep(0.05)`, 'write');
      await single.within({ deadline: Date.now() + 1_000 }).withCompany(TBILISI, (sql) => sql`select 1`);
      const [row] = await single.withCompany(
        TBILISI,
        (sql) => sql`select current_setting('statement_timeout') as t`,
      );
      expect(row).toEqual({ t: '0' });
    } finally {
      await single.close();
    }
  });

  it('leaves no trace on the connection that the next one uses', async () => {
    const single = openDatabase(probeUrl(), { max: 1 });
    try {
      await single.withCompany(TBILISI, (sql) => sql`select 1 from probe.note`);
      expect(await single.sql`select * from probe.note`).toHaveLength(0);
    } finally {
      await single.close();
    }
  });

  it('stays apart from others that are read at the same moment', async () => {
    const companies = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? TBILISI : BATUMI));
    const seen = await Promise.all(
      companies.map((company) =>
        database.withCompany(company, async (sql) => {
          const first = await sql<{ id: string }[]>`select company_id as id from probe.note`;
          const second = await sql<{ id: string }[]>`select company_id as id from probe.note`;
          return [...first, ...second].map((row) => row.id);
        }),
      ),
    );
    expect(seen).toEqual(companies.map((company) => [company, company]));
  });

  it('is not asked for by anything but a UUID', async () => {
    await expect(database.withCompany(`${TBILISI}' or true --`, (sql) => sql`select 1`)).rejects.toThrow(
      DomainError,
    );
    await expect(database.withCompanyDrizzle('', (db) => db.select().from(notes))).rejects.toThrow(
      DomainError,
    );
  });
});

describe('a transaction', () => {
  it('that reads cannot write', async () => {
    const write = database.withCompany(
      TBILISI,
      (sql) => sql`insert into probe.note values (${TBILISI}, 1, now())`,
    );
    await expect(write).rejects.toMatchObject({ code: '25006' });
  });

  it('that writes keeps nothing when the work fails', async () => {
    const work = database.withCompany(
      TBILISI,
      async (sql) => {
        await sql`insert into probe.note values (${TBILISI}, 1, now())`;
        throw new Error('changed my mind');
      },
      'write',
    );
    await expect(work).rejects.toThrow('changed my mind');
    const rows = await database.withCompany(TBILISI, (sql) => sql`select 1 from probe.note`);
    expect(rows).toHaveLength(1);
  });

  it('cannot write into another company', async () => {
    const write = database.withCompany(
      TBILISI,
      (sql) => sql`insert into probe.note values (${BATUMI}, 1, now())`,
      'write',
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

describe('a value', () => {
  it('comes back exactly as the database holds it', async () => {
    const [row] = await database.sql`
      select date '2026-11-22' as day, timestamptz '2026-11-22 16:00:00.123456+04' as at,
             timestamp '2026-11-22 16:00:00' as local, 9007199254740991::bigint as big,
             12345678901234567890.1234::numeric as money, null::date as nothing,
             array[date '2026-01-01'] as days`;
    expect(row).toEqual({
      day: '2026-11-22',
      at: '2026-11-22T12:00:00.123456Z',
      local: '2026-11-22 16:00:00',
      big: 9007199254740991,
      money: '12345678901234567890.1234',
      nothing: null,
      days: ['2026-01-01'],
    });
  });

  it('that a number cannot hold exactly is an error, not a near miss', async () => {
    await expect(database.sql`select 9007199254740993::bigint as big`).rejects.toThrow(/does not fit/);
    expect([...(await database.sql`select 1 as one`)]).toEqual([{ one: 1 }]);
  });

  it('goes in as text, as Date and as bigint', async () => {
    const day = '2026-11-22';
    const at = new Date('2026-11-22T12:00:00.000Z');
    const [row] = await database.sql`
      select ${day}::date as day, ${at}::timestamptz as at, ${9007199254740993n}::bigint::text as big,
             ${'{"a":"1"}'}::text::jsonb as json`;
    expect(row).toEqual({ day, at: '2026-11-22T12:00:00Z', big: '9007199254740993', json: { a: '1' } });
  });

  it('keeps its form in raw SQL after Drizzle was used', async () => {
    await database.drizzle.execute(query`select 1`);
    const [row] =
      await database.sql`select ${database.sql.json({ a: 1 })}::jsonb as json, timestamptz '2026-01-01 00:00Z' as at`;
    expect(row).toEqual({ json: { a: 1 }, at: '2026-01-01T00:00:00Z' });
  });
});

describe('an error of the database', () => {
  const table = {
    note_amount_positive: () =>
      new DomainError('BAD_USER_INPUT', 'amount: must be positive', { field: 'amount' }),
  };

  it('becomes the refusal that its constraint stands for', async () => {
    const write = database.withCompany(
      TBILISI,
      (sql) => sql`insert into probe.note values (${TBILISI}, -1, now())`,
      'write',
    );
    const error: unknown = await write.catch((thrown: unknown) => toDomainError(thrown, table));
    expect(error).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'amount' } });
  });

  it('is found behind Drizzle’s own error', async () => {
    const write = database.withCompanyDrizzle(
      TBILISI,
      (db) => db.insert(notes).values({ companyId: TBILISI, amount: '-1', at: '2026-11-22T00:00:00Z' }),
      'write',
    );
    const error: unknown = await write.catch((thrown: unknown) => thrown);
    expect(postgresError(error)?.constraint_name).toBe('note_amount_positive');
    expect(toDomainError(error, table)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('stays a defect when nobody foresaw it', async () => {
    const error: unknown = await database.sql`select 1 / 0`.catch((thrown: unknown) => thrown);
    expect(toDomainError(error, table)).toBe(error);
  });

  it('means SERVICE_UNAVAILABLE when the server is away', async () => {
    const nowhere = openDatabase('postgres://nobody:x@127.0.0.1:1/none', { max: 1 });
    const error: unknown = await nowhere.ping().catch((thrown: unknown) => toDomainError(thrown));
    expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await nowhere.close();
  });
});

function probeUrl(): string {
  const url = new URL(test.ownerUrl);
  url.username = 'probe_app';
  url.password = 'probe';
  return url.href;
}

describe('a connection that PostgreSQL ends', () => {
  it('fails what runs on it, and the process lives', async () => {
    const owner = postgres(test.ownerUrl, { max: 1 });
    const own = openDatabase(probeUrl(), { max: 4, name: 'lost' });
    const end = () => owner`
      select count(pg_terminate_backend(pid))::int as count from pg_stat_activity 
      where application_name = 'lost' and backend_start < clock_timestamp() - interval '100 milliseconds'`;
    try {
      for (let round = 0; round < 3; round += 1) {
        const work = [
          ...Array.from({ length: 4 }, () =>
            own.withCompany(TBILISI, async (sql) => {
              await sql`select pg_sleep(0.5)`;
              return sql`select 1`;
            }),
          ),
          ...Array.from({ length: 4 }, () =>
            own.withCompanyDrizzle(TBILISI, async (db) => {
              await db.execute('select pg_sleep(0.5)');
              return db.execute('select 1');
            }),
          ),
        ].map(async (running) => toDomainError(await running.catch((error: unknown) => error)));
        await expect
          .poll(async () => (await end())[0]?.['count'] as number, { timeout: 2_000 })
          .toBeGreaterThan(0);
        // Those that got their connection after the blow are left to finish.
        for (const outcome of await Promise.all(work))
          if (outcome instanceof DomainError) expect(outcome.code).toBe('SERVICE_UNAVAILABLE');
      }
    } finally {
      await own.close();
      await owner.end();
    }
  }, 30_000);
});
