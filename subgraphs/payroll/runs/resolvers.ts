import { z } from 'zod';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { PayrollContext } from '../context.ts';
import type { EmployeeRow } from '../employees/queries.ts';
import type { Resolvers } from '../generated/types.ts';
import { approveRun, cancelRun, postRun, recalculateRun, startRun } from './commands.ts';
import { explainDifference } from './explain.ts';
import { warningsOf } from './payslip.ts';
import {
  countWarned,
  findRun,
  listDifferences,
  listPayslips,
  listRuns,
  type RunKey,
  type RunRow,
} from './queries.ts';

const runCursor: z.ZodType<RunKey> = z.tuple([z.int(), z.int(), z.int(), z.uuid()]);
const employeeCursor: z.ZodType<[string]> = z.tuple([z.uuid()]);

export const runResolvers: Resolvers = {
  Query: {
    payrollRun: (_root, { id }, { database, companyId }) => findRun(database, companyId, id),
    payrollRuns: async (_root, args, { database, companyId }) => {
      const page = pageArguments(args, { cursor: runCursor });
      const rows = await listRuns(database, companyId, page);
      return connectionFromPage(rows, page, ({ year, month, number, id }): RunKey => [
        year,
        month,
        number,
        id,
      ]);
    },
  },
  Mutation: {
    startPayrollRun: (_root, { input }, context) =>
      written(context, startRun(context.writer, context.actor, input)),
    recalculatePayrollRun: (_root, { input }, context) =>
      written(context, recalculateRun(context.writer, context.actor, input)),
    approvePayrollRun: (_root, { input }, context) =>
      written(context, approveRun(context.writer, context.actor, input)),
    cancelPayrollRun: (_root, { input }, context) =>
      written(context, cancelRun(context.writer, context.actor, input)),
    postPayrollRun: (_root, { input }, context) =>
      written(context, postRun(context.writer, context.actor, input)),
  },
  PayrollRun: {
    __resolveReference: ({ id }, { loaders }) => (isUuid(id) ? loaders.run.load(id) : null),
    isCorrection: ({ number }) => number > 1,
    rates: ({ rates }) => [...rates],
    progress: ({ done, toDo }) => ({ done, employees: toDo }),
    calculatedBy: ({ calculatedBy }) => ({ id: calculatedBy }),
    approvedBy: ({ approvedBy }) => (approvedBy === null ? null : { id: approvedBy }),
    transaction: ({ transactionId }) => (transactionId === null ? null : { id: transactionId }),
    refusal: ({ state, refusalCode, refusalField, refusalMessage }) =>
      state === 'POSTING_REFUSED'
        ? { code: refusalCode ?? '', field: refusalField, message: refusalMessage ?? '' }
        : null,
    warnings: ({ id }, _args, { database, companyId }) => countWarned(database, companyId, id),
    payslips: async ({ id }, { onlyObstacles, onlyWarnings, ...args }, { database, companyId }) => {
      const page = pageArguments(args, { cursor: employeeCursor });
      const rows = await listPayslips(database, companyId, id, { onlyObstacles, onlyWarnings }, page);
      return connectionFromPage(rows, page, ({ employeeId }): [string] => [employeeId]);
    },
    differences: async (run, args, { database, companyId }) => {
      const page = pageArguments(args, { cursor: employeeCursor });
      const rows = await listDifferences(database, companyId, run, page);
      return connectionFromPage(rows, page, ({ employeeId }): [string] => [employeeId]);
    },
  },
  Payslip: {
    employee: ({ employeeId }, _args, context) => employeeOf(context, employeeId),
    lines: ({ lines }) => lines.map((line) => ({ ...line, exchange: line.exchange ?? null })),
    months: ({ months }) => [...months],
    costs: ({ costs }) => [...costs],
    obstacles: ({ obstacles }) => [...obstacles],
    warnings: ({ lines }) => warningsOf(lines),
  },
  PayDifference: {
    employee: ({ employeeId }, _args, context) => employeeOf(context, employeeId),
    before: ({ before }) => before?.netToPay ?? null,
    now: ({ now }) => now?.netToPay ?? null,
    difference: ({ before, now }) =>
      formatAmount(
        parseDatabaseAmount(now?.netToPay ?? '0.00') - parseDatabaseAmount(before?.netToPay ?? '0.00'),
      ),
    warnings: ({ now }) => warningsOf(now?.lines ?? []),
    parts: (pair) => explainDifference(pair),
  },
};

/** Whoever was paid has a file. */
export async function employeeOf({ loaders }: PayrollContext, employeeId: string): Promise<EmployeeRow> {
  const row = await loaders.employee.load(employeeId);
  if (row === null) throw new Error(`employee ${employeeId} was paid and has no file`);
  return row;
}

async function written(
  { database, companyId }: PayrollContext,
  command: Promise<string>,
): Promise<{ run: RunRow }> {
  const id = await command;
  const run = await findRun(database, companyId, id);
  if (run === null) throw new Error(`run ${id} was written and is not there`);
  return { run };
}
