import type { LedgerContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { closePeriod, openFiscalYear, reopenPeriod } from './commands.ts';
import type { PeriodResult } from './decide.ts';
import { listPeriods, type PeriodRow } from './queries.ts';

export const periodResolvers: Resolvers = {
  Query: {
    periods: (_root, { year }, { database, companyId }) => listPeriods(database, companyId, { year }),
  },
  Mutation: {
    openFiscalYear: async (_root, { input }, context) => {
      const { result } = await openFiscalYear(context.writer, context.actor, input);
      return { periods: await listPeriods(context.database, context.companyId, { year: result.year }) };
    },
    closePeriod: async (_root, { input }, context) => {
      const { result } = await closePeriod(context.writer, context.actor, input);
      return { period: await demandPeriod(context, result) };
    },
    reopenPeriod: async (_root, { input }, context) => {
      const { result } = await reopenPeriod(context.writer, context.actor, input);
      return { period: await demandPeriod(context, result) };
    },
  },
  Period: {
    __resolveReference: ({ id }, { loaders }) => loaders.period.load(id),
    changes: async ({ year, month }, _args, { loaders }) => {
      const changes = await loaders.periodChanges.load(year);
      return changes.filter((change) => change.month === month);
    },
  },
  PeriodChange: {
    at: ({ changedAt }) => changedAt,
    by: ({ changedBy }) => ({ id: changedBy }),
  },
};

async function demandPeriod(
  { database, companyId }: LedgerContext,
  { year, month }: PeriodResult,
): Promise<PeriodRow> {
  const periods = await listPeriods(database, companyId, { year });
  const period = periods.find((candidate) => candidate.month === month);
  if (period === undefined) throw new Error(`period ${year}-${month} was changed and is not there`);
  return period;
}
