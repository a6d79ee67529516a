import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { connectionFromPage, pageArguments, type Connection } from '#shared/graphql/pagination.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers, StockMovementFilter, StockMovementResolvers } from '../generated/types.ts';
import { there } from '../stock/there.ts';
import { withoutZeros } from '../stock/decimal.ts';
import { movementOrders, type MovementOrders } from './commands.ts';
import { numberOf } from './number.ts';
import type { Recorded } from './recorded.ts';
import { listMovements, type MovementConditions, type MovementRow } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.uuid()]);

const movement: StockMovementResolvers = {
  __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.movement.load(id) : null),
  number: numberOf,
  reason: ({ content }) => content.reason,
  counterAccount: ({ content }) => content.counterAccount,
  toWarehouse: ({ content: { toWarehouseId } }, _args, { loaders }) =>
    toWarehouseId === null ? null : loaders.warehouse.load(toWarehouseId),
  isDirect: ({ content }) => content.isDirect,
  transfer: ({ transferId }, _args, { loaders }) =>
    transferId === null ? null : loaders.movement.load(transferId),
  arrivals: ({ id, kind }, _args, { loaders }) => (kind === 'TRANSFER' ? loaders.arrivalsOf.load(id) : []),
  counterparty: ({ counterpartyId }) => (counterpartyId === null ? null : { id: counterpartyId }),
  taxInvoice: ({ taxInvoiceId }) => (taxInvoiceId === null ? null : { id: taxInvoiceId }),
  reference: ({ content }) => content.reference,
  note: ({ content }) => content.note,
  lines: ({ content, costs }) => content.lines.map((line) => ({ ...line, cost: costs?.[line.id] ?? null })),
  postings: ({ id }, _args, { loaders }) => loaders.postingsOf.load(id),
  reverses: ({ reverses }, _args, { loaders }) =>
    reverses === null ? null : loaders.movement.load(reverses),
  reversedBy: ({ reversedBy }, _args, { loaders }) =>
    reversedBy === null ? null : loaders.movement.load(reversedBy),
};

export const movementResolvers: Resolvers = {
  StockMovement: movement,
  StockMovementLine: {
    item: ({ itemId }, _args, { loaders }) => there(loaders.item.load(itemId), itemId),
    warehouse: ({ warehouseId }, _args, { loaders }) =>
      there(loaders.warehouse.load(warehouseId), warehouseId),
    quantity: ({ entered }) => entered,
    baseQuantity: ({ quantity }) => withoutZeros(quantity),
    serials: ({ serials }) => [...serials],
  },
  StockPosting: {
    transaction: ({ transactionId }) => (transactionId === null ? null : { id: transactionId }),
    reversedBy: ({ reversedBy }) => (reversedBy === null ? null : { id: reversedBy }),
    refusal: ({ refusalCode, refusalField, refusalMessage, refusedAt }) =>
      refusalCode === null || refusalMessage === null || refusedAt === null
        ? null
        : { code: refusalCode, field: refusalField, message: refusalMessage, at: refusedAt },
  },
  Transaction: {
    // Whether there is such a transaction is the ledger's to say.
    __resolveReference: ({ id }) => ({ id }),
    stockMovement: async ({ id }, _args, { loaders }) => {
      if (!isUuid(id)) return null;
      const found = await loaders.movementIdOfTransaction.load(id);
      return found === null ? null : loaders.movement.load(found.movementId);
    },
  },
  TaxInvoice: {
    __resolveReference: ({ id }) => ({ id }),
    stockMovements: ({ id }, _args, { loaders }) => (isUuid(id) ? loaders.movementsOfInvoice.load(id) : []),
  },
  Counterparty: {
    __resolveReference: ({ id }) => ({ id }),
    stockMovements: ({ id }, args, context) =>
      page(context, args, { counterpartyId: isUuid(id) ? id : NOBODY }),
  },
  Query: {
    stockMovement: (_root, { id }, { loaders }) => (isUuid(id) ? loaders.movement.load(id) : null),
    stockMovements: (_root, { filter, ...args }, context) => {
      checkFilter(filter ?? {});
      return page(context, args, filter ?? {});
    },
  },
  Mutation: {
    createStockMovement: async (_root, { input }, context) =>
      written(context, await orders(context).create(input)),
    updateStockMovement: async (_root, { input }, context) =>
      written(context, await orders(context).update(input)),
    discardStockMovement: async (_root, { input }, context) =>
      written(context, await orders(context).discard(input)),
    approveStockMovement: async (_root, { input }, context) =>
      written(context, await orders(context).approve(input)),
    postStockMovement: async (_root, { input }, context) =>
      written(context, await orders(context).post(input)),
    recordStockMovement: async (_root, { input }, context) =>
      recorded(context, await orders(context).record(input)),
    reverseStockMovement: async (_root, { input }, context) =>
      written(context, await orders(context).reverse(input)),
    retryStockPosting: async (_root, { input }, context) =>
      written(context, await orders(context).retryPosting(input)),
  },
};

const NOBODY = '00000000-0000-0000-0000-000000000000';

function orders({ writer, actor }: InventoryContext): MovementOrders {
  return movementOrders(writer, actor);
}

/** The movement as it is now, after a command on it. */
async function written({ loaders }: InventoryContext, id: string): Promise<{ movement: MovementRow }> {
  const found = await loaders.movement.clear(id).load(id);
  if (found === null) throw new Error(`the movement ${id} is gone`);
  return { movement: found };
}

/** The movement as its command has written it, not read again where that is known. */
async function recorded(
  context: InventoryContext,
  { movementId, movement }: Recorded,
): Promise<{ movement: MovementRow }> {
  if (movement === null) return written(context, movementId);
  context.loaders.movement.clear(movementId).prime(movementId, movement);
  return { movement };
}

async function page(
  { database, companyId }: InventoryContext,
  args: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
  conditions: MovementConditions,
): Promise<Connection<MovementRow>> {
  const wanted = pageArguments(args, { cursor });
  const rows = await listMovements(database, companyId, conditions, wanted);
  return connectionFromPage(rows, wanted, ({ date, id }): [string, string] => [date, id]);
}

function checkFilter(filter: StockMovementFilter): void {
  for (const field of ['from', 'to'] as const) if (filter[field]) parseDate(filter[field], `filter.${field}`);
  for (const field of ['itemId', 'counterpartyId', 'taxInvoiceId'] as const) {
    const id = filter[field];
    if (id && !isUuid(id)) throw badInput(`filter.${field}`, id, 'nothing has this identifier');
  }
}
