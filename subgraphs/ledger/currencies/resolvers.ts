import type { Resolvers } from '../generated/types.ts';
import { registerCurrency } from './commands.ts';
import { listCurrencies } from './queries.ts';

export const currencyResolvers: Resolvers = {
  Query: {
    currencies: (_root, _args, { database, companyId }) => listCurrencies(database, companyId),
  },
  Mutation: {
    registerCurrency: async (_root, { input }, { writer, actor, database, companyId }) => {
      const { result } = await registerCurrency(writer, actor, input);
      const currency = (await listCurrencies(database, companyId)).find(({ code }) => code === result.code);
      if (currency === undefined) throw new Error(`currency ${result.code} was registered and is not there`);
      return { currency };
    },
  },
};
