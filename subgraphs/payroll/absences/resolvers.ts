import { demandEmployment } from '../employments/resolvers.ts';
import type { Resolvers } from '../generated/types.ts';
import { cancelAbsence, recordAbsence } from './commands.ts';

export const absenceResolvers: Resolvers = {
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
