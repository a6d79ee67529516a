import { z } from 'zod';

/** A calendar day within a question. */
export const day = z.iso.date();

/** Accounts that were chosen; null for all. */
export const ids = z.array(z.string()).nullable();

/** The standard that a statement is drawn up by. */
export const standard = z.enum(['CATEGORY_IV', 'IFRS_SME', 'IFRS']);

/** The span of a comparative; null without one. */
export const comparative = z.object({ from: day, to: day }).nullable();

/** Entries that are counted: with a value of a dimension, with null without it; null for all. */
export const dimension = z.object({ name: z.string(), value: z.string().nullable() }).nullable();

/** The moment after which nothing counts that was recorded; null for none. */
export const knownAt = z.iso.datetime({ offset: true }).nullable();
