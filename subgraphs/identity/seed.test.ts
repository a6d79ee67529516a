import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { ensureCompany, ensureUser, findCompany, findUser } from './seed.ts';

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

test('companies and users are found by what people call them', async () => {
  const { id } = await ensureCompany(owner.sql, { name: 'შპს ვ', nameEn: 'LLC V', taxId: '987654321' });
  for (const term of [id, '987654321', 'შპს ვ', 'LLC V']) {
    expect(await findCompany(owner.sql, term)).toEqual({ id, name: 'შპს ვ' });
  }
  expect(await findCompany(owner.sql, '')).toBeUndefined();
  const user = await ensureUser(owner.sql, { email: 'x@b.ge', name: 'ხ', password: 'p' }, []);
  expect(await findUser(owner.sql, 'X@B.ge')).toEqual({ id: user.id, name: 'ხ' });
  expect(await findUser(owner.sql, 'y@b.ge')).toBeUndefined();
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
