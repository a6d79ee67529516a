import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { roleUrl } from '#db/roles.ts';
import { startGateway, type Gateway, type GatewayOptions, type SubgraphPlace } from '#gateway/gateway.ts';
import { createIdentity } from '#identity/subgraph.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { BUILT_IN_ROLES, type BuiltInRole } from '#shared/domain/permissions.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { issueAccessToken } from '#shared/platform/access-token.ts';
import { loadConfig } from '#shared/platform/config.ts';
import { generateSigningKey } from '#shared/platform/keys.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Bench } from '../bench.ts';

const ROOT = new URL('../../', import.meta.url);
const SDL = {
  ledger: 'subgraphs/ledger/generated/subgraph.graphql',
  identity: 'subgraphs/identity/generated/subgraph.graphql',
  events: 'gateway/subscriptions/events.graphql',
  noop: 'bench/workload/noop.graphql',
} as const;

/** One client of the benchmark asks for as much as a thousand users would. */
const BOUNDLESS = { perMinute: 1e9, perHour: 1e9, taxPerMinute: 1e9, taxPerHour: 1e9 };

/** The whole system in this process, as `davtari start` puts it together, with the subgraph of no-ops besides. */
export interface System {
  readonly gateway: Gateway;
  /** An access token of somebody of the company, by default of a chief accountant. */
  tokenFor(actor: Actor, role?: BuiltInRole): Promise<string>;
  close(): Promise<void>;
}

/** A subgraph that only some scenarios need, and where its SDL lies. */
export interface OtherSubgraph {
  readonly runtime: SubgraphRuntime;
  readonly sdl: string;
}

export async function startSystem(
  { server, ledger, folder, log }: Bench,
  changes: Partial<Pick<GatewayOptions, 'benchmarkWithoutAccessControl'>> = {},
  others: readonly OtherSubgraph[] = [],
): Promise<System> {
  const config = loadConfig({ DATA_DIR: join(folder, 'system') });
  const accessToken = await generateSigningKey();
  const identity = await createIdentity({
    databaseUrl: roleUrl(server.url, 'identity'),
    keys: { accessToken, secret: randomBytes(32) },
    config,
    log,
  });
  const realm = { issuer: config.tokenIssuer, audience: config.tokenAudience };
  const gateway = await startGateway({
    port: 0,
    host: config.host,
    corsOrigins: [],
    supergraphSdl: composeWithNoop(others),
    subgraphs: new Map<string, SubgraphPlace>([
      ['ledger', { runtime: ledger }],
      ['identity', { runtime: identity }],
      ['noop', { runtime: noopRuntime() }],
      ...others.map(({ runtime }) => [runtime.name, { runtime }] as const),
    ]),
    feed: ledger.feed,
    ...changes,
    authority: identity.authority,
    tokens: realm,
    rates: BOUNDLESS,
    costLimit: Number.MAX_SAFE_INTEGER,
    sockets: { perAddress: 10_000, openedPerMinute: 100_000 },
    log,
  });
  return {
    gateway,
    tokenFor: ({ companyId, userId }, role = 'chief_accountant') =>
      issueAccessToken(
        accessToken,
        realm,
        {
          companyId,
          userId,
          sessionId: uuidv7(),
          roles: [role],
          permissions: BUILT_IN_ROLES[role],
        },
        60 * 60,
      ),
    async close() {
      await gateway.close();
      await identity.close();
    },
  };
}

function composeWithNoop(others: readonly OtherSubgraph[]): string {
  const all = { ...SDL, ...Object.fromEntries(others.map(({ runtime, sdl }) => [runtime.name, sdl])) };
  const services = Object.entries(all).map(([name, file]) => ({
    name,
    url: `http://${name}.bench`,
    typeDefs: parse(readFileSync(new URL(file, ROOT), 'utf8')),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}

function noopRuntime(): SubgraphRuntime {
  const transaction = { id: uuidv7(), number: '2026-000001' };
  const resolvers = {
    Query: { noopQuery: () => transaction },
    Mutation: {
      noop: () => ({ isDone: true }),
      noopTransaction: () => ({ transaction }),
    },
  };
  return {
    name: 'noop',
    schema: buildSubgraphSchema({
      typeDefs: parse(readFileSync(new URL(SDL.noop, ROOT), 'utf8')),
      resolvers,
    }),
    createContext: (caller) => ({ caller }),
    health: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
}
