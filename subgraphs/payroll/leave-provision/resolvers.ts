import { z } from 'zod';
import { lastDayOf } from '#shared/domain/date.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { formatLeaveDays } from '../absences/leave.ts';
import type { PayrollContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { employeeOf } from '../runs/resolvers.ts';
import { postProvision } from './commands.ts';
import {
  bookedUpTo,
  demandMonth,
  recordedUpTo,
  totalsOf,
  type KnownProvision,
  type MonthOf,
} from './decide.ts';
import type { LeaveOwed } from './leave-owed.ts';
import { isMonthPaid, listProvisions, readLeaveOwed } from './queries.ts';

const cursor: z.ZodType<[string]> = z.tuple([z.uuid()]);

/** The provision of a month by what is known today, beside what was posted. */
export interface ShownProvision extends MonthOf {
  readonly owed: readonly LeaveOwed[];
  readonly known: readonly KnownProvision[];
}

export const leaveProvisionResolvers: Resolvers = {
  Query: {
    leaveProvision: (_root, { year, month }, context) => shown(context, { year, month }),
  },
  Mutation: {
    postLeaveProvision: async (_root, { input }, context) => {
      await postProvision(context.writer, context.actor, input);
      return { provision: await shown(context, { year: input.year, month: input.month }) };
    },
  },
  LeaveProvision: {
    date: ({ year, month }) => lastDayOf(year, month),
    employments: ({ owed }) => totalsOf(owed).employments,
    days: ({ owed }) => formatLeaveDays(totalsOf(owed).days),
    total: ({ owed }) => formatAmount(totalsOf(owed).total),
    isPaid: (of, _args, { database, companyId }) => isMonthPaid(database, companyId, of),
    booked: ({ known, ...of }) => formatAmount(bookedUpTo(known, of)),
    recorded: ({ known, ...of }) => formatAmount(recordedUpTo(known, of)),
    agrees: ({ known, ...of }) => bookedUpTo(known, of) === recordedUpTo(known, of),
    difference: ({ owed, known, ...of }) => formatAmount(totalsOf(owed).total - bookedUpTo(known, of)),
    posting: ({ known, year, month }) =>
      known.find((one) => one.year === year && one.month === month) ?? null,
    list: ({ owed }, args) => {
      const page = pageArguments(args, { cursor });
      const [after = null] = page.after ?? [];
      const rows = owed.filter(({ employmentId }) => after === null || employmentId > after);
      return connectionFromPage(rows.slice(0, page.limit), page, ({ employmentId }): [string] => [
        employmentId,
      ]);
    },
  },
  LeaveProvisionPosting: {
    transaction: ({ transactionId }) => (transactionId === null ? null : { id: transactionId }),
    refusal: ({ state, refusalCode, refusalField, refusalMessage }) =>
      state === 'POSTING_REFUSED'
        ? { code: refusalCode ?? '', field: refusalField, message: refusalMessage ?? '' }
        : null,
  },
  LeaveOwed: {
    employee: ({ employeeId }, _args, context) => employeeOf(context, employeeId),
    employment: async ({ employmentId }, _args, { loaders }) => {
      const row = await loaders.employment.load(employmentId);
      if (row === null) throw new Error(`employment ${employmentId} has leave and is gone`);
      return row;
    },
    accrued: ({ accrued }) => formatLeaveDays(accrued),
    taken: ({ taken }) => formatLeaveDays(taken),
    days: ({ days }) => formatLeaveDays(days),
    dailyPay: ({ dailyPay }) => formatAmount(dailyPay),
    amount: ({ amount }) => formatAmount(amount),
  },
};

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND */
async function shown({ database, companyId }: PayrollContext, of: MonthOf): Promise<ShownProvision> {
  demandMonth(of);
  const [owed, known] = await Promise.all([
    readLeaveOwed(database, companyId, of),
    listProvisions(database, companyId),
  ]);
  return { ...of, owed, known };
}
