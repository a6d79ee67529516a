import { toDomainError, type Database, type TransactionSql } from '#db/client.ts';
import { createDoorbell } from '#db/doorbell.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { EventFeed, PostedAccountChange, PostedEvent } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { ancestorsOf, booksAt } from './books-at.ts';
import type { TransactionPostedData } from './transactions/transaction.ts';
import { SCHEMA } from './writer.ts';

export interface LedgerFeed extends EventFeed {
  close(): Promise<void>;
}

export interface LedgerFeedOptions {
  /** Cursors that lie further than this many events behind the newest one have expired; by default none has. */
  readonly retainedEvents?: number;
}

const PAGE = 500;
/** Looks again this often even if no doorbell rings. */
const POLL_MILLISECONDS = 10_000;

interface Page {
  readonly rows: readonly PostedRow[];
  /** Position in the log up to which everything has been read. */
  readonly end: number;
}

interface PostedRow {
  seq: number;
  published_seq: number;
  aggregate_id: string;
  recorded_at: string;
  entries: TransactionPostedData['entries'];
}

/** The posted transactions of the ledger's log as a feed; a cursor is a position in the log. */
export function createLedgerFeed(
  database: Database,
  log: Logger,
  options: LedgerFeedOptions = {},
): LedgerFeed {
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
          const page = await reading(() => readPage(database, companyId, from));
          position = page.end;
          if (page.rows.length > 0) {
            balances ??= await reading(() => balancesAt(database, companyId, from));
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
        const balances = await balancesAt(database, companyId, position);
        return booksAt(database, companyId, position, balances, accounts);
      });
    },

    ancestors: (companyId, accountIds) => reading(() => ancestorsOf(database, companyId, accountIds)),

    close: () => doorbell.close(),
  };

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

function readPage(database: Database, companyId: string, after: number): Promise<Page> {
  return database.withCompany(companyId, async (sql) => {
    const end = await lastSeq(sql, companyId);
    if (end <= after) return { rows: [], end: after };
    const rows = await sql<PostedRow[]>`
      /* feedPage */ select seq, published_seq, aggregate_id, recorded_at, data -> 'entries' as entries
      from ledger.event_store
      where company_id = ${companyId} and seq > ${after} and seq <= ${end} and event_type = 'TransactionPosted'
      order by seq limit ${PAGE}`;
    // Drafts and the like may follow the last posting; they need not be looked at again.
    return { rows, end: rows.length < PAGE ? end : (rows.at(-1)?.seq ?? end) };
  });
}

/**
 * What every account came to at a position of the log: the sums of now less what was posted since, in one
 * statement and so in one snapshot. From there on balances are carried forward event by event, which is exact
 * because the feed leaves no event out. At the newest position there is nothing to take off, at the beginning
 * there is nothing at all.
 */
async function balancesAt(
  database: Database,
  companyId: string,
  position: number,
): Promise<Map<string, Amount>> {
  if (position === 0) return new Map();
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ account_id: string; balance: string }[]>`
      /* feedBalances */ with later as (
        select n."accountId" as account_id, sum(n."debitGel" - n."creditGel") as change
        from ledger.event_store e,
          json_to_recordset(e.data -> 'entries') as n("accountId" uuid, "debitGel" numeric, "creditGel" numeric)
        where e.company_id = ${companyId} and e.seq > ${position} and e.event_type = 'TransactionPosted'
        group by 1
      ), current as (
        select account_id, sum(debit_gel - credit_gel) as balance from ledger.account_turnover
        where company_id = ${companyId} and level = 'year'
        group by 1
      )
      select account_id, current.balance - coalesce(later.change, 0) as balance
      from current left join later using (account_id)`,
  );
  return new Map(rows.map((row) => [row.account_id, parseDatabaseAmount(row.balance)]));
}

function toEvents(
  companyId: string,
  rows: readonly PostedRow[],
  balances: Map<string, Amount>,
): PostedEvent[] {
  return rows.map((row) => toEvent(companyId, row, balances));
}

/** Carries the balances on by one event. */
function toEvent(companyId: string, row: PostedRow, balances: Map<string, Amount>): PostedEvent {
  const turnover = new Map<string, { debit: Amount; credit: Amount }>();
  for (const entry of row.entries) {
    const sum = turnover.get(entry.accountId) ?? { debit: 0n, credit: 0n };
    sum.debit += parseDatabaseAmount(entry.debitGel);
    sum.credit += parseDatabaseAmount(entry.creditGel);
    turnover.set(entry.accountId, sum);
  }
  const accounts: PostedAccountChange[] = [];
  for (const [accountId, { debit, credit }] of turnover) {
    const balance = (balances.get(accountId) ?? 0n) + debit - credit;
    balances.set(accountId, balance);
    accounts.push({
      accountId,
      debit: formatAmount(debit),
      credit: formatAmount(credit),
      balance: formatAmount(balance),
    });
  }
  return {
    seq: row.published_seq,
    cursor: encodeCursor(row.seq),
    companyId,
    transactionId: row.aggregate_id,
    recordedAt: row.recorded_at,
    accounts,
  };
}

function encodeCursor(seq: number): string {
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
