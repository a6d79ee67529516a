import { rebuildProjections } from '#db/rebuild.ts';
import { SCHEMA } from './schema.ts';

/** Everything that is made from reporting's own log: what a company has chosen and planned, and files on their way. */
export const OWN_PROJECTIONS = [
  'account_mappings',
  'budget_months',
  'payment_terms',
  'consolidation_consents',
  'consolidation_members',
  'consolidation_groups',
  'file_progress',
] as const;

/** Each of these events says all that it changes, in rows of its own aggregate. */
const DOCUMENTS = [
  'AccountMapping',
  'Budget',
  'PaymentTerms',
  'ConsolidationGroup',
  'ConsolidationConsent',
  'ReportFileProgress',
];

/** Makes anew what reporting has in its tables out of its own log. What it has of the books is `rebuildFromLedger`'s. */
export async function rebuildChoices(
  ownerUrl: string,
  companyId: string,
  onProgress?: (events: number, total: number) => void,
): Promise<{ events: number }> {
  return rebuildProjections({
    ownerUrl,
    schema: SCHEMA,
    companyId,
    tables: OWN_PROJECTIONS,
    documents: DOCUMENTS,
    onProgress,
  });
}
