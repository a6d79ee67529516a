import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { demandGoodPassword, passwordMatches } from '#identity/users/password.ts';
import { ensureCompany, ensureMembership, ensureUser } from '#identity/seed.ts';
import { chooseActor, type Company } from '#cli/company.ts';
import { davtari } from '#cli/testing/run-davtari.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';

let database: TestDatabase;
let owner: Database;
let environment: Readonly<Record<string, string>>;
let company: Company;
let userId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
  environment = { DATABASE_URL: database.ownerUrl };
  const { id } = await ensureCompany(owner.sql, { name: 'შპს კომანდა' });
  company = { id, name: 'შპს კომანდა', nameEn: null, taxId: null };
  const user = { email: 'nino@books.ge', name: 'ნინო', password: 'demo-password' };
  ({ id: userId } = await ensureUser(owner.sql, user, [{ companyId: id, roles: ['accountant'] }]));
});
afterAll(async () => {
  await owner.close();
  await database.drop();
});

describe('davtari users', () => {
  it('shuts a user out and lets them in again, and says so', { timeout: 60_000 }, async () => {
    const disabled = await davtari(['users', 'disable', 'NINO@books.ge', '--json'], environment);
    expect(disabled.json()).toEqual([
      { userId, email: 'NINO@books.ge', disabled: true, changed: true, sessionsEnded: 0 },
    ]);
    const state = async () =>
      (await owner.sql`select disabled_at is not null as out from identity.users where id = ${userId}`)[0];
    expect(await state()).toEqual({ out: true });
    const revocations = await owner.sql`select subject from identity.access_revocations`;
    expect(revocations).toEqual([{ subject: `member:${company.id}:${userId}` }]);

    const enabled = await davtari(['users', 'enable', 'nino@books.ge'], environment);
    expect([enabled.exitCode, enabled.stdout]).toEqual([0, 'nino@books.ge may sign in again.\n']);
    expect(await state()).toEqual({ out: false });
  });

  it('gives a new password, which is told once and opens the door', { timeout: 60_000 }, async () => {
    const hashOf = async () =>
      (
        await owner.sql<{ hash: string }[]>`
        select password_hash as hash from identity.users where id = ${userId}`
      )[0]?.hash ?? '';
    const reset = await davtari(['users', 'reset-password', 'nino@books.ge', '--json'], environment);
    const [{ password }] = reset.json() as [{ password: string }];
    expect(await passwordMatches(await hashOf(), password)).toBe(true);
    expect(await passwordMatches(await hashOf(), 'demo-password')).toBe(false);
    demandGoodPassword(password, { email: 'nino@books.ge', name: 'ნინო' });
  });

  it('takes a lost second factor away', { timeout: 60_000 }, async () => {
    const reset = () => davtari(['users', 'reset-second-factor', 'nino@books.ge'], environment);
    expect((await reset()).stdout).toBe('nino@books.ge has no second factor.\n');
    await owner.sql`
      insert into identity.second_factors (user_id, sealed_secret, confirmed_at)
      values (${userId}, 'sealed', now())`;
    await owner.sql`
      insert into identity.recovery_codes (user_id, code_digest) values (${userId}, ${'0'.repeat(64)})`;
    expect((await reset()).stdout).toBe('nino@books.ge signs in by password alone; 0 sessions ended.\n');
    expect(await owner.sql`select from identity.second_factors`).toHaveLength(0);
    expect(await owner.sql`select from identity.recovery_codes`).toHaveLength(0);
    const events = await owner.sql`
      select kind from identity.security_events where kind = 'SECOND_FACTOR_DISABLED' and subject_id = ${userId}`;
    expect(events).toHaveLength(1);
  });

  it('says when nobody has the address', { timeout: 60_000 }, async () => {
    const { exitCode, stderr } = await davtari(['users', 'disable', 'nobody@books.ge'], environment);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('nobody has the address nobody@books.ge');
  });
});

describe('commands in the name of a user', () => {
  it('ask what roles of the company’s own allow', async () => {
    await owner.sql`
      insert into identity.roles (company_id, name, title_ka, title_en, permissions)
      values (${company.id}, 'importer', 'იმპორტი', 'Importer', '{transactions:write}')`;
    await owner.sql`update identity.memberships set roles = '{importer}' where user_id = ${userId}`;
    expect(await chooseActor(owner.sql, company, 'nino@books.ge', ['transactions:write'])).toEqual({
      actor: { companyId: company.id, userId },
      email: 'nino@books.ge',
    });
    await expect(
      chooseActor(owner.sql, company, 'nino@books.ge', ['transactions:write', 'accounts:write']),
    ).rejects.toThrow('lacks the permission accounts:write');
    await ensureMembership(owner.sql, userId, { companyId: company.id, roles: ['accountant'] });
    await chooseActor(owner.sql, company, 'nino@books.ge', ['transactions:write']);
  });
});
