import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { parseDate } from '#shared/domain/date.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { accruedLeave, formatLeaveDays, takenLeave } from '../absences/leave.ts';
import { leaveRulesOn } from '../absences/rules.ts';
import { rightFrom } from '../absences/warnings.ts';
import { readWorkingTime } from '../calendar/queries.ts';
import type { PayrollContext } from '../context.ts';
import type { EmploymentResolvers, Resolvers } from '../generated/types.ts';
import { beginEmployment, changeEmploymentTerms, endEmployment } from './commands.ts';
import type { EmploymentRow } from './queries.ts';

export interface WrittenEmployment {
  readonly employmentId: string;
}

const employment: EmploymentResolvers = {
  employee: async ({ id, employeeId }, _args, { loaders }) => {
    const row = await loaders.employee.load(employeeId);
    if (row === null) throw new Error(`employment ${id} is nobody's`);
    return row;
  },
  terms: ({ terms }) => [...terms],
  components: ({ id }, _args, { loaders }) => loaders.componentsOf.load(id),
  absences: ({ id }, _args, { loaders }) => loaders.absencesOf.load(id),
  leave: async (row, { asOf: given }, { database, companyId, loaders }) => {
    const day = parseDate(given, 'asOf');
    const asOf = row.end !== null && row.end < day ? row.end : day;
    const [rules, workingTime, absences] = await Promise.all([
      leaveRulesOn(database, asOf),
      readWorkingTime(database, companyId),
      loaders.absencesOf.load(row.id),
    ]);
    const accrued = accruedLeave(row.start, asOf, rules);
    const taken = takenLeave(row, absences, asOf, workingTime);
    return {
      asOf,
      accrued: formatLeaveDays(accrued),
      taken: formatLeaveDays(taken),
      left: formatLeaveDays(accrued - taken),
      rightFrom: rightFrom(row, rules),
    };
  },
};

export const employmentResolvers: Resolvers = {
  Employment: employment,
  AgreedPay: {
    currency: ({ currency }) => currency ?? FUNCTIONAL_CURRENCY,
  },
  EmploymentTerms: {
    schedule: ({ schedule: { weekdays, hoursPerDay } }) => ({ weekdays: [...weekdays], hoursPerDay }),
  },
  EmploymentPayload: {
    employment: ({ employmentId }, _args, context) => demandEmployment(context, employmentId),
  },
  Query: {
    employment: (_root, { id }, { loaders }) => (isUuid(id) ? loaders.employment.load(id) : null),
  },
  Mutation: {
    beginEmployment: async (_root, { input }, { writer, actor }) => ({
      employmentId: await beginEmployment(writer, actor, input),
    }),
    changeEmploymentTerms: async (_root, { input }, { writer, actor }) => ({
      employmentId: await changeEmploymentTerms(writer, actor, input),
    }),
    endEmployment: async (_root, { input }, { writer, actor }) => ({
      employmentId: await endEmployment(writer, actor, input),
    }),
  },
};

/** The contract as it is now, after a command on the file. */
export async function demandEmployment({ loaders }: PayrollContext, id: string): Promise<EmploymentRow> {
  const row = await loaders.employment.clear(id).load(id);
  if (row === null) throw new Error(`employment ${id} is gone`);
  return row;
}
