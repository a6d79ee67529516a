import { badInput } from '#shared/domain/errors.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { Resolvers } from '../generated/types.ts';
import { parseSpan } from '../statements/scope.ts';
import { benfordTest, financialRatios, marginByDimension, monthlyResults } from './queries.ts';
import { quotient } from './ratios.ts';

const MOST_MONTHS = 120;
const MOST_ACCOUNTS = 100;

export const analysisResolvers: Resolvers = {
  Query: {
    financialRatios: async (_root, given, { database, companyId }) => {
      const { seq, ratios } = await financialRatios(
        database,
        companyId,
        parseSpan(given),
        given.standard ?? 'IFRS_SME',
      );
      return { seq, ratios: [...ratios] };
    },
    monthlyResults: async (_root, given, { database, companyId }) => {
      const span = parseSpan(given);
      if (monthsOf(span.to) - monthsOf(span.from) >= MOST_MONTHS)
        throw badInput('to', span.to, `at most ${String(MOST_MONTHS)} months at a time`);
      const { seq, months } = await monthlyResults(database, companyId, span);
      return { seq, months: [...months] };
    },
    marginByDimension: async (_root, given, { database, companyId }) => {
      const { seq, values } = await marginByDimension(
        database,
        companyId,
        given.name,
        parseSpan(given),
        given.standard ?? 'IFRS_SME',
      );
      return { seq, values: [...values] };
    },
    benfordTest: async (_root, given, { database, companyId }) => {
      const accountIds = given.accountIds ?? null;
      if (accountIds !== null && accountIds.length > MOST_ACCOUNTS)
        throw badInput('accountIds', accountIds.length, `at most ${String(MOST_ACCOUNTS)} accounts`);
      const { digits, ...test } = await benfordTest(database, companyId, parseSpan(given), accountIds);
      return { ...test, digits: [...digits] };
    },
  },
  FinancialRatio: {
    name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? nameEn : nameKa),
    value: ({ value }) => (value === null ? null : formatAmount(value, 4)),
    numerator: ({ numerator }) => formatAmount(numerator, 4),
    denominator: ({ denominator }) => formatAmount(denominator, 4),
  },
  MonthlyResult: {
    income: ({ income }) => formatAmount(income),
    expenses: ({ expenses }) => formatAmount(expenses),
    profit: ({ profit }) => formatAmount(profit),
  },
  DimensionMargin: {
    revenue: ({ revenue }) => formatAmount(revenue),
    costOfSales: ({ costOfSales }) => formatAmount(costOfSales),
    grossProfit: ({ revenue, costOfSales }) => formatAmount(revenue + costOfSales),
    otherCosts: ({ otherCosts }) => formatAmount(otherCosts),
    profit: ({ profit }) => formatAmount(profit),
    grossMargin: ({ revenue, costOfSales }) => {
      const margin = quotient(revenue + costOfSales, revenue);
      return margin === null ? null : formatAmount(margin * 100n);
    },
  },
  BenfordTest: { deviation: ({ deviation }) => (deviation / 1_000_000).toFixed(6) },
  BenfordDigit: {
    observed: ({ observed }) => (observed / 100).toFixed(2),
    expected: ({ expected }) => (expected / 100).toFixed(2),
  },
};

function monthsOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
