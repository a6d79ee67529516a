import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { revoked, type Revocation } from '#shared/platform/revocation.ts';
import { createWorld, PASSWORD, SIGN_IN, type Tokens, type World } from '../testing/world.ts';
import type { SessionKeeper } from './commands.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const ROUNDS = 15;
const keeper = () =>
  (
    world.identity.createContext({ principal: null, requestId: 'test', language: 'ka' }) as {
      sessions: SessionKeeper;
    }
  ).sessions;

async function revocations(): Promise<readonly Revocation[]> {
  const leave = new AbortController();
  for await (const batch of world.identity.authority.revocations(leave.signal)) {
    leave.abort();
    return batch;
  }
  return [];
}

test('a token tells the new rights or is older than the moment from which it is void', async () => {
  const { refreshToken } = await world.signIn('both@demo.ge', world.first);
  const user = world.users.both;
  let token = refreshToken;
  for (let round = 0; round < ROUNDS; round += 1) {
    const role = round % 2 === 0 ? 'accountant' : 'auditor';
    const change = world.owner.drizzle.transaction(async (db) => {
      await db.execute(sql`update identity.memberships set roles = array[${role}]
        where company_id = ${world.first} and user_id = ${user}`);
      await keeper().rightsChanged(world.first, [user], db);
    });
    const refresh = world.run(
      'mutation ($t: String!) { refreshSession(input: { refreshToken: $t }) { accessToken refreshToken } }',
      { t: token },
    );
    const [{ data }] = await Promise.all([refresh, change]);
    const next = data?.['refreshSession'] as Tokens;
    token = next.refreshToken;
    const { roles, issuedAt } = await world.principalOf(next.accessToken);
    const subject = revoked.member(world.first, user);
    const voided = (await revocations())
      .filter((revocation) => revocation.subject === subject)
      .some(({ issuedBefore }) => issuedAt < (issuedBefore ?? Infinity));
    expect(roles[0] === role || voided).toBe(true);
    // It is void for that reason only: what tells the new rights is not.
    expect(roles[0] === role && voided).toBe(false);
  }
});

test('no session is opened behind the back of whoever ends them all', async () => {
  const user = world.users.admin;
  for (let round = 0; round < ROUNDS; round += 1) {
    const disable = world.owner.drizzle.transaction(async (db) => {
      await db.execute(sql`update identity.users set disabled_at = now() where id = ${user}`);
      await keeper().endSessions({ userId: user }, 'USER_DISABLED', db);
    });
    const signIns = Array.from({ length: 3 }, () =>
      world.run(SIGN_IN, { input: { email: 'admin@demo.ge', password: PASSWORD } }),
    );
    await Promise.all([disable, ...signIns]);
    const open = await world.owner.sql`
      select id from identity.sessions where user_id = ${user} and revoked_at is null`;
    expect(open).toEqual([]);
    await world.owner.sql`update identity.users set disabled_at = null where id = ${user}`;
  }
});

test('a session that is being opened is waited for, and ends too', async () => {
  const user = world.users.accountant;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let inserted: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (inserted = resolve));
  // What a sign-in does, held before its commit.
  const signIn = world.owner.sql.begin(async (transaction) => {
    await transaction`select pg_advisory_xact_lock_shared(hashtext('identity.rights'))`;
    await transaction`select set_config('app.company_id', ${world.first}, true)`;
    await transaction`insert into identity.sessions (id, company_id, user_id, expires_at)
      values (gen_random_uuid(), ${world.first}, ${user}, now() + interval '1 day')`;
    inserted();
    await opened;
  });
  await begun;
  const ending = keeper().endSessions({ userId: user }, 'USER_DISABLED');
  const waiting = () => world.owner.sql`select from pg_locks where locktype = 'advisory' and not granted`;
  await expect.poll(async () => (await waiting()).length, { timeout: 5_000 }).toBeGreaterThan(0);
  open();
  await signIn;
  expect(await ending).toBe(1);
});

test('a change that is taken back ends no session', async () => {
  const { refreshToken, accessToken } = await world.signIn('chief@demo.ge');
  const { sessionId } = await world.principalOf(accessToken);
  const undone = world.owner.drizzle.transaction(async (db) => {
    await keeper().endSessions({ userId: world.users.chief }, 'USER_DISABLED', db);
    throw new Error('taken back');
  });
  await expect(undone).rejects.toThrow('taken back');
  expect((await revocations()).map(({ subject }) => subject)).not.toContain(revoked.session(sessionId));
  const { errors } = await world.run(
    'mutation ($t: String!) { refreshSession(input: { refreshToken: $t }) { refreshToken } }',
    { t: refreshToken },
  );
  expect(errors).toBeUndefined();
});
