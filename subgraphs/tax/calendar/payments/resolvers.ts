import { isUuid } from '#shared/domain/ids.ts';
import type { TaxContext } from '../../context.ts';
import type { Resolvers } from '../../generated/types.ts';
import { recordTaxPayment, takeBackTaxPayment } from './commands.ts';
import { findPayment, type TaxPaymentRow } from './queries.ts';

export const taxPaymentResolvers: Resolvers = {
  Mutation: {
    recordTaxPayment: async (_root, { input }, context) => ({
      payment: await written(context, await recordTaxPayment(context.writer, context.actor, input)),
    }),
    takeBackTaxPayment: async (_root, { input }, context) => ({
      payment: await written(context, await takeBackTaxPayment(context.writer, context.actor, input)),
    }),
  },
  TaxPayment: {
    __resolveReference: ({ id }, { database, companyId }) =>
      isUuid(id) ? findPayment(database, companyId, id) : null,
    period: ({ year, month }) => ({ year, month: month === 0 ? null : month }),
  },
};

async function written({ database, companyId }: TaxContext, id: string): Promise<TaxPaymentRow> {
  const row = await findPayment(database, companyId, id);
  if (row === null) throw new Error(`payment ${id} was written and is not there`);
  return row;
}
