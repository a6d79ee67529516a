import { pgSchema } from 'drizzle-orm/pg-core';

/** Name of the PostgreSQL schema that payroll owns. */
export const SCHEMA = 'payroll';

/** The PostgreSQL schema that payroll owns; its tables are in the `tables.ts` of each noun. */
export const payrollSchema = pgSchema(SCHEMA);
