import { z } from 'zod';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { createBin, createWarehouse, setBinActive, updateWarehouse } from './commands.ts';
import { findBins, listWarehouses, type BinRow, type WarehouseRow } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.string().max(64), z.uuid()]);

export const warehouseResolvers: Resolvers = {
  Warehouse: {
    __resolveReference: ({ id }, { loaders }) => loaders.warehouse.load(id),
    name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? (nameEn ?? nameKa) : nameKa),
    bins: ({ id }, _args, { loaders }) => loaders.binsOf.load(id),
  },
  Query: {
    warehouse: (_root, { id }, { loaders }) => loaders.warehouse.load(id),
    warehouses: async (_root, { first, after }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listWarehouses(database, companyId, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.code, row.id]);
    },
  },
  Mutation: {
    createWarehouse: async (_root, { input }, context) =>
      written(context, await createWarehouse(context.writer, context.actor, input)),
    updateWarehouse: async (_root, { input }, context) =>
      written(context, await updateWarehouse(context.writer, context.actor, input)),
    createBin: async (_root, { input }, context) =>
      writtenBin(context, await createBin(context.writer, context.actor, input)),
    setBinActive: async (_root, { input }, context) =>
      writtenBin(context, await setBinActive(context.writer, context.actor, input)),
  },
};

/** The warehouse as it is now, after a command on it. */
async function written({ loaders }: InventoryContext, id: string): Promise<{ warehouse: WarehouseRow }> {
  const warehouse = await loaders.warehouse.clear(id).load(id);
  if (warehouse === null) throw new Error(`warehouse ${id} is gone`);
  return { warehouse };
}

async function writtenBin({ writer, companyId }: InventoryContext, id: string): Promise<{ bin: BinRow }> {
  const [bin] = await findBins(writer.database, companyId, 'id', [id]);
  if (bin === undefined) throw new Error(`bin ${id} is gone`);
  return { bin };
}
