import { pgSchema } from 'drizzle-orm/pg-core';

/** Name of the PostgreSQL schema that tax owns. */
export const SCHEMA = 'tax';

/** The PostgreSQL schema that tax owns; its tables are in the `tables.ts` of each noun. */
export const taxSchema = pgSchema(SCHEMA);
