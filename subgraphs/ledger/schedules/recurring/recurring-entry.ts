import { unreachable } from '#shared/domain/decider.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Dimension } from '../../transactions/transaction.ts';
import type { Recurrence } from '#shared/domain/recurrence.ts';

/** A line of a template; without a rate, foreign currency is taken at the official rate of each day. */
export interface TemplateEntry {
  readonly accountId: string;
  readonly accountCode: string;
  readonly debit?: string;
  readonly credit?: string;
  readonly currency: string;
  readonly exchangeRate?: string;
  readonly description?: string;
  readonly counterpartyId?: string;
  readonly dimensions?: readonly Dimension[];
}

/** What is recorded, and when: one version of a recurring entry. */
export interface Template {
  readonly version: number;
  /** The first day on which this version counts, up to that of the next. */
  readonly from: CalendarDate;
  readonly description: string;
  readonly reference?: string;
  readonly entries: readonly TemplateEntry[];
  readonly rule: Recurrence;
  /** The days of the rule are counted from here. */
  readonly firstOn: CalendarDate;
  /** Nothing recurs behind it; null for no end. */
  readonly lastOn: CalendarDate | null;
}

export type RecurringEntryEvent =
  | { readonly type: 'RecurringEntryCreated'; readonly data: { readonly template: Template } }
  | {
      readonly type: 'RecurringEntryChanged';
      readonly data: { readonly template: Template; readonly reason: string };
    }
  | {
      readonly type: 'RecurringEntryEnded';
      /** The last day on which it may still recur. */
      readonly data: { readonly on: CalendarDate; readonly reason: string };
    }
  | {
      readonly type: 'RecurringEntryPosted';
      readonly data: {
        readonly date: CalendarDate;
        readonly version: number;
        readonly transactionId: string;
      };
    }
  | {
      readonly type: 'RecurringEntrySkipped';
      readonly data: { readonly date: CalendarDate; readonly version: number; readonly reason: string };
    };

/** A template as it stands in the state: with whoever made it. */
export type AuthoredTemplate = Template & { readonly authorId: string };

export interface RecurringEntry {
  readonly version: number;
  readonly templates: readonly AuthoredTemplate[];
  readonly endedOn: CalendarDate | null;
  /** What became of occurrences, by their days: the transaction, or null for one that was skipped. */
  readonly done: Readonly<Record<CalendarDate, string | null>>;
}

export const initialRecurringEntry: RecurringEntry = { version: 0, templates: [], endedOn: null, done: {} };

/** State after one more event. `userId` is who caused it. */
export function evolveRecurringEntry(
  before: RecurringEntry,
  event: RecurringEntryEvent,
  userId: string,
): RecurringEntry {
  const state = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'RecurringEntryCreated':
    case 'RecurringEntryChanged':
      return { ...state, templates: [...state.templates, { ...event.data.template, authorId: userId }] };
    case 'RecurringEntryEnded':
      return { ...state, endedOn: event.data.on };
    case 'RecurringEntryPosted':
      return { ...state, done: { ...state.done, [event.data.date]: event.data.transactionId } };
    case 'RecurringEntrySkipped':
      return { ...state, done: { ...state.done, [event.data.date]: null } };
    default:
      return unreachable(event);
  }
}
