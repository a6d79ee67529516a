import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { requirePrincipal } from '../context.ts';
import type { RegisteredOperationType, Resolvers } from '../generated/types.ts';
import { actorOf } from '../partners/resolvers.ts';
import { registerOperations, revokeManifest, revokeOperations } from './commands.ts';
import {
  keyOfManifest,
  keyOfOperation,
  manifestCursor,
  manifestsOf,
  operationCursor,
  operationsOf,
} from './queries.ts';

const TYPES = {
  query: 'QUERY',
  mutation: 'MUTATION',
  subscription: 'SUBSCRIPTION',
} as const satisfies Record<string, RegisteredOperationType>;

export const operationResolvers: Resolvers = {
  Mutation: {
    registerOperations: (_root, { input }, context) => registerOperations(context, actorOf(context), input),
    revokeManifest: async (_root, { input }, context) => ({
      manifest: await revokeManifest(context, actorOf(context), input),
    }),
    revokeOperations: async (_root, { input }, context) => ({
      revoked: await revokeOperations(context, actorOf(context), input),
    }),
  },
  Partner: {
    async manifests({ id }, args, { caller, database }) {
      const page = pageArguments(args, { cursor: manifestCursor });
      const rows = await database.inCompany(requirePrincipal(caller).companyId, (db, companyId) =>
        manifestsOf(db, companyId, id, page),
      );
      return connectionFromPage(rows, page, keyOfManifest);
    },
    async operations({ id }, args, { caller, database }) {
      const page = pageArguments(args, { cursor: operationCursor });
      const rows = await database.inCompany(requirePrincipal(caller).companyId, (db, companyId) =>
        operationsOf(db, companyId, id, page),
      );
      return connectionFromPage(rows, page, keyOfOperation);
    },
  },
  OperationManifest: {
    registeredBy: ({ registeredBy }, _args, { loaders }) => loaders.users.load(registeredBy),
  },
  RegisteredOperation: {
    type: ({ type }) => TYPES[type],
  },
};
