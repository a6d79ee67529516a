import { formatAmount } from '#shared/domain/money.ts';
import type { Resolvers } from '../generated/types.ts';
import { parseSpan } from '../statements/scope.ts';
import { demandFewAccounts, demandMonths } from './limits.ts';
import { benfordTest, financialRatios, marginByDimension, marginOf, monthlyResults } from './queries.ts';

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
      const span = demandMonths(parseSpan(given));
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
      const accountIds = demandFewAccounts(given.accountIds ?? null);
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
    grossMargin: (value) => {
      const margin = marginOf(value);
      return margin === null ? null : formatAmount(margin);
    },
  },
  BenfordTest: { deviation: ({ deviation }) => (deviation / 1_000_000).toFixed(6) },
  BenfordDigit: {
    observed: ({ observed }) => (observed / 100).toFixed(2),
    expected: ({ expected }) => (expected / 100).toFixed(2),
  },
};
