import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { requirePrincipal } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { keyOfUser, userCursor, usersOfCompany } from './queries.ts';

export const userResolvers: Resolvers = {
  Query: {
    me: (_root, _args, { caller, loaders }) => loaders.users.load(requirePrincipal(caller).userId),
    async users(_root, args, { caller, database }) {
      const page = pageArguments(args, { cursor: userCursor });
      const rows = await database.inCompany(requirePrincipal(caller).companyId, (db, companyId) =>
        usersOfCompany(db, companyId, page),
      );
      return connectionFromPage(rows, page, keyOfUser);
    },
  },
  User: {
    __resolveReference: ({ id }, { loaders }) => loaders.users.load(id),
  },
};
