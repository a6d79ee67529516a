import { notFound } from '#shared/domain/errors.ts';
import { requirePrincipal } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { companiesOfUser, companyById } from './queries.ts';

export const companyResolvers: Resolvers = {
  Query: {
    async company(_root, _args, { caller, database }) {
      const { companyId } = requirePrincipal(caller);
      const company = await database.inCompany(companyId, companyById);
      if (company === undefined) throw notFound('company', companyId);
      return company;
    },
    companies: (_root, _args, { caller, database }) =>
      database.asUser(requirePrincipal(caller).userId, companiesOfUser),
  },
  Company: {
    __resolveReference: ({ id }, { loaders }) => loaders.companies.load(id),
  },
};
