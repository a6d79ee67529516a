import type { TransactionSql } from './client.ts';
import type { StoredEvent } from './feed.ts';

const PAGE = 500;

/** A consumer of another subgraph's log, and the tables that it alone writes. */
export interface Follower {
  /** PostgreSQL schema of the consumer's subgraph. */
  readonly schema: string;
  /** Schema of the subgraph whose log is read. */
  readonly source: string;
  readonly consumer: string;
  /** Children before what they refer to. */
  readonly tables: readonly string[];
  readonly handle: (sql: TransactionSql, companyId: string, events: readonly StoredEvent[]) => Promise<void>;
}

/**
 * Empties what a consumer has written of a company and makes it anew from the log that it reads, up to where it stands.
 * The consumer waits meanwhile. Answers how many events that were.
 */
export async function followAgain(
  sql: TransactionSql,
  companyId: string,
  { schema, source, consumer, tables, handle }: Follower,
): Promise<number> {
  const [checkpoint] = await sql<{ seq: number }[]>`
    /* rebuildLock */ select seq from ${sql(`${schema}.checkpoints`)}
    where company_id = ${companyId} and consumer = ${consumer} for update`;
  const end = checkpoint?.seq ?? 0;
  for (const table of tables)
    await sql`/* rebuildEmpty */ delete from ${sql(`${schema}.${table}`)} where company_id = ${companyId}`;
  for (let position = 0; position < end;) {
    const most = Math.min(PAGE, end - position);
    const events = await sql<StoredEvent[]>`
      /* rebuildRead */ select company_id as "companyId", seq, aggregate_type as "aggregateType",
        aggregate_id as "aggregateId", version, event_type as type, data, metadata ->> 'userId' as "userId",
        recorded_at as "recordedAt", published_seq as "publishedSeq"
      from ${sql(`${source}_published.log_events`)}(${companyId}, ${position}, ${most})`;
    await handle(sql, companyId, events);
    position = events.at(-1)?.seq ?? end;
  }
  return end;
}
