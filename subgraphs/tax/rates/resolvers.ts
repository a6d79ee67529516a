import type { Resolvers } from '../generated/types.ts';
import { listRates } from './queries.ts';

export const ratesResolvers: Resolvers = {
  Query: {
    taxRates: (_root, { date }, { database }) => listRates(database, date),
  },
  TaxRate: {
    title: ({ titleKa, titleEn }, { language }) => (language === 'EN' ? titleEn : titleKa),
  },
};
