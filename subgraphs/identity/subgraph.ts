import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import { databaseHealth } from '#db/health.ts';
import { GraphQLDateTime } from '#shared/graphql/scalars.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { publicKeySet, type SigningKey } from '#shared/platform/keys.ts';
import type { Logger } from '#shared/platform/log.ts';
import { companyResolvers } from './companies/resolvers.ts';
import { createContext } from './context.ts';
import { openIdentityDatabase } from './database.ts';
import type { Resolvers } from './generated/types.ts';
import { createSessionKeeper, type SessionSettings } from './sessions/commands.ts';
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
  readonly log: Logger;
}

export interface Identity extends SubgraphRuntime {
  /** Public halves of the keys that sign access tokens, for `/.well-known/jwks.json` and the gateway. */
  readonly jwks: JSONWebKeySet;
}

/** Companies, users and sessions, ready to answer. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const database = openIdentityDatabase(options.databaseUrl, options.log);
  const sessions = await createSessionKeeper({
    database,
    signingKey: options.keys.accessToken,
    settings: options.config,
    log: options.log,
  });
  return {
    name: 'identity',
    schema: buildSchema(),
    jwks: publicKeySet([options.keys.accessToken]),
    createContext: (caller) => createContext(caller, database, sessions),
    health: async () => [await databaseHealth(database)],
    close: () => database.close(),
  };
}

function buildSchema(): GraphQLSchema {
  const sdl = readFileSync(new URL('./generated/subgraph.graphql', import.meta.url), 'utf8');
  const resolvers: Resolvers = {
    DateTime: GraphQLDateTime,
    Query: { ...companyResolvers.Query, ...userResolvers.Query },
    Mutation: { ...sessionResolvers.Mutation },
    Company: { ...companyResolvers.Company },
    User: { ...userResolvers.User },
  };
  // The library's type for resolvers knows neither references nor arguments; codegen has checked them already.
  return buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as Record<string, never> });
}
