import type { TransactionSql } from '#db/client.ts';
import { createConsumer, type Consumer, type ConsumerOptions, type StoredEvent } from '#db/feed.ts';
import { createUpcast } from '#db/upcast.ts';
import { SCHEMA } from '../schema.ts';
import { notePosted, noteRefused } from './outcomes.ts';

/** Whose log is followed, and the name of the consumer that does it. */
export const LEDGER = 'ledger';
export const LEDGER_CONSUMER = 'pay-in-books';

/** Follows the ledger: what became of the postings that runs of pay asked for. */
export function followLedger(
  options: Pick<ConsumerOptions, 'database' | 'log' | 'batchSize' | 'pollSeconds' | 'retrySeconds'>,
): Consumer {
  return createConsumer({
    ...options,
    schema: SCHEMA,
    source: LEDGER,
    name: LEDGER_CONSUMER,
    // Versions that this code does not know are refused rather than misread.
    upcast: createUpcast({}),
    handle: takeNote,
  });
}

/** Writes down what events of the ledger mean for pay, one after the other. */
export async function takeNote(
  sql: TransactionSql,
  _companyId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type === 'TransactionPosted') await notePosted(sql, event);
    else if (event.type === 'PostingRefused') await noteRefused(sql, event);
  }
}
