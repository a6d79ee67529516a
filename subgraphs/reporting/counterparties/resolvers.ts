import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { demandRead } from '../books/read.ts';
import type { Resolvers } from '../generated/types.ts';
import { listEntries, type EntryList } from '../general-ledger/entries.ts';
import type { RowKey } from '../general-ledger/account-rows.ts';
import { entryKey } from '../general-ledger/resolvers.ts';
import type { EntryKey } from '../statements/entries.ts';
import { parseSpan } from '../statements/scope.ts';
import { agedBalances, type AgedRow } from './aged.ts';
import { reconciliationAct, type Act } from './reconciliation.ts';

const rowKey = z.tuple([z.string(), z.uuid(), z.uuid().nullable()]);
const MOST_ROWS = 500;

export const counterpartyResolvers: Resolvers = {
  Query: {
    agedBalances: async (_root, given, { database, companyId }) => {
      const asOf = parseDate(given.asOf, 'asOf');
      const page = pageArguments<RowKey>(given, { cursor: rowKey, max: MOST_ROWS });
      await demandRead(database, companyId, given.minSeq);
      const { seq, accounts, rows, totals, checks } = await agedBalances(
        database,
        companyId,
        {
          side: given.side,
          asOf,
          accountIds: given.accountIds ?? null,
          by: given.by ?? 'TRANSACTION_DATE',
          knownAt: given.knownAt ?? null,
        },
        page,
      );
      return {
        asOf,
        seq,
        checks: [...checks],
        accounts: accounts.map(({ id }) => ({ id })),
        notDue: formatAmount(totals.notDue),
        days0To30: formatAmount(totals.days0To30),
        days31To60: formatAmount(totals.days31To60),
        days61To90: formatAmount(totals.days61To90),
        over90: formatAmount(totals.over90),
        prepaid: formatAmount(totals.prepaid),
        balance: formatAmount(totals.balance),
        ...connectionFromPage(rows, page, keyOf),
      };
    },
    reconciliationAct: async (_root, given, { database, companyId }) => {
      const span = parseSpan(given);
      await demandRead(database, companyId, given.minSeq);
      const asked = { ...span, knownAt: given.knownAt ?? null };
      return reconciliationAct(database, companyId, given.counterpartyId, asked);
    },
  },
  AgedBalance: {
    counterparty: ({ counterpartyId }) => (counterpartyId === null ? null : { id: counterpartyId }),
    account: ({ account }) => ({ id: account.id }),
    code: ({ account }) => account.code,
    notDue: ({ notDue }) => formatAmount(notDue),
    days0To30: ({ days0To30 }) => formatAmount(days0To30),
    days31To60: ({ days31To60 }) => formatAmount(days31To60),
    days61To90: ({ days61To90 }) => formatAmount(days61To90),
    over90: ({ over90 }) => formatAmount(over90),
    prepaid: ({ prepaid }) => formatAmount(prepaid),
    balance: ({ balance }) => formatAmount(balance),
  },
  ReconciliationAct: {
    counterparty: ({ counterpartyId }) => ({ id: counterpartyId }),
    opening: ({ opening }) => formatAmount(opening),
    debit: ({ debit }) => formatAmount(debit),
    credit: ({ credit }) => formatAmount(credit),
    closing: ({ closing }) => formatAmount(closing),
    entries: async (act, given, { database, companyId }) => {
      const page = pageArguments<EntryKey>(given, { cursor: entryKey });
      const rows = await listEntries(database, companyId, listOfAct(act), page);
      return connectionFromPage(rows, page, ({ date, seq, line }): EntryKey => [date, seq, line]);
    },
  },
  ReconciliationAccount: {
    account: ({ account }) => ({ id: account.id }),
    code: ({ account }) => account.code,
    name: ({ account }, { language }) => (language === 'EN' ? account.nameEn : account.nameKa),
    opening: ({ opening }) => formatAmount(opening),
    debit: ({ debit }) => formatAmount(debit),
    credit: ({ credit }) => formatAmount(credit),
    closing: ({ closing }) => formatAmount(closing),
  },
};

/** The entries of an act. */
export function listOfAct({ accounts, counterpartyId, from, to, seq, opening }: Act): EntryList {
  const accountIds = accounts.map(({ account }) => account.id);
  return { accountIds, counterpartyId, dimension: null, from, to, seq, opening };
}

function keyOf({ account, counterpartyId }: AgedRow): RowKey {
  return [account.code, account.id, counterpartyId];
}
