import { z } from 'zod';
import { monthKey } from '#shared/domain/date.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { PayrollContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { parseAccount } from '../employees/private.ts';
import { employerName, type Employer } from '../employer/employer.ts';
import { findEmployer } from '../employer/queries.ts';
import { findRun } from '../runs/queries.ts';
import { employeeOf } from '../runs/resolvers.ts';
import { bankFile } from './bank-file.ts';
import { makePaymentFile, payInCash, retryPaymentPosting, settlePayments } from './commands.ts';
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
import type { PaymentMethod } from './payment.ts';

/** Characters of a name in a file for a bank (Max70Text). */
const MOST_OF_PAYER = 70;

const cursor: z.ZodType<[string]> = z.tuple([z.uuid()]);

export const paymentResolvers: Resolvers = {
  Query: {
    payrollPaymentFile: (_root, { id }, { database, companyId }) => findPaymentFile(database, companyId, id),
  },
  Mutation: {
    makePayrollPaymentFile: (_root, { input }, context) =>
      written(context, makePaymentFile(context.writer, context.actor, input)),
    payPayrollInCash: (_root, { input }, context) =>
      written(context, payInCash(context.writer, context.actor, input)),
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
    csv: async ({ id, runId, method }, _args, context) => {
      demandBank(id, method);
      const orders = await readBankOrders(context.database, context.companyId, id);
      return bankFile(orders, await purposeOf(context, runId), context.sealing);
    },
    creditTransfer: async (file, args, context) => {
      demandBank(file.id, file.method);
      const employer = await findEmployer(context.database, context.companyId);
      const payer =
        args.payer === null || args.payer === undefined
          ? payerOf(employer)
          : parseText(args.payer, 'payer', MOST_OF_PAYER);
      const payerIban = parseAccount(args.payerIban, 'payerIban');
      const orders = await readBankOrders(context.database, context.companyId, file.id);
      if (orders.length === 0)
        throw new DomainError('INVALID_TRANSITION', 'id: all payments of the file have failed', {
          field: 'id',
          value: file.id,
        });
      const purpose = await purposeOf(context, file.runId);
      return creditTransfer(
        { ...file, purpose, payer, payerTaxId: employer?.taxId ?? null, payerIban },
        orders,
        context.sealing,
      );
    },
  },
  PayrollPayment: {
    employee: ({ employeeId }, _args, context) => employeeOf(context, employeeId),
  },
};

/** @throws DomainError INVALID_TRANSITION for what no bank has to do with. */
function demandBank(id: string, method: PaymentMethod): void {
  if (method !== 'BANK')
    throw new DomainError('INVALID_TRANSITION', 'id: it was handed out in cash', { field: 'id', value: id });
}

/** @throws DomainError BAD_USER_INPUT as long as nobody has said who the employer is. */
function payerOf(employer: Employer | null): string {
  if (employer === null)
    throw badInput('payer', null, 'is needed, or say who the employer is by describePayrollEmployer');
  return employerName(employer, 'ka').slice(0, MOST_OF_PAYER);
}

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
