import { integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identity } from '../postgres-schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const invitations = identity.table('invitations', {
  id: uuid('id').primaryKey(),
  companyId: uuid('company_id').notNull(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  language: text('language', { enum: ['ka', 'en', 'ru'] }).notNull(),
  roles: text('roles').array().notNull(),
  /** Written, and never read by the application's role. */
  tokenHash: text('token_hash').notNull(),
  invitedBy: uuid('invited_by').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  expiresAt: moment('expires_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  acceptedAt: moment('accepted_at'),
  acceptedBy: uuid('accepted_by'),
  revokedAt: moment('revoked_at'),
});
