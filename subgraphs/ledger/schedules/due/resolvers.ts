import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { Resolvers } from '../../generated/types.ts';
import { itemError } from '../../transactions/resolvers.ts';
import { demandTransaction } from '../demand-loaded.ts';
import { listDue, readDueId } from './due-entry.ts';
import { postDueEntries } from './post-due.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([
  z.iso.date(),
  z.string().refine((id) => readDueId(id) !== null),
]);

export const dueEntryResolvers: Resolvers = {
  Query: {
    dueEntries: async (_root, { first, after, until }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const due = await listDue(database, companyId, parseDate(until, 'until'), page);
      return connectionFromPage(due, page, (entry): [string, string] => [entry.date, entry.id]);
    },
  },
  Mutation: {
    postDueEntries: async (_root, { input }, context) => {
      const { results, hasMore } = await postDueEntries(context.writer, context.actor, input);
      return { results: [...results], hasMore };
    },
  },
  DueEntry: {
    recurringEntry: ({ kind, documentId }, _args, { loaders }) =>
      kind === 'RECURRING' ? loaders.recurringEntry.load(documentId) : null,
    reversingEntry: ({ kind, documentId }, _args, { loaders }) =>
      kind === 'REVERSAL' || kind === 'ACCRUAL_REVERSAL' ? loaders.reversingEntry.load(documentId) : null,
    spread: ({ kind, documentId }, _args, { loaders }) =>
      kind === 'SPREAD_PART' ? loaders.spread.load(documentId) : null,
  },
  PostedDueEntry: {
    transaction: ({ transactionId }, _args, context) =>
      transactionId === null ? null : demandTransaction(context, transactionId),
    error: ({ error }, _args, context) =>
      error === null ? null : itemError(error, context, 'postDueEntries.failed'),
  },
};
