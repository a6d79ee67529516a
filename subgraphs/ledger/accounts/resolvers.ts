import { z } from 'zod';
import { dayBefore, parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { demandSearchable } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { BalanceQuestion } from '../balances/queries.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { LedgerContext } from '../context.ts';
import type { AccountResolvers, MutationResolvers, QueryResolvers, Resolvers } from '../generated/types.ts';
import { createAccount, deleteAccount, setAccountActive, updateAccount } from './commands.ts';
import { namesFrom } from './decide.ts';
import { accountHistory, type HistoryKey } from './history.ts';
import { listAccounts, type AccountRow } from './queries.ts';

const codeCursor: z.ZodType<[string]> = z.tuple([z.string().max(64)]);
const historyCursor: z.ZodType<HistoryKey> = z.tuple([z.iso.date(), z.int(), z.int()]);

const account: AccountResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.account.load(id),
  name: ({ names, code }, { language }, { caller }) => {
    const wanted = language?.toLowerCase() as keyof typeof names | undefined;
    return names[wanted ?? caller.language] ?? names.ka ?? names.en ?? names.ru ?? code;
  },
  parent: ({ parentId }, _args, { loaders }) => (parentId === null ? null : loaders.account.load(parentId)),
  children: ({ id }, _args, { loaders }) => loaders.accountChildren.load(id),
  balance: async ({ id }, given, { loaders }) => {
    const { debit, credit } = await loaders.sums(question(given)).load(id);
    return formatAmount(debit - credit);
  },
  currencyBalances: async ({ id }, given, { loaders }) => {
    const sums = await loaders.currencySums(question(given)).load(id);
    return Promise.all(
      sums.map(async ({ currency, amount, balance }) => ({
        currency,
        amount: formatAmount(amount, await loaders.minorUnits.load(currency)),
        balance: formatAmount(balance),
      })),
    );
  },
  turnover: async ({ id }, { from, to, subtree }, { loaders }) => {
    const first = parseDate(from, 'from');
    const last = parseDate(to, 'to');
    if (first > last) throw badInput('from', from, 'is after to');
    const [before, until] = await Promise.all([
      loaders.sums({ asOf: dayBefore(first), knownAt: null, subtree: subtree ?? false }).load(id),
      loaders.sums({ asOf: last, knownAt: null, subtree: subtree ?? false }).load(id),
    ]);
    return {
      debit: formatAmount(until.debit - before.debit),
      credit: formatAmount(until.credit - before.credit),
    };
  },
  history: async ({ id }, { from, to, first, after }, { database, companyId, loaders }) => {
    const page = pageArguments({ first, after }, { cursor: historyCursor });
    const range = {
      from: from ? parseDate(from, 'from') : null,
      to: to ? parseDate(to, 'to') : null,
    };
    if (range.from !== null && range.to !== null && range.from > range.to) {
      throw badInput('from', range.from, 'is after to');
    }
    const { openingBalance, rows } = await accountHistory(database, companyId, id, range, page);
    const connection = connectionFromPage(rows, page, (row) => row.key);
    const nodes = connection.edges.map(({ node }) => node);
    const [found, decimals] = await Promise.all([
      loaders.transaction.loadMany(nodes.map(({ transactionId }) => transactionId)),
      loaders.minorUnits.loadMany(nodes.map(({ currency }) => currency)),
    ]);
    return {
      openingBalance: formatAmount(openingBalance),
      pageInfo: connection.pageInfo,
      edges: connection.edges.map(({ cursor, node }, index) => {
        const transaction = found[index];
        const minorUnits = decimals[index];
        if (minorUnits instanceof Error) throw minorUnits;
        if (transaction instanceof Error) throw transaction;
        // Entries and their transaction are written together; one without the other is a defect.
        if (!transaction) throw new Error(`entry without its transaction ${node.transactionId}`);
        return {
          cursor,
          node: {
            date: node.key[0],
            transaction,
            description: node.description ?? transaction.description,
            debit: formatAmount(node.debitGel),
            credit: formatAmount(node.creditGel),
            currency: node.currency,
            amount: formatAmount(node.amount, minorUnits),
            balance: formatAmount(node.balance),
          },
        };
      }),
    };
  },
};

const queries: QueryResolvers = {
  account: (_root, { id, code }, { loaders }) => {
    if ((id ?? null) === null && (code ?? null) === null) throw badInput('id', null, 'give an id or a code');
    if (id && code) throw badInput('code', code, 'give an id or a code, not both');
    demandSearchable(code, 'code');
    return id ? loaders.account.load(id) : loaders.accountByCode.load(code ?? '');
  },
  accounts: async (_root, { first, after, filter }, { database, companyId }) => {
    const page = pageArguments({ first, after }, { cursor: codeCursor });
    // No account stands below what is no identifier.
    if (filter?.parentId && !isUuid(filter.parentId))
      throw badInput('filter.parentId', filter.parentId, 'no such account');
    demandSearchable(filter?.codePrefix, 'filter.codePrefix');
    demandSearchable(filter?.search, 'filter.search');
    const { rows, totalCount } = await listAccounts(database, companyId, filter ?? {}, page);
    return { ...connectionFromPage(rows, page, (row): [string] => [row.code]), totalCount };
  },
};

const mutations: MutationResolvers = {
  createAccount: async (_root, { input }, context) => {
    const { name, names, ...given } = input;
    const receipt = await createAccount(context.writer, context.actor, {
      ...given,
      names: namesFrom(name, names),
    });
    return { account: await demandAccount(context, receipt.result.accountId) };
  },
  updateAccount: async (_root, { input }, context) => {
    const receipt = await updateAccount(context.writer, context.actor, input);
    return { account: await demandAccount(context, receipt.result.accountId) };
  },
  deactivateAccount: async (_root, { input }, context) => {
    const receipt = await setAccountActive(context.writer, context.actor, input, false);
    return { account: await demandAccount(context, receipt.result.accountId) };
  },
  activateAccount: async (_root, { input }, context) => {
    const receipt = await setAccountActive(context.writer, context.actor, input, true);
    return { account: await demandAccount(context, receipt.result.accountId) };
  },
  deleteAccount: async (_root, { input }, { writer, actor }) => {
    const receipt = await deleteAccount(writer, actor, input);
    return { deletedId: receipt.result.accountId };
  },
};

export const accountResolvers: Resolvers = { Account: account, Query: queries, Mutation: mutations };

/** The account as it is now, after a command on it. */
async function demandAccount({ loaders }: LedgerContext, id: string): Promise<AccountRow> {
  const row = await loaders.account.clear(id).load(id);
  if (row === null) throw new Error(`account ${id} is gone`);
  return row;
}

function question(given: {
  readonly asOf?: string | null | undefined;
  readonly knownAt?: string | null | undefined;
  readonly subtree?: boolean | null | undefined;
}): BalanceQuestion {
  return {
    asOf: given.asOf ? parseDate(given.asOf, 'asOf') : null,
    knownAt: given.knownAt ?? null,
    subtree: given.subtree ?? false,
  };
}
