import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import {
  COMPANY,
  fixtureSubgraphs,
  READ,
  silent,
  startFixture,
  token,
  type Fixture,
} from '#gateway/testing/fixture.ts';
import { serveSubgraph, type SubgraphServer } from '#shared/graphql/server.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';

const TIMEOUT = 300;

let test: TestDatabase;
let database: Database;
let reader: string;

beforeAll(async () => {
  test = await createTestDatabase({ empty: true });
  database = openDatabase(test.ownerUrl, { max: 4, name: 'deadline test' });
  reader = await token(READ);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

/** The subgraphs of the fixture; their slow field asks PostgreSQL for something that takes half a minute. */
function sleepySubgraphs(): { ledger: SubgraphRuntime; identity: SubgraphRuntime } {
  const subgraphs = fixtureSubgraphs();
  const slow = subgraphs.ledger.schema.getQueryType()?.getFields()['slow'];
  if (slow === undefined) throw new Error('The fixture has no slow field.');
  slow.resolve = (_root, _args, { caller }: { caller: Caller }) =>
    database
      .within(caller)
      .withCompany(COMPANY, (sql) => sql`/* halfAMinute */ select pg_sleep(30)`)
      .then(() => 'done');
  return subgraphs;
}

async function sleepers(): Promise<number> {
  const [row] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where state = 'active' and query like '%halfAMinute%' and pid <> pg_backend_pid()`;
  return row?.count ?? 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await delay(10);
  }
  throw new Error('It did not become so within two seconds.');
}

async function separately(): Promise<{ fixture: Fixture; close(): Promise<void> }> {
  const key = await generateSigningKey();
  const { ledger, identity } = sleepySubgraphs();
  const serve = (runtime: SubgraphRuntime): Promise<SubgraphServer> =>
    serveSubgraph(runtime, {
      port: 0,
      host: '127.0.0.1',
      log: silent,
      assertions: createAssertionVerifier(publicKeySet([key]), { subgraph: runtime.name }),
    });
  const servers = [await serve(ledger), await serve(identity)] as const;
  const fixture = await startFixture({
    timeoutMs: TIMEOUT,
    assertions: createAssertionSigner(key),
    subgraphs: new Map([
      ['ledger', { url: `${servers[0].url}/graphql` }],
      ['identity', { url: `${servers[1].url}/graphql` }],
    ]),
  });
  return {
    fixture,
    async close() {
      await fixture.close();
      for (const server of servers) await server.close();
    },
  };
}

async function inOneProcess(): Promise<{ fixture: Fixture; close(): Promise<void> }> {
  const { ledger, identity } = sleepySubgraphs();
  const fixture = await startFixture({
    timeoutMs: TIMEOUT,
    subgraphs: new Map([
      ['ledger', { runtime: ledger }],
      ['identity', { runtime: identity }],
    ]),
  });
  return { fixture, close: () => fixture.close() };
}

describe.each([
  ['in one process', inOneProcess],
  ['in processes of their own', separately],
])('an answer that takes too long, subgraphs %s,', (_where, start) => {
  it('is given up, and PostgreSQL stops working for it', async () => {
    const started = await start();
    const { fixture } = started;
    try {
      const answer = fixture.run('{ slow }', { token: reader });
      await until(async () => (await sleepers()) === 1);
      const { status, body } = await answer;
      // Whoever is first to notice says so: the gateway for the whole answer, or PostgreSQL for the field.
      expect([200, 503]).toContain(status);
      expect(body.errors?.[0]?.extensions['code']).toBe('SERVICE_UNAVAILABLE');
      await until(async () => (await sleepers()) === 0);
    } finally {
      await started.close();
    }
  });

  it('is given up over a WebSocket too', async () => {
    const started = await start();
    const { fixture } = started;
    try {
      const answers = fixture.socket(`Bearer ${reader}`).iterate({ query: '{ slow }' });
      const { value } = (await answers.next()) as { value: { errors: { extensions: unknown }[] } };
      expect(value.errors[0]?.extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
      await until(async () => (await sleepers()) === 0);
    } finally {
      await started.close();
    }
  });
});
