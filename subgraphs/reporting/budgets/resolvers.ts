import { badInput, notFound } from '#shared/domain/errors.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { quotient } from '../analysis/ratios.ts';
import type { Resolvers } from '../generated/types.ts';
import { isShownIn, readChart } from '../read-model/chart.ts';
import { dimensionOf } from '../read-model/dimensions.ts';
import { setBudget } from './commands.ts';
import type { BudgetDimension } from './decide.ts';
import { compareBudget, readBudget, type MonthOfYear } from './queries.ts';

export const budgetResolvers: Resolvers = {
  Query: {
    budgetComparison: async (_root, given, { database, companyId }) => {
      const from = monthOf(given.fromYear, given.fromMonth, 'from');
      const to = monthOf(given.toYear, given.toMonth, 'to');
      if (from.year * 12 + from.month > to.year * 12 + to.month)
        throw badInput('fromMonth', given.fromMonth, 'is after toMonth');
      const { seq, rows } = await compareBudget(database, companyId, from, to, plannedOf(given.dimension));
      return {
        seq,
        rows: [...rows],
        plannedProfit: formatAmount(sum(rows.map(({ isIncome, budget }) => (isIncome ? budget : -budget)))),
        actualProfit: formatAmount(sum(rows.map(({ isIncome, actual }) => (isIncome ? actual : -actual)))),
      };
    },
  },
  BudgetComparisonRow: {
    account: ({ accountId }) => ({ id: accountId }),
    budget: ({ budget }) => formatAmount(budget),
    actual: ({ actual }) => formatAmount(actual),
    variance: ({ budget, actual }) => formatAmount(actual - budget),
    effectOnProfit: ({ isIncome, budget, actual }) =>
      formatAmount(isIncome ? actual - budget : budget - actual),
    percent: ({ budget, actual }) => {
      const share = quotient(actual, budget);
      return share === null ? null : formatAmount(share * 100n);
    },
  },
  Mutation: {
    setBudget: async (_root, { input }, { writer, actor, database, companyId }) => {
      const { year, accountId } = input;
      const chart = await database.withCompany(companyId, (sql) => readChart(sql, companyId));
      const account = chart.get(accountId);
      if (account === undefined) throw notFound('accountId', accountId);
      if (!isShownIn(account, 'PROFIT_OR_LOSS_BY_NATURE'))
        throw badInput('accountId', accountId, 'only income and expenses are planned');
      const dimension = plannedOf(input.dimension);
      await setBudget(writer, actor, { ...input, dimension });
      const months = await readBudget(database, companyId, year, accountId, dimension);
      return {
        budget: {
          year,
          account: { id: accountId },
          months: months.map((amount) => formatAmount(amount)),
          total: formatAmount(sum(months)),
        },
      };
    },
  },
};

/** @throws DomainError BAD_USER_INPUT for entries without a dimension, which nothing is planned for. */
export function plannedOf(given: Parameters<typeof dimensionOf>[0]): BudgetDimension | null {
  const dimension = dimensionOf(given);
  if (dimension === null) return null;
  const { name, value } = dimension;
  if (value === null) throw badInput('dimension.value', value, 'plans are for a value of a dimension');
  return { name, value };
}

function monthOf(year: number, month: number, end: 'from' | 'to'): MonthOfYear {
  if (year < 2000 || year > 2200) throw badInput(`${end}Year`, year, 'a year is 2000 to 2200');
  if (month < 1 || month > 12) throw badInput(`${end}Month`, month, 'a month is 1 to 12');
  return { year, month };
}

function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
