import type { Database, TransactionSql } from '#db/client.ts';
import { lastDayOf, monthKey, type CalendarDate } from '#shared/domain/date.ts';

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
 * One question of the close checklist. A noun that knows of something to be done before a month is closed writes a
 * `checklist.ts` beside its other files, with one or several of these, and adds them to `CHECKS` in `closing/checks.ts` of its
 * subgraph; nothing else is needed to be shown by `closeChecklist`. What BLOCKS is asked by `closePeriod` as well, which
 * knows of the ledger's checks alone: those of other subgraphs WARN. All checks of one list are asked in one snapshot of the database, which sees the rows of the company only.
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

/** A check and what it found. */
export interface CheckedItem extends ChecklistFinding {
  readonly check: ChecklistCheck;
}

/** The month that a list is about, as queries name it. */
export interface ChecklistMonth {
  readonly year: number;
  readonly month: number;
}

/** A month of the calendar, as checks are asked about it. */
export function closingMonthOf(companyId: string, year: number, month: number): ClosingMonth {
  return { companyId, year, month, startsOn: `${monthKey(year, month)}-01`, endsOn: lastDayOf(year, month) };
}

/** Asks checks about a month within a transaction; what has found nothing is left out. */
export async function askChecks(
  sql: TransactionSql,
  month: ClosingMonth,
  checks: readonly ChecklistCheck[],
): Promise<CheckedItem[]> {
  const items: CheckedItem[] = [];
  for (const check of checks) {
    const finding = await check.find(sql, month);
    if (finding.count > 0) items.push({ check, ...finding });
  }
  return items;
}

/** Asks the checks of a subgraph about a month, in one snapshot; about what is no month there is nothing to ask. */
export async function checkMonth(
  database: Database,
  companyId: string,
  { year, month }: ChecklistMonth,
  checks: readonly ChecklistCheck[],
): Promise<CheckedItem[]> {
  const isMonth = year >= 1 && year <= 9999 && month >= 1 && month <= 12;
  if (!isMonth) return [];
  const about = closingMonthOf(companyId, year, month);
  return database.withCompany(companyId, (sql) => askChecks(sql, about, checks), 'snapshot');
}

/** Resolvers of `ChecklistItem`, the same in every subgraph that adds to the list. */
export const checklistItemResolvers = {
  code: ({ check }: CheckedItem) => check.code,
  severity: ({ check }: CheckedItem) => check.severity,
  textKa: ({ check }: CheckedItem) => check.text.ka,
  textEn: ({ check }: CheckedItem) => check.text.en,
  of: ({ check }: CheckedItem) => check.of,
  ids: ({ ids }: CheckedItem) => [...ids],
};
