import type { TransactionSql } from '#db/client.ts';
import { createConsumer, type Consumer, type ConsumerOptions, type StoredEvent } from '#db/feed.ts';
import { createUpcast } from '#db/upcast.ts';
import { LEDGER } from '../postings/follow-ledger.ts';
import { SCHEMA } from '../schema.ts';
import { openRevenue } from './revenue.ts';

/** Name of the consumer that reads the ledger's log for turnover. */
export const SALES_CONSUMER = 'sales';

/**
 * Follows the ledger's log for what is sold without a document of tax. It has a checkpoint of its own, so that it begins
 * with the first event of a company also where the other consumer of that log has long been further.
 */
export function followSales(
  options: Pick<ConsumerOptions, 'database' | 'log' | 'batchSize' | 'pollSeconds' | 'retrySeconds'>,
): Consumer {
  return createConsumer({
    ...options,
    schema: SCHEMA,
    source: LEDGER,
    name: SALES_CONSUMER,
    upcast: createUpcast({}),
    handle: takeSales,
  });
}

/** Writes down what a batch of the ledger's events says of sales. Rests on nothing but the events before it. */
export async function takeSales(
  sql: TransactionSql,
  companyId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  const revenue = await openRevenue(sql, companyId);
  for (const event of events) {
    switch (event.type) {
      case 'AccountOpened':
      case 'AccountChanged':
      case 'AccountDeleted':
        await revenue.noteAccount(event);
        break;
      case 'TransactionPosted':
        await revenue.notePosted(event);
        break;
      default:
    }
  }
  await revenue.finish();
}
