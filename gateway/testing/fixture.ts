import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { expect } from 'vitest';
import { startGateway, type Gateway, type GatewayOptions } from '#gateway/gateway.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { scalars } from '#shared/graphql/scalars.ts';
import { issueAccessToken } from '#shared/platform/access-token.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { MemoryAuthority } from './fake-authority.ts';
import { MemoryFeed } from './fake-feed.ts';

/** Two small subgraphs with the shapes that matter: an entity of both, lists, non-null fields and every rule. */
export const LEDGER_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@cost", "@listSize"])
  scalar Decimal
  scalar Date
  type Account @key(fields: "id") @requiresScopes(scopes: [["accounts:read"]]) {
    id: ID!
    code: String!
    balance: Decimal!
    secret: String @requiresScopes(scopes: [["admin:system"]])
    audited: String! @requiresScopes(scopes: [["audit:read"]])
    parent: Account
    pages(first: Int): AccountConnection! @cost(weight: 5) @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
  }
  type AccountConnection @requiresScopes(scopes: [["accounts:read"]]) { edges: [AccountEdge!]! totalCount: Int! }
  type AccountEdge @requiresScopes(scopes: [["accounts:read"]]) { node: Account! }
  type Transaction @key(fields: "id") @requiresScopes(scopes: [["transactions:read"]]) {
    id: ID!
    description: String!
    accounts: [Account!]!
    author: User!
    missing: String
  }
  type User @key(fields: "id", resolvable: false) { id: ID! }
  input EntryInput { accountCode: String!, debit: Decimal, quantity: Int }
  input PostInput { date: Date!, entries: [EntryInput!]! }
  type PostPayload @requiresScopes(scopes: [["transactions:read"]]) { transaction: Transaction! }
  type Query {
    account(id: ID!, asOf: Date): Account @requiresScopes(scopes: [["accounts:read"]])
    accounts(first: Int = 50): [Account!]! @requiresScopes(scopes: [["accounts:read"]])
    transaction(id: ID!): Transaction @requiresScopes(scopes: [["transactions:read"]])
    pages(first: Int, after: String): AccountConnection!
      @requiresScopes(scopes: [["accounts:read"]])
      @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    tree: [Account!]! @listSize(assumedSize: 7) @requiresScopes(scopes: [["accounts:read"]])
    dear(twice: Boolean @cost(weight: 40)): String @cost(weight: 60) @authenticated
    refuse: String @authenticated
    broken: String @authenticated
    slow: String @authenticated
  }
  type Mutation { post(input: PostInput!): PostPayload! @requiresScopes(scopes: [["transactions:write"]]) }
`;

export const IDENTITY_SDL = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@composeDirective"])
    @link(url: "https://davtari.ge/specs/access/v0.1", import: ["@public"])
    @composeDirective(name: "@public")
  directive @public on FIELD_DEFINITION | OBJECT
  type User @key(fields: "id") @authenticated { id: ID! name: String! title: String }
  type Query { version: String! @public  me: User @authenticated }
`;

/** The committed SDL of the events subgraph. */
export const EVENTS_SDL = readFileSync(new URL('../subscriptions/events.graphql', import.meta.url), 'utf8');

export function composeSdl(subgraphs: Readonly<Record<string, string>>): string {
  const result = composeServices(
    Object.entries(subgraphs).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })),
  );
  if (result.supergraphSdl === undefined) throw new Error(result.errors?.map(String).join('\n'));
  return result.supergraphSdl;
}

/** What a fixture subgraph was asked. */
export interface Asked {
  readonly subgraph: string;
  readonly caller: Caller;
}

interface FixtureContext {
  readonly caller: Caller;
}

function runtime(name: string, sdl: string, resolvers: object, asked: Asked[]): SubgraphRuntime {
  return {
    name,
    schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as Record<string, never> }),
    createContext: (caller): FixtureContext => {
      asked.push({ subgraph: name, caller });
      return { caller };
    },
    health: () => Promise.resolve([{ name: 'postgres', status: 'up', latencyMs: 1 }]),
    close: () => Promise.resolve(),
  };
}

