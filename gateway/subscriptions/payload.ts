import { badInput } from '#shared/domain/errors.ts';
import type { PostedEvent } from '#shared/platform/event-feed.ts';

/** The fields of `type Subscription`, and what one of them yields of the company's events. */
export type SubscriptionField = 'transactionPosted' | 'balanceChanged';

/** One payload before the other subgraphs add their fields: the event as the events subgraph knows it. */
export type EventPayload = Readonly<Record<string, unknown>> & { readonly cursor: string };

/**
 * Where a subscriber stands: after which event and, where an event makes several payloads, after which of them.
 */
export interface Position {
  /** Cursor of the feed after which to follow. */
  readonly cursor: string;
  /** Within the event of this number, payloads up to this one have been seen. */
  readonly within?: { readonly seq: number; readonly index: number };
}

const WITHIN = /^(.*)~(\d{1,15})\.(\d{1,9})$/s;

/**
 * A payload's cursor is the feed's own after the last payload of an event. After an earlier one it is the cursor
 * of the event before, with the place reached: the feed can only be followed from whole events.
 */
export function parseCursor(text: string): Position {
  if (text === '' || text.length > 500) throw badInput('after', text, 'is no cursor of a subscription');
  const match = WITHIN.exec(text);
  if (match === null) return { cursor: text };
  return { cursor: match[1] ?? '', within: { seq: Number(match[2]), index: Number(match[3]) } };
}

export interface Selection {
  readonly field: SubscriptionField;
  /** Accounts to be told about; all when absent. */
  readonly accountIds: ReadonlySet<string> | undefined;
}

/** What the field yields of one event. `previous` is the cursor of the event before it. */
export function payloadsOf(
  event: PostedEvent,
  previous: string,
  selection: Selection,
  within: Position['within'],
): readonly EventPayload[] {
  const { accountIds } = selection;
  const concerns = (accountId: string): boolean => accountIds === undefined || accountIds.has(accountId);
  const common = { seq: event.seq, recordedAt: event.recordedAt };
  switch (selection.field) {
    case 'transactionPosted':
      if (accountIds !== undefined && !event.accounts.some(({ accountId }) => concerns(accountId))) return [];
      return [
        {
          ...common,
          cursor: event.cursor,
          transaction: { __typename: 'Transaction', id: event.transactionId },
        },
      ];
    case 'balanceChanged': {
      const seen = within?.seq === event.seq ? within.index : -1;
      const last = event.accounts.length - 1;
      return event.accounts.flatMap(({ accountId, debit, credit, balance }, index) => {
        if (index <= seen || !concerns(accountId)) return [];
        const cursor = index === last ? event.cursor : `${previous}~${event.seq}.${index}`;
        return [
          { ...common, cursor, account: { __typename: 'Account', id: accountId }, debit, credit, balance },
        ];
      });
    }
    default:
      return selection.field satisfies never;
  }
}
