import { hash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT_IN_ROLES } from '#shared/domain/permissions.ts';
import { executeSubgraph } from '#shared/graphql/execute.ts';
import { generateSigningKey } from '#shared/platform/keys.ts';
import { createLog } from '#shared/platform/log.ts';
import { createIdentity } from '../subgraph.ts';
import { openSuccessor } from './refresh-token.ts';
import { CONFIG, createWorld, PASSWORD, SIGN_IN, type Tokens, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const REFRESH = `mutation ($token: String!) {
  refreshSession(input: { refreshToken: $token }) { accessToken refreshToken expiresIn roles }
}`;
const SIGN_OUT = 'mutation ($token: String) { signOut(input: { refreshToken: $token }) { signedOut } }';

const SIGN_IN_REFUSED = { code: 'UNAUTHENTICATED', message: 'E-mail address or password is wrong.' };
const REFRESH_REFUSED = { code: 'UNAUTHENTICATED', message: 'The session has ended; sign in again.' };

/** Code and message of the one error of an answer without data. */
async function refusalOf(answer: ReturnType<World['run']>): Promise<unknown> {
  const { data, errors } = await answer;
  expect(data ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  return { code: errors?.[0]?.extensions?.['code'], message: errors?.[0]?.message };
}

const signInWith = (input: Record<string, unknown>) => world.run(SIGN_IN, { input });

async function refresh(token: string): Promise<Tokens> {
  const { data, errors } = await world.run(REFRESH, { token });
  if (data === undefined || data === null) throw new Error(JSON.stringify(errors));
  return data['refreshSession'] as Tokens;
}

const refusedRefresh = (token: string) => refusalOf(world.run(REFRESH, { token }));

describe('signing in', () => {
  test('opens a session in the company, with what the roles allow there', async () => {
    const { data, errors } = await signInWith({ email: 'accountant@demo.ge', password: PASSWORD });
    expect(errors).toBeUndefined();
    expect(data?.['signIn']).toMatchObject({
      expiresIn: 1800,
      refreshToken: expect.stringMatching(/^[\w-]{43}$/) as string,
      roles: ['accountant'],
      permissions: ['accounts:read', 'transactions:read', 'transactions:write', 'reports:financial'],
      user: { id: world.users.accountant, name: 'ანა', email: 'accountant@demo.ge' },
      company: { id: world.first, name: 'შპს დემო', nameEn: 'LLC Demo' },
    });
    const { accessToken } = data?.['signIn'] as Tokens;
    expect(await world.principalOf(accessToken)).toMatchObject({
      userId: world.users.accountant,
      companyId: world.first,
      roles: ['accountant'],
    });
  });

  test('whatever the case of the address, and with blanks around it', async () => {
    expect((await signInWith({ email: ' Accountant@DEMO.ge ', password: PASSWORD })).errors).toBeUndefined();
  });

  test('of a member of two companies goes to the first by name, or to the one asked for', async () => {
    const unasked = await world.principalOf((await world.signIn('both@demo.ge')).accessToken);
    expect(unasked).toMatchObject({ companyId: world.first, roles: ['auditor'] });
    const asked = await world.principalOf((await world.signIn('both@demo.ge', world.second)).accessToken);
    expect(asked).toMatchObject({ companyId: world.second, roles: ['tax_specialist'] });
    expect([...asked.permissions]).toEqual(BUILT_IN_ROLES.tax_specialist);
  });

  test('is refused in the same words, whatever the reason', async () => {
    const right = { email: 'accountant@demo.ge', password: PASSWORD };
    for (const input of [
      { ...right, password: 'wrong' },
      { ...right, password: `${PASSWORD} ` },
      { ...right, email: 'nobody@demo.ge' },
      { ...right, email: "' or 1=1 --@demo.ge".replaceAll(' ', '') },
      { ...right, email: 'disabled@demo.ge' },
      { ...right, email: 'former@demo.ge' },
      { ...right, email: 'stranger@demo.ge' },
      { ...right, companyId: world.second },
      { ...right, companyId: '01890000-0000-7000-8000-000000000000' },
    ]) {
      expect(await refusalOf(signInWith(input))).toEqual(SIGN_IN_REFUSED);
    }
  });

  test('takes an unknown user as long as a wrong password', async () => {
    const median = async (email: string): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 7; round += 1) {
        const began = performance.now();
        await signInWith({ email, password: 'wrong' });
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[3] ?? NaN;
    };
    const [known, unknown] = [await median('accountant@demo.ge'), await median('nobody@demo.ge')];
    // Without the hash an unknown user would be answered some twenty times faster.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test.each([
    ['an address without @', { email: 'accountant' }, 'email'],
    ['two addresses', { email: 'a@b.ge c@d.ge' }, 'email'],
    ['an endless address', { email: `${'a'.repeat(250)}@b.ge` }, 'email'],
    ['a NUL byte in the address', { email: 'a\0@b.ge' }, 'email'],
    ['half a surrogate in the address', { email: 'a\ud800@b.ge' }, 'email'],
    ['an empty password', { password: '' }, 'password'],
    ['an endless password', { password: 'x'.repeat(129) }, 'password'],
    ['a NUL byte in the password', { password: 'secret\0' }, 'password'],
    ['a company that is no UUID', { companyId: 'x' }, 'companyId'],
  ])('refuses %s and names the field', async (_what, fault, field) => {
    const { errors } = await signInWith({ email: 'accountant@demo.ge', password: PASSWORD, ...fault });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(JSON.stringify(errors)).not.toContain('secret');
  });

  test('stores neither password nor refresh token', async () => {
    const { refreshToken } = await world.signIn('chief@demo.ge');
    const dump = await world.owner.sql<{ row: string }[]>`
      select to_jsonb(u)::text as row from identity.users u
      union all select to_jsonb(t)::text from identity.refresh_tokens t
      union all select to_jsonb(s)::text from identity.sessions s`;
    const text = dump.map(({ row }) => row).join('\n');
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(refreshToken);
    expect(text).toContain(hash('sha256', refreshToken, 'hex'));
    expect(text).toContain('$argon2id$v=19$m=47104,t=1,p=1$');
  });

  test('sweeps up the user’s expired sessions', async () => {
    const { accessToken } = await world.signIn('admin@demo.ge');
    const { sessionId } = await world.principalOf(accessToken);
    await world.owner
      .sql`update identity.sessions set expires_at = now() - interval '1 s' where id = ${sessionId}`;
    await world.signIn('admin@demo.ge');
    expect(await world.owner.sql`select from identity.sessions where id = ${sessionId}`).toHaveLength(0);
    expect(
      await world.owner.sql`select from identity.refresh_tokens where session_id = ${sessionId}`,
    ).toHaveLength(0);
  });
});

describe('refreshing', () => {
  test('gets new tokens of the same session, time and again', async () => {
    const first = await world.signIn('accountant@demo.ge');
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.refreshToken);
    expect(new Set([first, second, third].map((tokens) => tokens.refreshToken)).size).toBe(3);
    const sessions = await Promise.all(
      [first, second, third].map(async ({ accessToken }) => (await world.principalOf(accessToken)).sessionId),
    );
    expect(new Set(sessions).size).toBe(1);
  });

  test('with a used token is refused and ends the session for both hands', async () => {
    const first = await world.signIn('accountant@demo.ge');
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.refreshToken);
    expect(await refusedRefresh(first.refreshToken)).toEqual(REFRESH_REFUSED);
    expect(await refusedRefresh(third.refreshToken)).toEqual(REFRESH_REFUSED);
    const { sessionId } = await world.principalOf(third.accessToken);
    const [row] = await world.owner
      .sql`select revoked_because from identity.sessions where id = ${sessionId}`;
    expect(row).toMatchObject({ revoked_because: 'TOKEN_REUSED' });
  });

  test('with a stolen token leaves other sessions of the user alone', async () => {
    const [stolen, other] = [await world.signIn('chief@demo.ge'), await world.signIn('chief@demo.ge')];
    await refresh((await refresh(stolen.refreshToken)).refreshToken);
    expect(await refusedRefresh(stolen.refreshToken)).toEqual(REFRESH_REFUSED);
    await refresh(other.refreshToken);
  });

  test('again after a lost answer gets the same successor, while that is unused', async () => {
    const first = await world.signIn('accountant@demo.ge');
    const second = await refresh(first.refreshToken);
    const again = await refresh(first.refreshToken);
    expect(again.refreshToken).toBe(second.refreshToken);
    expect(again.accessToken).not.toBe(second.accessToken);
    const third = await refresh(second.refreshToken);
    expect((await refresh(second.refreshToken)).refreshToken).toBe(third.refreshToken);
    expect(await refusedRefresh(first.refreshToken)).toEqual(REFRESH_REFUSED);
    expect(await refusedRefresh(third.refreshToken)).toEqual(REFRESH_REFUSED);
  });

  test('again after ten seconds ends the session', async () => {
    const { refreshToken, accessToken } = await world.signIn('accountant@demo.ge');
    const { sessionId } = await world.principalOf(accessToken);
    const next = await refresh(refreshToken);
    const age = (seconds: number) => world.owner.sql`
      update identity.refresh_tokens set used_at = now() - make_interval(secs => ${seconds})
      where session_id = ${sessionId} and used_at is not null`;
    await age(9);
    expect((await refresh(refreshToken)).refreshToken).toBe(next.refreshToken);
    await age(10);
    expect(await refusedRefresh(refreshToken)).toEqual(REFRESH_REFUSED);
    expect(await refusedRefresh(next.refreshToken)).toEqual(REFRESH_REFUSED);
  });

  test('many times at once gets one successor, and the session lives on', async () => {
    const { refreshToken } = await world.signIn('accountant@demo.ge');
    const all = await Promise.all(Array.from({ length: 30 }, () => refresh(refreshToken)));
    const successors = new Set(all.map((tokens) => tokens.refreshToken));
    expect(successors.size).toBe(1);
    await refresh([...successors][0] ?? '');
    expect(await refusedRefresh(refreshToken)).toEqual(REFRESH_REFUSED);
  });

  test('keeps no successor that the database alone could read', async () => {
    const first = await world.signIn('accountant@demo.ge');
    const second = await refresh(first.refreshToken);
    const { sessionId } = await world.principalOf(first.accessToken);
    const rows = await world.owner.sql<{ sealed: string | null }[]>`
      select sealed_successor as sealed from identity.refresh_tokens where session_id = ${sessionId}
      order by issued_at`;
    expect(rows.map(({ sealed }) => sealed !== null)).toEqual([true, false]);
    expect(rows[0]?.sealed).not.toContain(second.refreshToken);
    expect(() => openSuccessor(second.refreshToken, rows[0]?.sealed ?? '')).toThrow();
    expect(openSuccessor(first.refreshToken, rows[0]?.sealed ?? '')).toBe(second.refreshToken);
    await refresh(second.refreshToken);
    const [before] = await world.owner.sql`
      select sealed_successor from identity.refresh_tokens
      where token_hash = ${hash('sha256', first.refreshToken, 'hex')}`;
    expect(before).toEqual({ sealed_successor: null });
  });

  test('is refused once the session has expired', async () => {
    const { accessToken, refreshToken } = await world.signIn('accountant@demo.ge');
    const { sessionId } = await world.principalOf(accessToken);
    await world.owner.sql`update identity.sessions set expires_at = now() where id = ${sessionId}`;
    expect(await refusedRefresh(refreshToken)).toEqual(REFRESH_REFUSED);
  });

  test('is refused to a user who was disabled or is no member any more, and follows changed roles', async () => {
    const { refreshToken } = await world.signIn('both@demo.ge', world.first);
    const user = world.users.both;
    await world.owner.sql`update identity.memberships set roles = '{accountant}'
      where user_id = ${user} and company_id = ${world.first}`;
    const next = await refresh(refreshToken);
    expect((await world.principalOf(next.accessToken)).roles).toEqual(['accountant']);
    await world.owner.sql`update identity.users set disabled_at = now() where id = ${user}`;
    expect(await refusedRefresh(next.refreshToken)).toEqual(REFRESH_REFUSED);
    await world.owner.sql`update identity.users set disabled_at = null where id = ${user}`;
    const back = await refresh(next.refreshToken);
    await world.owner.sql`update identity.memberships set ended_at = now()
      where user_id = ${user} and company_id = ${world.first}`;
    expect(await refusedRefresh(back.refreshToken)).toEqual(REFRESH_REFUSED);
    await world.owner.sql`update identity.memberships set ended_at = null, roles = '{auditor}'
      where user_id = ${user} and company_id = ${world.first}`;
  });

  test.each(['', 'x', '\0', 'ა', 'x'.repeat(100_000)])('with no token of ours is refused', async (token) => {
    expect(await refusedRefresh(token)).toEqual(REFRESH_REFUSED);
  });
});

