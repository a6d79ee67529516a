import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import type { ItemRow } from '../items/queries.ts';
import type { MovementRow } from '../movements/queries.ts';
import { there } from '../stock/there.ts';
import { assembleByBill, endBillOfMaterials, setBillOfMaterials } from './commands.ts';
import { billKey, listBills, type BillRow } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.uuid(), z.iso.date()]);

export const billResolvers: Resolvers = {
  Item: {
    billOfMaterials: ({ id }, { on }, { loaders }) =>
      loaders.billOn.load(billKey({ itemId: id, on: on ? parseDate(on, 'on') : null })),
  },
  BillOfMaterials: {
    item: ({ itemId }, _args, { loaders }) => there(loaders.item.load(itemId), itemId),
    components: ({ components }) => [...components],
  },
  BillOfMaterialsComponent: {
    item: ({ itemId }, _args, { loaders }) => there(loaders.item.load(itemId), itemId),
    quantity: ({ entered }) => entered,
    baseQuantity: ({ quantity }) => quantity,
  },
  Query: {
    billsOfMaterials: async (_root, { first, after, itemId, componentId }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listBills(database, companyId, { itemId, componentId }, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.itemId, row.from]);
    },
  },
  Mutation: {
    setBillOfMaterials: async (_root, { input }, context) => {
      const { itemId, from } = await setBillOfMaterials(context.writer, context.actor, input);
      return { bill: await written(context, itemId, from) };
    },
    endBillOfMaterials: async (_root, { input }, context) => {
      const id = await endBillOfMaterials(context.writer, context.actor, input);
      return { item: await itemAfter(context, id) };
    },
    assembleByBill: async (_root, { input }, context) => {
      const { movementId } = await assembleByBill(context.writer, context.actor, input);
      return { movement: await movementAfter(context, movementId) };
    },
  },
};

/** The bill after a command; what was answered to a repeated call may have been replaced since. */
async function written({ loaders }: InventoryContext, itemId: string, from: string): Promise<BillRow | null> {
  const key = billKey({ itemId, on: from });
  const bill = await loaders.billOn.clear(key).load(key);
  return bill?.from === from ? bill : null;
}

async function itemAfter({ loaders }: InventoryContext, id: string): Promise<ItemRow> {
  loaders.billOn.clearAll();
  return there(loaders.item.load(id), id);
}

function movementAfter({ loaders }: InventoryContext, id: string): Promise<MovementRow> {
  return there(loaders.movement.clear(id).load(id), id);
}
