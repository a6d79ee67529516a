import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { requirePrincipal, type IdentityContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { endMembership, restoreMembership, setUserRoles, updateMe } from './commands.ts';
import { keyOfUser, userCursor, usersOfCompany, type UserRow } from './queries.ts';

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
  Mutation: {
    async setUserRoles(_root, { input }, context) {
      await setUserRoles(context, input);
      return { user: await changed(context, input.userId) };
    },
    async endMembership(_root, { input }, context) {
      await endMembership(context, input.userId);
      return { user: await changed(context, input.userId) };
    },
    async restoreMembership(_root, { input }, context) {
      await restoreMembership(context, input);
      return { user: await changed(context, input.userId) };
    },
    async updateMe(_root, { input }, context) {
      await updateMe(context, input);
      return { user: await changed(context, requirePrincipal(context.caller).userId) };
    },
  },
  User: {
    __resolveReference: ({ id }, { loaders }) => loaders.users.load(id),
  },
};

/** The user after the command; several commands of one operation may concern the same. */
async function changed({ loaders }: IdentityContext, userId: string): Promise<UserRow> {
  const user = await loaders.users.clear(userId).load(userId);
  if (user === null) throw new Error(`the user ${userId} was changed and is not there`);
  return user;
}
