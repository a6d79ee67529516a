import { v7 as uuidv7 } from 'uuid';
import { UNKNOWN_ID } from '#test/operations.ts';
import { beside, input, pageAfter, probe, writing, type Probes } from '#test/tenancy-probes.ts';

const RESERVATION = 'reservation { document }';
/** Names nothing, and is not what the probes take for nothing either. */
const NOBODYS_ID = '018f0000-0000-7000-8000-000000000001';

/**
 * Where a client may write what names a reservation, or what is reserved. Reservations need goods in stock, and the
 * second company has none in its warehouse: it is asked for by its item and its warehouse, and by ids of other things.
 */
export function reservationProbes(
  theirs: () => { readonly item: string; readonly warehouse: string; readonly itemCursor: string },
): Probes {
  const reserving = writing('reserveStock', 'ReserveStockInput', RESERVATION);
  const given = { quantity: '1', until: '2099-12-31', document: 'x' };
  const listed = (condition: string) =>
    `query($v: ID) { stockReservations(first: 10, filter: { ${condition}: $v }) { edges { node { document } } } }`;
  return {
    'Query.stockReservation(id)': probe(
      'query($v: ID!) { stockReservation(id: $v) { document } }',
      (v) => ({ v }),
      () => theirs().item,
    ),
    'Query.stockReservations(after)': pageAfter('stockReservations', 'document', () => theirs().itemCursor),
    'Query.stockReservations(filter.itemId)': probe(
      listed('itemId'),
      (v) => ({ v }),
      () => theirs().item,
    ),
    'Query.stockReservations(filter.warehouseId)': probe(
      listed('warehouseId'),
      (v) => ({ v }),
      () => theirs().warehouse,
    ),
    'Query.stockAvailability(itemId)': probe(
      'query($v: ID!) { stockAvailability(itemId: $v) { onHand } }',
      (v) => ({ v }),
      () => theirs().item,
    ),
    'Query.reorderProposals(after)': probe(
      'query($v: String) { reorderProposals(first: 10, after: $v) { edges { node { quantity } } } }',
      (v) => ({ v }),
      () => theirs().itemCursor,
      beside(() => theirs().itemCursor),
    ),
    'Mutation.reserveStock(input.itemId)': probe(
      reserving,
      (itemId) => input({ ...given, itemId, warehouseId: UNKNOWN_ID }),
      () => theirs().item,
    ),
    'Mutation.reserveStock(input.warehouseId)': probe(
      reserving,
      (warehouseId) => input({ ...given, itemId: NOBODYS_ID, warehouseId }),
      () => theirs().warehouse,
    ),
    'Mutation.reserveStock(input.idempotencyKey)': probe(
      reserving,
      (idempotencyKey) => input({ ...given, itemId: UNKNOWN_ID, warehouseId: UNKNOWN_ID, idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
    'Mutation.releaseStockReservation(input.id)': probe(
      writing('releaseStockReservation', 'StockReservationActionInput', RESERVATION),
      (id) => input({ id }),
      () => theirs().item,
    ),
    'Mutation.releaseStockReservation(input.idempotencyKey)': probe(
      writing('releaseStockReservation', 'StockReservationActionInput', RESERVATION),
      (idempotencyKey) => input({ id: UNKNOWN_ID, idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
  };
}
