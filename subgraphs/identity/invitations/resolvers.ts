import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { requirePrincipal, type IdentityContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { acceptInvitation, inviteUser, revokeInvitation } from './commands.ts';
import {
  invitationById,
  invitationCursor,
  invitationsOfCompany,
  keyOfInvitation,
  type InvitationRow,
} from './queries.ts';

export const invitationResolvers: Resolvers = {
  Query: {
    async invitations(_root, args, { caller, database }) {
      const page = pageArguments(args, { cursor: invitationCursor });
      const rows = await database.inCompany(requirePrincipal(caller).companyId, (db, companyId) =>
        invitationsOfCompany(db, companyId, page),
      );
      return connectionFromPage(rows, page, keyOfInvitation);
    },
  },
  Mutation: {
    async inviteUser(_root, { input }, context) {
      const { id, token } = await inviteUser(context, input);
      return { invitation: await written(context, id), token };
    },
    async revokeInvitation(_root, { input }, context) {
      await revokeInvitation(context, input.id);
      return { invitation: await written(context, input.id) };
    },
    acceptInvitation: (_root, { input }, context) => acceptInvitation(context, input),
  },
  Invitation: {
    invitedBy: async ({ invitedBy }, _args, { loaders }) => demandUser(await loaders.users.load(invitedBy)),
    acceptedBy: ({ acceptedBy }, _args, { loaders }) =>
      acceptedBy === null ? null : loaders.users.load(acceptedBy),
  },
};

async function written({ caller, database }: IdentityContext, id: string): Promise<InvitationRow> {
  const { companyId } = requirePrincipal(caller);
  const row = await database.inCompany(companyId, (db) => invitationById(db, companyId, id));
  if (row === undefined) throw new Error(`the invitation ${id} was written and is not there`);
  return row;
}

/** Foreign keys keep members for as long as invitations of theirs. */
function demandUser<User>(user: User | null): User {
  if (user === null) throw new Error('the inviter of an invitation is not there');
  return user;
}
