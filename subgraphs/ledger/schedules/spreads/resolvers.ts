import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { LedgerContext } from '../../context.ts';
import type { Resolvers } from '../../generated/types.ts';
import { demandAccount, demandTransaction } from '../demand-loaded.ts';
import { changeSpread, createSpread, endSpread } from './commands.ts';
import { carriedOn, listSpreads, type SignedPlan, type SpreadPartRow, type SpreadRow } from './queries.ts';

const cursor: z.ZodType<[string]> = z.tuple([z.uuid()]);
/** A part as it is answered: with what stands on the account behind it. */
export interface ShownPart extends SpreadPartRow {
  readonly remaining: string | null;
}

/** What spreads carry on an account beside its balance; lari. */
export interface ShownBalance {
  readonly accountId: string;
  readonly carried: string;
  readonly balance: string;
  readonly difference: string;
}

export const spreadResolvers: Resolvers = {
  Query: {
    spread: (_root, { id }, { loaders }) => loaders.spread.load(id),
    spreads: async (_root, { first, after, isOpen }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listSpreads(database, companyId, { isOpen }, page);
      return connectionFromPage(rows, page, (row): [string] => [row.id]);
    },
    spreadBalances: async (_root, args, context) => {
      const asOf = args.asOf == null ? null : parseDate(args.asOf, 'asOf');
      const carried = await carriedOn(context.database, context.companyId, asOf);
      return Promise.all(carried.map((row) => besideBalance(context, row, asOf)));
    },
  },
  Mutation: {
    createSpread: async (_root, { input }, context) =>
      payload(context, await createSpread(context.writer, context.actor, input)),
    changeSpread: async (_root, { input }, context) =>
      payload(context, await changeSpread(context.writer, context.actor, input)),
    endSpread: async (_root, { input }, context) =>
      payload(context, await endSpread(context.writer, context.actor, input)),
  },
  Spread: {
    counterparty: ({ counterpartyId }) => (counterpartyId === null ? null : { id: counterpartyId }),
    dimensions: ({ dimensions }) => [...dimensions],
    fromAccount: ({ fromAccountId }, _args, context) => demandAccount(context, fromAccountId),
    toAccount: ({ plans }, _args, context) => demandAccount(context, plans.at(-1)?.toAccountId ?? ''),
    transaction: ({ transactionId }, _args, context) =>
      transactionId === null ? null : demandTransaction(context, transactionId),
    posted: ({ amount, remaining }) =>
      formatAmount(parseDatabaseAmount(amount) - parseDatabaseAmount(remaining)),
    parts: async ({ id, amount }, { replaced }, { loaders }) => {
      const parts = await loaders.spreadParts.load(id);
      const shown = replaced ? parts : parts.filter(({ status }) => status !== 'REPLACED');
      let remaining = parseDatabaseAmount(amount);
      return shown.map((part): ShownPart => {
        if (part.status !== 'PLANNED' && part.status !== 'POSTED') return { ...part, remaining: null };
        remaining -= parseDatabaseAmount(part.amount);
        return { ...part, remaining: formatAmount(remaining) };
      });
    },
    plans: ({ plans }) => [...plans],
    createdBy: ({ createdBy }) => ({ id: createdBy }),
  },
  SpreadPart: {
    transaction: ({ transactionId }, _args, context) =>
      transactionId === null ? null : demandTransaction(context, transactionId),
  },
  SpreadPlan: {
    toAccount: ({ toAccountId }: SignedPlan, _args, context) => demandAccount(context, toAccountId),
    madeAt: ({ at }) => at,
    madeBy: ({ by }) => ({ id: by }),
  },
  SpreadBalance: { account: ({ accountId }, _args, context) => demandAccount(context, accountId) },
};

async function besideBalance(
  context: LedgerContext,
  { accountId, carried }: { readonly accountId: string; readonly carried: string },
  asOf: string | null,
): Promise<ShownBalance> {
  const account = await demandAccount(context, accountId);
  const { debit, credit } = await context.loaders
    .sums({ asOf, knownAt: null, subtree: false })
    .load(accountId);
  const balance = account.normalSide === 'DEBIT' ? debit - credit : credit - debit;
  return {
    accountId,
    carried,
    balance: formatAmount(balance),
    difference: formatAmount(balance - parseDatabaseAmount(carried)),
  };
}

async function payload(
  { loaders }: LedgerContext,
  { result: { spreadId: id } }: { readonly result: { readonly spreadId: string } },
): Promise<{ spread: SpreadRow }> {
  const spread = await loaders.spread.clear(id).load(id);
  if (spread === null) throw new Error(`the spread ${id} was written and is not there`);
  return { spread };
}
