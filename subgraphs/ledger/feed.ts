import { toDomainError, type Database, type TransactionSql } from '#db/client.ts';
import { createDoorbell } from '#db/doorbell.ts';
import type { Upcast } from '#db/upcast.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { EventFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { ancestorsOf, booksAt } from './books-at.ts';
import { raiseLedgerEvent } from './events/upcasters.ts';
import { balancesAt, encodeCursor, toEvents, type PostedRow } from './posted-events.ts';
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

const PAGE = 500;
/** Looks again this often even if no doorbell rings. */
const POLL_MILLISECONDS = 10_000;

interface Page {
  readonly rows: readonly PostedRow[];
  /** Position in the log up to which everything has been read. */
  readonly end: number;
}

type LoggedRow = Omit<PostedRow, 'entries'> & { type: string; event_version: number; data: unknown };

/** The posted transactions of the ledger's log as a feed; a cursor is a position in the log. */
export function createLedgerFeed(
  database: Database,
  log: Logger,
  options: LedgerFeedOptions = {},
): LedgerFeed {
  const { upcast = raiseLedgerEvent } = options;
  const doorbell = createDoorbell(database, `${SCHEMA}_events`, log);

  return {
    async latest(companyId) {
      return encodeCursor(await newestPosition(companyId));
    },

    async *follow(companyId, after, signal) {
      let position = decodeCursor(after);
      // Watched before the first look, so that no ring is missed between a look and a wait.
      const watch = doorbell.watch(companyId);
      try {
        demandReplayable(await newestPosition(companyId), position, after, options.retainedEvents);
        let balances: Map<string, Amount> | undefined;
        while (!signal.aborted) {
          const from = position;
          const page = await reading(() => readPage(companyId, from));
          position = page.end;
          if (page.rows.length > 0) {
            balances ??= await reading(() => balancesBefore(companyId, from));
            yield toEvents(companyId, page.rows, balances);
          }
          if (page.rows.length < PAGE) await watch.wait(signal, POLL_MILLISECONDS);
        }
      } finally {
        watch.close();
      }
    },

    async stateAt(companyId, cursor, accounts) {
      const position = decodeCursor(cursor);
      demandReplayable(await newestPosition(companyId), position, cursor, options.retainedEvents);
      return reading(async () => {
        const balances = await balancesBefore(companyId, position);
        return booksAt(database, companyId, position, balances, accounts);
      });
    },

    ancestors: (companyId, accountIds) => reading(() => ancestorsOf(database, companyId, accountIds)),

    close: () => doorbell.close(),
  };

  function readPage(companyId: string, after: number): Promise<Page> {
    return database.withCompany(companyId, async (sql) => {
      const end = await lastSeq(sql, companyId);
      if (end <= after) return { rows: [], end: after };
      const found = await sql<LoggedRow[]>`
        /* feedPage */ select seq, published_seq, aggregate_id, recorded_at, event_type as type, data,
          coalesce((metadata ->> 'eventVersion')::int, 1) as event_version
        from ledger.event_store
        where company_id = ${companyId} and seq > ${after} and seq <= ${end} and event_type = 'TransactionPosted'
        order by seq limit ${PAGE}`;
      const rows = found.map(({ type, event_version: version, data, ...row }) => {
        const { entries } = upcast(type, version, data) as TransactionPostedData;
        return { ...row, entries };
      });
      // Drafts and the like may follow the last posting; they need not be looked at again.
      return { rows, end: rows.length < PAGE ? end : (rows.at(-1)?.seq ?? end) };
    });
  }

  function balancesBefore(companyId: string, position: number): Promise<Map<string, Amount>> {
    return database.withCompany(companyId, (sql) => balancesAt(sql, companyId, position));
  }

  function newestPosition(companyId: string): Promise<number> {
    return reading(() => database.withCompany(companyId, (sql) => lastSeq(sql, companyId)));
  }
}

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw toDomainError(error);
  }
}

async function lastSeq(sql: TransactionSql, companyId: string): Promise<number> {
  const [head] = await sql<{ last_seq: number }[]>`
    /* feedHead */ select last_seq from ledger.head where company_id = ${companyId}`;
  return head?.last_seq ?? 0;
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
