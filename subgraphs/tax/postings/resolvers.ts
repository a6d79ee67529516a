import { z } from 'zod';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { Resolvers } from '../generated/types.ts';
import { retryPosting } from './commands.ts';
import { findPosting, listPostings, type PostingRow } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.datetime(), z.uuid()]);

export const postingResolvers: Resolvers = {
  Posting: {
    transaction: ({ transactionId }) => (transactionId === null ? null : { id: transactionId }),
    reversal: ({ reversedBy }) => (reversedBy === null ? null : { id: reversedBy }),
    refusal: refusalOf,
    requestedBy: ({ requestedBy }) => ({ id: requestedBy }),
  },
  Query: {
    posting: (_root, { id }, { database, companyId }) => findPosting(database, companyId, id),
    postings: async (_root, { first, after, states = null }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listPostings(database, companyId, states, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.requestedAt, row.id]);
    },
  },
  Mutation: {
    retryPosting: async (_root, { input }, { writer, actor, database, companyId }) => {
      await retryPosting(writer, actor, input);
      const posting = await findPosting(database, companyId, input.id);
      if (posting === null) throw new Error(`posting ${input.id} was asked for again and is not there`);
      return { posting };
    },
  },
};

/** The refusal that stands: one that was followed by a posting is history. */
function refusalOf({ state, refusalCode, refusalField, refusalMessage, refusedAt }: PostingRow) {
  if (state !== 'REFUSED' && state !== 'REVERSAL_REFUSED') return null;
  return {
    code: refusalCode ?? '',
    field: refusalField,
    message: refusalMessage ?? '',
    refusedAt: refusedAt ?? '',
  };
}
