import { parseDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import { microOf } from '../costing/scaled.ts';
import { convertQuantity, formatQuantity, parseQuantity, QUANTITY_DECIMALS } from '../units/quantity.ts';
import type { Reservation, ReservationEvent } from './reservation.ts';

export interface ReservationDraft {
  readonly itemId: string;
  readonly warehouseId: string;
  readonly quantity: string;
  readonly unit?: string | null | undefined;
  readonly until: string;
  readonly document: string;
}

/** What a reservation rests on: the item and the place as they are, and what is free there. Null where there is none. */
export interface AroundReservation {
  readonly item: {
    readonly unit: string;
    readonly decimals: number;
    readonly kind: string;
    readonly isActive: boolean;
    /** How many base units one of another unit is, by code. */
    readonly conversions: Readonly<Record<string, string>>;
  } | null;
  readonly warehouse: { readonly isActive: boolean } | null;
  readonly onHand: string;
  readonly reserved: string;
  readonly today: string;
}

export interface ReservationResult {
  readonly reservationId: string;
}

const LONGEST_DOCUMENT = 100;

/**
 * Keeps goods back that are there and that nobody else has kept back. Pure.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION
 */
export function decideReserve(
  id: string,
  draft: ReservationDraft,
  { item, warehouse, onHand, reserved, today }: AroundReservation,
): Decision<ReservationResult> {
  const { itemId, warehouseId } = draft;
  if (item === null) throw notFound('itemId', itemId);
  if (warehouse === null) throw notFound('warehouseId', warehouseId);
  if (item.kind === 'SERVICE') throw badInput('itemId', itemId, 'services are not kept in a store');
  if (!item.isActive) throw badInput('itemId', itemId, 'the item is deactivated');
  if (!warehouse.isActive) throw badInput('warehouseId', warehouseId, 'the warehouse is deactivated');
  const document = parseText(draft.document, 'document', LONGEST_DOCUMENT).trim();
  const until = parseDate(draft.until, 'until');
  if (until < today) throw badInput('until', until, `is before today, ${today}`);
  const quantity = quantityOf(draft, item);
  const available = microOf(onHand) - microOf(reserved);
  if (quantity > available)
    throw new DomainError(
      'BAD_USER_INPUT',
      `quantity: ${formatQuantity(available > 0n ? available : 0n)} of it is available`,
      { field: 'quantity', value: draft.quantity, available: formatQuantity(available) },
    );
  return told(id, 1, {
    type: 'StockReserved',
    data: { itemId, warehouseId, quantity: formatQuantity(quantity), until, document },
  });
}

function quantityOf(
  { quantity: text, unit }: ReservationDraft,
  item: NonNullable<AroundReservation['item']>,
): bigint {
  const isBase = !unit || unit === item.unit;
  const entered = parseQuantity(text, isBase ? item.decimals : QUANTITY_DECIMALS, 'quantity');
  if (entered <= 0n) throw badInput('quantity', text, 'must be more than zero');
  if (isBase) return entered;
  const perUnit = item.conversions[unit];
  if (perUnit === undefined)
    throw badInput('unit', unit, `${item.unit} is not reckoned in it: the item has no such conversion`);
  return convertQuantity(entered, microOf(perUnit), item.decimals, 'quantity');
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION */
export function decideRelease(id: string, { status, version }: Reservation): Decision<ReservationResult> {
  if (status === 'NONE') throw notFound('id', id);
  if (status === 'RELEASED')
    throw new DomainError('INVALID_TRANSITION', 'the reservation is released already', {
      field: 'id',
      value: id,
    });
  return told(id, version + 1, { type: 'StockReservationReleased', data: {} });
}

function told(id: string, version: number, event: ReservationEvent): Decision<ReservationResult> {
  return {
    events: [{ aggregateType: 'StockReservation', aggregateId: id, version, ...event }],
    result: { reservationId: id },
  };
}
