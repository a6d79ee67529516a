import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, PASSWORD, SIGN_IN, type Tokens, type World } from '../testing/world.ts';
import type { SessionKeeper } from './commands.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const SESSIONS = `{ sessions {
  id company { id } createdAt lastUsedAt expiresAt address userAgent isCurrent
} }`;
const REFRESH = `mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) { refreshToken } }`;
const SWITCH = `mutation ($id: ID!) {
  switchCompany(input: { companyId: $id }) { accessToken refreshToken roles company { id } }
}`;
const REVOKE = 'mutation ($id: ID!) { revokeSession(input: { id: $id }) { revoked } }';
const REVOKE_OTHERS = 'mutation { revokeOtherSessions(input: {}) { revoked } }';
const CHANGE = `mutation ($from: String!, $to: String!) {
  changePassword(input: { currentPassword: $from, newPassword: $to }) { accessToken refreshToken }
}`;

interface Listed {
  readonly id: string;
  readonly isCurrent: boolean;
}

async function sessionsOf(accessToken: string): Promise<Listed[]> {
  const { data, errors } = await world.run(SESSIONS, {}, accessToken);
  expect(errors).toBeUndefined();
  return data?.['sessions'] as Listed[];
}
const codeOf = async (answer: ReturnType<World['run']>) => (await answer).errors?.[0]?.extensions?.['code'];
const idOf = async (tokens: Tokens) => (await world.principalOf(tokens.accessToken)).sessionId;
const isOpen = async (tokens: Tokens) =>
  (await world.run(REFRESH, { token: tokens.refreshToken })).errors === undefined;

async function changed(accessToken: string, from: string, to: string): Promise<Tokens> {
  const { data, errors } = await world.run(CHANGE, { from, to }, accessToken);
  expect(errors).toBeUndefined();
  return data?.['changePassword'] as Tokens;
}

describe('sessions of one’s own', () => {
  test('are listed in all companies, with where they came from and the one that asks marked', async () => {
    const first = await world.signIn('both@demo.ge', world.first);
    const { data } = await world.run(
      SIGN_IN,
      { input: { email: 'both@demo.ge', password: PASSWORD, companyId: world.second } },
      undefined,
      { address: '192.0.2.9', userAgent: `Browser\0${'x'.repeat(300)}` },
    );
    const second = data?.['signIn'] as Tokens;
    const listed = await sessionsOf(first.accessToken);
    expect(listed).toMatchObject([
      {
        id: await idOf(second),
        company: { id: world.second },
        address: '192.0.2.9',
        userAgent: `Browser${'x'.repeat(193)}`,
        isCurrent: false,
      },
      {
        id: await idOf(first),
        company: { id: world.first },
        address: null,
        userAgent: null,
        isCurrent: true,
      },
    ]);
    await world.run(REFRESH, { token: first.refreshToken });
    expect((await sessionsOf(second.accessToken)).map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [await idOf(first), false],
      [await idOf(second), true],
    ]);
  });

  test('are ended one by one, in whichever company they are, and nobody else’s', async () => {
    const here = await world.signIn('both@demo.ge', world.first);
    const there = await world.signIn('both@demo.ge', world.second);
    const foreign = await world.signIn('chief@demo.ge');
    const revoke = (id: string) => world.run(REVOKE, { id }, here.accessToken);
    for (const id of [await idOf(foreign), '01890000-0000-7000-8000-000000000000', 'x']) {
      expect(await codeOf(revoke(id))).toBe('NOT_FOUND');
    }
    expect((await revoke(await idOf(there))).data).toEqual({ revokeSession: { revoked: 1 } });
    expect(await codeOf(revoke(await idOf(there)))).toBe('NOT_FOUND');
    expect(await Promise.all([here, there, foreign].map(isOpen))).toEqual([true, false, true]);
  });

  test('are all ended but the one that asks', async () => {
    const others = [await world.signIn('admin@demo.ge'), await world.signIn('admin@demo.ge')];
    const mine = await world.signIn('admin@demo.ge');
    const open = (await sessionsOf(mine.accessToken)).length;
    const { data } = await world.run(REVOKE_OTHERS, {}, mine.accessToken);
    expect(data).toEqual({ revokeOtherSessions: { revoked: open - 1 } });
    expect(await Promise.all([mine, ...others].map(isOpen))).toEqual([true, false, false]);
    expect(await sessionsOf(mine.accessToken)).toMatchObject([{ isCurrent: true }]);
  });

  test('are of users: a partner has none', async () => {
    const { accessToken } = await world.signIn('admin@demo.ge');
    const principal = {
      ...(await world.principalOf(accessToken)),
      partner: { id: world.users.admin, keyId: world.users.admin },
    };
    const context = world.identity.createContext({ principal, requestId: 'test', language: 'ka' });
    const { sessions } = context as { sessions: SessionKeeper };
    const caller = { principal, requestId: 'test', language: 'ka' } as const;
    await expect(sessions.switchCompany(world.first, caller)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(sessions.revokeOwn('OTHERS', caller)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const passwords = { currentPassword: PASSWORD, newPassword: 'another password' };
    await expect(sessions.changePassword(passwords, caller)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('going to another company', () => {
  test('opens a session of its own there, with the rights there', async () => {
    const here = await world.signIn('both@demo.ge', world.first);
    const { data, errors } = await world.run(SWITCH, { id: world.second }, here.accessToken);
    expect(errors).toBeUndefined();
    const there = data?.['switchCompany'] as Tokens;
    expect(there).toMatchObject({ roles: ['tax_specialist'], company: { id: world.second } });
    expect(await world.principalOf(there.accessToken)).toMatchObject({
      userId: world.users.both,
      companyId: world.second,
    });
    expect(await idOf(there)).not.toBe(await idOf(here));
    expect([await isOpen(here), await isOpen(there)]).toEqual([true, true]);
  });

  test('of which one is no member is answered as an unknown one', async () => {
    const { accessToken } = await world.signIn('accountant@demo.ge');
    const refusals = [];
    for (const id of [world.second, '01890000-0000-7000-8000-000000000000', 'x']) {
      const { errors } = await world.run(SWITCH, { id }, accessToken);
      refusals.push([errors?.[0]?.extensions?.['code'], errors?.[0]?.message]);
    }
    expect(new Set(refusals.map(String)).size).toBe(1);
    expect(refusals[0]?.[0]).toBe('NOT_FOUND');
  });

  test('is refused from a session that has ended, though its access token has not expired', async () => {
    const { accessToken } = await world.signIn('both@demo.ge', world.first);
    await world.run('mutation { signOut(input: {}) { signedOut } }', {}, accessToken);
    expect(await codeOf(world.run(SWITCH, { id: world.second }, accessToken))).toBe('UNAUTHENTICATED');
  });
});

describe('changing the password', () => {
  test('ends every session, opens a new one, and lets the new password in only', async () => {
    const next = 'ახალი საიდუმლო სიტყვა';
    const before = [
      await world.signIn('both@demo.ge', world.first),
      await world.signIn('both@demo.ge', world.second),
    ];
    const fresh = await changed(before[0]?.accessToken ?? '', PASSWORD, next);
    expect(await Promise.all([fresh, ...before].map(isOpen))).toEqual([true, false, false]);
    const signIn = (password: string) =>
      codeOf(world.run(SIGN_IN, { input: { email: 'both@demo.ge', password } }));
    expect(await signIn(PASSWORD)).toBe('UNAUTHENTICATED');
    expect(await signIn(next)).toBeUndefined();
    await changed(fresh.accessToken, next, 'demo-password-again');
    await world.owner.sql`update identity.users set password_hash =
      (select password_hash from identity.users where id = ${world.users.admin}) where id = ${world.users.both}`;
  });

  test.each([
    ['a wrong current password', 'wrong-password', 'a good new password', 'currentPassword'],
    ['a short one', PASSWORD, 'short', 'newPassword'],
    ['an endless one', PASSWORD, 'x'.repeat(129), 'newPassword'],
    ['one of the commonest', PASSWORD, 'Password1', 'newPassword'],
    ['the address', PASSWORD, 'chief@demo.ge', 'newPassword'],
    ['the same again', PASSWORD, PASSWORD, 'newPassword'],
  ])('refuses %s, and all goes on', async (_what, from, to, field) => {
    const tokens = await world.signIn('chief@demo.ge');
    const { errors } = await world.run(CHANGE, { from, to }, tokens.accessToken);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field, value: '…' });
    expect(await isOpen(tokens)).toBe(true);
    await world.signIn('chief@demo.ge');
  });

  test('takes passwords of 128 characters, whatever their code units', async () => {
    const long = '🌳'.repeat(128);
    const tokens = await world.signIn('accountant@demo.ge');
    await changed(tokens.accessToken, PASSWORD, long);
    const input = { email: 'accountant@demo.ge', password: long };
    expect(await codeOf(world.run(SIGN_IN, { input }))).toBeUndefined();
  });
});
