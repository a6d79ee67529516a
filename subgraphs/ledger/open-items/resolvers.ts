import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { formatAmount, formatDatabaseAmount } from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { LedgerContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { matchItems, unmatchItems } from './commands.ts';
import { ITEM_ID, itemId, type OpenItem } from './open-item.ts';
import { propose } from './propose.ts';
import { findMatchings, itemsOfMatching, listOpenItems, type MatchingRow } from './queries.ts';

/** The day of an item and its name. */
const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.string().regex(ITEM_ID)]);
const DAY_MILLISECONDS = 86_400_000;
const MOST_PROPOSED = 1_000;

/** An open item as it is answered: with its age on the day asked about. */
export interface ShownItem extends OpenItem {
  readonly ageDays: number;
}

export const openItemResolvers: Resolvers = {
  Query: {
    openItems: async (_root, { first, after, ...given }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const asOf = given.asOf == null ? null : parseDate(given.asOf, 'asOf');
      const items = await listOpenItems(database, companyId, { ...given, asOf }, page);
      return connectionFromPage(items.map(shownOn(asOf)), page, (item) => [item.date, itemId(item)]);
    },
    openItemMatching: async (_root, { id }, context) => (await findMatching(context, id)) ?? null,
    matchingProposals: async (_root, given, { database, companyId }) => {
      const open = await listOpenItems(database, companyId, given, { after: null, limit: MOST_PROPOSED });
      return propose(open.map(shownOn(null)));
    },
  },
  Mutation: {
    matchOpenItems: async (_root, { input }, context) => {
      const { result } = await matchItems(context.writer, context.actor, input);
      return { matching: await demandMatching(context, result.matchingId) };
    },
    unmatchOpenItems: async (_root, { input }, context) => {
      const { result } = await unmatchItems(context.writer, context.actor, input);
      return { matching: await demandMatching(context, result.matchingId) };
    },
  },
  OpenItem: {
    id: itemId,
    transaction: ({ transactionId }, _args, context) => demandTransaction(context, transactionId),
    account: ({ accountId }, _args, context) => demandAccount(context, accountId),
    counterparty: ({ counterpartyId }) => ({ id: counterpartyId }),
    amount: async ({ amount, currency }, _args, { loaders }) =>
      formatAmount(amount, await loaders.minorUnits.load(currency)),
    open: async ({ open, currency }, _args, { loaders }) =>
      formatAmount(open, await loaders.minorUnits.load(currency)),
    openGel: ({ openGel }) => formatAmount(openGel),
  },
  ProposedItem: {
    item: ({ item }) => shownOn(null)(item),
    amount: async ({ amount, item }, _args, { loaders }) =>
      formatAmount(amount, await loaders.minorUnits.load(item.currency)),
  },
  MatchingProposal: { parts: ({ parts }) => [...parts] },
  OpenItemMatching: {
    account: ({ accountId }, _args, context) => demandAccount(context, accountId),
    counterparty: ({ counterpartyId }) => ({ id: counterpartyId }),
    amount: async ({ amount, currency }, _args, { loaders }) =>
      formatDatabaseAmount(amount, await loaders.minorUnits.load(currency)),
    items: async ({ id, currency }, _args, { database, companyId, loaders }) => {
      const [items, minorUnits] = [
        await itemsOfMatching(database, companyId, id),
        await loaders.minorUnits.load(currency),
      ];
      return items.map((item) => ({ ...item, amount: formatDatabaseAmount(item.amount, minorUnits) }));
    },
    differenceTransaction: ({ differenceTransactionId }, _args, context) =>
      differenceTransactionId === null ? null : demandTransaction(context, differenceTransactionId),
    differenceReversal: ({ reversalTransactionId }, _args, context) =>
      reversalTransactionId === null ? null : demandTransaction(context, reversalTransactionId),
    matchedBy: ({ matchedBy }) => ({ id: matchedBy }),
    unmatchedBy: ({ unmatchedBy }) => (unmatchedBy === null ? null : { id: unmatchedBy }),
  },
  MatchedItem: {
    id: itemId,
    transaction: ({ transactionId }, _args, context) => demandTransaction(context, transactionId),
  },
};

function shownOn(asOf: string | null): (item: OpenItem) => ShownItem {
  const day = asOf ?? new Date().toISOString().slice(0, 10);
  return (item) => ({
    ...item,
    ageDays: Math.max(0, Math.round((Date.parse(day) - Date.parse(item.date)) / DAY_MILLISECONDS)),
  });
}

async function findMatching(
  { database, companyId }: LedgerContext,
  id: string,
): Promise<MatchingRow | undefined> {
  return (await findMatchings(database, companyId, [id]))[0];
}

async function demandMatching(context: LedgerContext, id: string): Promise<MatchingRow> {
  const matching = await findMatching(context, id);
  if (matching === undefined) throw new Error(`matching ${id} was written and is not there`);
  return matching;
}

async function demandTransaction({ loaders }: LedgerContext, id: string) {
  const transaction = await loaders.transaction.load(id);
  if (transaction === null) throw new Error(`transaction ${id} has entries and is not there`);
  return transaction;
}

async function demandAccount({ loaders }: LedgerContext, id: string) {
  const account = await loaders.account.load(id);
  if (account === null) throw new Error(`account ${id} has entries and is not there`);
  return account;
}
