import { z } from 'zod';
import { badInput } from '#shared/domain/errors.ts';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { demandRead } from '../books/read.ts';
import type { Resolvers } from '../generated/types.ts';
import { dimensionOf, type Dimension } from '../read-model/dimensions.ts';
import { parseSpan } from '../statements/scope.ts';
import type { RowKey } from './account-rows.ts';
import { correspondingAccounts } from './corresponding.ts';
import { onDebit, turnoverSheet, type TurnoverAsked, type TurnoverLine } from './turnover.ts';

const rowKey = z.tuple([z.string(), z.uuid(), z.string().nullable()]);
const MOST_ROWS = 500;

export const turnoverResolvers: Resolvers = {
  Query: {
    turnoverSheet: async (_root, given, { database, companyId }) => {
      const span = parseSpan(given);
      const by = given.by ?? 'ACCOUNT';
      const page = pageArguments<RowKey>(given, { cursor: rowKey, max: MOST_ROWS });
      const asked = { ...span, by, accountIds: given.accountIds ?? null, knownAt: given.knownAt ?? null };
      await demandRead(database, companyId, given.minSeq);
      const { seq, rows, totals, checks } = await turnoverSheet(
        database,
        companyId,
        {
          ...asked,
          dimensionName: dimensionNameOf(by, given.dimensionName ?? null),
          dimension: onlyByAccount(by, dimensionOf(given.dimension)),
        },
        page,
      );
      return {
        ...span,
        seq,
        totals,
        checks,
        ...connectionFromPage(rows, page, keyOf),
      };
    },
    correspondingAccounts: async (_root, given, { database, companyId }) => {
      const span = parseSpan(given);
      await demandRead(database, companyId, given.minSeq);
      const { seq, pairs, checks } = await correspondingAccounts(database, companyId, {
        ...span,
        dimension: dimensionOf(given.dimension),
        knownAt: given.knownAt ?? null,
      });
      return { ...span, seq, pairs: [...pairs], checks: [...checks] };
    },
  },
  TurnoverSheet: {
    openingDebit: ({ totals }) => formatAmount(totals.openingDebit),
    openingCredit: ({ totals }) => formatAmount(totals.openingCredit),
    debit: ({ totals }) => formatAmount(totals.debit),
    credit: ({ totals }) => formatAmount(totals.credit),
    closingDebit: ({ totals }) => formatAmount(totals.closingDebit),
    closingCredit: ({ totals }) => formatAmount(totals.closingCredit),
  },
  TurnoverRow: {
    account: ({ account }) => ({ id: account.id }),
    code: ({ account }) => account.code,
    name: ({ account }, { language }) => (language === 'EN' ? account.nameEn : account.nameKa),
    counterparty: ({ by, key }) => (by === 'COUNTERPARTY' && key !== null ? { id: key } : null),
    dimensionValue: ({ by, key }) => (by === 'DIMENSION' ? key : null),
    currency: ({ by, key }) => (by === 'CURRENCY' ? key : null),
    openingDebit: ({ opening }) => formatAmount(onDebit(opening)),
    openingCredit: ({ opening }) => formatAmount(onDebit(-opening)),
    debit: ({ debit }) => formatAmount(debit),
    credit: ({ credit }) => formatAmount(credit),
    closingDebit: ({ closing }) => formatAmount(onDebit(closing)),
    closingCredit: ({ closing }) => formatAmount(onDebit(-closing)),
    currencyOpening: (row) => inCurrency(row, row.inCurrency?.opening),
    currencyDebit: (row) => inCurrency(row, row.inCurrency?.debit),
    currencyCredit: (row) => inCurrency(row, row.inCurrency?.credit),
    currencyClosing: (row) => inCurrency(row, row.inCurrency?.closing),
  },
  CorrespondingPair: {
    debitAccount: ({ debitId }) => ({ id: debitId }),
    creditAccount: ({ creditId }) => ({ id: creditId }),
    amount: ({ amount }) => formatAmount(amount),
    debitAmount: ({ debitAmount }) => formatAmount(debitAmount),
    creditAmount: ({ creditAmount }) => formatAmount(creditAmount),
  },
};

/** @throws DomainError BAD_USER_INPUT when a dimension is needed and not named, or named and not needed. */
function dimensionNameOf(by: TurnoverAsked['by'], name: string | null): string | null {
  if (by === 'DIMENSION' && (name === null || name === ''))
    throw badInput('dimensionName', name, 'by dimension it must be said by which');
  if (by !== 'DIMENSION' && name !== null)
    throw badInput('dimensionName', name, 'only by dimension a dimension is named');
  return name;
}

/** @throws DomainError BAD_USER_INPUT for a dimension of rows that are no accounts: no sums are kept for it. */
export function onlyByAccount(by: TurnoverAsked['by'], dimension: Dimension | null): Dimension | null {
  if (dimension !== null && by !== 'ACCOUNT')
    throw badInput('dimension', dimension.name, 'a sheet of one dimension is had by account only');
  return dimension;
}

function keyOf({ account, key }: TurnoverLine): RowKey {
  return [account.code, account.id, key];
}

function inCurrency({ key }: TurnoverLine, amount: Amount | undefined): string | null {
  return amount === undefined ? null : formatAmount(amount, ISO_4217.get(key ?? '') ?? 2);
}
