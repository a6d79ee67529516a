import type { TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';

/** BLOCKS where the books would be wrong with it, so that the month is not closed; WARNS where somebody should look. */
export type ChecklistSeverity = 'BLOCKS' | 'WARNS';

/** The month that is to be closed, of one company. */
export interface ClosingMonth {
  readonly companyId: string;
  readonly year: number;
  readonly month: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** What a check found: how many, and the ids of the first ones. Nothing found is a count of zero. */
export interface ChecklistFinding {
  readonly count: number;
  readonly ids: readonly string[];
}

/** Ids that a finding carries at most: enough to begin with. */
export const MOST_LINKS = 10;

/**
 * One question of the close checklist. A noun of the ledger that knows of something to be done before a month is closed
 * writes a `checklist.ts` beside its other files, with one or several of these, and adds them to `CHECKS` in
 * `closing/checks.ts`; nothing else is needed to be shown by `closeChecklist` and, where it BLOCKS, asked by
 * `closePeriod`. All checks of one list are asked in one snapshot of the database, which sees the rows of the company only.
 *
 * A check on documents that are due reads like this:
 *
 *     export const schedulesDue: ChecklistCheck = {
 *       code: 'SCHEDULES_DUE',
 *       severity: 'WARNS',
 *       of: 'Schedule',
 *       text: { ka: '…', en: 'Scheduled entries that are due and not posted' },
 *       find: (sql, { companyId, endsOn }) => found(sql<FoundRow[]>`
 *         select id, count(*) over () as count from ledger.… where company_id = ${companyId} and … <= ${endsOn}::date
 *         order by … limit ${MOST_LINKS}`),
 *     };
 */
export interface ChecklistCheck {
  /** Upper case with underscores, unique among all checks; `closePeriod(despite:)` and the documentation name it. */
  readonly code: string;
  readonly severity: ChecklistSeverity;
  /** GraphQL type that the ids name, for example `Transaction`; null when they name no object. */
  readonly of: string | null;
  /** What is open, in plain words, without its number. */
  readonly text: { readonly ka: string; readonly en: string };
  find(sql: TransactionSql, month: ClosingMonth): Promise<ChecklistFinding>;
}

/** A row of a check's statement: one of the first, and how many there are in all (`count(*) over ()`). */
export interface FoundRow {
  readonly id: string;
  readonly count: number;
}

/** Makes a finding of the rows of a check's statement. */
export async function found(rows: Promise<readonly FoundRow[]>): Promise<ChecklistFinding> {
  const first = await rows;
  return { count: first[0]?.count ?? 0, ids: first.map(({ id }) => id) };
}
