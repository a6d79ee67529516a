import { date, numeric, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { ledgerSchema } from '../schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const matchings = ledgerSchema.table(
  'matchings',
  {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull(),
    accountId: uuid('account_id').notNull(),
    counterpartyId: uuid('counterparty_id').notNull(),
    currency: text('currency').notNull(),
    date: date('date', { mode: 'string' }).notNull(),
    amount: numeric('amount', { precision: 19, scale: 4 }).notNull(),
    differenceGel: numeric('difference_gel', { precision: 19, scale: 2 }).notNull(),
    differenceTransactionId: uuid('difference_transaction_id'),
    reversalTransactionId: uuid('reversal_transaction_id'),
    endedOn: date('ended_on', { mode: 'string' }),
    matchedAt: moment('matched_at').notNull(),
    matchedBy: uuid('matched_by').notNull(),
    unmatchedAt: moment('unmatched_at'),
    unmatchedBy: uuid('unmatched_by'),
    unmatchReason: text('unmatch_reason'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.id] })],
);
