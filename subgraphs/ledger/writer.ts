import type { ConstraintTable, Database } from '#db/client.ts';
import type { Upcast } from '#db/upcast.ts';
import { createSubgraphWriter, type SubgraphWriter } from '#db/subgraph-writer.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { raiseLedgerEvent } from './events/upcasters.ts';
import type { LedgerFacts } from './facts.ts';
import { loadLedgerFacts } from './reference.ts';
import { countTransactions } from './transactions/metrics.ts';
import { postedRows } from './transactions/projection.ts';

export const SCHEMA = 'ledger';

/** What commands of the ledger write through. */
export type LedgerWriter = SubgraphWriter<LedgerFacts>;

const assetsOnAccount = () =>
  new DomainError('INVALID_TRANSITION', 'id: fixed assets are kept on the account', { field: 'id' });

/**
 * The guards of the database and the refusals that they mean. The rules refuse first and name the field; these
 * are for races and for whatever reached the tables by another way.
 */
const CONSTRAINTS: ConstraintTable = {
  journal_entries_balanced: () => new DomainError('UNBALANCED_ENTRY', 'entries: debits and credits differ'),
  journal_entries_unlocked: ({ detail = '' }) => {
    const [area = '', date = ''] = detail.split(' ');
    return new DomainError('PERIOD_CLOSED', `date: ${area} is locked on ${date}`, {
      field: 'date',
      value: date,
      area,
    });
  },
  journal_entries_period_open: () => new DomainError('PERIOD_CLOSED', 'date: no open period on this date'),
  fiscal_periods_in_order: () =>
    new DomainError('INVALID_TRANSITION', 'month: months are closed and reopened in order', {
      field: 'month',
    }),
  fiscal_periods_of_open_year: () =>
    new DomainError('INVALID_TRANSITION', 'month: its year is closed', { field: 'month' }),
  year_closings_alternate: () =>
    new DomainError('INVALID_TRANSITION', 'year: it is so already', { field: 'year' }),
  year_closings_of_closed_months: () =>
    new DomainError('INVALID_TRANSITION', 'year: months of it are open', { field: 'year' }),
  year_closings_at_zero: () =>
    new DomainError('CONFLICT', 'year: something was posted into it meanwhile; try again', { field: 'year' }),
  journal_entries_account_postable: () =>
    new DomainError('ACCOUNT_INACTIVE', 'entries: an account takes no such posting'),
  accounts_code_unique: () =>
    new DomainError('CONFLICT', 'code: the account exists already', { field: 'code' }),
  accounts_parent: () =>
    new DomainError('CONFLICT', 'parentId: the account above is gone', { field: 'parentId' }),
  accounts_posted_kind: () =>
    new DomainError('INVALID_TRANSITION', 'type: the account has postings and keeps it'),
  account_turnover_account: () => new DomainError('INVALID_TRANSITION', 'id: the account has postings'),
  transaction_sources_once: () =>
    new DomainError('CONFLICT', 'source: the document is posted already', { field: 'source' }),
  matched_items_within_amount: () =>
    new DomainError('CONFLICT', 'items: more would be matched than the books hold', { field: 'items' }),
  matched_items_balanced: () => new DomainError('UNBALANCED_ENTRY', 'items: debits and credits differ'),
  journal_entries_lari_only: () =>
    new DomainError('BAD_USER_INPUT', 'entries: lari without currency are for revaluations alone', {
      field: 'entries',
    }),
  matched_items_as_carried: () =>
    new DomainError('CONFLICT', 'items: something was revalued meanwhile; try again', { field: 'items' }),
  revaluations_in_use: () =>
    new DomainError('INVALID_TRANSITION', 'id: settlements started from it; end them first', { field: 'id' }),
  revaluations_once: () =>
    new DomainError('INVALID_TRANSITION', 'date: a currency was revalued for this day already', {
      field: 'date',
    }),
  revaluation_lines_of_books: () =>
    new DomainError('CONFLICT', 'date: something was posted meanwhile; try again', { field: 'date' }),
  revaluation_items_as_open: () =>
    new DomainError('CONFLICT', 'date: something was matched meanwhile; try again', { field: 'date' }),
  spreads_from_account: () =>
    new DomainError('INVALID_TRANSITION', 'id: an amount is spread from the account', { field: 'id' }),
  fixed_assets_cost: assetsOnAccount,
  fixed_assets_accumulated: assetsOnAccount,
  fixed_assets_expense: assetsOnAccount,
  asset_classes_cost: assetsOnAccount,
  asset_classes_accumulated: assetsOnAccount,
  asset_classes_expense: assetsOnAccount,
  fixed_assets_number: () =>
    new DomainError('CONFLICT', 'number: there is an asset of this number already', { field: 'number' }),
  depreciation_runs_once: () =>
    new DomainError('INVALID_TRANSITION', 'month: its depreciation is posted already', { field: 'month' }),
  asset_values_depreciable: () =>
    new DomainError('CONFLICT', 'id: more would be depreciated than the asset has', { field: 'id' }),
  transactions_reversed_once: () =>
    new DomainError('INVALID_TRANSITION', 'id: the transaction is reversed already'),
};

export function createLedgerWriter(
  database: Database,
  inFlight = 2,
  upcast: Upcast = raiseLedgerEvent,
): LedgerWriter {
  return createSubgraphWriter<LedgerFacts>(
    {
      database,
      schema: SCHEMA,
      loadFacts: (companyId) => loadLedgerFacts(database, companyId),
      factsFor: (facts, userId) => facts.seenBy(userId, new Date()),
      projectionRows: postedRows,
      onAppended: countTransactions,
      constraints: CONSTRAINTS,
      inFlight,
    },
    upcast,
  );
}
