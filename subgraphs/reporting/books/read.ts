import { setTimeout as pause } from 'node:timers/promises';
import type { Database, TransactionSql } from '#db/client.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { LEDGER_CONSUMER } from '../read-model/follow-ledger.ts';

/** How far the books are read. */
export interface BooksRead {
  readonly seq: number;
  readonly recordedAt: string | null;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

const LONGEST_WAIT_MILLISECONDS = 5_000;
const LOOK_AGAIN_MILLISECONDS = 20;

/** Reads within a report's own transaction, so that its figures and its position are of one moment. */
export async function booksReadBy(sql: TransactionSql, companyId: string): Promise<BooksRead> {
  const [row] = await sql<(BooksRead & { readonly given_up: boolean })[]>`
    /* booksRead */ select coalesce(b.seq, 0)::int as seq, b.recorded_at as "recordedAt", b.first_date as "firstDate",
      b.last_date as "lastDate",
      exists (select from reporting.dead_letters d where d.company_id = ${companyId}
              and d.consumer = ${LEDGER_CONSUMER} and d.state in ('waiting', 'requested')) as given_up
    from (select) one left join reporting.books b on b.company_id = ${companyId}`;
  if (row === undefined) throw new Error('a row was asked for unconditionally');
  // Figures that lack a posting are worse than none.
  if (row.given_up)
    throw new DomainError(
      'SERVICE_UNAVAILABLE',
      'a posting could not be read into the reports; see the dead letters',
    );
  const { seq, recordedAt, firstDate, lastDate } = row;
  return { seq, recordedAt, firstDate, lastDate };
}

/**
 * Waits until the books are read up to a posting.
 * @throws DomainError BAD_USER_INPUT for a number below zero, SERVICE_UNAVAILABLE after five seconds.
 */
export async function demandRead(
  database: Database,
  companyId: string,
  minSeq: number | null | undefined,
  field = 'minSeq',
): Promise<void> {
  if (minSeq === null || minSeq === undefined) return;
  if (minSeq < 0) throw badInput(field, minSeq, 'positions count from zero');
  const until = Date.now() + LONGEST_WAIT_MILLISECONDS;
  for (;;) {
    const { seq } = await database.withCompany(companyId, (sql) => booksReadBy(sql, companyId));
    if (seq >= minSeq) return;
    if (Date.now() >= until)
      throw new DomainError('SERVICE_UNAVAILABLE', `${field}: the reports have read up to ${seq}`, {
        field,
        value: String(minSeq),
        seq,
      });
    await pause(LOOK_AGAIN_MILLISECONDS);
  }
}
