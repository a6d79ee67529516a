import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';

export type MovementKind =
  | 'RECEIPT'
  | 'ISSUE'
  | 'TRANSFER'
  | 'TRANSFER_RECEIPT'
  | 'CUSTOMER_RETURN'
  | 'SUPPLIER_RETURN'
  | 'COUNT'
  | 'ASSEMBLY';
export type MovementStatus = 'DRAFT' | 'DISCARDED' | 'APPROVED' | 'POSTED' | 'REVERSED';
export type IssueReason = 'SALE' | 'USE' | 'LOSS';
export type Direction = 'IN' | 'OUT';

/** A line, its quantities as decimal text. */
export interface MovementLine {
  readonly id: string;
  readonly line: number;
  readonly itemId: string;
  readonly direction: Direction;
  /** In the unit that was written, and the same in the base unit of the item. */
  readonly entered: string;
  readonly unit: string;
  readonly quantity: string;
  readonly warehouseId: string;
  readonly binId: string | null;
  readonly lotId: string | null;
  readonly serials: readonly string[];
  /** GEL for the whole line: what it was bought for, what labour added to what was made, what a supplier gives back. */
  readonly amount: string | null;
  /** The line that goods come back of, or that arrives. */
  readonly of: string | null;
}

/** What a movement says. */
export interface MovementContent {
  readonly kind: MovementKind;
  readonly date: CalendarDate;
  /** `HH:MM`; null where nobody named one. */
  readonly time: string | null;
  readonly bookingDate: CalendarDate;
  readonly reason: IssueReason | null;
  /** Role of the account on the other side, where the kind leaves a choice. */
  readonly counterAccount: string | null;
  /** Of a transfer: where it goes. */
  readonly toWarehouseId: string | null;
  /** Of a transfer: arrives as it leaves, nothing is on the way. */
  readonly isDirect: boolean;
  readonly transferId: string | null;
  readonly counterpartyId: string | null;
  readonly taxInvoiceId: string | null;
  readonly reference: string | null;
  readonly note: string | null;
  readonly lines: readonly MovementLine[];
}

/** What a line puts into (positive) or takes out of a place, see `stock_legs` in the migration. */
export interface StockLeg {
  readonly lineId: string;
  readonly leg: number;
  readonly itemId: string;
  readonly warehouseId: string;
  readonly inTransit: boolean;
  readonly lotId: string | null;
  readonly serial: string | null;
  readonly quantity: string;
  readonly at: number;
  /** From one place of ours to another. */
  readonly isTransfer: boolean;
  readonly allowsShort: boolean;
}

export interface MovementPosted {
  readonly content: MovementContent;
  readonly legs: readonly StockLeg[];
  /** GEL booked for each line whose value changes, by its id. */
  readonly costs: Readonly<Record<string, string>>;
  /** Of a reversal: what it takes back, where in the log that stands, and why. */
  readonly reverses?: string;
  readonly atSeq?: number;
  readonly reason?: string;
}

export type MovementEvent =
  | {
      readonly type: 'StockMovementDrafted' | 'StockMovementRevised';
      readonly data: { readonly content: MovementContent };
    }
  | { readonly type: 'StockMovementDiscarded' | 'StockMovementApproved'; readonly data: object }
  | { readonly type: 'StockMovementPosted'; readonly data: MovementPosted }
  | {
      readonly type: 'StockMovementReversed';
      readonly data: { readonly by: string; readonly reason: string };
    }
  /** Enters the books on another day, because they refused it. */
  | {
      readonly type: 'StockMovementRebooked';
      readonly data: { readonly from: CalendarDate; readonly bookingDate: CalendarDate };
    };

export type Movement =
  | { readonly status: 'NEW'; readonly version: 0 }
  | {
      readonly status: MovementStatus;
      readonly version: number;
      readonly content: MovementContent;
      /** Of what is posted. */
      readonly legs: readonly StockLeg[];
      readonly reverses: string | null;
    };

export type ExistingMovement = Exclude<Movement, { status: 'NEW' }>;

export const initialMovement: Movement = { status: 'NEW', version: 0 };

export function evolveMovement(state: Movement, event: MovementEvent): Movement {
  const version = state.version + 1;
  switch (event.type) {
    case 'StockMovementDrafted':
    case 'StockMovementRevised':
      return { status: 'DRAFT', version, content: event.data.content, legs: [], reverses: null };
    case 'StockMovementDiscarded':
      return { ...existing(state), version, status: 'DISCARDED' };
    case 'StockMovementApproved':
      return { ...existing(state), version, status: 'APPROVED' };
    case 'StockMovementPosted': {
      const { content, legs, reverses = null } = event.data;
      return { status: 'POSTED', version, content, legs, reverses };
    }
    case 'StockMovementReversed':
      return { ...existing(state), version, status: 'REVERSED' };
    case 'StockMovementRebooked': {
      const before = existing(state);
      return { ...before, version, content: { ...before.content, bookingDate: event.data.bookingDate } };
    }
    default:
      return unreachable(event);
  }
}

function existing(state: Movement): ExistingMovement {
  if (state.status === 'NEW') throw new Error('a movement that is not there has no history');
  return state;
}
