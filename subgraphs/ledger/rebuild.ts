import { rebuildProjections } from '#db/rebuild.ts';
import { SCHEMA } from './writer.ts';

/** Everything that is made from events, children before what they refer to. */
const PROJECTIONS = [
  'asset_values',
  'depreciation_runs',
  'fixed_assets',
  'asset_classes',
  'recurring_occurrences',
  'recurring_entries',
  'reversing_entries',
  'spread_parts',
  'spreads',
  'matched_revaluations',
  'revaluation_items',
  'revaluation_lines',
  'revaluation_rates',
  'revaluations',
  'matched_items',
  'matchings',
  'counterparty_items',
  'transaction_sources',
  'lock_exception_uses',
  'lock_exceptions',
  'lock_dates',
  'own_exchange_rates',
  'year_closings',
  'journal_entries',
  'account_turnover',
  'posting_accounts',
  'transactions',
  'accounts',
  'period_changes',
  'fiscal_periods',
  'custom_currencies',
  'settings',
];

/** Makes the company's books anew from its log (see `rebuildProjections`). Runs as the owner of the tables. */
export async function rebuildLedger(
  ownerUrl: string,
  companyId: string,
  onProgress?: (events: number, total: number) => void,
): Promise<{ events: number }> {
  return rebuildProjections({
    ownerUrl,
    schema: SCHEMA,
    companyId,
    tables: PROJECTIONS,
    documents: ['Transaction'],
    // A log that was restored into an empty database finds no partitions there.
    prepare: async (sql, company) => {
      await sql`
        /* rebuildPartitions */ select ledger.ensure_journal_partitions((data ->> 'year')::int)
        from ledger.event_store where company_id = ${company} and event_type = 'FiscalYearOpened'`;
    },
    onProgress,
  });
}
