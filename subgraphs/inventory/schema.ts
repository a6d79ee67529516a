import { pgSchema } from 'drizzle-orm/pg-core';

/** Name of the PostgreSQL schema that inventory owns. */
export const SCHEMA = 'inventory';

/** The PostgreSQL schema that inventory owns; its tables are in the `tables.ts` of each noun. */
export const inventorySchema = pgSchema(SCHEMA);
