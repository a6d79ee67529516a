import type { ConstraintTable, Database } from '#db/client.ts';
import { refusingLocked, type LockedDocument } from '#db/locked-documents.ts';
import { createSubgraphWriter, type SubgraphWriter } from '#db/subgraph-writer.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { TaxFacts } from './facts.ts';
import { loadTaxFacts } from './reference.ts';
import { SCHEMA } from './schema.ts';

/** What commands of tax write through. */
export type TaxWriter = SubgraphWriter<TaxFacts>;

/**
 * The guards of the database and the refusals that they mean. The rules refuse first and name the field; these are for
 * races and for whatever reached the tables by another way.
 */
const CONSTRAINTS: ConstraintTable = {
  counterparties_tax_id: () =>
    new DomainError('CONFLICT', 'taxId: another counterparty has this number', { field: 'taxId' }),
  tax_invoices_registration: () =>
    new DomainError('CONFLICT', 'registration.number: this document is recorded already', {
      field: 'registration.number',
    }),
  vat_return_figures_as_submitted: () =>
    new DomainError('CONFLICT', 'a document of the month came while its return was submitted; look again', {
      field: 'month',
    }),
  ...refusingLocked(dateOf),
};

/** The field that gave the day of a document: what is asked for again may be dated anew. */
function dateOf({ type, purpose, attempt }: LockedDocument): string {
  if (type !== 'TaxInvoice' || attempt > 1) return 'date';
  return purpose === 'credit' ? 'creditMonth' : 'operationDate';
}

export function createTaxWriter(database: Database): TaxWriter {
  return createSubgraphWriter<TaxFacts>({
    database,
    schema: SCHEMA,
    loadFacts: (companyId) => loadTaxFacts(database, companyId),
    constraints: CONSTRAINTS,
  });
}
