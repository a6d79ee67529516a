import { bigint, date, integer, json, numeric, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { ledgerSchema } from '../schema.ts';
import type { Attachment, Entry } from './transaction.ts';

export type TransactionStatus = 'DRAFT' | 'APPROVED' | 'POSTED' | 'REVERSED';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const transactions = ledgerSchema.table(
  'transactions',
  {
    companyId: uuid('company_id').notNull(),
    id: uuid('id').notNull(),
    status: text('status').$type<TransactionStatus>().notNull(),
    transactionDate: date('transaction_date', { mode: 'string' }).notNull(),
    description: text('description').notNull(),
    reference: text('reference'),
    totalGel: numeric('total_gel', { precision: 19, scale: 2 }).notNull(),
    entries: json('entries').$type<readonly Entry[]>().notNull(),
    attachments: json('attachments').$type<readonly Attachment[]>().notNull(),
    seq: bigint('seq', { mode: 'number' }),
    documentYear: integer('document_year'),
    documentNumber: bigint('document_number', { mode: 'number' }),
    reversesId: uuid('reverses_id'),
    reversalReason: text('reversal_reason'),
    reversedById: uuid('reversed_by_id'),
    version: integer('version').notNull(),
    createdAt: moment('created_at').notNull(),
    createdBy: uuid('created_by').notNull(),
    approvedAt: moment('approved_at'),
    approvedBy: uuid('approved_by'),
    postedAt: moment('posted_at'),
    postedBy: uuid('posted_by'),
  },
  (table) => [primaryKey({ columns: [table.companyId, table.id] })],
);

/** Partitioned by month of `transactionDate`. */
export const journalEntries = ledgerSchema.table(
  'journal_entries',
  {
    companyId: uuid('company_id').notNull(),
    accountId: uuid('account_id').notNull(),
    transactionDate: date('transaction_date', { mode: 'string' }).notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    line: integer('line').notNull(),
    transactionId: uuid('transaction_id').notNull(),
    currency: text('currency').notNull(),
    debit: numeric('debit', { precision: 19, scale: 4 }).notNull(),
    credit: numeric('credit', { precision: 19, scale: 4 }).notNull(),
    debitGel: numeric('debit_gel', { precision: 19, scale: 2 }).notNull(),
    creditGel: numeric('credit_gel', { precision: 19, scale: 2 }).notNull(),
    description: text('description'),
    counterpartyId: uuid('counterparty_id'),
  },
  (table) => [
    primaryKey({ columns: [table.companyId, table.accountId, table.transactionDate, table.seq, table.line] }),
  ],
);

/** The documents of other subgraphs that transactions were recorded for. */
export const transactionSources = ledgerSchema.table(
  'transaction_sources',
  {
    companyId: uuid('company_id').notNull(),
    subgraph: text('subgraph').notNull(),
    type: text('type').notNull(),
    sourceId: text('source_id').notNull(),
    purpose: text('purpose').notNull(),
    transactionId: uuid('transaction_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.companyId, table.subgraph, table.type, table.sourceId, table.purpose] }),
  ],
);
