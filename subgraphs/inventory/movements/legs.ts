import type { Direction, MovementContent, MovementLine, StockLeg } from './movement.ts';

const MILLISECONDS_OF_DAY = 86_400_000;
const SLOTS = 10_000;
const END_OF_DAY = 9_999;
const MINUTES = 60;

/**
 * When goods came or went, in one number that grows with time: days since 1970 times 10,000, and within the day the minute
 * from 1. Without a time, what comes in counts from the start of the day and what goes out at its end, so that what was
 * received and sold on one day was never short.
 */
export function momentOf(date: string, time: string | null, direction: Direction): number {
  const day = Math.round(Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_OF_DAY);
  if (time === null) return day * SLOTS + (direction === 'IN' ? 0 : END_OF_DAY);
  return day * SLOTS + 1 + Number(time.slice(0, 2)) * MINUTES + Number(time.slice(3, 5));
}

interface Place {
  readonly warehouseId: string;
  readonly inTransit: boolean;
}

/** Between which places the goods of a line go; null is the world outside. */
function wayOf(content: MovementContent, line: MovementLine): { from: Place | null; to: Place | null } {
  const here: Place = { warehouseId: line.warehouseId, inTransit: false };
  if (content.kind === 'TRANSFER') {
    const warehouseId = content.toWarehouseId ?? line.warehouseId;
    return { from: here, to: { warehouseId, inTransit: !content.isDirect } };
  }
  if (content.kind === 'TRANSFER_RECEIPT') {
    // What does not arrive is taken off the way and is lost.
    return { from: { ...here, inTransit: true }, to: line.direction === 'IN' ? here : null };
  }
  return line.direction === 'IN' ? { from: null, to: here } : { from: here, to: null };
}

/**
 * What the lines of a movement put into and take out of places: one leg for each place, and for each serial number.
 * Pure.
 *
 * @param allowsShort whether more of an item may go out than there is
 */
export function legsOf(content: MovementContent, allowsShort: (line: MovementLine) => boolean): StockLeg[] {
  return content.lines.flatMap((line) => {
    const { from, to } = wayOf(content, line);
    const units =
      line.serials.length === 0
        ? [{ serial: null, quantity: line.quantity }]
        : line.serials.map((serial) => ({ serial, quantity: '1.000000' }));
    // What comes back of a line counts behind it, so it counts at the end of the day as that does.
    const entering: Direction = line.of !== null && content.kind === 'CUSTOMER_RETURN' ? 'OUT' : 'IN';
    const sides = [
      ...(from === null ? [] : [{ place: from, sign: '-', at: momentOf(content.date, content.time, 'OUT') }]),
      ...(to === null ? [] : [{ place: to, sign: '', at: momentOf(content.date, content.time, entering) }]),
    ];
    const legs = sides.flatMap(({ place, sign, at }) =>
      units.map(({ serial, quantity }) => ({
        ...place,
        serial,
        quantity: `${sign}${quantity}`,
        at,
        isTransfer: from !== null && to !== null,
        // Nothing is on the way that was not sent.
        allowsShort: !place.inTransit && line.lotId === null && serial === null && allowsShort(line),
      })),
    );
    return legs.map((leg, index) => ({
      lineId: line.id,
      leg: index + 1,
      itemId: line.itemId,
      lotId: line.lotId,
      ...leg,
    }));
  });
}

/** The opposite of what a movement did, to the lines of the movement that takes it back. */
export function oppositeLegs(legs: readonly StockLeg[], lineOf: ReadonlyMap<string, string>): StockLeg[] {
  return legs.map((leg) => {
    const lineId = lineOf.get(leg.lineId);
    if (lineId === undefined) throw new Error(`a leg of the line ${leg.lineId}, which is not there`);
    const { quantity } = leg;
    return { ...leg, lineId, quantity: quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}` };
  });
}
