import type { Resolvers } from '../generated/types.ts';
import { ratesOn } from '../rates/queries.ts';
import { lateInterest } from './late-interest.ts';

export const interestResolvers: Resolvers = {
  Query: {
    lateInterest: async (_root, delay, { database }) =>
      lateInterest(delay, await ratesOn(database, delay.due)),
  },
};
