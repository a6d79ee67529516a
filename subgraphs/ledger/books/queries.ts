import type { Database } from '#db/client.ts';

/** All that the ledger knows of a company besides its books. */
export interface CompanyOfBooks {
  readonly id: string;
}

/** A company whose books wait to be opened, as identity tells it. */
export interface Founding {
  readonly companyId: string;
  readonly founderId: string;
  readonly firstFiscalYear: number;
  readonly lastFiscalYear: number;
}

/** Rung by identity with the id of each company that is founded. */
export const FOUNDINGS = 'identity_foundings';

/** Companies whose books wait to be opened, the oldest first, without those that shall wait longer. */
export async function booksToOpen(
  { sql }: Database,
  except: readonly string[],
  most: number,
): Promise<Founding[]> {
  return sql<Founding[]>`
    /* booksToOpen */ select company_id as "companyId", founder_id as "founderId",
      first_fiscal_year as "firstFiscalYear", last_fiscal_year as "lastFiscalYear"
    from identity_published.books_to_open(${[...except]}::uuid[], ${most}::int)`;
}

/** Tells identity that the books of the company are open. */
export async function tellBooksAreOpen({ sql }: Database, companyId: string): Promise<void> {
  await sql`/* booksAreOpen */ select identity_published.books_are_open(${companyId}::uuid)`;
}

/**
 * When the first fiscal year was opened. It stands near the beginning of the log, behind the chart of accounts, and
 * before it nothing can have been posted: few events are looked at.
 */
export async function booksOpenedAt(database: Database, companyId: string): Promise<string | null> {
  const [event] = await database.withCompany(
    companyId,
    (sql) => sql<{ recordedAt: string }[]>`
      /* booksOpenedAt */ select recorded_at as "recordedAt" from ledger.event_store
      where company_id = ${companyId} and event_type = 'FiscalYearOpened' order by seq limit 1`,
  );
  return event?.recordedAt ?? null;
}
