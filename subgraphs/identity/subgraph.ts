import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import { databaseHealth } from '#db/health.ts';
import { GraphQLDateTime } from '#shared/graphql/scalars.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import { publicKeySet, type SigningKey } from '#shared/platform/keys.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { ManifestChecker } from '#shared/platform/operation-manifest.ts';
import type { Redis } from '#shared/platform/redis.ts';
import { apiKeyResolvers } from './api-keys/resolvers.ts';
import { createAuthority } from './authority.ts';
import { companyResolvers } from './companies/resolvers.ts';
import { createContext, type IdentityParts } from './context.ts';
import { openIdentityDatabase } from './database.ts';
import type { Resolvers } from './generated/types.ts';
import { noManifestChecker } from './operations/commands.ts';
import { operationResolvers } from './operations/resolvers.ts';
import { createPartnerAuthority } from './partners/authority.ts';
import { partnerResolvers } from './partners/resolvers.ts';
import { createSecurityLog } from './security-events/log.ts';
import { createSessionKeeper, type SessionSettings } from './sessions/commands.ts';
import { postgresBell } from './sessions/revocation-bell.ts';
import { createRevocations } from './sessions/revocations.ts';
import { sessionResolvers } from './sessions/resolvers.ts';
import { userResolvers } from './users/resolvers.ts';

export interface IdentityOptions {
  /** URL of the login role `davtari_identity`. */
  readonly databaseUrl: string;
  readonly keys: {
    /** Signs access tokens. */
    readonly accessToken: SigningKey;
  };
  readonly config: SessionSettings;
  /** Keeps refresh tokens and counts of attempts, and carries revocations; PostgreSQL does so without it. */
  readonly redis?: Redis;
  /** Judges the operations of partners; without it none can be registered. */
  readonly checkManifest?: ManifestChecker;
  readonly log: Logger;
}

export interface Identity extends SubgraphRuntime {
  /** Public halves of the keys that sign access tokens, for `/.well-known/jwks.json` and the gateway. */
  readonly jwks: JSONWebKeySet;
  /** What the gateway asks besides GraphQL. */
  readonly authority: AccessAuthority;
}

/** Companies, users and sessions, ready to answer. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { config, log, checkManifest = noManifestChecker } = options;
  const database = openIdentityDatabase(options.databaseUrl, log);
  const security = createSecurityLog(database);
  const bell = postgresBell(database.doorbell('identity_access_revocations'));
  const revocations = createRevocations({
    database,
    bell,
    accessTokenSeconds: config.accessTokenSeconds,
    log,
  });
  const sessions = await createSessionKeeper({
    database,
    signingKey: options.keys.accessToken,
    settings: config,
    revocations,
    log,
  });
  const parts: IdentityParts = { database, sessions, revocations, security, checkManifest };
  const jwks = publicKeySet([options.keys.accessToken]);
  return {
    name: 'identity',
    schema: buildSchema(),
    jwks,
    authority: createAuthority({
      keySet: () => Promise.resolve(jwks),
      revocations,
      security,
      partners: createPartnerAuthority(parts),
    }),
    createContext: (caller) => createContext(caller, parts),
    health: async () => [await databaseHealth(database)],
    async close() {
      await bell.close();
      await database.close();
    },
  };
}

function buildSchema(): GraphQLSchema {
  const sdl = readFileSync(new URL('./generated/subgraph.graphql', import.meta.url), 'utf8');
  const resolvers: Resolvers = {
    DateTime: GraphQLDateTime,
    Query: { ...companyResolvers.Query, ...userResolvers.Query, ...partnerResolvers.Query },
    Mutation: {
      ...sessionResolvers.Mutation,
      ...partnerResolvers.Mutation,
      ...apiKeyResolvers.Mutation,
      ...operationResolvers.Mutation,
    },
    Partner: { ...partnerResolvers.Partner, ...apiKeyResolvers.Partner, ...operationResolvers.Partner },
    ApiKey: { ...apiKeyResolvers.ApiKey },
    OperationManifest: { ...operationResolvers.OperationManifest },
    RegisteredOperation: { ...operationResolvers.RegisteredOperation },
    Company: { ...companyResolvers.Company },
    User: { ...userResolvers.User },
  };
  // The library's type for resolvers knows neither references nor arguments; codegen has checked them already.
  return buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as Record<string, never> });
}
