import type { Database } from '#db/client.ts';
import { followAgain } from '#db/follow-again.ts';
import { SCHEMA } from '../schema.ts';
import { LEDGER, LEDGER_CONSUMER, takeNote } from './follow-ledger.ts';

/**
 * Empties what payroll has of a company's books and makes it anew from the ledger's log, up to where its consumer stands,
 * in one transaction: readers see the old rows until the new ones are there.
 */
export async function rebuildFromLedger(database: Database, companyId: string): Promise<{ events: number }> {
  return database.withCompany(
    companyId,
    async (sql) => ({
      events: await followAgain(sql, companyId, {
        schema: SCHEMA,
        source: LEDGER,
        consumer: LEDGER_CONSUMER,
        tables: ['posting_outcomes'],
        handle: takeNote,
      }),
    }),
    'write',
  );
}
