import { z } from 'zod';
import type { Receipt } from '#db/write-path.ts';
import { parseDate } from '#shared/domain/date.ts';
import { DomainError, badInput } from '#shared/domain/errors.ts';
import { AMOUNT_DECIMALS, parseScaled } from '#shared/domain/money.ts';
import { demandSearchable } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { isYearEnd, isYearEndClosing } from '../closing/year-end.ts';
import type { LedgerContext } from '../context.ts';
import type {
  EntryResolvers,
  MutationResolvers,
  QueryResolvers,
  Resolvers,
  TransactionFilter,
  TransactionResolvers,
} from '../generated/types.ts';
import type { Actor } from '#shared/domain/actor.ts';
import {
  approveTransaction,
  createTransaction,
  postTransaction,
  recordTransactionOrder,
  reverseTransaction,
} from './commands.ts';
import type { TransactionResult } from './decide.ts';
import { formatDocumentNumber } from './document-number.ts';
import { listTransactions, type TransactionConditions, type TransactionRow } from './queries.ts';
import type { TransactionPostedData } from './transaction.ts';

const MAX_BATCH = 1_000;
const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.uuid()]);

const transaction: TransactionResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.transaction.load(id),
  number: ({ documentYear, documentNumber }) =>
    documentYear === null ? null : formatDocumentNumber(documentYear, documentNumber ?? 0),
  date: ({ transactionDate }) => transactionDate,
  totalAmount: ({ totalGel }) => totalGel,
  reverses: ({ reversesId }, _args, { loaders }) =>
    reversesId === null ? null : loaders.transaction.load(reversesId),
  reversedBy: ({ reversedById }, _args, { loaders }) =>
    reversedById === null ? null : loaders.transaction.load(reversedById),
  source: ({ id }, _args, { loaders }) => loaders.source.load(id),
  fiscalPeriod: async ({ id, transactionDate }, _args, { loaders }) => {
    if (!isYearEnd(transactionDate)) return Number(transactionDate.slice(5, 7));
    const source = await loaders.source.load(id);
    const isLast = isYearEndClosing(source ?? undefined) || (await loaders.isYearEndAdjustment.load(id));
    return isLast ? 13 : 12;
  },
  isYearEndAdjustment: async ({ id, transactionDate }, _args, { loaders }) =>
    isYearEnd(transactionDate) && (await loaders.isYearEndAdjustment.load(id)),
  createdBy: ({ createdBy }) => ({ id: createdBy }),
  approvedBy: ({ approvedBy }) => (approvedBy === null ? null : { id: approvedBy }),
  postedBy: ({ postedBy }) => (postedBy === null ? null : { id: postedBy }),
};

const entry: EntryResolvers = {
  account: async ({ accountId }, _args, { loaders }) => {
    const account = await loaders.account.load(accountId);
    if (account === null)
      throw new DomainError('NOT_FOUND', 'the account of this draft was deleted', { value: accountId });
    return account;
  },
  description: ({ description }) => description ?? null,
  counterparty: ({ counterpartyId }) => (counterpartyId === undefined ? null : { id: counterpartyId }),
  dimensions: ({ dimensions }) => [...(dimensions ?? [])],
};

const queries: QueryResolvers = {
  transaction: (_root, { id }, { loaders }) => loaders.transaction.load(id),
  transactions: async (_root, { first, after, filter }, { database, companyId }) => {
    const page = pageArguments({ first, after }, { cursor });
    const rows = await listTransactions(database, companyId, checkFilter(filter ?? {}), page);
    return connectionFromPage(rows, page, (row): [string, string] => [row.transactionDate, row.id]);
  },
};

