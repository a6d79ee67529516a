import { demandEmployment } from '../employments/resolvers.ts';
import type { Resolvers } from '../generated/types.ts';
import { cancelAbsence, recordAbsence } from './commands.ts';
import { leaveRulesOn } from './rules.ts';
import { statePaidOf } from './state-paid.ts';

export const absenceResolvers: Resolvers = {
  Absence: {
    isComplicated: ({ isComplicated }) => isComplicated ?? false,
    statePaid: async (absence, _args, { database, loaders }) => {
      if (absence.kind !== 'MATERNITY') return null;
      const [rules, all] = await Promise.all([
        leaveRulesOn(database, absence.from),
        loaders.absencesOf.load(absence.employmentId),
      ]);
      return statePaidOf(absence, all, rules);
    },
  },
  AbsencePayload: {
    absence: async ({ absenceId, employmentId }, _args, { loaders }) => {
      const all = await loaders.absencesOf.load(employmentId);
      return all.find(({ id }) => id === absenceId) ?? null;
    },
    warnings: ({ warnings }) => [...warnings],
    employment: ({ employmentId }, _args, context) => demandEmployment(context, employmentId),
  },
  Mutation: {
    recordAbsence: (_root, { input }, { writer, actor }) => recordAbsence(writer, actor, input),
    cancelAbsence: (_root, { input }, { writer, actor }) => cancelAbsence(writer, actor, input),
  },
};
