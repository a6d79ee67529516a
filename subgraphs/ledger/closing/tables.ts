import { integer, numeric, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { ledgerSchema } from '../schema.ts';

export type FiscalYearStatus = 'OPEN' | 'CLOSED';

/** Each closing of a year and each reopening. */
export const yearClosings = ledgerSchema.table(
  'year_closings',
  {
    companyId: uuid('company_id').notNull(),
    year: integer('year').notNull(),
    version: integer('version').notNull(),
    status: text('status').$type<FiscalYearStatus>().notNull(),
    reason: text('reason').notNull(),
    transactionId: uuid('transaction_id'),
    resultGel: numeric('result_gel', { precision: 19, scale: 2 }),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull(),
    changedBy: uuid('changed_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.year, table.version] })],
);
