import type { Database } from '#db/client.ts';
import { followAgain, type Follower } from '#db/follow-again.ts';
import { SALES_CONSUMER, takeSales } from '../registration/follow-sales.ts';
import { SCHEMA } from '../schema.ts';
import { LEDGER_CONSUMER, takeNote } from './follow-ledger.ts';

const FOLLOWERS: readonly Omit<Follower, 'schema' | 'source'>[] = [
  {
    consumer: LEDGER_CONSUMER,
    tables: ['vat_entries', 'vat_accounts', 'posting_outcomes'],
    handle: takeNote,
  },
  { consumer: SALES_CONSUMER, tables: ['revenue_entries', 'ledger_accounts'], handle: takeSales },
];

/**
 * Empties what the consumers of the ledger's log have written of a company and makes it anew from that log, up to where
 * each consumer stands, in one transaction: readers see the old rows until the new ones are there.
 */
export async function rebuildFromLedger(database: Database, companyId: string): Promise<{ events: number }> {
  return database.withCompany(
    companyId,
    async (sql) => {
      let events = 0;
      for (const follower of FOLLOWERS) {
        const read = await followAgain(sql, companyId, { ...follower, schema: SCHEMA, source: 'ledger' });
        events = Math.max(events, read);
      }
      return { events };
    },
    'write',
  );
}
