import type { Resolvers } from '../generated/types.ts';
import { readRegistrationWatch } from './queries.ts';
import { LEDGER_TRANSACTION } from './supplies.ts';

export const registrationResolvers: Resolvers = {
  Query: {
    vatRegistrationWatch: (_root, { asOf }, { database, companyId }) =>
      readRegistrationWatch(database, companyId, asOf ?? null),
  },
  VatRegistrationCrossing: {
    invoice: ({ documentType, documentId }, _args, { loaders }) =>
      documentType === 'TaxInvoice' ? loaders.taxInvoice.load(documentId) : null,
    transaction: ({ documentType, documentId }) =>
      documentType === LEDGER_TRANSACTION ? { id: documentId } : null,
  },
};
