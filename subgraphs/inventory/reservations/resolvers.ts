import { z } from 'zod';
import { demandSearchable } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { InventoryContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { releaseReservation, reserveStock } from './commands.ts';
import { findReservation, listAvailability, listReservations, type ReservationRow } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.uuid()]);

export const reservationResolvers: Resolvers = {
  Query: {
    stockReservation: (_root, { id }, { database, companyId }) => findReservation(database, companyId, id),
    stockReservations: async (_root, { first, after, filter }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      demandSearchable(filter?.document, 'filter.document');
      const rows = await listReservations(database, companyId, filter ?? {}, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.until, row.id]);
    },
    stockAvailability: async (_root, { itemId }, { database, companyId }) =>
      (await listAvailability(database, companyId, itemId)).map((row) => ({ ...row })),
  },
  Mutation: {
    reserveStock: async (_root, { input }, context) =>
      written(context, await reserveStock(context.writer, context.actor, input)),
    releaseStockReservation: async (_root, { input }, context) =>
      written(context, await releaseReservation(context.writer, context.actor, input)),
  },
};

/** The reservation as it is now, after a command on it. */
async function written(
  { database, companyId }: InventoryContext,
  id: string,
): Promise<{ reservation: ReservationRow }> {
  const reservation = await findReservation(database, companyId, id);
  if (reservation === null) throw new Error(`reservation ${id} is gone`);
  return { reservation };
}
