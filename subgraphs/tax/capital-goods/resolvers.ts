import type { Resolvers } from '../generated/types.ts';
import { readCapitalGoods } from './queries.ts';

export const capitalGoodsResolvers: Resolvers = {
  Query: {
    vatCapitalGoods: (_root, { year }, { database, companyId }) =>
      readCapitalGoods(database, companyId, year),
  },
  VatCapitalGoods: {
    goods: ({ goods }) => [...goods],
  },
  VatCapitalGood: {
    invoice: ({ invoiceId }, _args, { loaders }) => loaders.taxInvoice.load(invoiceId),
  },
};
