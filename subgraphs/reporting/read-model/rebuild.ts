import type { Database } from '#db/client.ts';
import { followAgain } from '#db/follow-again.ts';
import { SCHEMA } from '../schema.ts';
import { LEDGER, LEDGER_CONSUMER, takeNote } from './follow-ledger.ts';

/** What is made from the ledger's log and from nothing else. */
export const READ_MODELS = [
  'settlements',
  'dimension_turnover',
  'counterparty_turnover',
  'correspondence',
  'turnover',
  'entries',
  'transactions',
  'periods',
  'accounts',
  'books',
] as const;

/**
 * Empties what reporting has of a company's books and makes it anew from the ledger's log, up to where its consumer
 * stands, in one transaction: readers see the old rows until the new ones are there.
 */
export async function rebuildFromLedger(database: Database, companyId: string): Promise<{ events: number }> {
  return database.withCompany(
    companyId,
    async (sql) => ({
      events: await followAgain(sql, companyId, {
        schema: SCHEMA,
        source: LEDGER,
        consumer: LEDGER_CONSUMER,
        tables: READ_MODELS,
        handle: takeNote,
      }),
    }),
    'write',
  );
}
