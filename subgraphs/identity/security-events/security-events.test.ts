import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECURITY_EVENT_KINDS, type SecurityEvent } from '#shared/platform/security-event.ts';
import { createWorld, PASSWORD, SIGN_IN, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ config: { attempts: { perAccount: 2, perAddress: 50, seconds: 900 } } });
});
afterAll(async () => {
  await world.close();
});

const EVENTS = `query ($first: Int, $after: String, $filter: SecurityEventFilter) {
  securityEvents(first: $first, after: $after, filter: $filter) {
    edges { cursor node { id at kind actorId actor { name } subjectId address requestId details } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly details: string;
}
interface Answered {
  readonly edges: { cursor: string; node: Told }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function events(variables: Record<string, unknown>, email = 'admin@demo.ge'): Promise<Answered> {
  const { accessToken } = await world.signIn(email);
  const { data, errors } = await world.run(EVENTS, { first: 100, ...variables }, accessToken);
  expect(errors).toBeUndefined();
  return data?.['securityEvents'] as Answered;
}
const kindsOf = ({ edges }: Answered) => edges.map(({ node }) => node.kind);
const record = (given: readonly SecurityEvent[]) => world.identity.authority.recordSecurityEvents(given);
/** Everything that was written down, companies or not. */
const written = () =>
  world.owner.sql<{ kind: string; company_id: string | null; subject_id: string | null; row: string }[]>`
    select kind, company_id, subject_id, to_jsonb(e)::text as row from identity.security_events e order by recorded_at, id`;

test('the schema tells the kinds that there are, no more and no fewer', async () => {
  const { data } = await world.run('{ __type(name: "SecurityEventKind") { enumValues { name } } }');
  const { enumValues } = data?.['__type'] as { enumValues: { name: string }[] };
  expect(enumValues.map(({ name }) => name)).toEqual([...SECURITY_EVENT_KINDS]);
});

describe('signing in', () => {
  test('is written down with who, where from and the request', async () => {
    const { data } = await world.run(
      SIGN_IN,
      { input: { email: 'accountant@demo.ge', password: PASSWORD } },
      undefined,
      { address: '192.0.2.1' },
    );
    const { accessToken } = data?.['signIn'] as { accessToken: string };
    const { sessionId } = await world.principalOf(accessToken);
    const { edges } = await events({ filter: { kinds: ['SIGNED_IN'], actorId: world.users.accountant } });
    expect(edges[0]?.node).toMatchObject({
      actorId: world.users.accountant,
      actor: { name: 'ანა' },
      subjectId: sessionId,
      address: '192.0.2.1',
      requestId: 'test',
      details: '{}',
    });
  });

  test('that fails is told to the auditors of the company, and throttling once', async () => {
    for (let time = 0; time < 5; time += 1) {
      await world.run(SIGN_IN, { input: { email: 'chief@demo.ge', password: 'wrong' } });
    }
    const { edges } = await events({ filter: { kinds: ['SIGN_IN_FAILED', 'SIGN_IN_THROTTLED'] } });
    const told = edges.map(({ node }) => ({ ...node, details: JSON.parse(node.details) as unknown }));
    const chief = { actorId: null, subjectId: world.users.chief };
    expect(told).toMatchObject([
      { kind: 'SIGN_IN_THROTTLED', ...chief, details: { because: 'ACCOUNT' } },
      { kind: 'SIGN_IN_FAILED', ...chief, details: { because: 'PASSWORD' } },
      { kind: 'SIGN_IN_FAILED', ...chief, details: { because: 'PASSWORD' } },
    ]);
  });

  test('that fails for nobody is told to the owner only, without the address', async () => {
    const email = 'somebody.unknown@demo.ge';
    await world.run(SIGN_IN, { input: { email, password: 'a secret' } });
    await world.run(SIGN_IN, { input: { email: email.toUpperCase(), password: 'a secret' } });
    const rows = (await written()).filter(
      ({ company_id, kind }) => company_id === null && kind === 'SIGN_IN_FAILED',
    );
    expect(rows).toHaveLength(2);
    const accounts = rows.map(
      ({ row }) => (JSON.parse(row) as { details: { account: string } }).details.account,
    );
    expect(accounts[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(accounts[1]).toBe(accounts[0]);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/unknown|a secret/i);
  });
});

test('each thing that is done to a session or password is written down', async () => {
  const one = await world.signIn('both@demo.ge', world.first);
  await world.run(
    `mutation { switchCompany(input: { companyId: "${world.second}" }) { expiresIn } }`,
    {},
    one.accessToken,
  );
  await world.run('mutation { revokeOtherSessions(input: {}) { revoked } }', {}, one.accessToken);
  const change = `mutation { changePassword(input: { currentPassword: "${PASSWORD}", newPassword: "ერთი კარგი სიტყვა" }) {
    accessToken refreshToken } }`;
  const { data } = await world.run(change, {}, one.accessToken);
  const fresh = data?.['changePassword'] as { accessToken: string; refreshToken: string };
  const refresh = (token: string) =>
    world.run('mutation ($t: String!) { refreshSession(input: { refreshToken: $t }) { refreshToken } }', {
      t: token,
    });
  const next = (await refresh(fresh.refreshToken)).data?.['refreshSession'] as { refreshToken: string };
  await refresh(next.refreshToken);
  await refresh(fresh.refreshToken);
  await world.run('mutation { signOut(input: {}) { signedOut } }', {}, fresh.accessToken);
  const kinds = (await written())
    .filter(({ row }) => row.includes(world.users.both))
    .map(({ kind, company_id }) => [kind, company_id === world.first ? 'first' : 'second']);
  expect(kinds).toEqual([
    ['SIGNED_IN', 'first'],
    ['COMPANY_SWITCHED', 'second'],
    ['SESSION_REVOKED', 'second'],
    ['PASSWORD_CHANGED', 'first'],
    ['REFRESH_TOKEN_REUSED', 'first'],
  ]);
});

describe('what the gateway saw', () => {
  test('is written down in the company that it concerns, many companies in one call', async () => {
    await record([
      {
        kind: 'ACCESS_DENIED',
        companyId: world.first,
        actorId: world.users.accountant,
        details: { field: 'a' },
      },
      {
        kind: 'ACCESS_DENIED',
        companyId: world.second,
        actorId: world.users.secondChief,
        details: { field: 'b' },
      },
      { kind: 'API_KEY_REFUSED', companyId: null, actorId: null, address: '192.0.2.2' },
    ]);
    const filter = { kinds: ['ACCESS_DENIED', 'API_KEY_REFUSED'] };
    expect((await events({ filter })).edges.map(({ node }) => node.details)).toEqual(['{"field": "a"}']);
    expect((await written()).filter(({ kind }) => kind === 'API_KEY_REFUSED')).toHaveLength(1);
  });

  test('is cut where a stranger sent too much, and nothing is no reason to write', async () => {
    await record([]);
    await record([
      {
        kind: 'RATE_LIMITED',
        companyId: world.first,
        actorId: null,
        subjectId: 'x'.repeat(1_000),
        address: 'x'.repeat(1_000),
        requestId: 'x'.repeat(1_000),
      },
    ]);
    const { edges } = await events({ filter: { kinds: ['RATE_LIMITED'] } });
    expect(edges[0]?.node.subjectId).toHaveLength(200);
  });
});

describe('the list', () => {
  test('is newest first, page by page, and new ones disturb no page', async () => {
    await record(
      Array.from({ length: 7 }, (_, at) => ({
        kind: 'OPERATIONS_REVOKED' as const,
        companyId: world.first,
        actorId: null,
        subjectId: String(at),
      })),
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Answered = await events({ first: 3, after, filter: { kinds: ['OPERATIONS_REVOKED'] } });
      seen.push(...page.edges.map(({ node }) => node.id));
      await record([{ kind: 'OPERATIONS_REVOKED', companyId: world.first, actorId: null }]);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(7);
    const all = await events({ filter: { kinds: ['OPERATIONS_REVOKED'] } });
    expect(all.edges.map(({ node }) => node.id).slice(3)).toEqual(seen);
  });

  test('answers a stretch of time', async () => {
    const all = await events({});
    const { edges } = await events({ filter: { from: '2020-01-01T00:00:00Z', to: '2021-01-01T00:00:00Z' } });
    expect(edges).toEqual([]);
    const since = await events({ filter: { from: '2020-01-01T00:00:00Z' } });
    // Whoever asks signs in before, twice since the first look.
    expect(kindsOf(since).slice(2)).toEqual(kindsOf(all));
  });

  test('refuses what it cannot understand', async () => {
    const { accessToken } = await world.signIn('admin@demo.ge');
    for (const [variables, field] of [
      [{}, 'first'],
      [{ first: 101 }, 'first'],
      [{ first: 1, after: 'W10' }, 'after'],
      [{ first: 1, filter: { actorId: 'x' } }, 'filter.actorId'],
    ] as const) {
      const { errors } = await world.run(EVENTS, variables, accessToken);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    }
  });

  test('can be changed by nobody, and added to from the inside only', async () => {
    for (const statement of [
      'delete from identity.security_events',
      "update identity.security_events set kind = 'X'",
      'truncate identity.security_events',
      "insert into identity.security_events (id, kind) values (gen_random_uuid(), 'X')",
    ]) {
      await expect(world.app.sql.unsafe(statement)).rejects.toThrow('permission denied');
    }
    expect(await world.app.sql`select id from identity.security_events`).toEqual([]);
  });
});
