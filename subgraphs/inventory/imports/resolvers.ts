import type { Resolvers } from '../generated/types.ts';
import { importItems } from './commands.ts';
import { MOST_ERRORS } from './refusal.ts';

export const importResolvers: Resolvers = {
  Mutation: {
    importItems: async (_root, { input }, { writer, actor }) => {
      const { errors, ...outcome } = await importItems(writer, actor, input);
      return { ...outcome, errors: errors.slice(0, MOST_ERRORS) };
    },
  },
};
