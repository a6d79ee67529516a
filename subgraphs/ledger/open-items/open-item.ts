import type { Amount } from '#shared/domain/money.ts';

/** Roles of accounts whose entries with a counterparty are open until others settle them. */
export const CONTROL_ROLES = ['RECEIVABLE', 'PAYABLE', 'ADVANCE_PAID', 'ADVANCE_RECEIVED'] as const;

export type Side = 'DEBIT' | 'CREDIT';

/** An entry with a counterparty on an account of receivables, payables or advances, and what of it is open. */
export interface OpenItem {
  readonly transactionId: string;
  readonly line: number;
  readonly accountId: string;
  readonly counterpartyId: string;
  readonly currency: string;
  readonly date: string;
  readonly reference: string | null;
  readonly side: Side;
  readonly amount: Amount;
  readonly open: Amount;
  /** What the open part is carried at in lari. */
  readonly openGel: Amount;
}

/** What of a kept revaluation is left on the open part of an item; lari of the item's own side. */
export interface RevaluedPart {
  readonly revaluationId: string;
  readonly date: string;
  readonly left: Amount;
}

/** An item as a settlement needs it: what it is carried at depends on the day. */
export interface SettledItem extends OpenItem {
  /** Lari of its own that are left on the open part. */
  readonly originalGel: Amount;
  /** By the days of the revaluations, the earliest first. */
  readonly revalued: readonly RevaluedPart[];
}

export type OpenItemsEvent =
  | {
      readonly type: 'ItemsMatched';
      readonly data: {
        readonly matchingId: string;
        readonly accountId: string;
        readonly counterpartyId: string;
        readonly currency: string;
        readonly date: string;
        readonly amount: string;
        readonly differenceGel: string;
        readonly items: readonly {
          readonly transactionId: string;
          readonly line: number;
          readonly side: Side;
          readonly amount: string;
          readonly amountGel: string;
          /** What of these lari came from revaluations that were kept. */
          readonly revalued?: readonly { readonly revaluationId: string; readonly amountGel: string }[];
        }[];
        /** Posts the difference. */
        readonly differenceTransactionId?: string;
      };
    }
  | {
      readonly type: 'ItemsUnmatched';
      readonly data: {
        readonly matchingId: string;
        readonly reason: string;
        /** The day from which the items are open again; without it the matching never counted. */
        readonly on?: string;
        /** Takes the difference back. */
        readonly reversalTransactionId?: string;
      };
    };

/** The matchings of one account with one counterparty; what is open is read from the tables, at this version. */
export interface OpenItemsState {
  readonly version: number;
}

export const initialOpenItems: OpenItemsState = { version: 0 };

export function evolveOpenItems(state: OpenItemsState): OpenItemsState {
  return { version: state.version + 1 };
}

/** Names an entry: its transaction and its line there. */
export function itemId({ transactionId, line }: { transactionId: string; line: number }): string {
  return `${transactionId}:${String(line)}`;
}

/** How `itemId` names: the line has no zero before it. */
export const ITEM_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:(0|[1-9]\d{0,5})$/;
