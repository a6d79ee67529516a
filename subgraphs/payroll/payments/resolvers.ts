import { z } from 'zod';
import { monthKey } from '#shared/domain/date.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { PayrollContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { parseAccount } from '../employees/private.ts';
import { findRun } from '../runs/queries.ts';
import { employeeOf } from '../runs/resolvers.ts';
import { bankFile } from './bank-file.ts';
import { makePaymentFile, retryPaymentPosting, settlePayments } from './commands.ts';
import { creditTransfer } from './credit-transfer.ts';
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
    retryPayrollPaymentPosting: (_root, { input }, context) =>
      written(context, retryPaymentPosting(context.writer, context.actor, input)),
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
    csv: async ({ id, runId }, _args, context) => {
      const orders = await readBankOrders(context.database, context.companyId, id);
      return bankFile(orders, await purposeOf(context, runId), context.sealing);
    },
    creditTransfer: async (file, args, context) => {
      const payer = parseText(args.payer, 'payer', 70);
      const payerIban = parseAccount(args.payerIban, 'payerIban');
      const orders = await readBankOrders(context.database, context.companyId, file.id);
      if (orders.length === 0)
        throw new DomainError('INVALID_TRANSITION', 'id: all payments of the file have failed', {
          field: 'id',
          value: file.id,
        });
      const purpose = await purposeOf(context, file.runId);
      return creditTransfer({ ...file, purpose, payer, payerIban }, orders, context.sealing);
    },
  },
  PayrollPayment: {
    employee: ({ employeeId }, _args, context) => employeeOf(context, employeeId),
  },
};

async function purposeOf({ database, companyId }: PayrollContext, runId: string): Promise<string> {
  const run = await findRun(database, companyId, runId);
  if (run === null) throw new Error(`run ${runId} of a file is gone`);
  return `Salary ${monthKey(run.year, run.month)}`;
}

async function written(
  { database, companyId }: PayrollContext,
  command: Promise<string>,
): Promise<{ file: PaymentFileRow }> {
  const id = await command;
  const file = await findPaymentFile(database, companyId, id);
  if (file === null) throw new Error(`file ${id} was written and is not there`);
  return { file };
}
