import type { Resolvers } from '../generated/types.ts';
import { readHealth } from './queries.ts';

export const healthResolvers: Resolvers = {
  InventoryDifference: {
    item: ({ itemId }, _args, { loaders }) => (itemId === null ? null : loaders.item.load(itemId)),
  },
  Query: {
    inventoryHealth: (_root, _args, { database, companyId }) => readHealth(database, companyId),
  },
};
