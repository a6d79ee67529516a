import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { openDatabase, type Database, type TransactionSql } from './client.ts';
import { gathered, readTogether } from './read-together.ts';

const ONE = '00000000-0000-7000-8000-000000000001';
const OTHER = '00000000-0000-7000-8000-000000000002';

let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.urlFor('ledger'), { max: 4 });
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

const transaction = async (sql: TransactionSql): Promise<string> => {
  const [row] = await sql<{ pid: number; began: string; company: string }[]>`
    select pg_backend_pid() as pid, now()::text as began, current_setting('app.company_id') as company`;
  if (row === undefined) throw new Error('nothing was answered');
  return `${String(row.pid)} ${row.began} ${row.company}`;
};

it('lets those who read of one company at the same time share a transaction, and each company has its own', async () => {
  const together = readTogether(database);
  const [first, second, third] = await Promise.all([
    together(ONE, transaction),
    together(ONE, transaction),
    together(OTHER, transaction),
  ]);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(third).toContain(OTHER);
});

it('answers whoever comes while others read by a later transaction', async () => {
  const together = readTogether(database);
  let late: Promise<string> | undefined;
  const first = await together(ONE, async (sql) => {
    late = together(ONE, transaction);
    return transaction(sql);
  });
  expect(await late).not.toBe(first);
});

it('harms nobody by the failure of one, and tells it to that one', async () => {
  const together = readTogether(database);
  const refused = async (sql: TransactionSql): Promise<unknown> => sql`select 1 / 0`;
  const outcomes = await Promise.allSettled([
    together(ONE, transaction),
    together(ONE, refused),
    together(ONE, async (sql) => {
      await transaction(sql);
      return transaction(sql);
    }),
    together(ONE, () => Promise.reject(new Error('of its own'))),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
  expect(outcomes[1]).toMatchObject({ reason: { message: 'division by zero' } });
  expect(outcomes[3]).toMatchObject({ reason: { message: 'of its own' } });
});

it('asks once for what several want of one transaction, and answers each with its own', async () => {
  const together = readTogether(database);
  const calls: (readonly number[])[] = [];
  const double = gathered(async (sql, _companyId, keys: readonly number[]) => {
    calls.push(keys);
    const rows = await sql<
      { n: number }[]
    >`select n * 2 as n from unnest(${[...keys]}::int[]) with ordinality t(n, i) order by i`;
    return rows.map(({ n }) => n);
  });
  const ask = (key: number): Promise<number> => together(ONE, (sql) => double(sql, ONE, key));
  expect(await Promise.all([ask(1), ask(2), ask(1)])).toEqual([2, 4, 2]);
  expect(calls).toEqual([[1, 2, 1]]);
});