export function fixtureSubgraphs(asked: Asked[] = []): {
  ledger: SubgraphRuntime;
  identity: SubgraphRuntime;
} {
  const account = (id: string) => ({
    id,
    code: `code-${id}`,
    balance: '1.00',
    secret: 'secret',
    audited: 'audited',
  });
  const page = (first: number) => ({
    edges: Array.from({ length: Math.min(first, 3) }, (_, index) => ({ node: account(`p${index}`) })),
    totalCount: 3,
  });
  const transaction = (id: string) => ({
    id,
    description: `Posting ${id}`,
    accounts: [account('a1'), account('a2')],
    author: { id: 'u1' },
  });
  const ledger = {
    Decimal: scalars.Decimal,
    Date: scalars.Date,
    Query: {
      account: (_: unknown, { id }: { id: string }) => (id === 'none' ? null : account(id)),
      accounts: () => [account('a1'), account('a2')],
      transaction: (_: unknown, { id }: { id: string }) => transaction(id),
      pages: (_: unknown, { first }: { first: number }) => page(first),
      tree: () => [account('a1')],
      dear: () => 'dear',
      refuse: () => {
        throw new DomainError('PERIOD_CLOSED', 'March is closed.', { field: 'date', value: '2026-03-01' });
      },
      broken: () => {
        throw new Error('password of the database is hunter2');
      },
      slow: async () => {
        await delay(400);
        return 'done';
      },
    },
    Mutation: { post: () => ({ transaction: transaction('t1') }) },
    Account: {
      pages: (_: unknown, { first }: { first: number }) => page(first),
      __resolveReference: ({ id }: { id: string }) => account(id),
      parent: () => account('a0'),
    },
    Transaction: {
      __resolveReference: async ({ id }: { id: string }) => {
        await Promise.resolve();
        if (id === 'gone') throw new DomainError('NOT_FOUND', 'No such transaction.');
        return transaction(id);
      },
    },
  };
  const identity = {
    User: {
      __resolveReference: ({ id }: { id: string }) => ({ id, name: `Name of ${id}`, title: 'Accountant' }),
    },
    Query: {
      version: () => '1',
      me: (_: unknown, __: unknown, { caller }: FixtureContext) => ({
        id: caller.principal?.userId,
        name: 'Me',
      }),
    },
  };
  return {
    ledger: runtime('ledger', LEDGER_SDL, ledger, asked),
    identity: runtime('identity', IDENTITY_SDL, identity, asked),
  };
}

export const COMPANY = '0190f5a0-0000-7000-8000-000000000001';
export const OTHER_COMPANY = '0190f5a0-0000-7000-8000-000000000002';
export const USER = '0190f5a0-0000-7000-8000-0000000000aa';
const REALM = { issuer: 'davtari', audience: 'davtari-api' };

export const signingKey = await generateSigningKey();

export async function token(
  permissions: readonly Permission[],
  options: { readonly companyId?: string; readonly seconds?: number } = {},
): Promise<string> {
  return issueAccessToken(
    signingKey,
    REALM,
    {
      userId: USER,
      companyId: options.companyId ?? COMPANY,
      sessionId: '0190f5a0-0000-7000-8000-0000000000bb',
      roles: ['accountant'],
      permissions,
    },
    options.seconds ?? 600,
  );
}

export const READ: readonly Permission[] = ['accounts:read', 'transactions:read'];

/** Goes nowhere; watched for what may be in no log. */
export const silent = createWatchedLog();

/** Rates that no test reaches unless it wants to. */
export const BOUNDLESS = {
  perMinute: 1_000_000,
  perHour: 1_000_000,
  taxPerMinute: 1_000_000,
  taxPerHour: 1_000_000,
};

export interface Fixture {
  readonly gateway: Gateway;
  readonly feed: MemoryFeed;
  readonly authority: MemoryAuthority;
  readonly asked: Asked[];
  /** Posts to /graphql. */
  run(
    query: string,
    options?: {
      token?: string;
      variables?: object;
      operationName?: string;
      headers?: Record<string, string>;
    },
  ): Promise<{ status: number; headers: Headers; body: GraphqlAnswer }>;
  socket(authorization?: string): Client;
  close(): Promise<void>;
}

/** What an answer tells of its cost. */
export const COST: unknown = expect.objectContaining({
  cost: { requested: expect.any(Number) as unknown, limit: 10_000 },
});

export interface GraphqlAnswer {
  extensions?: { cost?: { requested: number; limit: number } };
  data?: Record<string, never> | null;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

export async function startFixture(options: Partial<GatewayOptions> = {}): Promise<Fixture> {
  const asked: Asked[] = [];
  const { ledger, identity } = fixtureSubgraphs(asked);
  const feed = new MemoryFeed();
  const authority = new MemoryAuthority(publicKeySet([signingKey]));
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    corsOrigins: ['https://books.example'],
    supergraphSdl: composeSdl({ ledger: LEDGER_SDL, identity: IDENTITY_SDL, events: EVENTS_SDL }),
    subgraphs: new Map([
      ['ledger', { runtime: ledger }],
      ['identity', { runtime: identity }],
    ]),
    feed,
    authority,
    tokens: REALM,
    rates: BOUNDLESS,
    log: silent,
    ...options,
  });
  const clients: Client[] = [];
  return {
    gateway,
    feed,
    authority,
    asked,
    async run(query, { token: accessToken, variables, operationName, headers } = {}) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables, operationName }),
      });
      return {
        status: response.status,
        headers: response.headers,
        body: (await response.json()) as GraphqlAnswer,
      };
    },
    socket(authorization) {
      const client = createClient({
        url: `ws://127.0.0.1:${gateway.port}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        lazy: true,
        ...(authorization === undefined ? {} : { connectionParams: { authorization } }),
      });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) await client.dispose();
      await gateway.close();
    },
  };
}
