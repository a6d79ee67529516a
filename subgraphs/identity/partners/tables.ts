import { integer, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identity } from '../postgres-schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const partners = identity.table('partners', {
  id: uuid('id').primaryKey(),
  companyId: uuid('company_id').notNull(),
  name: text('name').notNull(),
  requestsPerMinute: integer('requests_per_minute').notNull().default(1_000),
  requestsPerHour: integer('requests_per_hour').notNull().default(10_000),
  costPerMinute: integer('cost_per_minute').notNull().default(100_000),
  createdBy: uuid('created_by').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
});

export const partnerCompanies = identity.table(
  'partner_companies',
  {
    companyId: uuid('company_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    ownerCompanyId: uuid('owner_company_id').notNull(),
    scopes: text('scopes').array().notNull(),
    consentedBy: uuid('consented_by').notNull(),
    consentedAt: moment('consented_at').notNull().defaultNow(),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.partnerId] })],
);
