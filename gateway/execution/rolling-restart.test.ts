import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  fixtureSubgraphs,
  READ,
  silent,
  startFixture,
  token,
  type Fixture,
} from '#gateway/testing/fixture.ts';
import { serveSubgraph, type SubgraphServer } from '#shared/graphql/server.ts';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';

const KEEP_ALIVE_MILLISECONDS = 100;
const key = await generateSigningKey();

function serve(port = 0): Promise<SubgraphServer> {
  return serveSubgraph(fixtureSubgraphs().ledger, {
    port,
    host: '127.0.0.1',
    log: silent,
    drainMs: 3 * KEEP_ALIVE_MILLISECONDS,
    assertions: createAssertionVerifier(publicKeySet([key]), { subgraph: 'ledger' }),
  });
}

let replicas: SubgraphServer[];
let fixture: Fixture;
let caller: string;
beforeAll(async () => {
  replicas = [await serve(), await serve()];
  fixture = await startFixture({
    subgraphs: new Map([
      ['ledger', { urls: replicas.map(({ url }) => `${url}/graphql`) }],
      ['identity', { runtime: fixtureSubgraphs().identity }],
    ]),
    assertions: createAssertionSigner(key),
    sources: { keepAliveMs: KEEP_ALIVE_MILLISECONDS, recheckMs: 20 },
  });
  caller = await token([...READ, 'transactions:write']);
});
afterAll(async () => {
  await fixture.close();
  for (const replica of replicas) await replica.close();
});

async function breakers(): Promise<readonly string[]> {
  const health = (await (await fetch(`${fixture.gateway.url}/health`)).json()) as {
    readonly breakers: readonly { readonly state: string }[];
  };
  return health.breakers.map(({ state }) => state);
}

const OPERATIONS = [
  '{ transaction(id: "t1") { description author { name } } }',
  'mutation { post(input: { date: "2026-01-01", entries: [] }) { transaction { id } } }',
];

describe('replicas of a subgraph that are restarted one after the other under load', () => {
  it('lose no read and no change', async () => {
    const failed: unknown[] = [];
    let answered = 0;
    let isOver = false;
    const callers = Array.from({ length: 8 }, async (_, index) => {
      for (let time = index; !isOver; time += 1) {
        const { body } = await fixture.run(OPERATIONS[time % 2] ?? '', { token: caller });
        if (body.errors !== undefined) failed.push(body.errors);
        answered += 1;
        // Pauses of many lengths, so that connections are idle for as many.
        await delay((time * 7) % 60);
      }
    });
    for (let round = 0; round < 4; round += 1) {
      const at = round % replicas.length;
      const old = replicas[at];
      if (old === undefined) throw new Error('There are two replicas.');
      await old.close();
      const before = answered;
      while (answered < before + 20) await delay(1);
      replicas[at] = await serve(Number(new URL(old.url).port));
      // As whoever rolls over replicas does: the next one only when this one is in again.
      while ((await breakers()).some((state) => state !== 'closed')) await delay(5);
    }
    isOver = true;
    await Promise.all(callers);
    expect(failed).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  });
});
