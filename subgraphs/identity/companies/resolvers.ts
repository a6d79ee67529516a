import { notFound } from '#shared/domain/errors.ts';
import { requirePrincipal, type IdentityContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { createCompany, updateCompany } from './commands.ts';
import { companiesOfUser, companyById, type CompanyRow } from './queries.ts';

export const companyResolvers: Resolvers = {
  Query: {
    company: (_root, _args, context) => ownCompany(context),
    companies: (_root, _args, { caller, database }) =>
      database.asUser(requirePrincipal(caller).userId, companiesOfUser),
  },
  Mutation: {
    async createCompany(_root, { input }, context) {
      const id = await createCompany(context, input);
      const company = await context.loaders.companies.clear(id).load(id);
      // A repeated call may come after the founder has left the company.
      if (company === null) throw notFound('company', id);
      return { company };
    },
    async updateCompany(_root, { input }, context) {
      await updateCompany(context, input);
      return { company: await ownCompany(context) };
    },
  },
  Company: {
    __resolveReference: ({ id }, { loaders }) => loaders.companies.load(id),
  },
};

async function ownCompany({ caller, database }: IdentityContext): Promise<CompanyRow> {
  const { companyId } = requirePrincipal(caller);
  const company = await database.inCompany(companyId, companyById);
  if (company === undefined) throw notFound('company', companyId);
  return company;
}
