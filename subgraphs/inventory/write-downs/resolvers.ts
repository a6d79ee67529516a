import { z } from 'zod';
import { isUuid } from '#shared/domain/ids.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { Resolvers } from '../generated/types.ts';
import { numberOf } from '../movements/number.ts';
import { writeDownStock } from './commands.ts';
import { findWriteDown, listWriteDowns } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.uuid()]);

export const writeDownResolvers: Resolvers = {
  StockWriteDown: {
    number: (row) => numberOf(row) ?? '',
    item: async ({ itemId }, _args, { loaders }) => {
      const item = await loaders.item.load(itemId);
      if (item === null) throw new Error(`the item ${itemId} was written down and is gone`);
      return item;
    },
    postings: ({ id }, _args, { loaders }) => loaders.postingsOf.load(id),
  },
  Query: {
    stockWriteDowns: async (_root, { first, after, itemId }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const isNothing = typeof itemId === 'string' && !isUuid(itemId);
      const rows = isNothing ? [] : await listWriteDowns(database, companyId, itemId ?? null, page);
      return connectionFromPage(rows, page, ({ bookingDate, id }): [string, string] => [bookingDate, id]);
    },
  },
  Mutation: {
    writeDownStock: async (_root, { input }, { writer, actor, database, companyId }) => {
      const id = await writeDownStock(writer, actor, input);
      const writeDown = await findWriteDown(database, companyId, id);
      if (writeDown === null) throw new Error(`the write-down ${id} was recorded and is gone`);
      return { writeDown };
    },
  },
};
