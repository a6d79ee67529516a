import { z } from 'zod';
import { isUuid } from '#shared/domain/ids.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { numberOf } from '../movements/number.ts';
import { correctReceiptPrice, recordLandedCosts, reverseLandedCosts } from './commands.ts';
import { findLandedCost, listLandedCosts } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.uuid()]);

export const landedCostResolvers: Resolvers = {
  LandedCost: {
    number: (row) => numberOf(row) ?? '',
    shares: ({ shares }) => [...shares],
    taxInvoice: ({ taxInvoiceId }) => (taxInvoiceId === null ? null : { id: taxInvoiceId }),
    postings: ({ id }, _args, { loaders }) => loaders.postingsOf.load(id),
  },
  LandedCostShare: {
    item: async ({ itemId }, _args, { loaders }) => {
      const item = await loaders.item.load(itemId);
      if (item === null) throw new Error(`the item ${itemId} has costs and is gone`);
      return item;
    },
  },
  Query: {
    landedCost: (_root, { id }, { database, companyId }) =>
      isUuid(id) ? findLandedCost(database, companyId, id) : null,
    landedCosts: async (_root, { first, after }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listLandedCosts(database, companyId, page);
      return connectionFromPage(rows, page, ({ bookingDate, id }): [string, string] => [bookingDate, id]);
    },
  },
  Mutation: {
    recordLandedCosts: async (_root, { input }, context) =>
      written(context, await recordLandedCosts(context.writer, context.actor, input)),
    correctReceiptPrice: async (_root, { input }, context) =>
      written(context, await correctReceiptPrice(context.writer, context.actor, input)),
    reverseLandedCosts: async (_root, { input }, context) =>
      written(context, await reverseLandedCosts(context.writer, context.actor, input)),
  },
};

async function written({ database, companyId }: InventoryContext, id: string) {
  const landedCost = await findLandedCost(database, companyId, id);
  if (landedCost === null) throw new Error(`the costs ${id} were recorded and are gone`);
  return { landedCost };
}
