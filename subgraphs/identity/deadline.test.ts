import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '#shared/platform/log.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { openIdentityDatabase, type IdentityDatabase } from './database.ts';

const SOMEBODY = '01890000-0000-7000-8000-000000000000';

let own: TestDatabase;
let database: IdentityDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  database = openIdentityDatabase(own.urlFor('identity'), createLog({ logLevel: 'silent' }));
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

test('a read that takes longer than it is waited for is ended by PostgreSQL', async () => {
  const hurried = () => database.within({ deadline: Date.now() + 100 });
  const late = { code: 'SERVICE_UNAVAILABLE', details: { reason: 'TIMEOUT' } };
  const slow = sql`select pg_sleep(30)`;
  await expect(hurried().asUser(SOMEBODY, (db) => db.execute(slow))).rejects.toMatchObject(late);
  await expect(hurried().inCompany(SOMEBODY, (db) => db.execute(slow))).rejects.toMatchObject(late);
});

test('a change is never ended half way by the clock', async () => {
  const hurried = database.within({ deadline: Date.now() + 20 });
  await hurried.asUser(SOMEBODY, (db) => db.execute(sql`select pg_sleep(0.1)`), 'write');
});