const mutations: MutationResolvers = {
  createTransaction: async (_root, { input }, context) => {
    const receipt = await createTransaction(context.writer, context.actor, input);
    return { transaction: await written(context, receipt) };
  },
  approveTransaction: async (_root, { input }, context) => {
    const receipt = await approveTransaction(context.writer, context.actor, demandUuid(input));
    return { transaction: await written(context, receipt) };
  },
  postTransaction: async (_root, { input }, context) => {
    const receipt = await postTransaction(context.writer, context.actor, demandUuid(input));
    return { transaction: await written(context, receipt) };
  },
  recordTransaction: async (_root, { input }, context) => {
    const receipt = await context.writer.writePath.execute(
      recordTransactionOrder(context.writer, context.actor, input),
    );
    return { transaction: await written(context, receipt) };
  },
  recordTransactions: async (_root, { input }, context) => {
    const { transactions } = input;
    if (transactions.length < 1 || transactions.length > MAX_BATCH) {
      throw badInput('transactions', String(transactions.length), `a batch has 1–${MAX_BATCH} transactions`);
    }
    const results = await Promise.all(
      transactions.map(async (draft, index) => {
        try {
          const receipt = await context.writer.writePath.execute(
            recordTransactionOrder(context.writer, context.actor, draft),
          );
          return { index, transaction: await written(context, receipt), error: null };
        } catch (error) {
          return { index, transaction: null, error: itemError(error, context) };
        }
      }),
    );
    return { results };
  },
  reverseTransaction: async (_root, { input }, context) => {
    const receipt = await reverseTransaction(context.writer, context.actor, demandUuid(input));
    return { transaction: await written(context, receipt) };
  },
};

export const transactionResolvers: Resolvers = {
  Transaction: transaction,
  Entry: entry,
  Query: queries,
  Mutation: mutations,
};

/**
 * The transaction as it is after its command. What was just recorded is known without asking the database again;
 * all else is read.
 */
async function written(
  { loaders, actor }: LedgerContext,
  receipt: Receipt<TransactionResult>,
): Promise<TransactionRow> {
  const id = receipt.result.transactionId;
  const [event] = receipt.events;
  if (event?.type === 'TransactionPosted' && event.version === 1) {
    return recordedRow(id, event.data as TransactionPostedData, receipt, actor);
  }
  const row = await loaders.transaction.clear(id).load(id);
  if (row === null) throw new Error(`transaction ${id} was written and is not there`);
  return row;
}

function recordedRow(
  id: string,
  data: TransactionPostedData,
  receipt: Receipt<TransactionResult>,
  { companyId, userId }: Actor,
): TransactionRow {
  const at = receipt.recordedAt ?? '';
  return {
    companyId,
    id,
    status: 'POSTED',
    transactionDate: data.date,
    description: data.description,
    reference: data.reference ?? null,
    totalGel: data.totalGel,
    entries: data.entries,
    attachments: data.attachments ?? [],
    seq: receipt.publishedSeq,
    documentYear: Number(receipt.documentSeries),
    documentNumber: receipt.documentNumber,
    reversesId: data.reverses ?? null,
    reversalReason: data.reversalReason ?? null,
    reversedById: null,
    version: 1,
    createdAt: at,
    createdBy: userId,
    approvedAt: at,
    approvedBy: userId,
    postedAt: at,
    postedBy: userId,
  };
}

/** A refusal becomes the item's error; a defect is logged and says nothing of the inside. */
export function itemError(
  error: unknown,
  { log, caller }: LedgerContext,
  event = 'recordTransactions.failed',
) {
  if (error instanceof DomainError) {
    return {
      code: error.code,
      message: error.message,
      field: error.details.field ?? null,
      value: error.details.value ?? null,
    };
  }
  log.error({ event, requestId: caller.requestId, err: error });
  return { code: 'INTERNAL_SERVER_ERROR', message: 'internal error', field: null, value: null };
}

/** What is no UUID names nothing, and must not reach a uuid column. */
function demandUuid<Input extends { readonly id: string }>(input: Input): Input {
  if (!isUuid(input.id)) {
    throw new DomainError('NOT_FOUND', 'id: nothing here has this identifier', {
      field: 'id',
      value: input.id,
    });
  }
  return input;
}

function checkFilter(filter: TransactionFilter): TransactionConditions {
  for (const field of ['from', 'to'] as const) if (filter[field]) parseDate(filter[field], `filter.${field}`);
  for (const field of ['minAmount', 'maxAmount'] as const) {
    if (filter[field]) parseScaled(filter[field], AMOUNT_DECIMALS, `filter.${field}`);
  }
  demandSearchable(filter.search, 'filter.search');
  return filter.accountIds ? { ...filter, accountIds: filter.accountIds.filter(isUuid) } : filter;
}
