import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, PASSWORD, SIGN_IN, type Tokens, type World } from '../testing/world.ts';
import { newRecoveryCodes, readCode, stepOf } from './codes.ts';
import { decideSecondFactor } from './decide.ts';

describe('the rule', () => {
  test.each([
    [false, 'NOTHING', 'PASS'],
    [false, 'WRONG', 'PASS'],
    [true, 'NOTHING', 'ASK'],
    [true, 'WRONG', 'REFUSE'],
    [true, 'CODE', 'PASS'],
    [true, 'RECOVERY_CODE', 'PASS'],
  ] as const)('enabled %s and given %s: %s', (isEnabled, given, decision) => {
    expect(decideSecondFactor({ isEnabled, given })).toBe(decision);
  });
});

describe('codes', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  test('are those of RFC 6238, one step ahead or behind', () => {
    const at = 59_000;
    expect(stepOf(secret, '287082', at)).toBe(1);
    expect(stepOf(secret, '287082', at + 30_000)).toBe(1);
    expect(stepOf(secret, '287082', at - 30_000)).toBe(1);
    expect(stepOf(secret, '287082', at + 60_000)).toBeNull();
    expect(stepOf(secret, '287083', at)).toBeNull();
  });

  test('of recovery are ten, all different, and read however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(readCode(' ABCDE fghjk ')).toEqual({ kind: 'RECOVERY_CODE', code: 'abcdefghjk' });
    expect(readCode('123 456')).toEqual({ kind: 'CODE', code: '123456' });
    for (const text of ['', '12345', '1234567', 'ა'.repeat(6), 'x'.repeat(1_000)]) {
      expect(readCode(text)).toBeNull();
    }
  });
});

