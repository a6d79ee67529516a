import { z } from 'zod';
import { checklistItemResolvers, type CheckedItem } from '#shared/graphql/close-checklist.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { LedgerContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { listPeriods } from '../periods/queries.ts';
import type { TransactionRow } from '../transactions/queries.ts';
import { closeYear, reopenYear } from './commands.ts';
import { adjustmentsOf, findOpen, type YearClosingRow } from './queries.ts';

/** A fiscal year by its number; all else of it is asked for when it is wanted. */
export interface FiscalYearRow {
  readonly year: number;
}

/** A month whose checks were asked, or are asked when somebody wants to know. */
export interface CloseChecklistRow {
  readonly year: number;
  readonly month: number;
  readonly found?: readonly CheckedItem[];
}

/** Position among the posted transactions. */
const cursor = z.tuple([z.int().min(0)]);

export const closingResolvers: Resolvers = {
  Query: {
    fiscalYears: async (_root, _args, { database, companyId }) => {
      const periods = await listPeriods(database, companyId);
      return [...new Set(periods.map(({ year }) => year))].map((year) => ({ year }));
    },
    fiscalYear: async (_root, { year }, context) => {
      const periods = await listPeriods(context.database, context.companyId, { year });
      return periods.length === 0 ? null : { year };
    },
    closeChecklist: async (_root, { year, month }, { database, companyId }) => {
      const found = await findOpen(database, companyId, year, month);
      return found === undefined ? null : { year, month, found };
    },
  },
  Mutation: {
    closeYear: async (_root, { input }, context) => {
      const { result } = await closeYear(context.writer, context.actor, input);
      return { fiscalYear: result };
    },
    reopenYear: async (_root, { input }, context) => {
      const { result } = await reopenYear(context.writer, context.actor, input);
      return { fiscalYear: result };
    },
  },
  FiscalYear: {
    status: async ({ year }, _args, context) => (await lastChange(context, year))?.status ?? 'OPEN',
    periods: ({ year }, _args, { database, companyId }) => listPeriods(database, companyId, { year }),
    result: async ({ year }, _args, context) => (await lastChange(context, year))?.resultGel ?? null,
    closing: async ({ year }, _args, context) => {
      const last = await lastChange(context, year);
      return last?.status === 'CLOSED' && last.transactionId !== null
        ? demandTransaction(context, last.transactionId)
        : null;
    },
    adjustments: async ({ year }, { first, after }, context) => {
      const page = pageArguments({ first, after }, { cursor });
      const adjustments = await adjustmentsOf(context.database, context.companyId, year, {
        after: page.after === null ? null : page.after[0],
        limit: page.limit,
      });
      const rows = await Promise.all(adjustments.map(({ id }) => demandTransaction(context, id)));
      return connectionFromPage(rows, page, ({ seq }): [number] => [seq ?? 0]);
    },
    changes: ({ year }, _args, { loaders }) => loaders.yearClosings.load(year),
  },
  FiscalYearChange: {
    transaction: ({ transactionId }, _args, context) =>
      transactionId === null ? null : demandTransaction(context, transactionId),
    at: ({ changedAt }) => changedAt,
    by: ({ changedBy }) => ({ id: changedBy }),
  },
  CloseChecklist: {
    __resolveReference: ({ year, month }) => ({ year, month }),
    items: async (checklist, _args, context) => [...(await itemsOf(checklist, context))],
    isReady: async (checklist, _args, context) =>
      (await itemsOf(checklist, context)).every(({ check }) => check.severity !== 'BLOCKS'),
  },
  ChecklistItem: checklistItemResolvers,
};

async function lastChange({ loaders }: LedgerContext, year: number): Promise<YearClosingRow | undefined> {
  return (await loaders.yearClosings.load(year)).at(-1);
}

async function itemsOf(
  { year, month, found }: CloseChecklistRow,
  { database, companyId }: LedgerContext,
): Promise<readonly CheckedItem[]> {
  return found ?? (await findOpen(database, companyId, year, month)) ?? [];
}

async function demandTransaction({ loaders }: LedgerContext, id: string): Promise<TransactionRow> {
  const transaction = await loaders.transaction.load(id);
  if (transaction === null) throw new Error(`transaction ${id} closes a year and is not there`);
  return transaction;
}
