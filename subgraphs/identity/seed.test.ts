import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { ensureCompany, ensureUser } from './seed.ts';

let database: TestDatabase;
let owner: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase(database.ownerUrl);
});
afterAll(async () => {
  await owner.close();
  await database.drop();
});

test('a company is entered once, found by id, tax id or name', async () => {
  const id = '01890000-0000-7000-8000-00000000000a';
  expect(await ensureCompany(owner.sql, { id, name: 'შპს ა', taxId: '123456789' })).toEqual({
    id,
    created: true,
  });
  expect(await ensureCompany(owner.sql, { id, name: 'other' })).toEqual({ id, created: false });
  expect(await ensureCompany(owner.sql, { name: 'other', taxId: '123456789' })).toEqual({
    id,
    created: false,
  });
  expect(await ensureCompany(owner.sql, { name: 'შპს ა' })).toEqual({ id, created: false });
});

test('many that enter the same at once enter it once', async () => {
  const companies = await Promise.all(
    Array.from({ length: 8 }, () => ensureCompany(owner.sql, { name: 'შპს ბ' })),
  );
  expect(companies.filter(({ created }) => created)).toHaveLength(1);
  const companyId = companies[0]?.id ?? '';
  const users = await Promise.all(
    ['u@b.ge', 'U@b.ge', 'u@B.ge', 'u@b.GE'].map((email) =>
      ensureUser(owner.sql, { email, name: 'უ', password: 'p' }, [{ companyId, roles: ['admin'] }]),
    ),
  );
  expect(users.filter(({ created }) => created)).toHaveLength(1);
  expect(new Set(users.map(({ id }) => id)).size).toBe(1);
});

test('a user keeps the password and gets the roles told last', async () => {
  const { id: companyId } = await ensureCompany(owner.sql, { name: 'შპს გ' });
  const user = { email: 'v@b.ge', name: 'ვ', password: 'p' };
  const { id } = await ensureUser(owner.sql, user, [{ companyId, roles: ['admin'] }]);
  const before = await owner.sql`select password_hash from identity.users where id = ${id}`;
  await ensureUser(owner.sql, { ...user, password: 'q' }, [{ companyId, roles: ['auditor', 'accountant'] }]);
  expect(await owner.sql`select password_hash from identity.users where id = ${id}`).toEqual(before);
  expect(await owner.sql`select roles from identity.memberships where user_id = ${id}`).toEqual([
    { roles: ['auditor', 'accountant'] },
  ]);
});

test('a wrong tax id and an unknown role are refused', async () => {
  await expect(ensureCompany(owner.sql, { name: 'x', taxId: '12345678' })).rejects.toThrow(
    'companies_tax_id_digits',
  );
  const { id: companyId } = await ensureCompany(owner.sql, { name: 'შპს დ' });
  const unknown = { companyId, roles: ['root' as 'admin'] };
  await expect(
    ensureUser(owner.sql, { email: 'w@b.ge', name: 'w', password: 'p' }, [unknown]),
  ).rejects.toThrow('There is no role root');
});
