import type { TransactionSql } from '#db/client.ts';
import { createConsumer, type Consumer, type ConsumerOptions, type StoredEvent } from '#db/feed.ts';
import { createUpcast } from '#db/upcast.ts';
import { SCHEMA } from '../schema.ts';
import { noteAccount } from './accounts.ts';
import { enterPostings } from './entries.ts';
import { notePeriods } from './periods.ts';
import { noteSettlements } from './settlements.ts';

/** Whose log is followed, and the name of the consumer that does it. */
export const LEDGER = 'ledger';
export const LEDGER_CONSUMER = 'books';

/** Events that are read at once: behind a long import the statements of a batch are what costs. */
const BATCH = 500;

/** Follows the ledger: accounts, periods, and everything that is posted. */
export function followLedger(
  options: Pick<ConsumerOptions, 'database' | 'log' | 'batchSize' | 'pollSeconds' | 'retrySeconds'>,
): Consumer {
  return createConsumer({
    batchSize: BATCH,
    ...options,
    schema: SCHEMA,
    source: LEDGER,
    name: LEDGER_CONSUMER,
    // Versions that this code does not know are refused rather than misread.
    upcast: createUpcast({}),
    handle: takeNote,
  });
}

/** Enters a batch of the ledger's events. Rests on nothing but the events before it. */
export async function takeNote(
  sql: TransactionSql,
  companyId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  for (const event of events) {
    await noteAccount(sql, event);
    await notePeriods(sql, event);
    await noteSettlements(sql, event);
  }
  await enterPostings(sql, companyId, events);
}
