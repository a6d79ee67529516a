import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { GatewayOptions } from '#gateway/gateway.ts';
import {
  composeSdl,
  EVENTS_SDL,
  IDENTITY_SDL,
  LEDGER_SDL,
  READ,
  startFixture,
  token,
  type Fixture,
} from '#gateway/testing/fixture.ts';
import type { ReloadSettings } from './reload.ts';

const compose = (ledger: string): string =>
  composeSdl({ ledger, identity: IDENTITY_SDL, events: EVENTS_SDL });
const FIRST = compose(LEDGER_SDL);
/** A field more, which the subgraph of the fixture answers with null. */
const RICHER = compose(LEDGER_SDL.replace('missing: String', 'missing: String memo: String'));
const WITHOUT_DESCRIPTION = compose(LEDGER_SDL.replace('description: String!', ''));
const STRICTER = compose(
  LEDGER_SDL.replace(
    'description: String!',
    'description: String! @requiresScopes(scopes: [["audit:read"]])',
  ),
);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const PARTNER = '0190f5a0-0000-7000-8000-0000000000cc';

let fixture: Fixture;
let file = FIRST;
afterEach(async () => {
  await fixture.close();
});

async function start(
  reload: Partial<ReloadSettings> = {},
  options: Partial<GatewayOptions> = {},
): Promise<string> {
  file = FIRST;
  fixture = await startFixture({
    supergraphSdl: FIRST,
    reload: { read: () => Promise.resolve(file), ...reload },
    ...options,
  });
  return token(READ);
}

async function health(): Promise<{ supergraph: string }> {
  return (await (await fetch(`${fixture.gateway.url}/health`)).json()) as { supergraph: string };
}

function register(id: string, body: string): void {
  fixture.authority.registered.set(`${PARTNER} ${id}`, { id, name: id, type: 'query', body, version: 1 });
}