describe('signing out', () => {
  test('by refresh token ends the session, once', async () => {
    const { refreshToken } = await world.signIn('accountant@demo.ge');
    expect((await world.run(SIGN_OUT, { token: refreshToken })).data).toEqual({
      signOut: { signedOut: true },
    });
    expect(await refusedRefresh(refreshToken)).toEqual(REFRESH_REFUSED);
    expect((await world.run(SIGN_OUT, { token: refreshToken })).data).toEqual({
      signOut: { signedOut: false },
    });
  });

  test('by access token ends its session and no other', async () => {
    const [one, other] = [await world.signIn('accountant@demo.ge'), await world.signIn('accountant@demo.ge')];
    expect((await world.run(SIGN_OUT, {}, one.accessToken)).data).toEqual({ signOut: { signedOut: true } });
    expect(await refusedRefresh(one.refreshToken)).toEqual(REFRESH_REFUSED);
    await refresh(other.refreshToken);
  });

  test('of nobody is refused', async () => {
    expect(await refusalOf(world.run(SIGN_OUT))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await world.run(SIGN_OUT, { token: 'unknown' })).data).toEqual({ signOut: { signedOut: false } });
  });
});

test('without a database everything is refused as unavailable, and health says so', async () => {
  const log = createLog({ logLevel: 'silent' });
  const identity = await createIdentity({
    databaseUrl: 'postgres://davtari_identity:x@127.0.0.1:1/none',
    keys: { accessToken: await generateSigningKey(), secret: randomBytes(32) },
    config: CONFIG,
    log,
  });
  const caller = { principal: null, requestId: 'test', language: 'ka' } as const;
  const variables = { input: { email: 'accountant@demo.ge', password: PASSWORD } };
  const request = { query: SIGN_IN, variables, operationName: undefined, caller };
  const { errors } = await executeSubgraph(identity, request, log);
  expect(errors?.[0]?.extensions?.['code']).toBe('SERVICE_UNAVAILABLE');
  expect(await identity.health()).toMatchObject([{ name: 'postgres', status: 'down' }]);
  await identity.close();
});
