import { isUuid } from '#shared/domain/ids.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { TaxContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { recordIncome, reverseIncome } from './commands.ts';
import { findIncome, readSmallBusinessReturn, type IncomeRow } from './queries.ts';

export const smallBusinessResolvers: Resolvers = {
  Query: {
    smallBusinessReturn: (_root, { year, month }, { database, companyId }) =>
      readSmallBusinessReturn(database, companyId, year, month),
  },
  Mutation: {
    recordSmallBusinessIncome: async (_root, { input }, context) => ({
      income: await written(context, await recordIncome(context.writer, context.actor, input)),
    }),
    reverseSmallBusinessIncome: async (_root, { input }, context) => ({
      income: await written(context, await reverseIncome(context.writer, context.actor, input)),
    }),
  },
  SmallBusinessIncome: {
    __resolveReference: ({ id }, { database, companyId }) =>
      isUuid(id) ? findIncome(database, companyId, id) : null,
  },
  SmallBusinessReturn: {
    month: ({ figures }) => figures.month,
    due: ({ term }) => term.due,
    income: ({ figures }) => formatAmount(figures.income),
    incomeOfYear: ({ figures }) => formatAmount(figures.sinceJanuary),
    isAboveThreshold: ({ figures }) => figures.isAboveThreshold,
    rate: ({ figures }) => figures.rate,
    tax: ({ figures }) => formatAmount(figures.tax),
    statusLostFrom: ({ statusLostFrom }) => (statusLostFrom === null ? null : `${statusLostFrom}-01-01`),
    documentedTurnover: ({ documented }) => formatAmount(documented),
  },
};

async function written({ database, companyId }: TaxContext, id: string): Promise<IncomeRow> {
  const row = await findIncome(database, companyId, id);
  if (row === null) throw new Error(`income ${id} was written and is not there`);
  return row;
}
