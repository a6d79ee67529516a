import { pgSchema } from 'drizzle-orm/pg-core';

/** The PostgreSQL schema of this subgraph; its tables are with their nouns. */
export const identity = pgSchema('identity');
