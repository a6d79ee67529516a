import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { InventoryWriter } from '../writer.ts';
import { decideRelease, decideReserve, type AroundReservation, type ReservationDraft } from './decide.ts';
import { readAround } from './queries.ts';
import { evolveReservation, initialReservation, type Reservation } from './reservation.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

const kind = { initial: initialReservation, evolve: evolveReservation, stateVersion: 1 };

/** Answers the id. @throws DomainError BAD_USER_INPUT, NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function reserveStock(
  writer: InventoryWriter,
  actor: Actor,
  input: ReservationDraft & Keyed,
): Promise<string> {
  const { itemId, warehouseId } = input;
  if (!isUuid(itemId)) throw notFound('itemId', itemId);
  if (!isUuid(warehouseId)) throw notFound('warehouseId', warehouseId);
  const id = newId();
  let around: AroundReservation | undefined;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'reserveStock',
    ...keyed(input),
    prepare: async () => {
      around = await readAround(writer.database, actor.companyId, itemId, warehouseId);
    },
    decide: () => {
      if (around === undefined) throw new Error('what a reservation rests on was not read');
      return decideReserve(id, input, around);
    },
  });
  return result.reservationId;
}

/** Answers the id. @throws DomainError NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
export async function releaseReservation(
  writer: InventoryWriter,
  actor: Actor,
  input: { readonly id: string } & Keyed,
): Promise<string> {
  const { id } = input;
  if (!isUuid(id)) throw notFound('id', id);
  let state: Reservation = initialReservation;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'releaseStockReservation',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
    },
    decide: () => decideRelease(id, state),
  });
  return result.reservationId;
}
