import type { Resolvers } from '../generated/types.ts';
import { importCount } from './count.ts';
import { importItems } from './import-items.ts';
import { importOpeningStock } from './opening-stock.ts';
import { MOST_ERRORS } from './refusal.ts';

export const importResolvers: Resolvers = {
  Mutation: {
    importItems: async (_root, { input }, { writer, actor }) => {
      const { errors, ...outcome } = await importItems(writer, actor, input);
      return { ...outcome, errors: errors.slice(0, MOST_ERRORS) };
    },
    importStockCount: async (_root, { input }, { writer, actor, loaders }) => {
      const { errors, ...outcome } = await importCount(writer, actor, input);
      const count = await loaders.count.clear(input.id).load(input.id);
      if (count === null) throw new Error(`the count ${input.id} is gone`);
      return { ...outcome, count, errors: errors.slice(0, MOST_ERRORS) };
    },
    importOpeningStock: async (_root, { input }, { writer, actor, loaders }) => {
      const { errors, movementId, ...outcome } = await importOpeningStock(writer, actor, input);
      const movement = movementId === null ? null : await loaders.movement.clear(movementId).load(movementId);
      return { ...outcome, movement, errors: errors.slice(0, MOST_ERRORS) };
    },
  },
};
