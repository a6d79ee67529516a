import { boolean, integer, jsonb, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { ledgerSchema } from '../schema.ts';
import type { AccountNames, AccountType, NormalSide } from './account.ts';

export const accounts = ledgerSchema.table(
  'accounts',
  {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull(),
    code: text('code').notNull(),
    names: jsonb('names').$type<AccountNames>().notNull(),
    type: text('type').$type<AccountType>().notNull(),
    normalSide: text('normal_side').$type<NormalSide>().notNull(),
    role: text('role'),
    currency: text('currency'),
    parentId: uuid('parent_id'),
    isHeading: boolean('is_heading').notNull(),
    isActive: boolean('is_active').notNull(),
    metadata: jsonb('metadata').$type<Record<string, unknown>>().notNull(),
    version: integer('version').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.companyId, table.id] }),
    unique('accounts_code_unique').on(table.companyId, table.code),
  ],
);
