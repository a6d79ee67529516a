import { badInput, DomainError } from '#shared/domain/errors.ts';
import type { FeedEvent, PublishedFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { toDomainError, type Database, type TransactionSql } from './client.ts';
import { createDoorbell } from './doorbell.ts';

/** A published event as the log has it. */
export interface PublishedRow {
  readonly seq: number;
  readonly published_seq: number;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly recorded_at: string;
  readonly type: string;
  readonly event_version: number;
  readonly data: unknown;
}

/** What a feed adds of its own to an event. */
export type Own<Event extends FeedEvent> = Omit<Event, keyof FeedEvent>;

export interface PublishedFeedOptions<Event extends FeedEvent> {
  readonly database: Database;
  /** PostgreSQL schema of the subgraph whose log it is. */
  readonly schema: string;
  readonly log: Logger;
  /** Types of the published events that this feed tells; all without it. */
  readonly types?: readonly string[];
  /** Cursors that lie further than this many events behind the newest one have expired; by default none has. */
  readonly retainedEvents?: number | undefined;
  /**
   * Called when a follower has come to its first events, with the position before them; what it answers makes the
   * events of that follower, one after the other and none left out.
   */
  readonly begin: (companyId: string, position: number) => Promise<(row: PublishedRow) => Own<Event>>;
}

export interface OwnedFeed<Event extends FeedEvent> extends PublishedFeed<Event> {
  /** The position of a cursor of the company. Refuses as `follow` does. */
  positionOf(companyId: string, cursor: string): Promise<number>;
  close(): Promise<void>;
}

const PAGE = 500;
/** Looks again this often even if no doorbell rings. */
const POLL_MILLISECONDS = 10_000;

interface Page {
  readonly rows: readonly PublishedRow[];
  /** Position in the log up to which everything has been read. */
  readonly end: number;
}

/** The published events of a subgraph's own log as a feed; a cursor is a position in the log. */
export function createPublishedFeed<Event extends FeedEvent>(
  options: PublishedFeedOptions<Event>,
): OwnedFeed<Event> {
  const { database, schema, types, retainedEvents } = options;
  const doorbell = createDoorbell(database, `${schema}_events`, options.log);

  async function positionOf(companyId: string, cursor: string): Promise<number> {
    const position = decodeCursor(cursor);
    demandReplayable(await newestPosition(companyId), position, cursor, retainedEvents);
    return position;
  }

  function readPage(companyId: string, after: number): Promise<Page> {
    return database.withCompany(companyId, async (sql) => {
      const end = await lastSeq(sql, companyId);
      if (end <= after) return { rows: [], end: after };
      const rows = await sql<PublishedRow[]>`
        /* feedPage */ select seq, published_seq, aggregate_type, aggregate_id, recorded_at, event_type as type, data,
          coalesce((metadata ->> 'eventVersion')::int, 1) as event_version
        from ${sql(schema)}.event_store
        where company_id = ${companyId} and seq > ${after} and seq <= ${end} and published_seq is not null
          ${types === undefined ? sql`` : sql`and event_type = any (${types as string[]})`}
        order by seq limit ${PAGE}`;
      // What is not published may follow the last event; it need not be looked at again.
      return { rows, end: rows.length < PAGE ? end : (rows.at(-1)?.seq ?? end) };
    });
  }

  function newestPosition(companyId: string): Promise<number> {
    return reading(() => database.withCompany(companyId, (sql) => lastSeq(sql, companyId)));
  }

  async function lastSeq(sql: TransactionSql, companyId: string): Promise<number> {
    const [head] = await sql<{ last_seq: number }[]>`
      /* feedHead */ select last_seq from ${sql(schema)}.head where company_id = ${companyId}`;
    return head?.last_seq ?? 0;
  }

  return {
    positionOf,

    async latest(companyId) {
      return encodeCursor(await newestPosition(companyId));
    },

    async *follow(companyId, after, signal) {
      let position = decodeCursor(after);
      // Watched before the first look, so that no ring is missed between a look and a wait.
      const watch = doorbell.watch(companyId);
      try {
        demandReplayable(await newestPosition(companyId), position, after, retainedEvents);
        let own: ((row: PublishedRow) => Own<Event>) | undefined;
        while (!signal.aborted) {
          const from = position;
          const page = await reading(() => readPage(companyId, from));
          position = page.end;
          if (page.rows.length > 0) {
            const tell = (own ??= await reading(() => options.begin(companyId, from)));
            yield page.rows.map((row) => ({ ...commonOf(companyId, row), ...tell(row) }) as Event);
          }
          if (page.rows.length < PAGE) await watch.wait(signal, POLL_MILLISECONDS);
        }
      } finally {
        watch.close();
      }
    },

    close: () => doorbell.close(),
  };
}

function commonOf(companyId: string, row: PublishedRow): FeedEvent {
  return {
    seq: row.published_seq,
    cursor: encodeCursor(row.seq),
    companyId,
    recordedAt: row.recorded_at,
  };
}

/** Reads with the refusals of the domain for what fails. */
export async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw toDomainError(error);
  }
}

/** A cursor is a position in the log. */
export function encodeCursor(seq: number): string {
  return Buffer.from(String(seq), 'latin1').toString('base64url');
}

/** Refuses whatever `encodeCursor` could not have made. */
function decodeCursor(cursor: string): number {
  const text = cursor.length > 24 ? '' : Buffer.from(cursor, 'base64url').toString('latin1');
  const seq = Number(text);
  if (!/^(0|[1-9]\d*)$/.test(text) || !Number.isSafeInteger(seq) || encodeCursor(seq) !== cursor) {
    throw badInput('after', cursor, 'is not a cursor of this feed');
  }
  return seq;
}

function demandReplayable(
  head: number,
  position: number,
  cursor: string,
  retained = Number.POSITIVE_INFINITY,
): void {
  if (position > head) throw badInput('after', cursor, 'is not a cursor of this company');
  if (position < head - retained) {
    throw new DomainError('CURSOR_EXPIRED', 'after: the events after this cursor are no longer kept', {
      field: 'after',
      value: cursor,
    });
  }
}
