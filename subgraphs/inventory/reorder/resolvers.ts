import { z } from 'zod';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { Resolvers } from '../generated/types.ts';
import { listProposals } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.string().max(64), z.uuid()]);

export const reorderResolvers: Resolvers = {
  ReorderProposal: {
    item: async ({ itemId }, _args, { loaders }) => {
      const item = await loaders.item.load(itemId);
      if (item === null) throw new Error(`item ${itemId} is gone`);
      return item;
    },
  },
  Query: {
    reorderProposals: async (_root, { first, after }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listProposals(database, companyId, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.code, row.itemId]);
    },
  },
};
