import type { Database } from '#db/client.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { readNames } from '../counterparties/names.ts';
import type { Resolvers } from '../generated/types.ts';
import { setPaymentTerms } from './commands.ts';
import { readTerms, termOf } from './queries.ts';

export const paymentTermsResolvers: Resolvers = {
  Query: {
    paymentTerms: (_root, given, { database, companyId }) =>
      shownTerms(database, companyId, given.counterpartyId ?? null),
  },
  Mutation: {
    setPaymentTerms: async (_root, { input }, { writer, actor, database, companyId }) => {
      const counterpartyId = input.counterpartyId ?? null;
      if (counterpartyId !== null && !(await isKnown(database, companyId, counterpartyId)))
        throw notFound('counterpartyId', counterpartyId);
      await setPaymentTerms(writer, actor, {
        ...input,
        counterpartyId,
        receivableDays: input.receivableDays ?? null,
        payableDays: input.payableDays ?? null,
      });
      return { terms: await shownTerms(database, companyId, counterpartyId) };
    },
  },
};

async function isKnown(database: Database, companyId: string, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  return (await database.withCompany(companyId, (sql) => readNames(sql, companyId, [id]))).has(id);
}

async function shownTerms(database: Database, companyId: string, id: string | null) {
  const known = id !== null && (await isKnown(database, companyId, id)) ? id : null;
  const terms = await database.withCompany(companyId, (sql) => readTerms(sql, companyId));
  return {
    counterparty: known === null ? null : { id: known },
    receivableDays: termOf(terms, known, 'RECEIVABLE'),
    payableDays: termOf(terms, known, 'PAYABLE'),
  };
}
