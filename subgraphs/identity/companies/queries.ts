import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { companies } from './tables.ts';

export type CompanyRow = typeof companies.$inferSelect;

/** Those of the companies that the transaction's point of view shows. */
export async function companiesByIds(db: DrizzleTransaction, ids: readonly string[]): Promise<CompanyRow[]> {
  return db
    .select()
    .from(companies)
    .where(inArray(companies.id, [...ids]));
}

/** The company whose point of view the transaction has. */
export async function companyById(db: DrizzleTransaction, id: string): Promise<CompanyRow | undefined> {
  const [row] = await db.select().from(companies).where(eq(companies.id, id));
  return row;
}

/** All companies that the user of the transaction is a member of, by name as Georgians sort it. */
export async function companiesOfUser(db: DrizzleTransaction): Promise<CompanyRow[]> {
  return db
    .select()
    .from(companies)
    .orderBy(sql`${companies.name} collate "ka-x-icu"`, asc(companies.createdAt), asc(companies.id));
}
