import type { Resolvers } from '../generated/types.ts';
import { booksOpenedAt } from './queries.ts';

export const bookResolvers: Resolvers = {
  Company: {
    // The books of another company are nobody's here, whoever may be a member there.
    __resolveReference: ({ id }, { companyId }) => (id.toLowerCase() === companyId ? { id } : null),
    booksOpenedAt: (_company, _args, { database, companyId }) => booksOpenedAt(database, companyId),
  },
};