describe('another supergraph', () => {
  it('is taken over while the gateway runs: its fields, its rules and its hash', async () => {
    const reader = await start();
    const memo = () => fixture.run('{ transaction(id: "t1") { memo } }', { token: reader });
    expect((await memo()).body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect((await health()).supergraph).toBe(hashOf(FIRST));

    file = RICHER;
    expect(await fixture.gateway.reload()).toBe('swapped');
    expect((await health()).supergraph).toBe(hashOf(RICHER));
    expect((await memo()).body.data).toEqual({ transaction: { memo: null } });
    expect(await fixture.gateway.reload()).toBe('unchanged');

    file = STRICTER;
    expect(await fixture.gateway.reload()).toBe('swapped');
    const { body } = await fixture.run('{ transaction(id: "t1") { id description } }', { token: reader });
    expect(body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('is validated and introspected everywhere alike', async () => {
    const reader = await start();
    file = WITHOUT_DESCRIPTION;
    await fixture.gateway.reload();
    const query = '{ __type(name: "Transaction") { fields { name } } }';
    const { body } = await fixture.run(query, { token: reader });
    expect(JSON.stringify(body.data)).not.toContain('description');
    const url = new URL(`${fixture.gateway.url}/graphql`);
    url.searchParams.set('query', '{ transaction(id: "t1") { description } }');
    const overGet = await fetch(url, { headers: { authorization: `Bearer ${reader}` } });
    expect(await overGet.text()).toContain('Cannot query field');
    const client = fixture.socket(`Bearer ${reader}`);
    const events = client.iterate({
      query: 'subscription { transactionPosted { transaction { description } } }',
    });
    await expect(events.next()).rejects.toThrow();
  });

  it('lets what is under way finish on the old one', async () => {
    const reader = await start();
    const slow = fixture.run('{ slow transaction(id: "t1") { description } }', { token: reader });
    while (fixture.asked.length === 0) await delay(1);
    file = WITHOUT_DESCRIPTION;
    expect(await fixture.gateway.reload()).toBe('swapped');
    expect((await slow).body).toMatchObject({
      data: { slow: 'done', transaction: { description: 'Posting t1' } },
    });
  });

  it.each([
    ['is no SDL', 'type Query {'],
    ['is of one subgraph more than there are', composeMore()],
    [
      'has a field without a rule',
      compose(LEDGER_SDL.replace('slow: String @authenticated', 'slow: String')),
    ],
  ])('that %s is refused, and the old one goes on', async (_what, text) => {
    const reader = await start();
    file = text;
    expect(await fixture.gateway.reload()).toBe('refused');
    expect((await health()).supergraph).toBe(hashOf(FIRST));
    const { body } = await fixture.run('{ transaction(id: "t1") { description } }', { token: reader });
    expect(body.data).toEqual({ transaction: { description: 'Posting t1' } });
    file = RICHER;
    expect(await fixture.gateway.reload()).toBe('swapped');
  });

  it('that cannot be read is refused', async () => {
    await start({ read: () => Promise.reject(new Error('no such file')) });
    expect(await fixture.gateway.reload()).toBe('refused');
  });

  it('that breaks what a partner has registered is refused, unless it may', async () => {
    for (const mayBreak of [false, true]) {
      await start({ mayBreak });
      register('whole', '{ transaction(id: "t1") { id } }');
      register('broken', '{ transaction(id: "t1") { description } }');
      register('broken-before', '{ nonsense }');
      file = WITHOUT_DESCRIPTION;
      expect(await fixture.gateway.reload()).toBe(mayBreak ? 'swapped' : 'refused');
      if (!mayBreak) {
        fixture.authority.registered.delete(`${PARTNER} broken`);
        expect(await fixture.gateway.reload()).toBe('swapped');
        await fixture.close();
      }
    }
  });

  it('whose rules are too strict for what a partner may do is refused', async () => {
    await start();
    fixture.authority.scopes = READ;
    register('reads', '{ transaction(id: "t1") { description } }');
    file = STRICTER;
    expect(await fixture.gateway.reload()).toBe('refused');
    fixture.authority.scopes = [...READ, 'audit:read'];
    expect(await fixture.gateway.reload()).toBe('swapped');
  });

  it('is not taken over while nobody can say what is registered', async () => {
    await start();
    fixture.authority.isAway = true;
    file = RICHER;
    expect(await fixture.gateway.reload()).toBe('refused');
    fixture.authority.isAway = false;
    expect(await fixture.gateway.reload()).toBe('swapped');
  });

  it('is found by the gateway itself when it looks again and again', async () => {
    await start({ pollMs: 5 });
    file = RICHER;
    while ((await health()).supergraph !== hashOf(RICHER)) await delay(5);
    file = 'type Query {';
    await delay(20);
    file = FIRST;
    while ((await health()).supergraph !== hashOf(FIRST)) await delay(5);
  });

  it('does not end subscriptions', async () => {
    const reader = await start();
    const client = fixture.socket(`Bearer ${reader}`);
    const events = client.iterate<{ transactionPosted: { seq: number } }>({
      query: 'subscription { transactionPosted(after: "c0") { seq } }',
    });
    const next = async (): Promise<unknown> => {
      const { value } = (await events.next()) as { value: { data?: { transactionPosted: { seq: number } } } };
      return value.data?.transactionPosted.seq;
    };
    fixture.feed.post('0190f5a0-0000-7000-8000-000000000001');
    expect(await next()).toBe(1);
    file = RICHER;
    expect(await fixture.gateway.reload()).toBe('swapped');
    fixture.feed.post('0190f5a0-0000-7000-8000-000000000001');
    expect(await next()).toBe(2);
    await events.return?.();
  });

  it('answers every request while it is swapped to and fro', async () => {
    const reader = await start();
    let isOver = false;
    const asking = [1, 2, 3, 4].map(async () => {
      const errors: unknown[] = [];
      while (!isOver) {
        const { body } = await fixture.run('{ transaction(id: "t1") { description author { name } } }', {
          token: reader,
        });
        if (body.errors !== undefined) errors.push(...body.errors);
      }
      return errors;
    });
    for (let time = 0; time < 6; time += 1) {
      file = time % 2 === 0 ? RICHER : FIRST;
      expect(await fixture.gateway.reload()).toBe('swapped');
    }
    isOver = true;
    expect((await Promise.all(asking)).flat()).toEqual([]);
  });
});

function composeMore(): string {
  const more = `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
    type Query { payroll: String @authenticated }`;
  return composeSdl({ ledger: LEDGER_SDL, identity: IDENTITY_SDL, events: EVENTS_SDL, payroll: more });
}
