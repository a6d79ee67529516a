import type { Resolvers } from '../generated/types.ts';
import { verifyLedger } from './verify.ts';

export const verificationResolvers: Resolvers = {
  Query: {
    ledgerVerification: async (_root, _args, { database, companyId }) => {
      const found = await verifyLedger(database, companyId);
      return { ...found, differences: [...found.differences] };
    },
  },
};
