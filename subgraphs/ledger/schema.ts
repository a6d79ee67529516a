import { pgSchema } from 'drizzle-orm/pg-core';

/** The PostgreSQL schema that the ledger owns; its tables are in the `tables.ts` of each noun. */
export const ledgerSchema = pgSchema('ledger');
