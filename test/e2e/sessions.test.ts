import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '#test/caller.ts';
import { PASSWORD, startSystem, YEAR, type System, type TestUser } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
});
afterAll(async () => {
  await system.close();
});

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { accessToken refreshToken company { id } }
}`;
const REFRESH = `mutation ($token: String!) {
  refreshSession(input: { refreshToken: $token }) { accessToken refreshToken }
}`;

const RECORD =
  'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }';
const POSTING = {
  date: `${String(YEAR)}-06-30`,
  description: 'capital',
  entries: [
    { accountCode: '1210', debit: '1.00' },
    { accountCode: '5150', credit: '1.00' },
  ],
};

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const as = ({ accessToken }: Tokens) => createCaller(system.url, accessToken);
const user = (role: keyof System['companies'][number]['users'], company = 0): TestUser =>
  system.company(company).users[role];

async function signIn({ email }: TestUser, more: Record<string, unknown> = {}): Promise<Tokens> {
  const input = { email, password: PASSWORD, ...more };
  return (await system.anonymous.query<{ signIn: Tokens }>(SIGN_IN, { input })).signIn;
}

async function refresh(token: string): Promise<Tokens> {
  return (await system.anonymous.query<{ refreshSession: Tokens }>(REFRESH, { token })).refreshSession;
}

/** How the gateway receives these tokens at this moment. */
async function reception(tokens: Tokens): Promise<unknown> {
  const { data, errors } = await as(tokens).answer<{ me: { id: string } }>('{ me { id } }');
  return data?.me.id ?? errors?.[0]?.extensions['code'];
}

describe('a session that ends', () => {
  test('takes its access tokens and its sockets with it', async () => {
    const chief = user('chief_accountant');
    const [ended, other] = [await signIn(chief), await signIn(chief)];
    expect(await reception(ended)).toBe(chief.id);
    const watching = as(ended).subscribe('subscription { transactionPosted { cursor } }');
    const post = () => as(other).query(RECORD, { input: POSTING });
    await expect
      .poll(async () => (await post(), watching.seen.length), { timeout: 10_000 })
      .toBeGreaterThan(0);
    await as(ended).query('mutation { signOut(input: {}) { signedOut } }');
    expect(await reception(ended)).toBe('UNAUTHENTICATED');
    expect(await reception(other)).toBe(chief.id);
    const ending = await watching.ended;
    expect(ending.closeCode ?? ending.errors).toBeDefined();
  });

  test('by a stolen refresh token ends the thief’s access token too', async () => {
    const stolen = await signIn(user('accountant'));
    const thief = await refresh(stolen.refreshToken);
    const owner = await refresh(thief.refreshToken);
    const { code } = await system.anonymous.refusal(REFRESH, { token: stolen.refreshToken });
    expect(code).toBe('UNAUTHENTICATED');
    expect(await reception(thief)).toBe('UNAUTHENTICATED');
    expect(await reception(owner)).toBe('UNAUTHENTICATED');
  });

  test('with a changed password: all but the new one', async () => {
    const admin = user('admin');
    const before = await signIn(admin);
    const change = `mutation ($from: String!, $to: String!) {
      changePassword(input: { currentPassword: $from, newPassword: $to }) { accessToken refreshToken }
    }`;
    const next = 'სულ სხვა საიდუმლო';
    const { changePassword: fresh } = await as(before).query<{ changePassword: Tokens }>(change, {
      from: PASSWORD,
      to: next,
    });
    expect(await reception(before)).toBe('UNAUTHENTICATED');
    expect(await reception(fresh)).toBe(admin.id);
    await as(fresh).query(change, { from: next, to: PASSWORD });
  });
});

test('sessions are seen with their client, and a company is changed without a password', async () => {
  const chief = user('chief_accountant');
  await system.owner.sql.begin(async (sql) => {
    await sql`select set_config('app.company_id', ${system.company(1).id}, true)`;
    await sql`insert into identity.memberships (company_id, user_id, roles)
      values (${system.company(1).id}, ${chief.id}, '{auditor}')`;
  });
  const here = await signIn(chief, { companyId: system.company(0).id });
  const { switchCompany: there } = await as(here).query<{ switchCompany: Tokens & { roles: string[] } }>(
    `mutation ($id: ID!) { switchCompany(input: { companyId: $id }) { accessToken refreshToken roles } }`,
    { id: system.company(1).id },
  );
  expect(there.roles).toEqual(['auditor']);
  const { sessions } = await as(there).query<{
    sessions: { company: { id: string }; userAgent: string; address: string; isCurrent: boolean }[];
  }>('{ sessions { company { id } userAgent address isCurrent } }');
  expect(sessions[0]).toEqual({
    company: { id: system.company(1).id },
    userAgent: 'node',
    address: expect.stringContaining('127.0.0.1') as string,
    isCurrent: true,
  });
  const foreign = await as(await signIn(user('accountant'))).refusal(
    'mutation ($id: ID!) { switchCompany(input: { companyId: $id }) { expiresIn } }',
    { id: system.company(1).id },
  );
  expect(foreign).toMatchObject({ code: 'NOT_FOUND', field: 'companyId' });
});

test('a second factor is asked for, and lets in once', async () => {
  const tax = user('tax_specialist');
  const tokens = await signIn(tax);
  const { beginSecondFactor } = await as(tokens).query<{ beginSecondFactor: { secret: string } }>(
    'mutation { beginSecondFactor(input: {}) { secret } }',
  );
  const code = (steps: number) =>
    new TOTP({ secret: Secret.fromBase32(beginSecondFactor.secret) }).generate({
      timestamp: Date.now() + steps * 30_000,
    });
  await as(tokens).query(
    'mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { recoveryCodes } }',
    { code: code(0) },
  );
  const input = { email: tax.email, password: PASSWORD };
  expect(await system.anonymous.refusal(SIGN_IN, { input })).toMatchObject({
    code: 'UNAUTHENTICATED',
    reason: 'SECOND_FACTOR_REQUIRED',
  });
  const right = { input: { ...input, secondFactor: code(1) } };
  await system.anonymous.query(SIGN_IN, right);
  expect(await system.anonymous.refusal(SIGN_IN, right)).toMatchObject({ reason: 'SECOND_FACTOR_WRONG' });
});

test('guessing a password is ended with RATE_LIMITED, and the auditor is told', async () => {
  const { email } = user('auditor');
  const input = { email, password: 'wrong' };
  for (let time = 0; time < 10; time += 1) {
    expect((await system.anonymous.refusal(SIGN_IN, { input })).code).toBe('UNAUTHENTICATED');
  }
  const refused = await system.anonymous.refusal(SIGN_IN, { input: { email, password: PASSWORD } });
  expect(refused).toMatchObject({ code: 'RATE_LIMITED', retryAfter: expect.any(Number) as number });
  const { securityEvents } = await system
    .company(0)
    .as('auditor')
    .query<{ securityEvents: { edges: { node: { kind: string; address: string } }[] } }>(
      '{ securityEvents(first: 20, filter: { kinds: [SIGN_IN_FAILED, SIGN_IN_THROTTLED] }) { edges { node { kind address } } } }',
    );
  const kinds = securityEvents.edges.map(({ node }) => node.kind);
  expect(kinds[0]).toBe('SIGN_IN_THROTTLED');
  expect(kinds.filter((kind) => kind === 'SIGN_IN_FAILED').length).toBeGreaterThanOrEqual(10);
  expect(securityEvents.edges[0]?.node.address).toContain('127.0.0.1');
  expect(
    await system.company(0).as('accountant').refusal('{ securityEvents(first: 1) { edges { cursor } } }'),
  ).toMatchObject({ code: 'FORBIDDEN' });
});
