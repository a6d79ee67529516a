import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '#shared/platform/log.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { openRedis, redisReady, type Redis } from '#shared/platform/redis.ts';
import { revoked, type Revocation } from '#shared/platform/revocation.ts';
import { hasRedis, startTestRedis, type TestRedis } from '#test/redis.ts';
import { createWorld, PASSWORD, SIGN_IN, type Tokens, type World } from '../testing/world.ts';
import type { SessionKeeper } from './commands.ts';

const REFRESH = `mutation ($token: String!) {
  refreshSession(input: { refreshToken: $token }) { accessToken refreshToken }
}`;
const SIGN_OUT = 'mutation { signOut(input: {}) { signedOut } }';
const ATTEMPTS = { perAccount: 3, perAddress: 6, seconds: 900 };

/** One suite for what may be kept in either: whatever holds for PostgreSQL holds for Redis. */
describe.each(['PostgreSQL', 'Redis'] as const)('kept in %s,', (place) => {
  describe.skipIf(place === 'Redis' && !hasRedis)('', () => {
    let server: TestRedis | undefined;
    let redis: Redis | undefined;
    let world: World;
    beforeAll(async () => {
      if (place === 'Redis') {
        server = await startTestRedis();
        redis = openRedis(server.url, createLog({ logLevel: 'silent' }));
        await redisReady(redis);
      }
      world = await createWorld({
        config: { attempts: ATTEMPTS },
        ...(redis === undefined ? {} : { redis }),
      });
    });
    afterAll(async () => {
      await world.close();
      redis?.disconnect();
      await server?.stop();
    });

    const refresh = (token: string) => world.run(REFRESH, { token });
    async function refreshed(token: string): Promise<Tokens> {
      const { data, errors } = await refresh(token);
      expect(errors).toBeUndefined();
      return data?.['refreshSession'] as Tokens;
    }
    const codeOf = async (answer: ReturnType<World['run']>) =>
      (await answer).errors?.[0]?.extensions?.['code'];
    const trySignIn = (email: string, password: string, address?: string) =>
      world.run(SIGN_IN, { input: { email, password } }, undefined, address === undefined ? {} : { address });

    test('a refresh token is good once, its lost answer again, and its theft ends the session', async () => {
      const first = await world.signIn('accountant@demo.ge');
      const second = await refreshed(first.refreshToken);
      expect((await refreshed(first.refreshToken)).refreshToken).toBe(second.refreshToken);
      const third = await refreshed(second.refreshToken);
      expect(await codeOf(refresh(first.refreshToken))).toBe('UNAUTHENTICATED');
      expect(await codeOf(refresh(third.refreshToken))).toBe('UNAUTHENTICATED');
    });

    test('twenty refreshes at once get one successor', async () => {
      const { refreshToken } = await world.signIn('accountant@demo.ge');
      const all = await Promise.all(Array.from({ length: 20 }, () => refreshed(refreshToken)));
      expect(new Set(all.map((tokens) => tokens.refreshToken)).size).toBe(1);
    });

    test('a restart forgets neither sessions, nor attempts, nor what is void', async () => {
      const lasting = await world.signIn('chief@demo.ge');
      const ended = await world.signIn('chief@demo.ge');
      const { sessionId } = await world.principalOf(ended.accessToken);
      await world.run(SIGN_OUT, {}, ended.accessToken);
      for (let time = 0; time < ATTEMPTS.perAccount; time += 1) await trySignIn('restart@demo.ge', 'wrong');
      await world.restart();
      expect(await codeOf(trySignIn('restart@demo.ge', 'wrong'))).toBe('RATE_LIMITED');
      expect(await codeOf(refresh(ended.refreshToken))).toBe('UNAUTHENTICATED');
      await refreshed(lasting.refreshToken);
      const told = follow(world);
      expect((await told.next()).map(({ subject }) => subject)).toContain(revoked.session(sessionId));
      await told.stop();
    });

    test('whoever follows is let go when identity ends', async () => {
      const told = follow(world);
      await told.next();
      const ended = told.next();
      await world.restart();
      expect(await ended).toEqual([]);
    });

    test('what becomes void is told first all at once, then as it happens', async () => {
      const before = await world.signIn('accountant@demo.ge');
      const after = await world.signIn('accountant@demo.ge');
      const [one, other] = await Promise.all([before, after].map((s) => world.principalOf(s.accessToken)));
      await world.run(SIGN_OUT, {}, before.accessToken);
      const told = follow(world);
      const first = await told.next();
      expect(first.map(({ subject }) => subject)).toContain(revoked.session(one?.sessionId ?? ''));
      await world.run(SIGN_OUT, {}, after.accessToken);
      const next = await told.next(2_000);
      expect(next).toMatchObject([{ subject: revoked.session(other?.sessionId ?? ''), issuedBefore: null }]);
      expect(next[0]?.until).toBeGreaterThan((other?.issuedAt ?? 0) + 1800);
      await told.stop();
    });

    test('rights that changed void what was issued before, and nothing that is issued after', async () => {
      const old = await world.signIn('both@demo.ge', world.first);
      const told = follow(world);
      await told.next();
      const keeper = contextOf(world).sessions;
      await keeper.rightsChanged(world.first, [world.users.both]);
      const fresh = await refreshed(old.refreshToken);
      const [revocation] = await told.next(2_000);
      expect(revocation?.subject).toBe(revoked.member(world.first, world.users.both));
      expect((await world.principalOf(old.accessToken)).issuedAt).toBeLessThan(revocation?.issuedBefore ?? 0);
      expect((await world.principalOf(fresh.accessToken)).issuedAt).toBeGreaterThan(
        revocation?.issuedBefore ?? Infinity,
      );
      await told.stop();
    });

    test('an account is guessed at no more often than allowed, and a success begins anew', async () => {
      for (let time = 1; time < ATTEMPTS.perAccount; time += 1) {
        expect(await codeOf(trySignIn('admin@demo.ge', 'wrong'))).toBe('UNAUTHENTICATED');
      }
      expect((await trySignIn('admin@demo.ge', PASSWORD)).errors).toBeUndefined();
      for (let time = 0; time < ATTEMPTS.perAccount; time += 1) {
        expect(await codeOf(trySignIn('ADMIN@demo.ge', 'wrong'))).toBe('UNAUTHENTICATED');
      }
      const { errors } = await trySignIn('admin@demo.ge', PASSWORD);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
      const retryAfter = errors?.[0]?.extensions?.['retryAfter'];
      expect(retryAfter).toBeGreaterThan(800);
      expect(retryAfter).toBeLessThanOrEqual(900);
    });

    test('an unknown account is throttled in the same words', async () => {
      const answers = [];
      for (let time = 0; time <= ATTEMPTS.perAccount; time += 1) {
        const { errors } = await trySignIn('nobody@demo.ge', 'wrong');
        answers.push([errors?.[0]?.extensions?.['code'], errors?.[0]?.message]);
      }
      const failed = ['UNAUTHENTICATED', 'E-mail address or password is wrong.'];
      expect(answers).toEqual([
        ...Array.from({ length: ATTEMPTS.perAccount }, () => failed),
        ['RATE_LIMITED', 'Too many attempts have failed; try again later.'],
      ]);
    });

    test('a network is let guess at many accounts no more often than allowed, however many at once', async () => {
      const address = '2001:db8:1:2::7';
      const codes = await Promise.all(
        Array.from({ length: 12 }, (_, at) =>
          codeOf(trySignIn(`guess${String(at)}@demo.ge`, 'wrong', `2001:db8:1:2::${String(at)}`)),
        ),
      );
      expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(ATTEMPTS.perAddress);
      expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(12 - ATTEMPTS.perAddress);
      expect(await codeOf(trySignIn('chief@second.ge', PASSWORD, address))).toBe('RATE_LIMITED');
      expect(await codeOf(trySignIn('chief@second.ge', PASSWORD, '2001:db8:1:3::7'))).toBeUndefined();
    });

    test('aliases of one document are no way around', async () => {
      const aliases = Array.from(
        { length: 10 },
        (_, at) =>
          `a${String(at)}: signIn(input: { email: "alias@demo.ge", password: "wrong" }) { expiresIn }`,
      );
      const codes: unknown[] = [];
      for (let time = 0; time <= ATTEMPTS.perAccount; time += 1) {
        const { data, errors } = await world.run(`mutation { ${aliases.join(' ')} }`);
        expect(data ?? null).toBeNull();
        codes.push(...(errors?.map((error) => error.extensions?.['code']) ?? []));
      }
      expect(codes.filter((code) => code === 'UNAUTHENTICATED')).toHaveLength(ATTEMPTS.perAccount);
      expect(codes.at(-1)).toBe('RATE_LIMITED');
    });

    test('refresh tokens are guessed at no more often than allowed', async () => {
      const guess = (token: string) =>
        codeOf(world.run(REFRESH, { token }, undefined, { address: '192.0.2.50' }));
      const { refreshToken } = await world.signIn('chief@demo.ge');
      expect(await guess(refreshToken)).toBeUndefined();
      for (let time = 0; time < ATTEMPTS.perAddress; time += 1) {
        expect(await guess(`guess ${String(time)}`)).toBe('UNAUTHENTICATED');
      }
      expect(await guess('one more')).toBe('RATE_LIMITED');
    });

    test('a lost connection loses nothing that becomes void meanwhile', async () => {
      const { accessToken } = await world.signIn('chief@demo.ge');
      const { sessionId } = await world.principalOf(accessToken);
      const told = follow(world);
      await told.next();
      await world.owner.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'davtari identity' and datname = current_database()`;
      await expect
        .poll(async () => (await world.run(SIGN_OUT, {}, accessToken)).data?.['signOut'], { timeout: 5_000 })
        .toBeDefined();
      const seen: string[] = [];
      while (!seen.includes(revoked.session(sessionId))) {
        seen.push(...(await told.next(10_000)).map(({ subject }) => subject));
      }
      await told.stop();
    });
  });
});

describe.skipIf(!hasRedis)('while Redis is away', () => {
  test('nobody is let through uncounted, signing out works, and void tokens are told all the same', async () => {
    const server = await startTestRedis();
    const redis = openRedis(server.url, createLog({ logLevel: 'silent' }));
    await redisReady(redis);
    const world = await createWorld({ redis });
    const { accessToken, refreshToken } = await world.signIn('chief@demo.ge');
    const { sessionId } = await world.principalOf(accessToken);
    await server.stop();
    const input = { email: 'chief@demo.ge', password: PASSWORD };
    for (const answer of [
      await world.run(SIGN_IN, { input }),
      await world.run(SIGN_IN, { input: { ...input, password: 'wrong' } }),
      await world.run(REFRESH, { token: refreshToken }),
    ]) {
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('SERVICE_UNAVAILABLE');
    }
    expect(await world.identity.health()).toMatchObject([
      { status: 'up' },
      { name: 'redis', status: 'down' },
    ]);
    expect((await world.run(SIGN_OUT, {}, accessToken)).data).toEqual({ signOut: { signedOut: true } });
    const told = follow(world);
    expect((await told.next()).map(({ subject }) => subject)).toContain(revoked.session(sessionId));
    await told.stop();
    await world.close();
    redis.disconnect();
  });
});

/** A gateway that listens. */
function follow(world: World) {
  const leave = new AbortController();
  const batches = world.identity.authority.revocations(leave.signal)[Symbol.asyncIterator]();
  return {
    async next(milliseconds = 5_000): Promise<readonly Revocation[]> {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error('no revocations came'));
        }, milliseconds);
      });
      const { value } = await Promise.race([batches.next(), late]).finally(() => {
        clearTimeout(timer);
      });
      return (value ?? []) as readonly Revocation[];
    },
    async stop(): Promise<void> {
      leave.abort();
      await batches.return?.();
    },
  };
}

function contextOf(world: World, principal: Principal | null = null) {
  return world.identity.createContext({ principal, requestId: 'test', language: 'ka' }) as {
    readonly sessions: SessionKeeper;
  };
}
