import type { TransactionSql } from '#db/client.ts';
import { createConsumer, type Consumer, type ConsumerOptions, type StoredEvent } from '#db/feed.ts';
import { notePostingOutcomes } from '#db/posting-outcomes.ts';
import { createUpcast } from '#db/upcast.ts';
import { openStockRegister } from '../health/register.ts';
import { SCHEMA } from '../schema.ts';
import { noteMonths } from './months.ts';

/** Whose log is followed, and the name of the consumer that does it. */
export const LEDGER = 'ledger';
export const LEDGER_CONSUMER = 'stock-in-books';

const GATHER_MILLISECONDS = 50;

/** Follows the ledger: what became of the postings of movements, which months are open, what stands on stock accounts. */
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
    gatherMilliseconds: GATHER_MILLISECONDS,
  });
}

/** Writes down what a batch of the ledger's events says to inventory. Rests on nothing but the events before it. */
export async function takeNote(
  sql: TransactionSql,
  companyId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  const register = await openStockRegister(sql, companyId, events[0]?.seq ?? 0);
  for (const event of events) {
    await register.note(event);
    await noteMonths(sql, event);
  }
  await register.write();
  await notePostingOutcomes(sql, SCHEMA, events);
}
