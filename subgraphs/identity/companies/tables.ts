import { text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identity } from '../postgres-schema.ts';

export const companies = identity.table('companies', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  nameEn: text('name_en'),
  taxId: text('tax_id'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
});
