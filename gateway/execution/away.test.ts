import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';
import type { SubgraphOrder } from '#gateway/testing/subgraph-process.ts';
import { createAssertionSigner } from '#shared/platform/assertion.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';

const SCRIPT = fileURLToPath(new URL('../testing/subgraph-process.ts', import.meta.url));
const key = await generateSigningKey();
const children = new Map<string, { readonly child: ChildProcess; readonly port: number }>();

async function begin(name: SubgraphOrder['name'], port = 0): Promise<string> {
  const child = fork(SCRIPT, { execArgv: ['--import', 'tsx'] });
  child.send({ name, port, keys: publicKeySet([key]) } satisfies SubgraphOrder);
  const [url] = (await once(child, 'message')) as [string];
  children.set(name, { child, port: Number(new URL(url).port) });
  return url;
}

/** Answers how to start it again where it was. */
async function kill(name: SubgraphOrder['name']): Promise<() => Promise<string>> {
  const { child, port } = children.get(name) ?? {};
  if (child === undefined) throw new Error(`${name} does not run.`);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  return () => begin(name, port);
}

interface Health {
  readonly status: string;
  readonly ready: boolean;
  readonly breakers: readonly {
    readonly subgraph: string;
    readonly replica: number;
    readonly state: string;
  }[];
}

let fixture: Fixture;
let caller: string;
beforeAll(async () => {
  const [ledger, identity] = await Promise.all([begin('ledger'), begin('identity')]);
  fixture = await startFixture({
    subgraphs: new Map([
      ['ledger', { url: `${ledger}/graphql` }],
      ['identity', { url: `${identity}/graphql` }],
    ]),
    assertions: createAssertionSigner(key),
    sources: { breaker: { openMs: 300 }, retry: { firstWaitMs: 1, longestWaitMs: 5 } },
  });
  caller = await token([...READ, 'transactions:write']);
});
afterAll(async () => {
  await fixture.close();
  for (const { child } of children.values()) child.kill('SIGKILL');
});

const health = async (): Promise<Health> =>
  (await (await fetch(`${fixture.gateway.url}/health`)).json()) as Health;
const breakerOf = async (subgraph: string): Promise<string | undefined> =>
  (await health()).breakers.find((breaker) => breaker.subgraph === subgraph)?.state;
const ask = async (query: string) => (await fixture.run(query, { token: caller })).body;

const BOTH = '{ transaction(id: "t1") { description } me { name } }';
const POST = 'mutation { post(input: { date: "2026-01-01", entries: [] }) { transaction { id } } }';
const COMPLETE = { transaction: { description: 'Posting t1' }, me: { name: 'Me' } };

describe('a subgraph whose process is killed', () => {
  it('is missing from answers by name and place, until it is back', async () => {
    expect((await ask(BOTH)).data).toEqual(COMPLETE);
    const restart = await kill('identity');

    const { data, errors } = await ask(BOTH);
    expect(data).toEqual({ transaction: { description: 'Posting t1' }, me: null });
    expect(errors).toMatchObject([{ path: ['me'], extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    const entity = await ask('{ transaction(id: "t1") { author { id name } } }');
    expect(entity.errors?.map(({ path }) => path)).toContainEqual(['transaction', 'author', 'name']);

    while ((await breakerOf('identity')) === 'closed') await ask(BOTH);
    expect(await breakerOf('ledger')).toBe('closed');
    expect((await ask(BOTH)).data).toMatchObject({ transaction: { description: 'Posting t1' }, me: null });

    await restart();
    // The breaker is not closed by the probe of health, but by answers to callers.
    expect(['open', 'half-open']).toContain(await breakerOf('identity'));
    expect(await health()).toMatchObject({ status: 'degraded', ready: true });
    while ((await breakerOf('identity')) === 'open') await delay(10);
    expect((await ask(BOTH)).data).toEqual(COMPLETE);
    expect(await breakerOf('identity')).toBe('half-open');
    expect((await ask(BOTH)).data).toEqual(COMPLETE);
    expect(await health()).toMatchObject({ status: 'up', ready: true });
  });

  it('does not hide that a change was made whose answer needs it', async () => {
    const restart = await kill('identity');
    const { data, errors } = await ask(
      'mutation { post(input: { date: "2026-01-01", entries: [] }) { transaction { id author { id name } } } }',
    );
    // The name may not be null, nor may anything above it.
    expect(data).toBeNull();
    expect(errors?.length).toBeGreaterThan(0);
    for (const error of errors ?? []) {
      expect(error.path?.slice(0, 3)).toEqual(['post', 'transaction', 'author']);
      expect(error.extensions).toMatchObject({ outcome: 'DONE' });
    }
    expect(errors?.[0]?.extensions?.['code']).toBe('SERVICE_UNAVAILABLE');
    expect(errors?.[0]?.message).toMatch(/^The change was made/);

    const partial = await ask(
      'mutation { post(input: { date: "2026-01-01", entries: [] }) { transaction { id author { id title } } } }',
    );
    expect(partial.data).toEqual({ post: { transaction: { id: 't1', author: { id: 'u1', title: null } } } });
    expect(partial.errors).toMatchObject([
      {
        path: ['post', 'transaction', 'author', 'title'],
        extensions: { code: 'SERVICE_UNAVAILABLE', outcome: 'DONE' },
      },
    ]);
    await restart();
    while ((await ask(BOTH)).errors !== undefined) await delay(10);
  });

  it('refuses changes whole', async () => {
    expect((await ask(POST)).data).toEqual({ post: { transaction: { id: 't1' } } });
    const restart = await kill('ledger');
    const { data, errors } = await ask(POST);
    expect(data).toBeNull();
    expect(errors?.[0]).toMatchObject({
      path: ['post'],
      extensions: { code: 'SERVICE_UNAVAILABLE', outcome: 'NOT_DONE' },
    });
    await restart();
    while ((await ask(POST)).errors !== undefined) await delay(10);
  });
});
