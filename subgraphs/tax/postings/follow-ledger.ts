import type { TransactionSql } from '#db/client.ts';
import { createConsumer, type Consumer, type ConsumerOptions, type StoredEvent } from '#db/feed.ts';
import { createUpcast } from '#db/upcast.ts';
import { SCHEMA } from '../schema.ts';
import { openVatRegister } from '../vat-register/register.ts';
import { openOutcomes } from './outcomes.ts';

/** Whose log is followed, and the name of the consumer that does it. */
export const LEDGER = 'ledger';
export const LEDGER_CONSUMER = 'books';

/**
 * Follows the ledger: what became of the postings that documents asked for, and every entry on an account of VAT, by
 * whomever. Everything it writes stands with its checkpoint or not at all, so it may die between any two lines.
 */
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

/** Writes down what a batch of the ledger's events says to tax. Rests on nothing but the events before it. */
export async function takeNote(
  sql: TransactionSql,
  companyId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  const outcomes = openOutcomes(sql, companyId);
  const register = await openVatRegister(sql, companyId);
  for (const event of events) {
    switch (event.type) {
      case 'AccountOpened':
      case 'AccountChanged':
      case 'AccountDeleted':
        await register.noteAccount(event);
        break;
      case 'TransactionPosted':
        await outcomes.notePosted(event);
        await register.notePosted(event);
        break;
      case 'PostingRefused':
        await outcomes.noteRefused(event);
        break;
      default:
    }
  }
  await outcomes.finish();
  await register.finish();
}
