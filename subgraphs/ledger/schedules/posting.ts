import type { CalendarDate } from '#shared/domain/date.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { LedgerFacts } from '../facts.ts';

/** What became of a due entry: its own day, and the transaction that it has now. */
export interface DuePosted {
  readonly date: CalendarDate;
  readonly transactionId: string;
}

/** Which days are to be posted, and on which other day than their own. */
export interface PostingDays {
  readonly until: CalendarDate;
  readonly on?: CalendarDate | undefined;
}

/** @throws DomainError INVALID_TRANSITION for what is due only later. */
export function demandDue(date: CalendarDate, until: CalendarDate): void {
  if (date <= until) return;
  throw new DomainError('INVALID_TRANSITION', `until: it is due on ${date} only`, {
    field: 'until',
    value: until,
  });
}

/**
 * Where the company demands that another person approves, whoever planned a posting does not post it.
 * @throws DomainError FORBIDDEN naming the setting.
 */
export function demandAnother(authorId: string, userId: string, { settings }: LedgerFacts): void {
  if (!settings.approverMustDiffer || authorId !== userId) return;
  throw new DomainError('FORBIDDEN', 'the company demands that another person posts what somebody planned', {
    field: 'approverMustDiffer',
  });
}
