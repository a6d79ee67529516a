import type { Database, TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';
import { SALES_CONSUMER, takeSales } from '../registration/follow-sales.ts';
import { LEDGER_CONSUMER, takeNote } from './follow-ledger.ts';

const PAGE = 500;

/** A consumer of the ledger's log, and the tables that it alone writes, children before what they refer to. */
interface Follower {
  readonly consumer: string;
  readonly tables: readonly string[];
  readonly handle: (sql: TransactionSql, companyId: string, events: readonly StoredEvent[]) => Promise<void>;
}

const FOLLOWERS: readonly Follower[] = [
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
      for (const follower of FOLLOWERS)
        events = Math.max(events, await followAgain(sql, companyId, follower));
      return { events };
    },
    'write',
  );
}

async function followAgain(
  sql: TransactionSql,
  companyId: string,
  { consumer, tables, handle }: Follower,
): Promise<number> {
  const [checkpoint] = await sql<{ seq: number }[]>`
    /* rebuildLock */ select seq from tax.checkpoints
    where company_id = ${companyId} and consumer = ${consumer} for update`;
  const end = checkpoint?.seq ?? 0;
  for (const table of tables)
    await sql`/* rebuildEmpty */ delete from ${sql(`tax.${table}`)} where company_id = ${companyId}`;
  for (let position = 0; position < end;) {
    const most = Math.min(PAGE, end - position);
    const events = await sql<StoredEvent[]>`
      /* rebuildRead */ select company_id as "companyId", seq, aggregate_type as "aggregateType",
        aggregate_id as "aggregateId", version, event_type as type, data, metadata ->> 'userId' as "userId",
        recorded_at as "recordedAt", published_seq as "publishedSeq"
      from ledger_published.log_events(${companyId}, ${position}, ${most})`;
    await handle(sql, companyId, events);
    position = events.at(-1)?.seq ?? end;
  }
  return end;
}
