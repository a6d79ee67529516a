import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { connectionFromPage, pageArguments, type Page } from '#shared/graphql/pagination.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers, StockFilter } from '../generated/types.ts';
import { microOf } from '../costing/scaled.ts';
import { keptBackKey } from '../reservations/queries.ts';
import { formatQuantity } from '../units/quantity.ts';
import { closingOf, listCard, openingOf, type CardKey, type CardScope } from './card.ts';
import { withoutZeros } from './decimal.ts';
import { listOnHand, totalOnHand, type OnHandNode, type StockScope } from './on-hand.ts';
import { there } from './there.ts';
import { AGES, listAges, listDead, listTurnover, type ItemKey } from './reports.ts';

const MOST = 1_000;
const itemCursor: z.ZodType<ItemKey> = z.tuple([z.string(), z.uuid()]);
const cardCursor: z.ZodType<CardKey> = z.tuple([
  z.iso.date(),
  z.string().regex(/^\d{1,18}$/),
  z.int().min(0).max(1_000_000),
]);

interface Paged {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

const itemPage = (args: Paged): Page<ItemKey> => pageArguments(args, { max: MOST, cursor: itemCursor });
const itemKey = ({ code, itemId }: { readonly code: string; readonly itemId: string }): ItemKey => [
  code,
  itemId,
];

const ofItem = {
  item: ({ itemId }: { readonly itemId: string }, _args: unknown, { loaders }: InventoryContext) =>
    there(loaders.item.load(itemId), itemId),
};

export const stockResolvers: Resolvers = {
  StockOnHand: {
    ...ofItem,
    quantity: ({ quantity }) => withoutZeros(quantity),
    inTransit: ({ inTransit }) => withoutZeros(inTransit),
    unitCost: ({ unitCost }) => (unitCost === null ? null : withoutZeros(unitCost)),
    reserved: async (row, _args, { loaders }) => {
      const kept = await keptBack(row, loaders);
      return kept === null ? null : formatQuantity(kept);
    },
    available: async (row, _args, { loaders }) => {
      const kept = await keptBack(row, loaders);
      return kept === null ? null : formatQuantity(microOf(row.quantity) - kept);
    },
  },
  StockOnHandConnection: {
    totals: ({ scope }, _args, { database, companyId }) => totalOnHand(database, companyId, scope),
  },
  StockPlace: {
    warehouse: ({ warehouseId }, _args, { loaders }) =>
      there(loaders.warehouse.load(warehouseId), warehouseId),
    quantity: ({ quantity }) => withoutZeros(quantity),
    inTransit: ({ inTransit }) => withoutZeros(inTransit),
  },
  Item: {
    places: ({ id }, _args, { loaders }) => loaders.placesOfItem.load(id),
  },
  StockBalance: { quantity: ({ quantity }) => withoutZeros(quantity) },
  StockCardConnection: {
    opening: ({ scope }, _args, { database, companyId }) => openingOf(database, companyId, scope),
    closing: ({ scope }, _args, { database, companyId }) => closingOf(database, companyId, scope),
  },
  StockCardLine: {
    movement: ({ movementId, documentId }, _args, { loaders }) =>
      loaders.movement.load(movementId ?? documentId),
    corrects: ({ correctsId }, _args, { loaders }) =>
      correctsId === null ? null : loaders.movement.load(correctsId),
    quantity: ({ quantity }) => withoutZeros(quantity),
    runningQuantity: ({ runningQuantity }) => withoutZeros(runningQuantity),
  },
  StockTurnover: {
    ...ofItem,
    openingQuantity: ({ openingQuantity }) => withoutZeros(openingQuantity),
    quantityIn: ({ quantityIn }) => withoutZeros(quantityIn),
    quantityOut: ({ quantityOut }) => withoutZeros(quantityOut),
    quantityTransferred: ({ quantityTransferred }) => withoutZeros(quantityTransferred),
    closingQuantity: ({ closingQuantity }) => withoutZeros(closingQuantity),
  },
  StockAge: {
    ...ofItem,
    quantity: ({ quantity }) => withoutZeros(quantity),
    spans: ({ spans }) =>
      spans.map(({ quantity, value }, index) => ({
        fromDays: AGES[index] ?? 0,
        toDays: index + 1 < AGES.length ? (AGES[index + 1] ?? 0) - 1 : null,
        quantity: withoutZeros(quantity),
        value,
      })),
  },
  DeadStock: { ...ofItem, quantity: ({ quantity }) => withoutZeros(quantity) },
  Query: {
    stockOnHand: async (_root, { asOf, basis, filter, ...args }, { database, companyId }) => {
      const page = itemPage(args);
      const scope = scopeOf(asOf, basis ?? 'BOOKED', filter ?? {});
      const rows = await listOnHand(database, companyId, scope, page);
      const nodes = rows.map((row) => ({ ...row, scope }));
      return { ...connectionFromPage(nodes, page, itemKey), scope };
    },
    stockCard: async (
      _root,
      { itemId, from, to, warehouseId, basis, ...args },
      { database, companyId, loaders },
    ) => {
      const page = pageArguments(args, { max: MOST, cursor: cardCursor });
      demandSpan(from, to);
      demandWarehouse(warehouseId, 'warehouseId');
      if (!isUuid(itemId) || (await loaders.item.load(itemId)) === null) return null;
      const scope: CardScope = {
        itemId,
        warehouseId: warehouseId ?? null,
        from,
        to,
        basis: basis ?? 'BOOKED',
      };
      const lines = await listCard(database, companyId, scope, page);
      return {
        ...connectionFromPage(lines, page, ({ day, place, n }): CardKey => [day, place, n]),
        scope,
      };
    },
    stockTurnover: async (_root, { from, to, warehouseId, ...args }, { database, companyId }) => {
      const page = itemPage(args);
      demandSpan(from, to);
      demandWarehouse(warehouseId, 'warehouseId');
      const rows = await listTurnover(
        database,
        companyId,
        { from, to, warehouseId: warehouseId ?? null },
        page,
      );
      return connectionFromPage(rows, page, itemKey);
    },
    stockAges: async (_root, { asOf, ...args }, { database, companyId }) => {
      const page = itemPage(args);
      return connectionFromPage(
        await listAges(database, companyId, parseDate(asOf, 'asOf'), page),
        page,
        itemKey,
      );
    },
    deadStock: async (_root, { since, ...args }, { database, companyId }) => {
      const page = itemPage(args);
      return connectionFromPage(
        await listDead(database, companyId, parseDate(since, 'since'), page),
        page,
        itemKey,
      );
    },
  },
};

/** What is kept back now, micro-units; null of a past day, of which nobody remembers. */
async function keptBack(
  { itemId, scope }: OnHandNode,
  loaders: InventoryContext['loaders'],
): Promise<bigint | null> {
  const found = await loaders.keptBack.load(keptBackKey(itemId, scope.warehouseId));
  if (found === null) throw new Error(`what is kept back of ${itemId} was not answered`);
  return scope.asOf < found.today ? null : microOf(found.reserved);
}

function scopeOf(
  asOf: string,
  basis: StockScope['basis'],
  { warehouseId, itemIds }: StockFilter,
): StockScope {
  demandWarehouse(warehouseId, 'filter.warehouseId');
  if (itemIds && itemIds.length > MOST)
    throw badInput('filter.itemIds', itemIds.length, `at most ${String(MOST)} items`);
  return {
    asOf: parseDate(asOf, 'asOf'),
    basis,
    warehouseId: warehouseId ?? null,
    // What is no identifier of ours is no item.
    itemIds: itemIds?.filter(isUuid) ?? null,
  };
}

function demandWarehouse(id: string | null | undefined, field: string): void {
  if (id && !isUuid(id)) throw badInput(field, id, 'nothing has this identifier');
}

function demandSpan(from: string, to: string): void {
  parseDate(from, 'from');
  parseDate(to, 'to');
  if (to < from) throw badInput('to', to, 'is before `from`');
}
