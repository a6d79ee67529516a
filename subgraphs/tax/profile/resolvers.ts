import type { Resolvers } from '../generated/types.ts';
import { updateTaxProfile } from './commands.ts';
import { readProfile } from './queries.ts';

export const profileResolvers: Resolvers = {
  Query: {
    taxProfile: (_root, _args, { database, companyId }) => readProfile(database, companyId),
  },
  Mutation: {
    updateTaxProfile: async (_root, { input }, { writer, actor, database, companyId }) => {
      await updateTaxProfile(writer, actor, input);
      return { profile: await readProfile(database, companyId) };
    },
  },
};
