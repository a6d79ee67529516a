import { primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identity } from '../postgres-schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** Roles of the companies' own. */
export const roles = identity.table(
  'roles',
  {
    companyId: uuid('company_id').notNull(),
    name: text('name').notNull(),
    titleKa: text('title_ka').notNull(),
    titleEn: text('title_en').notNull(),
    permissions: text('permissions').array().notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.name] })],
);