describe('a second factor', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ config: { attempts: { perAccount: 6, perAddress: 1_000, seconds: 900 } } });
  });
  afterAll(async () => {
    await world.close();
  });

  const STATE = '{ secondFactor { isEnabled recoveryCodesLeft } }';
  const BEGIN = 'mutation { beginSecondFactor(input: {}) { secret uri } }';
  const CONFIRM =
    'mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { recoveryCodes } }';
  const REPLACE =
    'mutation ($code: String!) { regenerateRecoveryCodes(input: { code: $code }) { recoveryCodes } }';
  const DISABLE = `mutation ($password: String!, $code: String!) {
    disableSecondFactor(input: { password: $password, code: $code }) { secondFactor { isEnabled } }
  }`;

  const codeAt = (secret: string, steps: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
  /** One that is no code of this moment, nor of the next. */
  const wrongCode = (secret: string) => {
    const good = [-2, -1, 0, 1, 2].map((steps) => codeAt(secret, steps));
    return (
      ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !good.includes(code)) ?? ''
    );
  };
  const signIn = (email: string, secondFactor?: string, password = PASSWORD) =>
    world.run(SIGN_IN, { input: { email, password, secondFactor } });
  const refusalOf = async (answer: ReturnType<World['run']>) => (await answer).errors?.[0]?.extensions;

  async function enable(email: string): Promise<{ tokens: Tokens; secret: string; codes: string[] }> {
    const tokens = await world.signIn(email);
    const { data } = await world.run(BEGIN, {}, tokens.accessToken);
    const { secret, uri } = data?.['beginSecondFactor'] as { secret: string; uri: string };
    expect(uri).toContain(`otpauth://totp/Davtari:${encodeURIComponent(email)}?`);
    expect(uri).toContain(`secret=${secret}`);
    const confirmed = await world.run(CONFIRM, { code: codeAt(secret, -1) }, tokens.accessToken);
    expect(confirmed.errors).toBeUndefined();
    const { recoveryCodes } = confirmed.data?.['confirmSecondFactor'] as { recoveryCodes: string[] };
    return { tokens, secret, codes: recoveryCodes };
  }
  /** As if nothing had been tried and no code taken: tests do not wait for time to pass. */
  const forget = () =>
    world.owner.sql.begin(async (sql) => {
      await sql`delete from identity.attempts`;
      await sql`update identity.second_factors set last_step = 0`;
    });

  test('is asked for once the app has shown that it knows the secret, and not before', async () => {
    const { accessToken } = await world.signIn('accountant@demo.ge');
    const ask = async () => (await world.run(STATE, {}, accessToken)).data?.['secondFactor'];
    const begun = await world.run(BEGIN, {}, accessToken);
    const { secret } = begun.data?.['beginSecondFactor'] as { secret: string };
    expect(await ask()).toEqual({ isEnabled: false, recoveryCodesLeft: 0 });
    expect((await signIn('accountant@demo.ge')).errors).toBeUndefined();
    expect(await refusalOf(world.run(CONFIRM, { code: wrongCode(secret) }, accessToken))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'code',
      value: '…',
    });
    const { data } = await world.run(CONFIRM, { code: codeAt(secret, 0) }, accessToken);
    expect(data).toMatchObject({ confirmSecondFactor: { recoveryCodes: { length: 10 } } });
    expect(await ask()).toEqual({ isEnabled: true, recoveryCodesLeft: 10 });
    expect(await refusalOf(signIn('accountant@demo.ge'))).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'SECOND_FACTOR_REQUIRED',
    });
    expect(await refusalOf(world.run(BEGIN, {}, accessToken))).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await refusalOf(world.run(CONFIRM, { code: codeAt(secret, 1) }, accessToken))).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
  });

  test('is told only to whoever knows the password', async () => {
    await enable('admin@demo.ge');
    const { errors } = await signIn('admin@demo.ge', undefined, 'wrong');
    expect(errors?.[0]?.message).toBe('E-mail address or password is wrong.');
    expect(errors?.[0]?.extensions).not.toHaveProperty('reason');
  });

  test('lets a code in once, and no earlier one after it', async () => {
    const { secret } = await enable('chief@demo.ge');
    const now = codeAt(secret, 0);
    expect((await signIn('chief@demo.ge', now)).errors).toBeUndefined();
    const refused = { code: 'UNAUTHENTICATED', reason: 'SECOND_FACTOR_WRONG' };
    expect(await refusalOf(signIn('chief@demo.ge', now))).toMatchObject(refused);
    expect(await refusalOf(signIn('chief@demo.ge', codeAt(secret, -1)))).toMatchObject(refused);
    expect((await signIn('chief@demo.ge', codeAt(secret, 1))).errors).toBeUndefined();
  });

  test('of six sign-ins at once with one code lets one in', async () => {
    const { secret } = await enable('both@demo.ge');
    const code = codeAt(secret, 1);
    const answers = await Promise.all(Array.from({ length: 6 }, () => signIn('both@demo.ge', code)));
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  });

  test('recovery codes open each once, are told, and are replaced as a whole', async () => {
    await forget();
    const { tokens, secret, codes } = await enable('chief@second.ge');
    const [first = '', second = ''] = codes;
    expect((await signIn('chief@second.ge', first.toUpperCase().replace('-', ' '))).errors).toBeUndefined();
    expect(await refusalOf(signIn('chief@second.ge', first))).toMatchObject({
      reason: 'SECOND_FACTOR_WRONG',
    });
    const state = await world.run(STATE, {}, tokens.accessToken);
    expect(state.data).toEqual({ secondFactor: { isEnabled: true, recoveryCodesLeft: 9 } });
    const replaced = await world.run(REPLACE, { code: codeAt(secret, 1) }, tokens.accessToken);
    const fresh = (replaced.data?.['regenerateRecoveryCodes'] as { recoveryCodes: string[] }).recoveryCodes;
    expect(await refusalOf(signIn('chief@second.ge', second))).toMatchObject({
      reason: 'SECOND_FACTOR_WRONG',
    });
    expect((await signIn('chief@second.ge', fresh[9])).errors).toBeUndefined();
    const kinds = await world.owner.sql`select kind from identity.security_events
      where actor_id = ${world.users.secondChief} and kind = 'RECOVERY_CODE_USED'`;
    expect(kinds).toHaveLength(2);
  });

  test('is taken away by password and code together', async () => {
    await forget();
    const enabled = await renew('chief@second.ge');
    const disable = (password: string, code: string) =>
      world.run(DISABLE, { password, code }, enabled.tokens.accessToken);
    expect(await refusalOf(disable('wrong', enabled.codes[0] ?? ''))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'password',
    });
    expect(await refusalOf(disable(PASSWORD, wrongCode(enabled.secret)))).toMatchObject({ field: 'code' });
    expect((await disable(PASSWORD, enabled.codes[0] ?? '')).data).toEqual({
      disableSecondFactor: { secondFactor: { isEnabled: false } },
    });
    expect((await signIn('chief@second.ge')).errors).toBeUndefined();
    expect(await refusalOf(disable(PASSWORD, enabled.codes[1] ?? ''))).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
  });

  /** Begins anew, as an administrator of the database would let a user do who has lost everything. */
  async function renew(email: string) {
    await world.owner.sql`delete from identity.second_factors where user_id = ${world.users.secondChief}`;
    return enable(email);
  }

  test('is guessed at no more often than a password', async () => {
    await forget();
    const { secret, tokens } = await renew('chief@second.ge');
    const wrong = wrongCode(secret);
    for (let time = 0; time < 3; time += 1) {
      expect(await refusalOf(signIn('chief@second.ge', wrong))).toMatchObject({
        reason: 'SECOND_FACTOR_WRONG',
      });
      expect(await refusalOf(world.run(REPLACE, { code: wrong }, tokens.accessToken))).toMatchObject({
        field: 'code',
      });
    }
    for (const answer of [
      signIn('chief@second.ge', codeAt(secret, 0)),
      world.run(REPLACE, { code: codeAt(secret, 0) }, tokens.accessToken),
      world.run(DISABLE, { password: PASSWORD, code: codeAt(secret, 0) }, tokens.accessToken),
    ]) {
      expect(await refusalOf(answer)).toMatchObject({ code: 'RATE_LIMITED' });
    }
  });

  test('asking without a code is no failure, however often', async () => {
    await forget();
    await renew('chief@second.ge');
    for (let time = 0; time < 8; time += 1) {
      expect(await refusalOf(signIn('chief@second.ge'))).toMatchObject({ reason: 'SECOND_FACTOR_REQUIRED' });
    }
  });

  test('carries over to another company', async () => {
    await forget();
    await world.owner.sql`delete from identity.second_factors where user_id = ${world.users.both}`;
    const { secret } = await enable('both@demo.ge');
    const { data } = await signIn('both@demo.ge', codeAt(secret, 1));
    const { accessToken } = data?.['signIn'] as Tokens;
    const { errors } = await world.run(
      'mutation ($id: ID!) { switchCompany(input: { companyId: $id }) { expiresIn } }',
      { id: world.second },
      accessToken,
    );
    expect(errors).toBeUndefined();
  });

  test('keeps neither secret nor recovery code where the database alone could read it', async () => {
    await world.owner.sql`delete from identity.second_factors where user_id = ${world.users.both}`;
    await forget();
    const { secret, codes } = await enable('both@demo.ge');
    const rows = await world.owner.sql<{ row: string }[]>`
      select to_jsonb(f)::text as row from identity.second_factors f
      union all select to_jsonb(c)::text from identity.recovery_codes c
      union all select to_jsonb(e)::text from identity.security_events e
      union all select to_jsonb(a)::text from identity.attempts a`;
    const text = rows.map(({ row }) => row).join('\n');
    for (const told of [secret, ...codes, ...codes.map((code) => code.replace('-', '')), 'demo.ge']) {
      expect(text).not.toContain(told);
    }
  });
});
