import { date, numeric, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ledgerSchema } from '../schema.ts';

/** Sums of debits and credits by calendar bucket: what every balance is added up from. */
export const accountTurnover = ledgerSchema.table(
  'account_turnover',
  {
    companyId: uuid('company_id').notNull(),
    level: text('level').$type<'year' | 'month' | 'day'>().notNull(),
    period: date('period', { mode: 'string' }).notNull(),
    accountId: uuid('account_id').notNull(),
    currency: text('currency').notNull(),
    debit: numeric('debit', { precision: 24, scale: 4 }).notNull(),
    credit: numeric('credit', { precision: 24, scale: 4 }).notNull(),
    debitGel: numeric('debit_gel', { precision: 22, scale: 2 }).notNull(),
    creditGel: numeric('credit_gel', { precision: 22, scale: 2 }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.companyId, table.level, table.period, table.accountId, table.currency] }),
  ],
);
