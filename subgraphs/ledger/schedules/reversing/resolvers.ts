import { z } from 'zod';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { LedgerContext } from '../../context.ts';
import type { Resolvers } from '../../generated/types.ts';
import { demandTransaction } from '../demand-loaded.ts';
import { cancelScheduledReversal, createAccrual, recordReversing, scheduleReversal } from './commands.ts';
import { listReversingEntries, type ReversingEntryRow } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.uuid()]);
export const reversingEntryResolvers: Resolvers = {
  Query: {
    reversingEntry: (_root, { id }, { loaders }) => loaders.reversingEntry.load(id),
    reversingEntries: async (_root, { first, after, kinds, status }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listReversingEntries(database, companyId, { kinds, status }, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.date, row.id]);
    },
  },
  Mutation: {
    scheduleReversal: async (_root, { input }, context) =>
      payload(context, await scheduleReversal(context.writer, context.actor, input)),
    cancelScheduledReversal: async (_root, { input }, context) =>
      payload(context, await cancelScheduledReversal(context.writer, context.actor, input)),
    recordReversingTransaction: async (_root, { input }, context) =>
      payload(context, await recordReversing(context.writer, context.actor, input)),
    createAccrual: async (_root, { input }, context) =>
      payload(context, await createAccrual(context.writer, context.actor, input)),
  },
  ReversingEntry: {
    transaction: ({ transactionId }, _args, context) => demandTransaction(context, transactionId),
    reversal: ({ reversalId }, _args, context) =>
      reversalId === null ? null : demandTransaction(context, reversalId),
    scheduledBy: ({ scheduledBy }) => ({ id: scheduledBy }),
    cancelledBy: ({ cancelledBy }) => (cancelledBy === null ? null : { id: cancelledBy }),
  },
};

async function payload(
  { loaders }: LedgerContext,
  { result: { reversingEntryId: id } }: { readonly result: { readonly reversingEntryId: string } },
): Promise<{ reversingEntry: ReversingEntryRow }> {
  const reversingEntry = await loaders.reversingEntry.clear(id).load(id);
  if (reversingEntry === null) throw new Error(`the reversing entry ${id} was written and is not there`);
  return { reversingEntry };
}
