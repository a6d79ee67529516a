import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { requirePrincipal } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { actorOf } from '../partners/resolvers.ts';
import { createApiKey, revokeApiKey, rotateApiKey } from './commands.ts';
import { apiKeyCursor, apiKeysOf, keyOfApiKey } from './queries.ts';

export const apiKeyResolvers: Resolvers = {
  Mutation: {
    createApiKey: (_root, { input }, context) => createApiKey(context, actorOf(context), input),
    rotateApiKey: (_root, { input }, context) => rotateApiKey(context, actorOf(context), input),
    revokeApiKey: async (_root, { input }, context) => ({
      apiKey: await revokeApiKey(context, actorOf(context), input),
    }),
  },
  Partner: {
    async keys({ id }, args, { caller, database }) {
      const page = pageArguments(args, { cursor: apiKeyCursor });
      const rows = await database.inCompany(requirePrincipal(caller).companyId, (db, companyId) =>
        apiKeysOf(db, companyId, id, page),
      );
      return connectionFromPage(rows, page, keyOfApiKey);
    },
  },
  ApiKey: {
    createdBy: ({ createdBy }, _args, { loaders }) => loaders.users.load(createdBy),
  },
};
