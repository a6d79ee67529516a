import { integer, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identity } from '../postgres-schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const operationManifests = identity.table(
  'operation_manifests',
  {
    companyId: uuid('company_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    version: integer('version').notNull(),
    contentHash: text('content_hash').notNull(),
    operationCount: integer('operation_count').notNull(),
    registeredBy: uuid('registered_by').notNull(),
    registeredAt: moment('registered_at').notNull().defaultNow(),
    revokedAt: moment('revoked_at'),
    revokedBy: uuid('revoked_by'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.partnerId, table.version] })],
);

export const registeredOperations = identity.table(
  'registered_operations',
  {
    companyId: uuid('company_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    version: integer('version').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    type: text('type', { enum: ['query', 'mutation', 'subscription'] }).notNull(),
    body: text('body').notNull(),
    revokedAt: moment('revoked_at'),
    revokedBy: uuid('revoked_by'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.partnerId, table.version, table.id] })],
);
