import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { databaseHealth } from '#db/health.ts';
import { GraphQLDateTime } from '#shared/graphql/scalars.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import { DEFAULT_ATTEMPTS } from '#shared/platform/config.ts';
import { ringOf, type KeyRing } from '#shared/platform/key-ring.ts';
import type { SigningKey } from '#shared/platform/keys.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { ManifestChecker } from '#shared/platform/operation-manifest.ts';
import { redisHealth, type Redis } from '#shared/platform/redis.ts';
import { sealingBy } from '#shared/platform/sealing.ts';
import { apiKeyResolvers } from './api-keys/resolvers.ts';
import { createAttempts } from './attempts/attempts.ts';
import { createAuthority } from './authority.ts';
import { companyResolvers } from './companies/resolvers.ts';
import { createContext, type IdentityContext, type IdentityParts, type IdentitySettings } from './context.ts';
import { openIdentityDatabase } from './database.ts';
import type { Resolvers } from './generated/types.ts';
import { invitationResolvers } from './invitations/resolvers.ts';
import { noManifestChecker } from './operations/commands.ts';
import { operationResolvers } from './operations/resolvers.ts';
import { createPartnerAuthority } from './partners/authority.ts';
import { partnerResolvers } from './partners/resolvers.ts';
import { roleResolvers } from './roles/resolvers.ts';
import { createSecondFactors } from './second-factors/commands.ts';
import { createOwnFactor } from './second-factors/own-factor.ts';
import { secondFactorResolvers } from './second-factors/resolvers.ts';
import { createSecurityLog } from './security-events/log.ts';
import { securityEventResolvers } from './security-events/resolvers.ts';
import { createSessionKeeper } from './sessions/commands.ts';
import type { SessionParts, SessionSettings } from './sessions/parts.ts';
import { postgresRefreshStore } from './sessions/refresh-store-postgres.ts';
import { redisRefreshStore } from './sessions/refresh-store-redis.ts';
import { redisBell } from './sessions/revocation-bell-redis.ts';
import { postgresBell } from './sessions/revocation-bell.ts';
import { createRevocations } from './sessions/revocations.ts';
import { sessionResolvers } from './sessions/resolvers.ts';
import { userResolvers } from './users/resolvers.ts';

export interface IdentityOptions {
  /** URL of the login role `davtari_identity`. */
  readonly databaseUrl: string;
  readonly keys: {
    /** Signs access tokens: one key, or a ring that is rotated while the process runs. */
    readonly accessToken: SigningKey | KeyRing;
    /** Seals secrets in the database, for example those of second factors. */
    readonly secret: Uint8Array;
  };
  readonly config: SessionSettings & Partial<IdentitySettings>;
  /** Keeps refresh tokens and counts of attempts, and carries revocations; PostgreSQL does so without it. */
  readonly redis?: Redis;
  /** Judges the operations of partners; without it none can be registered. */
  readonly checkManifest?: ManifestChecker;
  readonly log: Logger;
}

export interface Identity extends SubgraphRuntime {
  /** What the gateway asks besides GraphQL. */
  readonly authority: AccessAuthority;
}

const MOST_COMPANIES_A_DAY = 20;

/** Companies, users and sessions, ready to answer. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { config, log, checkManifest = noManifestChecker } = options;
  const database = openIdentityDatabase(options.databaseUrl, log);
  const security = createSecurityLog(database);
  const { redis } = options;
  const keys =
    'privateKey' in options.keys.accessToken ? ringOf(options.keys.accessToken) : options.keys.accessToken;
  const sealing = sealingBy(options.keys.secret, 'identity');
  const bell =
    redis === undefined
      ? postgresBell(database.doorbell('identity_access_revocations'))
      : redisBell(redis, log);
  const revocations = createRevocations({
    database,
    bell,
    accessTokenSeconds: config.accessTokenSeconds,
    log,
  });
  const sessionParts: SessionParts = {
    database,
    keys,
    settings: config,
    refreshTokens: redis === undefined ? postgresRefreshStore(database) : redisRefreshStore(redis),
    revocations,
    attempts: createAttempts({
      store: redis === undefined ? { sql: database.sql } : { redis },
      settings: config.attempts ?? DEFAULT_ATTEMPTS,
      sealing,
    }),
    secondFactors: createSecondFactors({ database, sealing }),
    security,
    sealing,
    log,
  };
  const sessions = await createSessionKeeper(sessionParts);
  const ownFactor = createOwnFactor(sessionParts);
  const settings = { companiesPerDay: config.companiesPerDay ?? MOST_COMPANIES_A_DAY };
  const parts: IdentityParts = {
    database,
    sessions,
    ownFactor,
    attempts: sessionParts.attempts,
    revocations,
    security,
    settings,
    checkManifest,
  };
  return {
    name: 'identity',
    get schema() {
      return (schema ??= buildSchema());
    },
    authority: createAuthority({
      keySet: () => keys.keySet(),
      revocations,
      security,
      partners: createPartnerAuthority(parts),
    }),
    createContext: (caller) => createContext(caller, parts),
    health: async () => [
      await databaseHealth(database),
      ...(redis === undefined ? [] : [await redisHealth(redis)]),
    ],
    async close() {
      await revocations.close();
      await database.close();
    },
  };
}

type Mutations = NonNullable<Resolvers['Mutation']>;

/** Whatever a mutation has revoked is revoked when it answers, refusals included. */
function settling(mutations: Mutations): Mutations {
  const settled = Object.entries(mutations as Record<string, MutationResolver>).map(([name, resolve]) => {
    const wrapped: MutationResolver = async (root, args, context, info) => {
      try {
        return await resolve(root, args, context, info);
      } finally {
        await context.revocations.settled();
      }
    };
    return [name, wrapped];
  });
  return Object.fromEntries(settled) as Mutations;
}

type MutationResolver = (root: unknown, args: unknown, context: IdentityContext, info: unknown) => unknown;

let schema: GraphQLSchema | undefined;

function buildSchema(): GraphQLSchema {
  const sdl = readFileSync(new URL('./generated/subgraph.graphql', import.meta.url), 'utf8');
  const resolvers: Resolvers = {
    DateTime: GraphQLDateTime,
    Query: {
      ...companyResolvers.Query,
      ...userResolvers.Query,
      ...roleResolvers.Query,
      ...invitationResolvers.Query,
      ...partnerResolvers.Query,
      ...sessionResolvers.Query,
      ...secondFactorResolvers.Query,
      ...securityEventResolvers.Query,
    },
    Mutation: settling({
      ...companyResolvers.Mutation,
      ...userResolvers.Mutation,
      ...roleResolvers.Mutation,
      ...invitationResolvers.Mutation,
      ...sessionResolvers.Mutation,
      ...secondFactorResolvers.Mutation,
      ...partnerResolvers.Mutation,
      ...apiKeyResolvers.Mutation,
      ...operationResolvers.Mutation,
    }),
    UserSession: { ...sessionResolvers.UserSession },
    SecurityEvent: { ...securityEventResolvers.SecurityEvent },
    Partner: { ...partnerResolvers.Partner, ...apiKeyResolvers.Partner, ...operationResolvers.Partner },
    ApiKey: { ...apiKeyResolvers.ApiKey },
    OperationManifest: { ...operationResolvers.OperationManifest },
    RegisteredOperation: { ...operationResolvers.RegisteredOperation },
    Company: { ...companyResolvers.Company },
    Invitation: { ...invitationResolvers.Invitation },
    User: { ...userResolvers.User },
  };
  // The library's type for resolvers knows neither references nor arguments; codegen has checked them already.
  return buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as Record<string, never> });
}
