import { z } from 'zod';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { createLot, updateLot } from './commands.ts';
import { findLots, listLots, type LotRow } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.string().max(64), z.uuid()]);

export const lotResolvers: Resolvers = {
  Lot: {
    item: async ({ itemId }, _args, { loaders }) => {
      const item = await loaders.item.load(itemId);
      if (item === null) throw new Error(`item ${itemId} of a lot is gone`);
      return item;
    },
  },
  Item: {
    lots: async ({ id }, { first, after }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listLots(database, companyId, id, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.number, row.id]);
    },
  },
  Mutation: {
    createLot: async (_root, { input }, context) =>
      written(context, await createLot(context.writer, context.actor, input)),
    updateLot: async (_root, { input }, context) =>
      written(context, await updateLot(context.writer, context.actor, input)),
  },
};

/** The lot as it is now, after a command on it. */
async function written({ writer, companyId }: InventoryContext, id: string): Promise<{ lot: LotRow }> {
  const [lot] = await findLots(writer.database, companyId, [id]);
  if (lot === undefined) throw new Error(`lot ${id} is gone`);
  return { lot };
}
