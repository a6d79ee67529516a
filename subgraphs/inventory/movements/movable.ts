import { badInput, DomainError } from '#shared/domain/errors.ts';
import { microOf, microText } from '../costing/scaled.ts';
import { circle } from '../bills/circle.ts';
import { thingOf, type Around, type ItemAround, type WarehouseAround } from './around.ts';
import type { MovementContent, MovementLine } from './movement.ts';

/**
 * Refuses what may not move now: inactive things and places, a warehouse that is being counted, lots that have expired,
 * more coming back than went, a month that the books have closed. Pure.
 * @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION, PERIOD_CLOSED.
 */
export function demandMovable(
  content: MovementContent,
  around: Around,
  {
    checksMonth,
    isReversal = false,
    isOfCount = false,
  }: {
    readonly checksMonth: boolean;
    readonly isReversal?: boolean;
    /** Whether it is what an open count books as it ends, for which its warehouse stood still. */
    readonly isOfCount?: boolean;
  },
): void {
  const { bookingDate, toWarehouseId, isDirect } = content;
  if (checksMonth && !around.openMonths.has(bookingDate.slice(0, 7)))
    throw new DomainError('PERIOD_CLOSED', `bookingDate: ${bookingDate.slice(0, 7)} is not open`, {
      field: 'bookingDate',
      value: bookingDate,
    });
  if (toWarehouseId !== null && !isReversal) demandActive(warehouse(around, toWarehouseId), 'toWarehouseId');
  if (!isReversal) demandNoCircle(content, around);
  const taken = new Map<string, bigint>();
  for (const line of content.lines) {
    const at = `lines[${String(line.line - 1)}]`;
    const place = warehouse(around, line.warehouseId);
    if (!isReversal) demandActive(place, `${at}.warehouseId`);
    if (!isOfCount) {
      if (isInWarehouse(content, line)) demandStill(place, line.itemId, `${at}.warehouseId`);
      if (toWarehouseId !== null && isDirect)
        demandStill(warehouse(around, toWarehouseId), line.itemId, 'toWarehouseId');
    }
    // What was moved while things were in use may be taken back afterwards.
    if (isReversal) continue;
    if (!item(around, line.itemId).isActive)
      throw badInput(`${at}.itemId`, line.itemId, 'the item is deactivated');
    demandFresh(content, line, at, around);
    if (checksMonth) demandNotThere(content, line, at, around);
    demandLeft(content, line, at, around, taken);
  }
}

/**
 * What is made of something is in nothing that it is made of, by any bill or assembly: costs go from components to products,
 * so that what a component turns out to have cost could never come to an end in a circle.
 */
function demandNoCircle({ kind, lines }: MovementContent, { ways }: Around): void {
  const product = lines.find(({ direction }) => direction === 'IN');
  if (kind !== 'ASSEMBLY' || product === undefined) return;
  const components = lines.filter(({ direction }) => direction === 'OUT');
  const way = circle(
    product.itemId,
    components.map(({ itemId }) => itemId),
    ways,
  );
  const first = components.find(({ itemId }) => itemId === way?.[1]);
  if (way === null || first === undefined) return;
  const field = `lines[${String(first.line - 1)}].itemId`;
  const codes = new Map(
    ways.flatMap((edge) => [
      [edge.productId, edge.productCode],
      [edge.componentId, edge.componentCode],
    ]),
  );
  const path = way.map((id) => codes.get(id) ?? id);
  throw new DomainError(
    'BAD_USER_INPUT',
    `${field}: costs would go in a circle, by bills and assemblies: ${path.join(' → ')}`,
    { field, value: first.itemId, path },
  );
}

function demandActive({ id, isActive }: WarehouseAround, field: string): void {
  if (!isActive) throw badInput(field, id, 'the warehouse is deactivated');
}

/** What is lost on the way was in no warehouse that is counted. */
function isInWarehouse({ kind }: MovementContent, { direction }: MovementLine): boolean {
  return kind !== 'TRANSFER_RECEIPT' || direction === 'IN';
}

function demandStill({ id, frozen }: WarehouseAround, itemId: string, field: string): void {
  if (frozen === null || (frozen !== 'ALL' && !frozen.has(itemId))) return;
  throw new DomainError('INVALID_TRANSITION', `${field}: the warehouse is being counted`, {
    field,
    value: id,
    itemId,
  });
}

/** What has expired is not sold, used or built in; it may be written off, counted, moved and sent back. */
function demandFresh(
  { kind, reason, date }: MovementContent,
  { lotId, direction }: MovementLine,
  at: string,
  { lots }: Around,
): void {
  const isUse = (kind === 'ISSUE' && reason !== 'LOSS') || (kind === 'ASSEMBLY' && direction === 'OUT');
  const expiresOn = lotId === null ? null : (lots.get(lotId)?.expiresOn ?? null);
  if (isUse && expiresOn !== null && expiresOn < date)
    throw badInput(`${at}.lotId`, lotId, `the lot expired on ${expiresOn}`);
}

/** A thing with a serial number comes in when it is not there; what goes from one place of ours to another is there. */
function demandNotThere(
  { kind, lines }: MovementContent,
  { itemId, serials, direction }: MovementLine,
  at: string,
  { there }: Around,
): void {
  if (direction !== 'IN' || kind === 'TRANSFER' || kind === 'TRANSFER_RECEIPT') return;
  const goesOut = (serial: string): boolean =>
    lines.some(
      (other) => other.direction === 'OUT' && other.itemId === itemId && other.serials.includes(serial),
    );
  const serial = serials.find((one) => there.has(thingOf(itemId, one)) && !goesOut(one));
  if (serial === undefined) return;
  throw new DomainError('CONFLICT', `${at}.serials: ${serial} is in stock already`, {
    field: `${at}.serials`,
    value: serial,
    itemId,
  });
}

/** No more comes back of a line, or arrives of it, than went. */
function demandLeft(
  content: MovementContent,
  line: MovementLine,
  at: string,
  around: Around,
  taken: Map<string, bigint>,
): void {
  if (line.of === null) return;
  const of = around.lines.get(line.of);
  if (of === undefined) throw new Error(`the line ${line.of} was not looked up`);
  if (of.status !== 'POSTED')
    throw new DomainError('INVALID_TRANSITION', `${at}.of: its movement is ${of.status}`, {
      field: `${at}.of`,
      value: line.of,
    });
  const before = taken.get(line.of) ?? microOf(of.taken);
  const left = microOf(of.quantity) - before;
  const quantity = microOf(line.quantity);
  if (quantity > left)
    throw badInput(
      `${at}.quantity`,
      line.entered,
      content.kind === 'TRANSFER_RECEIPT'
        ? `only ${microText(left)} of it is on the way`
        : `only ${microText(left)} of it can come back`,
    );
  taken.set(line.of, before + quantity);
}

function warehouse({ warehouses }: Around, id: string): WarehouseAround {
  const found = warehouses.get(id);
  if (found === undefined) throw new Error(`the warehouse ${id} was not looked up`);
  return found;
}

function item({ items }: Around, id: string): ItemAround {
  const found = items.get(id);
  if (found === undefined) throw new Error(`the item ${id} was not looked up`);
  return found;
}
