import { unreachable } from '#shared/domain/decider.ts';
import type { CalendarDate } from '#shared/domain/date.ts';

export const REVERSING_KINDS = ['REVERSAL', 'ACCRUED_EXPENSE', 'ACCRUED_INCOME'] as const;

/** Why a transaction is undone on a day: it was recorded so, or it is an accrual until its document comes. */
export type ReversingKind = (typeof REVERSING_KINDS)[number];

export type ReversingEntryEvent =
  | {
      /** Again for another day: the last one counts. */
      readonly type: 'ReversalScheduled';
      readonly data: {
        readonly kind: ReversingKind;
        readonly transactionId: string;
        readonly date: CalendarDate;
        readonly reason: string;
      };
    }
  | { readonly type: 'ScheduledReversalCancelled'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'ScheduledReversalPosted';
      readonly data: { readonly date: CalendarDate; readonly reversalId: string };
    };

export interface ReversingEntry {
  readonly version: number;
  readonly planned: Extract<ReversingEntryEvent, { type: 'ReversalScheduled' }>['data'] | null;
  readonly isCancelled: boolean;
  readonly reversalId: string | null;
}

export const initialReversingEntry: ReversingEntry = {
  version: 0,
  planned: null,
  isCancelled: false,
  reversalId: null,
};

/** State after one more event. */
export function evolveReversingEntry(before: ReversingEntry, event: ReversingEntryEvent): ReversingEntry {
  const state = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'ReversalScheduled':
      return { ...state, planned: event.data, isCancelled: false };
    case 'ScheduledReversalCancelled':
      return { ...state, isCancelled: true };
    case 'ScheduledReversalPosted':
      return { ...state, reversalId: event.data.reversalId };
    default:
      return unreachable(event);
  }
}
