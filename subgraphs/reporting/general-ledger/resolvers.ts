import { z } from 'zod';
import { badInput } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { demandRead } from '../books/read.ts';
import type { Resolvers } from '../generated/types.ts';
import { dimensionOf } from '../read-model/dimensions.ts';
import type { EntryKey } from '../statements/entries.ts';
import { parseSpan } from '../statements/scope.ts';
import { listEntries, type EntryList } from './entries.ts';
import { accountCard, generalLedger, type Card } from './queries.ts';

export const entryKey = z.tuple([z.iso.date(), z.int(), z.int()]);
const accountKey = z.tuple([z.string(), z.uuid()]);

export const generalLedgerResolvers: Resolvers = {
  Query: {
    generalLedger: async (_root, given, { database, companyId }) => {
      const span = parseSpan(given);
      const page = pageArguments<[string, string]>(given, { cursor: accountKey });
      await demandRead(database, companyId, given.minSeq);
      const { seq, cards } = await generalLedger(database, companyId, {
        ...span,
        ...filterOf(given),
        accountIds: given.accountIds ?? null,
        knownAt: given.knownAt ?? null,
      });
      // A company has hundreds of accounts, whatever its history: all are summed, and the page is cut from them.
      const behind = page.after;
      const after =
        behind === null ? cards : cards.filter(({ account }) => isBehind([account.code, account.id], behind));
      return {
        ...span,
        seq,
        debit: formatAmount(cards.reduce((sum, { debit }) => sum + debit, 0n)),
        credit: formatAmount(cards.reduce((sum, { credit }) => sum + credit, 0n)),
        ...connectionFromPage(after.slice(0, page.limit), page, ({ account }): [string, string] => [
          account.code,
          account.id,
        ]),
      };
    },
    accountCard: async (_root, given, { database, companyId }) => {
      const span = parseSpan(given);
      const filter = filterOf(given);
      await demandRead(database, companyId, given.minSeq);
      const knownAt = given.knownAt ?? null;
      return accountCard(database, companyId, given.accountId, { ...span, ...filter, knownAt });
    },
  },
  AccountCard: {
    account: ({ account }) => ({ id: account.id }),
    code: ({ account }) => account.code,
    name: ({ account }, { language }) => (language === 'EN' ? account.nameEn : account.nameKa),
    opening: ({ opening }) => formatAmount(opening),
    debit: ({ debit }) => formatAmount(debit),
    credit: ({ credit }) => formatAmount(credit),
    closing: ({ closing }) => formatAmount(closing),
    entries: async (card, given, { database, companyId }) => {
      const page = pageArguments<EntryKey>(given, { cursor: entryKey });
      const rows = await listEntries(database, companyId, listOf(card), page);
      return connectionFromPage(rows, page, ({ date, seq, line }): EntryKey => [date, seq, line]);
    },
  },
  AccountCardEntry: {
    account: ({ accountId }) => ({ id: accountId }),
    transaction: ({ transactionId }) => ({ id: transactionId }),
    counterparty: ({ counterpartyId }) => (counterpartyId === null ? null : { id: counterpartyId }),
    debit: ({ debit }) => formatAmount(debit),
    credit: ({ credit }) => formatAmount(credit),
    currencyAmount: ({ currencyAmount, currency }) =>
      formatAmount(currencyAmount, ISO_4217.get(currency) ?? 2),
    balance: ({ balance }) => formatAmount(balance),
  },
};

/** The entries of a card. */
export function listOf({ account, ...card }: Card): EntryList {
  return { ...card, accountIds: [account.id] };
}

/** Codes are compared as the database orders them, letter by letter. */
export function isBehind([code, id]: [string, string], [behindCode, behindId]: [string, string]): boolean {
  return code > behindCode || (code === behindCode && id > behindId);
}

interface GivenFilter {
  readonly counterpartyId?: string | null | undefined;
  readonly dimension?: Parameters<typeof dimensionOf>[0];
}

/** @throws DomainError BAD_USER_INPUT for an identifier that is none, and a dimension of which no value is said. */
export function filterOf({ counterpartyId, dimension }: GivenFilter) {
  if (counterpartyId !== undefined && counterpartyId !== null && !isUuid(counterpartyId))
    throw badInput('counterpartyId', counterpartyId, 'not an identifier');
  return { counterpartyId: counterpartyId ?? null, dimension: dimensionOf(dimension) };
}
