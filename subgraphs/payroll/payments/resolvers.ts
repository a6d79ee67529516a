import { z } from 'zod';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { PayrollContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { findRun } from '../runs/queries.ts';
import { employeeOf } from '../runs/resolvers.ts';
import { bankFile } from './bank-file.ts';
import { makePaymentFile, settlePayments } from './commands.ts';
import {
  countWithoutAccount,
  findPaymentFile,
  listPaymentFiles,
  listPayments,
  readBankOrders,
  readRefusals,
  type PaymentFileRow,
} from './queries.ts';

const cursor: z.ZodType<[string]> = z.tuple([z.uuid()]);

export const paymentResolvers: Resolvers = {
  Query: {
    payrollPaymentFile: (_root, { id }, { database, companyId }) => findPaymentFile(database, companyId, id),
  },
  Mutation: {
    makePayrollPaymentFile: (_root, { input }, context) =>
      written(context, makePaymentFile(context.writer, context.actor, input)),
    settlePayrollPayments: (_root, { input }, context) =>
      written(context, settlePayments(context.writer, context.actor, input)),
  },
  PayrollRun: {
    paymentFiles: ({ id }, _args, { database, companyId }) => listPaymentFiles(database, companyId, id),
    withoutAccount: ({ id }, _args, { database, companyId }) => countWithoutAccount(database, companyId, id),
  },
  PayrollPaymentFile: {
    createdBy: ({ createdBy }) => ({ id: createdBy }),
    refusals: ({ id }, _args, { database, companyId }) => readRefusals(database, companyId, id),
    list: async ({ id }, args, { database, companyId }) => {
      const page = pageArguments(args, { cursor });
      const rows = await listPayments(database, companyId, id, page);
      return connectionFromPage(rows, page, ({ employeeId }): [string] => [employeeId]);
    },
    csv: async ({ id, runId }, _args, { database, companyId, sealing }) => {
      const run = await findRun(database, companyId, runId);
      if (run === null) throw new Error(`run ${runId} of a file is gone`);
      const orders = await readBankOrders(database, companyId, id);
      return bankFile(orders, `Salary ${String(run.year)}-${String(run.month).padStart(2, '0')}`, sealing);
    },
  },
  PayrollPayment: {
    employee: ({ employeeId }, _args, context) => employeeOf(context, employeeId),
  },
};

async function written(
  { database, companyId }: PayrollContext,
  command: Promise<string>,
): Promise<{ file: PaymentFileRow }> {
  const id = await command;
  const file = await findPaymentFile(database, companyId, id);
  if (file === null) throw new Error(`file ${id} was written and is not there`);
  return { file };
}
