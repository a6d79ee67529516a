import { setTimeout as delay } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayOptions } from '#gateway/gateway.ts';
import { MemoryDocumentFeed } from '#gateway/testing/fake-feed.ts';
import {
  COMPANY,
  composeSdl,
  EVENTS_SDL,
  fixtureSubgraphs,
  IDENTITY_SDL,
  LEDGER_SDL,
  OTHER_COMPANY,
  silent,
  startFixture,
  token,
  USER,
  type Fixture,
} from '#gateway/testing/fixture.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { serveSubgraph } from '#shared/graphql/server.ts';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import { revoked } from '#shared/platform/revocation.ts';
import { httpDocumentFeed } from './http-feed.ts';

/** A subgraph with two kinds of documents. */
const TAX_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes"])
  type TaxInvoice @key(fields: "id") @requiresScopes(scopes: [["reports:tax"]]) { id: ID! number: String! }
  type VatReturn @key(fields: "id") @requiresScopes(scopes: [["reports:tax"]]) { id: ID! month: Int! }
  type Query { invoice: TaxInvoice @requiresScopes(scopes: [["reports:tax"]]) }
`;
const SUPERGRAPH = composeSdl({
  ledger: LEDGER_SDL,
  identity: IDENTITY_SDL,
  tax: TAX_SDL,
  events: EVENTS_SDL,
});
const CHANGED = `subscription($after: Cursor, $ids: [ID!]) { taxDocumentChanged(after: $after, documentIds: $ids) {
  cursor seq change document { __typename ... on TaxInvoice { id number } ... on VatReturn { id month } } } }`;
const TAX: readonly Permission[] = ['reports:tax'];

function taxRuntime(): SubgraphRuntime {
  const resolvers = {
    TaxInvoice: { __resolveReference: ({ id }: { id: string }) => ({ id, number: `No ${id}` }) },
    VatReturn: { __resolveReference: ({ id }: { id: string }) => ({ id, month: 3 }) },
  };
  return {
    name: 'tax',
    schema: buildSubgraphSchema({ typeDefs: parse(TAX_SDL), resolvers }),
    createContext: (caller) => ({ caller }),
    health: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
}

interface Told {
  cursor: string;
  seq: number;
  change: string;
  document: Record<string, unknown>;
}

const feed = { tax: new MemoryDocumentFeed() };
let fixture: Fixture;
const stops: (() => Promise<unknown>)[] = [];

async function start(options: Partial<GatewayOptions> = {}): Promise<Fixture> {
  const { ledger, identity } = fixtureSubgraphs();
  return startFixture({
    supergraphSdl: SUPERGRAPH,
    subgraphs: new Map([
      ['ledger', { runtime: ledger }],
      ['identity', { runtime: identity }],
      ['tax', { runtime: taxRuntime() }],
    ]),
    documentFeeds: new Map([['tax', feed.tax]]),
    ...options,
  });
}

beforeEach(async () => {
  feed.tax = new MemoryDocumentFeed();
  fixture = await start();
});
afterEach(async () => {
  await fixture.close();
  for (const stop of stops.splice(0)) await stop();
});

async function watch(variables: Record<string, unknown> = {}, permissions = TAX, query = CHANGED) {
  const payloads: { data?: Record<string, Told> | null; errors?: readonly unknown[] }[] = [];
  let ending: unknown;
  const client = fixture.socket(`Bearer ${await token(permissions)}`);
  client.on('closed', (event) => (ending ??= event));
  client.subscribe(
    { query, variables },
    {
      next: (payload) => payloads.push(payload as (typeof payloads)[number]),
      error: (error) => (ending = error),
      complete: () => (ending ??= 'complete'),
    },
  );
  const until = async (condition: () => boolean): Promise<void> => {
    const deadline = Date.now() + 10_000;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error(`Waited in vain: ${JSON.stringify([payloads, ending])}`);
      await delay(5);
    }
  };
  return {
    told: () => payloads.map(({ data, errors }) => errors ?? data?.['taxDocumentChanged']),
    seqs: () => payloads.map(({ data }) => data?.['taxDocumentChanged']?.seq),
    count: (count: number) => until(() => payloads.length >= count),
    async ended() {
      await until(() => ending !== undefined);
      return ending;
    },
  };
}

describe('changes of documents', () => {
  it('are told in order, completed with fields of the subgraph that has the document', async () => {
    feed.tax.change(COMPANY, 'TaxInvoiceIssued', 'TaxInvoice', 'i1');
    feed.tax.change(COMPANY, 'VatReturnSubmitted', 'VatReturn', 'r1');
    const watching = await watch({ after: 'c0' });
    await watching.count(2);
    expect(watching.told()).toEqual([
      {
        cursor: 'c1',
        seq: 1,
        change: 'TaxInvoiceIssued',
        document: { __typename: 'TaxInvoice', id: 'i1', number: 'No i1' },
      },
      {
        cursor: 'c2',
        seq: 2,
        change: 'VatReturnSubmitted',
        document: { __typename: 'VatReturn', id: 'r1', month: 3 },
      },
    ]);
  });

  it('go on exactly where a cursor says, from the backlog into what is live', async () => {
    for (let n = 1; n <= 300; n += 1) feed.tax.change(COMPANY, 'Changed', 'TaxInvoice', `i${n}`);
    const watching = await watch({ after: 'c120' });
    await watching.count(1);
    for (let n = 301; n <= 330; n += 1) feed.tax.change(COMPANY, 'Changed', 'TaxInvoice', `i${n}`);
    await watching.count(210);
    expect(watching.seqs()).toEqual(Array.from({ length: 210 }, (_, index) => 121 + index));
  });

  it('of certain documents leave out all others', async () => {
    for (const id of ['i1', 'i2', 'i1', 'i3']) feed.tax.change(COMPANY, 'Changed', 'TaxInvoice', id);
    const watching = await watch({ after: 'c0', ids: ['i1'] });
    await watching.count(2);
    feed.tax.change(COMPANY, 'Changed', 'TaxInvoice', 'i1');
    await watching.count(3);
    expect(watching.seqs()).toEqual([1, 3, 5]);
  });

  it('leave out documents that the schema does not know here', async () => {
    feed.tax.change(COMPANY, 'Changed', 'Secret', 's1');
    feed.tax.change(COMPANY, 'Changed', 'TaxInvoice', 'i1');
    const watching = await watch({ after: 'c0' });
    await watching.count(1);
    expect(watching.seqs()).toEqual([2]);
  });

  it('are apart from those of other companies and from what the ledger posts', async () => {
    feed.tax.change(OTHER_COMPANY, 'Changed', 'TaxInvoice', 'theirs');
    fixture.feed.post(COMPANY);
    const watching = await watch({ after: 'c0' });
    feed.tax.change(COMPANY, 'Changed', 'TaxInvoice', 'ours');
    await watching.count(1);
    expect(watching.told()).toMatchObject([{ seq: 1, document: { id: 'ours' } }]);
  });

  it('are refused to whoever may not see tax', async () => {
    const watching = await watch({}, ['accounts:read', 'transactions:read']);
    expect(await watching.ended()).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('end with 4403 for whoever has lost the rights', async () => {
    const watching = await watch({ after: 'c0' });
    feed.tax.change(COMPANY, 'Changed', 'TaxInvoice', 'i1');
    await watching.count(1);
    fixture.authority.revoke({
      subject: revoked.member(COMPANY, USER),
      issuedBefore: Date.now() / 1000 + 1,
      until: Date.now() / 1000 + 60,
    });
    expect(await watching.ended()).toMatchObject({ code: 4403 });
    expect(watching.seqs()).toEqual([1]);
  });

  it('refuse a cursor that is none and one that is too old', async () => {
    feed.tax.oldest = 5;
    for (const [after, code] of [
      ['nonsense', 'BAD_USER_INPUT'],
      ['c1', 'CURSOR_EXPIRED'],
    ] as const) {
      const watching = await watch({ after });
      expect(await watching.ended()).toMatchObject([{ extensions: { code } }]);
    }
  });

  it('are told as unavailable where nobody tells of them', async () => {
    await fixture.close();
    fixture = await start({ documentFeeds: new Map() });
    const watching = await watch();
    expect(await watching.ended()).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
  });

  it('come over HTTP from a subgraph in another process', async () => {
    const key = await generateSigningKey();
    const served = await serveSubgraph(taxRuntime(), {
      port: 0,
      host: '127.0.0.1',
      log: silent,
      assertions: createAssertionVerifier(publicKeySet([key]), { subgraph: 'tax' }),
      feed: feed.tax,
    });
    const remote = httpDocumentFeed(served.url, createAssertionSigner(key));
    await fixture.close();
    fixture = await start({ documentFeeds: new Map([['tax', remote]]) });
    stops.push(
      () => remote.close(),
      () => served.close(),
    );
    feed.tax.change(COMPANY, 'Changed', 'TaxInvoice', 'i1');
    const watching = await watch({ after: 'c0' });
    await watching.count(1);
    feed.tax.change(COMPANY, 'Changed', 'VatReturn', 'r1');
    await watching.count(2);
    expect(watching.told()).toMatchObject([
      { seq: 1, document: { number: 'No i1' } },
      { seq: 2, document: { month: 3 } },
    ]);
    const refused = await watch({ after: 'nonsense' });
    expect(await refused.ended()).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
