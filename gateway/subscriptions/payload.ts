import { badInput } from '#shared/domain/errors.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { BooksState, PostedAccountChange, PostedEvent } from '#shared/platform/event-feed.ts';

/** The fields of `type Subscription` that tell of the books, and what one of them yields of the company's events. */
export type BooksField = 'transactionPosted' | 'balanceChanged';

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
  /** Within the snapshot at the cursor, payloads up to that of this account have been seen. */
  readonly snapshotUpTo?: string;
}

const WITHIN = /^(.*)~(\d{1,15})\.(\d{1,9})$/s;
const WITHIN_SNAPSHOT = /^(.*)~@(.+)$/s;

/**
 * A payload's cursor is the feed's own after the last payload of an event. After an earlier one it is the cursor
 * of the event before, with the place reached: the feed can only be followed from whole events. The payloads of a
 * snapshot are told apart by their accounts.
 */
export function parseCursor(text: string): Position {
  if (text === '' || text.length > 500) throw badInput('after', text, 'is no cursor of a subscription');
  const snapshot = WITHIN_SNAPSHOT.exec(text);
  if (snapshot !== null) return { cursor: snapshot[1] ?? '', snapshotUpTo: snapshot[2] ?? '' };
  const match = WITHIN.exec(text);
  if (match === null) return { cursor: text };
  return { cursor: match[1] ?? '', within: { seq: Number(match[2]), index: Number(match[3]) } };
}

/** What is to be told of the books. */
export interface BooksSelection {
  readonly field: BooksField;
  /** Accounts to be told about; all when absent. */
  readonly accountIds: ReadonlySet<string> | undefined;
  /** Whether whatever stands below these accounts is meant too. */
  readonly includeSubaccounts: boolean;
  /** Less than this is not told. */
  readonly minimumAmount: Amount | undefined;
}

/** The accounts above others in the chart. */
export type Ancestors = ReadonlyMap<string, readonly string[]>;

export const NO_ANCESTORS: Ancestors = new Map();

/** What the field yields of one event. `previous` is the cursor of the event before it. */
export function payloadsOf(
  event: PostedEvent,
  previous: string,
  selection: BooksSelection,
  ancestors: Ancestors,
  within: Position['within'],
): readonly EventPayload[] {
  const { accountIds, minimumAmount } = selection;
  const concerns = (accountId: string): boolean =>
    accountIds === undefined ||
    accountIds.has(accountId) ||
    (selection.includeSubaccounts &&
      ancestors.get(accountId)?.some((above) => accountIds.has(above)) === true);
  const common = { seq: event.seq, recordedAt: event.recordedAt };
  switch (selection.field) {
    case 'transactionPosted':
      if (accountIds !== undefined && !event.accounts.some(({ accountId }) => concerns(accountId))) return [];
      if (minimumAmount !== undefined && totalOf(event) < minimumAmount) return [];
      return [{ ...common, cursor: event.cursor, transaction: transactionOf(event.transactionId) }];
    case 'balanceChanged': {
      const seen = within?.seq === event.seq ? within.index : -1;
      const last = event.accounts.length - 1;
      return event.accounts.flatMap((change, index) => {
        const { accountId, debit, credit, balance } = change;
        if (index <= seen || !concerns(accountId)) return [];
        if (minimumAmount !== undefined && changeBy(change) < minimumAmount) return [];
        const cursor = index === last ? event.cursor : `${previous}~${event.seq}.${index}`;
        return [{ ...common, cursor, account: accountOf(accountId), debit, credit, balance }];
      });
    }
    default:
      return selection.field satisfies never;
  }
}

/** The state at a cursor as payloads, the last of which bears the cursor itself: events go on from there. */
export function payloadsOfState(
  { newest, balances }: BooksState,
  field: BooksField,
  { cursor, snapshotUpTo }: Position,
): readonly EventPayload[] {
  switch (field) {
    case 'transactionPosted':
      if (newest === null) return [];
      return [
        {
          seq: newest.seq,
          recordedAt: newest.recordedAt,
          cursor,
          transaction: transactionOf(newest.transactionId),
          snapshot: { remaining: 0 },
        },
      ];
    case 'balanceChanged': {
      const left =
        snapshotUpTo === undefined ? balances : balances.filter(({ accountId }) => accountId > snapshotUpTo);
      return left.map(({ accountId, balance }, index) => {
        const remaining = left.length - 1 - index;
        return {
          seq: newest?.seq ?? 0,
          recordedAt: newest?.recordedAt ?? new Date().toISOString(),
          cursor: remaining === 0 ? cursor : `${cursor}~@${accountId}`,
          account: accountOf(accountId),
          debit: '0.00',
          credit: '0.00',
          balance,
          snapshot: { remaining },
        };
      });
    }
    default:
      return field satisfies never;
  }
}

function transactionOf(id: string): object {
  return { __typename: 'Transaction', id };
}

function accountOf(id: string): object {
  return { __typename: 'Account', id };
}

/** Debits of all accounts, which equal the credits. */
function totalOf({ accounts }: PostedEvent): Amount {
  return accounts.reduce((sum, { debit }) => sum + parseDatabaseAmount(debit), 0n);
}

/** By how much the balance changed, up or down. */
function changeBy({ debit, credit }: PostedAccountChange): Amount {
  const change = parseDatabaseAmount(debit) - parseDatabaseAmount(credit);
  return change < 0n ? -change : change;
}
