import { z } from 'zod';
import { badInput } from '#shared/domain/errors.ts';
import { demandSearchable } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { createItem, setItemActive, updateItem } from './commands.ts';
import { findItemBy, listItems, type ItemRow } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.string().max(64), z.uuid()]);

export const itemResolvers: Resolvers = {
  Item: {
    __resolveReference: ({ id }, { loaders }) => loaders.item.load(id),
    name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? (nameEn ?? nameKa) : nameKa),
    conversions: ({ conversions }) => [...conversions],
    barcodes: ({ barcodes }) => [...barcodes],
  },
  Query: {
    item: (_root, { id, code, barcode }, { loaders, database, companyId }) => {
      const given = [id, code, barcode].filter((value) => value !== null && value !== undefined);
      if (given.length !== 1) throw badInput('id', id ?? null, 'give an id, a code or a bar code');
      demandSearchable(code, 'code');
      demandSearchable(barcode, 'barcode');
      if (id) return loaders.item.load(id);
      return findItemBy(database, companyId, code ? { code } : { barcode: barcode ?? '' });
    },
    items: async (_root, { first, after, filter }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      demandSearchable(filter?.search, 'filter.search');
      const rows = await listItems(database, companyId, filter ?? {}, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.code, row.id]);
    },
  },
  Mutation: {
    createItem: async (_root, { input }, context) =>
      written(context, await createItem(context.writer, context.actor, input)),
    updateItem: async (_root, { input }, context) =>
      written(context, await updateItem(context.writer, context.actor, input)),
    deactivateItem: async (_root, { input }, context) =>
      written(context, await setItemActive(context.writer, context.actor, input, false)),
    activateItem: async (_root, { input }, context) =>
      written(context, await setItemActive(context.writer, context.actor, input, true)),
  },
};

/** The item as it is now, after a command on it. */
async function written({ loaders }: InventoryContext, id: string): Promise<{ item: ItemRow }> {
  const item = await loaders.item.clear(id).load(id);
  if (item === null) throw new Error(`item ${id} is gone`);
  return { item };
}
