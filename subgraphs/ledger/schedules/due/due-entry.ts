import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { formatAmount, parseDatabaseAmount, AMOUNT_DECIMALS } from '#shared/domain/money.ts';
import { dueOccurrences } from '../recurring/queries.ts';
import { dueReversals } from '../reversing/queries.ts';
import { dueParts } from '../spreads/queries.ts';

export type DueKind = 'RECURRING' | 'REVERSAL' | 'ACCRUAL_REVERSAL' | 'SPREAD_PART';

/** Something that is to be posted on a day and is not. */
export interface DueEntry {
  /** Names it among all that is due. */
  readonly id: string;
  readonly kind: DueKind;
  readonly date: CalendarDate;
  readonly description: string;
  /** Sum of its debits, decimal text in `currency`; null where its entries are in several currencies. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** The recurring entry, the reversing entry or the spread that it comes from. */
  readonly documentId: string;
}

/** What a due entry is: the parts of its id. */
export type DueTarget =
  | { readonly kind: 'recurring'; readonly id: string; readonly date: CalendarDate }
  | { readonly kind: 'reversal'; readonly id: string }
  | { readonly kind: 'spread'; readonly id: string; readonly number: number };

const DUE_ID = /^(recurring|reversal|spread):([0-9a-f-]{36})(?::(\d{4}-\d{2}-\d{2}|[1-9]\d{0,5}))?$/;

/** Reads the id of a due entry; null for what cannot be one. */
export function readDueId(text: string): DueTarget | null {
  const [, kind, id = '', rest] = DUE_ID.exec(text) ?? [];
  if (!isUuid(id)) return null;
  if (kind === 'reversal') return rest === undefined ? { kind, id } : null;
  if (rest === undefined) return null;
  if (kind === 'recurring') return rest.includes('-') ? { kind, id, date: rest } : null;
  return kind === 'spread' && !rest.includes('-') ? { kind, id, number: Number(rest) } : null;
}

/**
 * What is due up to a day, of all kinds, in the order of their days. Read in one snapshot.
 * @param after day and id of the entry that the list begins behind
 */
export async function listDue(
  database: Database,
  companyId: string,
  until: CalendarDate,
  { after, limit }: { readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<DueEntry[]> {
  const span = { from: after?.[0] ?? null, until };
  // On the day of the cursor one entry of each document may be behind it already.
  const due = await database.withCompany(
    companyId,
    (sql) => everythingDue(sql, companyId, span, limit + 1),
    'snapshot',
  );
  return due.filter(behind(after)).slice(0, limit);
}

/** Reversals and parts that one answer looks at: they are stored, and few. */
const MOST_STORED = 10_000;

/**
 * What is due in a span, of all kinds, in the order of their days.
 * @param mostEach occurrences of one recurring entry at most
 */
export async function everythingDue(
  sql: TransactionSql,
  companyId: string,
  span: { readonly from: CalendarDate | null; readonly until: CalendarDate },
  mostEach: number,
): Promise<DueEntry[]> {
  const recurring = await dueOccurrences(sql, companyId, span, mostEach);
  const reversals = await dueReversals(sql, companyId, span, MOST_STORED);
  const parts = await dueParts(sql, companyId, span, MOST_STORED);
  return [
    ...recurring.map(({ recurringId, date, template }): DueEntry => {
      const currencies = new Set(template.entries.map(({ currency }) => currency));
      const [currency] = currencies;
      return {
        id: `recurring:${recurringId}:${date}`,
        kind: 'RECURRING',
        date,
        description: template.description,
        ...(currencies.size === 1 && currency !== undefined
          ? { currency, amount: sumOfDebits(template.entries) }
          : { currency: null, amount: null }),
        documentId: recurringId,
      };
    }),
    ...reversals.map(({ id, kind, date, description, totalGel }): DueEntry => ({
      id: `reversal:${id}`,
      kind: kind === 'REVERSAL' ? 'REVERSAL' : 'ACCRUAL_REVERSAL',
      date,
      description,
      amount: totalGel,
      currency: 'GEL',
      documentId: id,
    })),
    ...parts.map(({ spreadId, number, date, amount, description }): DueEntry => ({
      id: `spread:${spreadId}:${String(number)}`,
      kind: 'SPREAD_PART',
      date,
      description,
      amount,
      currency: 'GEL',
      documentId: spreadId,
    })),
  ].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
}

function behind(after: readonly [string, string] | null): (entry: DueEntry) => boolean {
  if (after === null) return () => true;
  const [day, last] = after;
  return ({ date, id }) => date > day || (date === day && id > last);
}

/** With as many decimals as the amounts have, which are of one currency. */
function sumOfDebits(entries: readonly { readonly debit?: string }[]): string {
  let sum = 0n;
  let decimals = 0;
  for (const { debit } of entries) {
    if (debit === undefined) continue;
    sum += parseDatabaseAmount(debit);
    decimals = Math.max(decimals, (debit.split('.')[1] ?? '').length);
  }
  return formatAmount(sum, Math.min(decimals, AMOUNT_DECIMALS));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
