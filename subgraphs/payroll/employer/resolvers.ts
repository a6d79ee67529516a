import type { Resolvers } from '../generated/types.ts';
import { describeEmployer } from './commands.ts';
import { findEmployer } from './queries.ts';

export const employerResolvers: Resolvers = {
  Query: {
    payrollEmployer: (_root, _args, { database, companyId }) => findEmployer(database, companyId),
  },
  Mutation: {
    describePayrollEmployer: async (_root, { input }, { writer, actor, database, companyId }) => {
      await describeEmployer(writer, actor, input);
      const employer = await findEmployer(database, companyId);
      if (employer === null) throw new Error('the employer was described and is not there');
      return { employer };
    },
  },
};
