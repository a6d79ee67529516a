import { date, integer, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { ledgerSchema } from '../schema.ts';

export type PeriodStatus = 'OPEN' | 'CLOSED';

export const fiscalPeriods = ledgerSchema.table(
  'fiscal_periods',
  {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull(),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    status: text('status').$type<PeriodStatus>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.year, table.month] })],
);

export const periodChanges = ledgerSchema.table(
  'period_changes',
  {
    companyId: uuid('company_id').notNull(),
    year: integer('year').notNull(),
    month: integer('month').notNull(),
    version: integer('version').notNull(),
    status: text('status').$type<PeriodStatus>().notNull(),
    reason: text('reason').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'string' }).notNull(),
    changedBy: uuid('changed_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.year, table.month, table.version] })],
);
