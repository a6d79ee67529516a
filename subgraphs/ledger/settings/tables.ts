import { boolean, uuid } from 'drizzle-orm/pg-core';
import { ledgerSchema } from '../schema.ts';

export const settings = ledgerSchema.table('settings', {
  companyId: uuid('company_id').primaryKey(),
  approverMustDiffer: boolean('approver_must_differ').notNull(),
});
