import type { CalendarDate } from '#shared/domain/date.ts';

/** So much of an item in a warehouse, kept back for a document until a day. */
export interface ReservedData {
  readonly itemId: string;
  readonly warehouseId: string;
  /** Decimal text in the base unit of the item. */
  readonly quantity: string;
  readonly until: CalendarDate;
  /** What it is for: an issue whose reference says the same takes from it. */
  readonly document: string;
}

export type ReservationEvent =
  | { readonly type: 'StockReserved'; readonly data: ReservedData }
  | { readonly type: 'StockReservationReleased'; readonly data: object };

export interface Reservation {
  readonly version: number;
  readonly status: 'NONE' | 'OPEN' | 'RELEASED';
}

export const initialReservation: Reservation = { version: 0, status: 'NONE' };

export function evolveReservation(state: Reservation, event: ReservationEvent): Reservation {
  return { version: state.version + 1, status: event.type === 'StockReserved' ? 'OPEN' : 'RELEASED' };
}
