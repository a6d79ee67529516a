import type { Resolvers } from '../generated/types.ts';
import { listUnits } from './queries.ts';

export const unitResolvers: Resolvers = {
  StockUnit: {
    name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? nameEn : nameKa),
  },
  Query: {
    stockUnits: (_root, _args, { database }) => listUnits(database),
  },
};
