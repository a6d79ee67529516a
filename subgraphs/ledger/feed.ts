import type { Database } from '#db/client.ts';
import { createPublishedFeed, reading } from '#db/published-feed.ts';
import type { Upcast } from '#db/upcast.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { EventFeed, PostedEvent } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { ancestorsOf, booksAt } from './books-at.ts';
import { raiseLedgerEvent } from './events/upcasters.ts';
import { balancesAt, carryOn } from './posted-events.ts';
import type { TransactionPostedData } from './transactions/transaction.ts';
import { SCHEMA } from './writer.ts';

export interface LedgerFeed extends EventFeed {
  close(): Promise<void>;
}

export interface LedgerFeedOptions {
  /** Cursors that lie further than this many events behind the newest one have expired; by default none has. */
  readonly retainedEvents?: number;
  readonly upcast?: Upcast;
}

/** The posted transactions of the ledger's log as a feed. */
export function createLedgerFeed(
  database: Database,
  log: Logger,
  options: LedgerFeedOptions = {},
): LedgerFeed {
  const { upcast = raiseLedgerEvent, retainedEvents } = options;
  const feed = createPublishedFeed<PostedEvent>({
    database,
    schema: SCHEMA,
    types: ['TransactionPosted'],
    log,
    retainedEvents,
    async begin(companyId, position) {
      const balances = await balancesBefore(companyId, position);
      return (row) => {
        const { entries } = upcast(row.type, row.event_version, row.data) as TransactionPostedData;
        return { transactionId: row.aggregate_id, accounts: carryOn(balances, entries) };
      };
    },
  });

  function balancesBefore(companyId: string, position: number): Promise<Map<string, Amount>> {
    return database.withCompany(companyId, (sql) => balancesAt(sql, companyId, position));
  }

  return {
    ...feed,
    async stateAt(companyId, cursor, accounts) {
      const position = await feed.positionOf(companyId, cursor);
      return reading(async () => {
        const balances = await balancesBefore(companyId, position);
        return booksAt(database, companyId, position, balances, accounts);
      });
    },
    ancestors: (companyId, accountIds) => reading(() => ancestorsOf(database, companyId, accountIds)),
  };
}
