import { yearOf, type CalendarDate } from '#shared/domain/date.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { PostingSource } from '#shared/domain/posting.ts';
import type { LedgerFacts } from '../facts.ts';
import type { TransactionContent, TransactionPostedData } from '../transactions/transaction.ts';

/** Kind of the document by which the closing entry of a year and its reversal are known everywhere. */
export const YEAR_END_CLOSING = 'YearEndClosing';

/** The document of the n-th closing of a year, or of what undoes it; the first ones have plain names. */
export function closingSource(year: number, purpose: 'closing' | 'reopening', time: number): PostingSource {
  return {
    subgraph: 'ledger',
    type: YEAR_END_CLOSING,
    id: String(year),
    purpose: time === 1 ? purpose : `${purpose}-${time}`,
  };
}

export function isYearEndClosing(source: PostingSource | undefined): boolean {
  return source?.subgraph === 'ledger' && source.type === YEAR_END_CLOSING;
}

/** The fiscal year is the calendar year. */
export function isYearEnd(date: CalendarDate): boolean {
  return date.endsWith('-12-31');
}

/**
 * Demands that the books take a transaction by its date: in an open month; an adjustment of a year on the last day of one
 * that is not closed, but whose December is.
 * @throws DomainError PERIOD_CLOSED; INVALID_TRANSITION for an adjustment while December is open.
 */
export function demandPeriod(
  { date, isYearEndAdjustment = false }: { date: CalendarDate; isYearEndAdjustment?: boolean },
  facts: LedgerFacts,
): void {
  const year = yearOf(date);
  const december = facts.period(year, 12);
  if (!isYearEndAdjustment || december === undefined) {
    facts.demandOpenPeriod(date, 'date');
    return;
  }
  if (facts.isYearClosed(year))
    throw new DomainError('PERIOD_CLOSED', `date: the year ${year} is closed`, {
      field: 'date',
      value: date,
    });
  if (december.status === 'OPEN')
    throw new DomainError(
      'INVALID_TRANSITION',
      `isYearEndAdjustment: ${year}-12 is open, so this is an ordinary transaction`,
      { field: 'isYearEndAdjustment', value: 'true' },
    );
}

/** Whether the reversal of an adjustment is one itself: on the same day, as long as it may be. */
export function isReversedWithin(
  { date, isYearEndAdjustment }: Pick<TransactionContent, 'date' | 'isYearEndAdjustment'>,
  on: CalendarDate,
  facts: LedgerFacts,
): boolean {
  return isYearEndAdjustment === true && on === date && facts.period(yearOf(date), 12)?.status === 'CLOSED';
}

/** Own documents of the ledger whose transactions are undone with them alone, and by which command. */
const UNDONE_BY: Readonly<Record<string, string>> = {
  Revaluation: 'reverseRevaluation',
  SettlementDifference: 'unmatchOpenItems',
};

/**
 * @throws DomainError INVALID_TRANSITION for the closing entry of a year, which is undone with the year, and for a
 *   revaluation or the difference of a settlement, unless the document itself is undone.
 */
export function demandReversible({ source }: TransactionPostedData, id: string, isOfDocument = false): void {
  if (isYearEndClosing(source)) throw undoneBy(id, `this closes the year ${source?.id ?? ''}`, 'reopenYear');
  const command = source?.subgraph === 'ledger' ? UNDONE_BY[source.type] : undefined;
  if (command === undefined || isOfDocument) return;
  throw undoneBy(id, `this belongs to ${source?.type ?? ''} ${source?.id ?? ''}`, command);
}

function undoneBy(id: string, why: string, command: string): DomainError {
  return new DomainError('INVALID_TRANSITION', `id: ${why}; use ${command}`, { field: 'id', value: id });
}
