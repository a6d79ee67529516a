import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { demandRead } from '../books/read.ts';
import type { Resolvers } from '../generated/types.ts';
import type { Names } from '../mappings/line.ts';
import { dimensionOf } from '../read-model/dimensions.ts';
import { entriesBehind, type EntryKey } from './entries.ts';
import { balanceSheet, cashFlowStatement, changesInEquity, incomeStatement } from './queries.ts';
import { parseComparative, parseSpan } from './scope.ts';

const entryKey = z.tuple([z.iso.date(), z.int(), z.int()]);

export const statementResolvers: Resolvers = {
  Query: {
    balanceSheet: async (_root, given, { database, companyId }) => {
      const asOf = parseDate(given.asOf, 'asOf');
      const compareTo = given.compareTo ? parseDate(given.compareTo, 'compareTo') : null;
      const standard = given.standard ?? 'IFRS_SME';
      await demandRead(database, companyId, given.minSeq);
      const currency = given.currency ?? 'GEL';
      const dimension = dimensionOf(given.dimension);
      const asked = { asOf, compareTo, standard, currency, dimension, knownAt: given.knownAt ?? null };
      return { asOf, compareTo, standard, currency, ...(await balanceSheet(database, companyId, asked)) };
    },
    incomeStatement: async (_root, given, { database, companyId }) => {
      const { from, to } = parseSpan(given);
      const compare = parseComparative(given);
      const [by, standard] = [given.by ?? 'FUNCTION', given.standard ?? 'IFRS_SME'];
      const currency = given.currency ?? 'GEL';
      await demandRead(database, companyId, given.minSeq);
      const figures = await incomeStatement(database, companyId, {
        from,
        to,
        compare,
        by,
        standard,
        currency,
        dimension: dimensionOf(given.dimension),
        knownAt: given.knownAt ?? null,
      });
      return {
        from,
        to,
        ...comparedTo(compare),
        by,
        standard,
        currency,
        ...figures,
      };
    },
    cashFlowStatement: async (_root, given, { database, companyId }) => {
      const span = parseSpan(given);
      const compare = parseComparative(given);
      const method = given.method ?? 'DIRECT';
      await demandRead(database, companyId, given.minSeq);
      const flows = await cashFlowStatement(database, companyId, {
        ...span,
        compare,
        method,
        standard: given.standard ?? 'IFRS_SME',
        dimension: dimensionOf(given.dimension),
        knownAt: given.knownAt ?? null,
      });
      return { ...span, ...comparedTo(compare), method, ...flows };
    },
    changesInEquity: async (_root, given, { database, companyId }) => {
      const span = parseSpan(given);
      const compare = parseComparative(given);
      const standard = given.standard ?? 'IFRS_SME';
      await demandRead(database, companyId, given.minSeq);
      const changes = await changesInEquity(database, companyId, {
        ...span,
        compare,
        standard,
        knownAt: given.knownAt ?? null,
      });
      return { ...span, ...comparedTo(compare), standard, ...changes };
    },
  },
  StatementLine: {
    code: ({ line }) => line.code,
    kind: ({ line }) => line.kind,
    level: ({ line }) => line.level,
    name: ({ line }, { language }) => named(line, language),
    amount: ({ amounts }) => shown(amounts[0]),
    comparative: ({ amounts }) => shown(amounts[1]),
    variance: ({ amounts }) => variance(amounts),
  },
  StatementAccount: {
    account: ({ accountId }) => ({ id: accountId }),
    amount: ({ amounts }) => formatAmount(amounts[0] ?? 0n),
    comparative: ({ amounts }) => shown(amounts[1]),
    entries: async ({ accountId, behind }, given, { database, companyId }) => {
      const page = pageArguments<EntryKey>(given, { cursor: entryKey });
      const rows = await entriesBehind(database, companyId, accountId, behind, page);
      return connectionFromPage(rows, page, ({ date, seq, line }): EntryKey => [date, seq, line]);
    },
  },
  ReportEntry: {
    transaction: ({ transactionId }) => ({ id: transactionId }),
    counterparty: ({ counterpartyId }) => (counterpartyId === null ? null : { id: counterpartyId }),
  },
  ReportCheck: {
    holds: ({ expected, actual }) => expected === actual,
    expected: ({ expected }) => formatAmount(expected),
    actual: ({ actual }) => formatAmount(actual),
    difference: ({ expected, actual }) => formatAmount(actual - expected),
  },
  CashFlowStatement: {
    opening: ({ openings }) => formatAmount(openings[0] ?? 0n),
    comparativeOpening: ({ openings }) => shown(openings[1]),
    closing: ({ closings }) => formatAmount(closings[0] ?? 0n),
    comparativeClosing: ({ closings }) => shown(closings[1]),
  },
  CashFlowStatementLine: {
    name: (line, { language }) => named(line, language),
    amount: ({ amounts }) => formatAmount(amounts[0] ?? 0n),
    comparative: ({ amounts }) => shown(amounts[1]),
    variance: ({ amounts }) => variance(amounts),
  },
  CashFlowTotal: {
    amount: ({ amounts }) => formatAmount(amounts[0] ?? 0n),
    comparative: ({ amounts }) => shown(amounts[1]),
    variance: ({ amounts }) => variance(amounts),
  },
  EquityComponent: {
    code: ({ line }) => line.code,
    name: ({ line }, { language }) => named(line, language),
    opening: ({ opening }) => formatAmount(opening),
    comparativeOpening: ({ comparative }) => shown(comparative?.opening),
    changes: ({ changes, comparative }) =>
      changes.map(({ change, amount }, at) => {
        const before = comparative?.changes[at]?.amount;
        return { change, amounts: before === undefined ? [amount] : [amount, before] };
      }),
    closing: ({ closing }) => formatAmount(closing),
    comparativeClosing: ({ comparative }) => shown(comparative?.closing),
  },
  EquityChange: {
    code: ({ change }) => change.code,
    name: ({ change }, { language }) => named(change, language),
    amount: ({ amounts }) => formatAmount(amounts[0] ?? 0n),
    comparative: ({ amounts }) => shown(amounts[1]),
    variance: ({ amounts }) => variance(amounts),
  },
};

/** The days of a comparative, as statements say them. */
function comparedTo(compare: { readonly from: string; readonly to: string } | null) {
  return { compareFrom: compare?.from ?? null, compareTo: compare?.to ?? null };
}

/** The first amount less that of the comparative; null without one. */
function variance([amount, before]: readonly Amount[]): string | null {
  return amount === undefined || before === undefined ? null : formatAmount(amount - before);
}

function shown(amount: Amount | undefined): string | null {
  return amount === undefined ? null : formatAmount(amount);
}

function named({ nameKa, nameEn }: Names, language: 'KA' | 'EN' | null | undefined): string {
  return language === 'EN' ? nameEn : nameKa;
}
