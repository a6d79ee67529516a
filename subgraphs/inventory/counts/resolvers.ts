import { z } from 'zod';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { there } from '../stock/there.ts';
import { approveCount, cancelCount, enterCount, openCount } from './commands.ts';
import { listCounts, listEntries, listSheet, totalsOfSheet, type CountRow } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.uuid()]);
const sheetCursor: z.ZodType<[string, string, string]> = z.tuple([z.string(), z.uuid(), z.string()]);
const entryCursor: z.ZodType<[number, number]> = z.tuple([z.int32(), z.int32()]);
const MOST = 1_000;

export const countResolvers: Resolvers = {
  StockCount: {
    number: ({ numberSeries, number }) => `${numberSeries}-${String(number).padStart(6, '0')}`,
    warehouse: ({ warehouseId }, _args, { loaders }) =>
      there(loaders.warehouse.load(warehouseId), warehouseId),
    items: async ({ itemIds }, _args, { loaders }) =>
      itemIds === null
        ? null
        : await Promise.all(itemIds.map((itemId) => there(loaders.item.load(itemId), itemId))),
    movement: ({ movementId }, _args, { loaders }) =>
      movementId === null ? null : loaders.movement.load(movementId),
    lines: async ({ id }, { filter, ...args }, { database, companyId }) => {
      const page = pageArguments(args, { max: MOST, cursor: sheetCursor });
      const rows = await listSheet(database, companyId, id, filter ?? {}, page);
      return connectionFromPage(rows, page, (row): [string, string, string] => [
        row.code,
        row.lotKey,
        row.serialKey,
      ]);
    },
    entries: async ({ id }, args, { database, companyId }) => {
      const page = pageArguments(args, { max: MOST, cursor: entryCursor });
      const rows = await listEntries(database, companyId, id, page);
      return connectionFromPage(rows, page, (row): [number, number] => [row.version, row.n]);
    },
    totals: ({ id }, _args, { database, companyId }) => totalsOfSheet(database, companyId, id),
  },
  StockCountLine: {
    item: ({ itemId }, _args, { loaders }) => there(loaders.item.load(itemId), itemId),
  },
  StockCountEntry: {
    item: ({ itemId }, _args, { loaders }) => there(loaders.item.load(itemId), itemId),
    quantity: ({ entered }) => entered,
    baseQuantity: ({ quantity }) => quantity,
  },
  StockMovement: {
    stockCount: ({ id, kind }, _args, { loaders }) =>
      kind === 'COUNT' ? loaders.countOfMovement.load(id) : null,
  },
  Query: {
    stockCount: (_root, { id }, { loaders }) => (isUuid(id) ? loaders.count.load(id) : null),
    stockCounts: async (_root, { first, after, filter }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listCounts(database, companyId, filter ?? {}, page);
      return connectionFromPage(rows, page, ({ date, id }): [string, string] => [date, id]);
    },
  },
  Mutation: {
    openStockCount: async (_root, { input }, context) =>
      written(context, await openCount(context.writer, context.actor, input)),
    enterStockCount: async (_root, { input }, context) =>
      written(context, await enterCount(context.writer, context.actor, input)),
    approveStockCount: async (_root, { input }, context) =>
      written(context, await approveCount(context.writer, context.actor, input)),
    cancelStockCount: async (_root, { input }, context) =>
      written(context, await cancelCount(context.writer, context.actor, input)),
  },
};

/** The count as it is now, after a command on it. */
async function written({ loaders }: InventoryContext, id: string): Promise<{ count: CountRow }> {
  return { count: await there(loaders.count.clear(id).load(id), id) };
}
