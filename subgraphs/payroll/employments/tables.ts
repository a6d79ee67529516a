import { boolean, date, jsonb, numeric, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { payrollSchema } from '../schema.ts';
import type { EmploymentTerms, EndReason } from './employment.ts';

export const employments = payrollSchema.table(
  'employments',
  {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull(),
    employeeId: uuid('employee_id').notNull(),
    start: date('start_date', { mode: 'string' }).notNull(),
    end: date('end_date', { mode: 'string' }),
    endReason: text('end_reason').$type<EndReason>(),
    isSecondary: boolean('is_secondary').notNull(),
    terms: jsonb('terms').$type<readonly EmploymentTerms[]>().notNull(),
    leaveTakenBefore: numeric('leave_taken_before', { precision: 8, scale: 2 }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.id] })],
);
