import type { Resolvers } from '../generated/types.ts';
import { booksReadBy, demandRead } from './read.ts';

export const bookResolvers: Resolvers = {
  Query: {
    booksRead: async (_root, { minSeq }, { database, companyId }) => {
      await demandRead(database, companyId, minSeq);
      return database.withCompany(companyId, (sql) => booksReadBy(sql, companyId));
    },
  },
};
