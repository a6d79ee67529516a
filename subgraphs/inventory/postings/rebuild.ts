import type { Database } from '#db/client.ts';
import { followAgain } from '#db/follow-again.ts';
import { SCHEMA } from '../schema.ts';
import { LEDGER, LEDGER_CONSUMER, takeNote } from './follow-ledger.ts';

/** What is made from the ledger's log and from nothing else, children before what they refer to. */
const TABLES = ['ledger_entries', 'ledger_accounts', 'posting_outcomes', 'months'];

/**
 * Empties what inventory has of a company's books and makes it anew from the ledger's log, up to where its consumer
 * stands, in one transaction: readers see the old rows until the new ones are there. Which accounts are of stock is
 * told by inventory's own log, so that one is rebuilt first.
 */
export async function rebuildFromLedger(database: Database, companyId: string): Promise<{ events: number }> {
  return database.withCompany(
    companyId,
    async (sql) => ({
      events: await followAgain(sql, companyId, {
        schema: SCHEMA,
        source: LEDGER,
        consumer: LEDGER_CONSUMER,
        tables: TABLES,
        handle: takeNote,
      }),
    }),
    'write',
  );
}
