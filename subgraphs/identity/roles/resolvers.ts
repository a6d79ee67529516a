import { notFound } from '#shared/domain/errors.ts';
import { requirePrincipal } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { defineRole, deleteRole } from './commands.ts';
import { rolesOfCompany } from './queries.ts';

export const roleResolvers: Resolvers = {
  Query: {
    roles: (_root, _args, { caller, database }) =>
      database.inCompany(requirePrincipal(caller).companyId, rolesOfCompany),
  },
  Mutation: {
    async defineRole(_root, { input }, context) {
      const name = await defineRole(context, input);
      const roles = await context.database.inCompany(
        requirePrincipal(context.caller).companyId,
        rolesOfCompany,
      );
      const role = roles.find((candidate) => candidate.name === name);
      // A repeated call may come after the role was deleted.
      if (role === undefined) throw notFound('name', name);
      return { role };
    },
    async deleteRole(_root, { input }, context) {
      await deleteRole(context, input.name);
      return { deletedName: input.name };
    },
  },
};
