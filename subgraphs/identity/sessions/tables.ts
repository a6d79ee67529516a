import { text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { identity } from '../postgres-schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const sessions = identity.table('sessions', {
  id: uuid('id').primaryKey(),
  companyId: uuid('company_id').notNull(),
  userId: uuid('user_id').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  refreshedAt: moment('refreshed_at'),
  expiresAt: moment('expires_at').notNull(),
  revokedAt: moment('revoked_at'),
  revokedBecause: text('revoked_because', {
    enum: ['SIGNED_OUT', 'TOKEN_REUSED', 'REVOKED', 'PASSWORD_CHANGED', 'MEMBERSHIP_ENDED', 'USER_DISABLED'],
  }),
  address: text('address'),
  userAgent: text('user_agent'),
});

export const refreshTokens = identity.table('refresh_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  companyId: uuid('company_id').notNull(),
  sessionId: uuid('session_id').notNull(),
  issuedAt: moment('issued_at').notNull().defaultNow(),
  usedAt: moment('used_at'),
  successorHash: text('successor_hash'),
  sealedSuccessor: text('sealed_successor'),
});
