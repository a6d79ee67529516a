import type { Receipt } from '#db/write-path.ts';
import { tetriOf, tetriText } from '../costing/scaled.ts';
import type { MovementResult } from './decide.ts';
import type { MovementPosted } from './movement.ts';
import type { MovementRow } from './queries.ts';

/** A movement that was written and posted in one. */
export interface Recorded {
  readonly movementId: string;
  /** As it stands in the tables now. Null where that is to be read: the answer was given before, or nothing moved. */
  readonly movement: MovementRow | null;
}

/** What the receipt says of the movement; it was just written, so nobody can have changed it before. */
export function recordedOf(receipt: Receipt<MovementResult>): Recorded {
  const { movementId } = receipt.result;
  const event = receipt.events.find(
    ({ type, aggregateId }) => type === 'StockMovementPosted' && aggregateId === movementId,
  );
  const { documentSeries, documentNumber, recordedAt } = receipt;
  if (event === undefined || recordedAt === null) return { movementId, movement: null };
  const { content, costs } = event.data as MovementPosted;
  const booked = content.lines.flatMap(({ id }) => costs[id] ?? []);
  const movement: MovementRow = {
    id: movementId,
    version: event.version,
    kind: content.kind,
    status: 'POSTED',
    numberSeries: documentSeries,
    number: documentNumber,
    date: content.date,
    time: content.time,
    bookingDate: content.bookingDate,
    counterpartyId: content.counterpartyId,
    taxInvoiceId: content.taxInvoiceId,
    transferId: content.transferId,
    reverses: null,
    reversedBy: null,
    reversalReason: null,
    content,
    createdAt: recordedAt,
    cost: booked.length === 0 ? null : tetriText(booked.reduce((sum, cost) => sum + tetriOf(cost), 0n)),
    costs,
  };
  return { movementId, movement };
}
