import { pgSchema } from 'drizzle-orm/pg-core';

/** Name of the PostgreSQL schema that reporting owns. */
export const SCHEMA = 'reporting';

/** The PostgreSQL schema that reporting owns. */
export const reportingSchema = pgSchema(SCHEMA);
