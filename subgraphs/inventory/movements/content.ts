import { parseDate } from '#shared/domain/date.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { GEL_MINOR_UNITS, parseScaled } from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import { fromScaledText, microOf, microText, scaledText, tetriText } from '../costing/scaled.ts';
import type { Around, ItemAround, LineAround } from './around.ts';
import type { LineDraft, MovementDraft } from './draft.ts';
import { lineIdOf } from './line-id.ts';
import type { Direction, MovementContent, MovementKind, MovementLine } from './movement.ts';

const MOST_LINES = 1_000;
const MOST_SERIALS = 1_000;
const LONGEST_TEXT = 500;
const LONGEST_SERIAL = 100;
const QUANTITY_DECIMALS = 6;
const MICRO = 1_000_000n;
const PRICE_DECIMALS = 6;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Accounts that something may be received against, by role. */
const RECEIVED_AGAINST = ['GOODS_RECEIVED', 'OPENING_BALANCE', 'SURPLUSES'];

const DIRECTIONS: Readonly<Partial<Record<MovementKind, Direction>>> = {
  RECEIPT: 'IN',
  CUSTOMER_RETURN: 'IN',
  ISSUE: 'OUT',
  TRANSFER: 'OUT',
  SUPPLIER_RETURN: 'OUT',
};

/**
 * Reads a movement as it is given, by what it names. Whether it may move now is for `demandMovable`. Pure.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, naming the field and the value.
 */
export function readContent(
  companyId: string,
  movementId: string,
  draft: MovementDraft,
  around: Around,
): MovementContent {
  const { kind } = draft;
  const date = parseDate(draft.date, 'date');
  const bookingDate = parseDate(draft.bookingDate ?? date, 'bookingDate');
  if (bookingDate < date)
    throw badInput('bookingDate', bookingDate, 'nothing enters the books before it happens');
  if (draft.time && !TIME.test(draft.time)) throw badInput('time', draft.time, 'not a time such as 14:30');
  if (draft.lines.length < 1 || draft.lines.length > MOST_LINES)
    throw badInput('lines', draft.lines.length, `a movement has 1–${String(MOST_LINES)} lines`);
  demandHead(draft, around);
  const lines = draft.lines.map((line, index) =>
    readLine(draft, line, { id: lineIdOf(companyId, movementId, index + 1), index }, around),
  );
  demandWhole(kind, lines);
  return {
    kind,
    date,
    time: draft.time ?? null,
    bookingDate,
    reason: kind === 'ISSUE' ? (draft.reason ?? null) : null,
    counterAccount: draft.counterAccount ?? null,
    toWarehouseId: kind === 'TRANSFER' ? (draft.toWarehouseId ?? null) : null,
    isDirect: kind === 'TRANSFER' && (draft.isDirect ?? false),
    transferId: kind === 'TRANSFER_RECEIPT' ? (draft.transferId ?? null) : null,
    counterpartyId: draft.counterpartyId ?? null,
    taxInvoiceId: draft.taxInvoiceId ?? null,
    reference: parseOptionalText(draft.reference, 'reference', LONGEST_TEXT),
    note: parseOptionalText(draft.note, 'note', LONGEST_TEXT),
    lines,
  };
}

function demandHead(draft: MovementDraft, around: Around): void {
  const { kind, counterAccount, toWarehouseId, counterpartyId, taxInvoiceId } = draft;
  if (kind === 'ISSUE' && !draft.reason)
    throw badInput('reason', draft.reason, 'say why goods leave: SALE, USE or LOSS');
  if (kind !== 'ISSUE' && draft.reason) throw badInput('reason', draft.reason, 'only issues have a reason');
  if (counterAccount && (kind !== 'RECEIPT' || !RECEIVED_AGAINST.includes(counterAccount)))
    throw badInput('counterAccount', counterAccount, `receipts may name ${RECEIVED_AGAINST.join(', ')}`);
  if (kind === 'TRANSFER') {
    if (!toWarehouseId) throw badInput('toWarehouseId', toWarehouseId, 'say where the goods go');
    demandWarehouse(toWarehouseId, 'toWarehouseId', around);
  } else if (toWarehouseId || draft.isDirect) {
    throw badInput('toWarehouseId', toWarehouseId, 'only transfers go to another warehouse');
  }
  if (counterpartyId && !around.hasCounterparty) throw notFound('counterpartyId', counterpartyId);
  if (taxInvoiceId && !around.hasTaxInvoice) throw notFound('taxInvoiceId', taxInvoiceId);
}

function demandWhole(kind: MovementKind, lines: readonly MovementLine[]): void {
  if (kind === 'ASSEMBLY') {
    const made = lines.filter(({ direction }) => direction === 'IN').length;
    if (made !== 1) throw badInput('lines', made, 'one line is what is made; its direction is IN');
    if (lines.length < 2) throw badInput('lines', lines.length, 'something is made of something');
    const [product] = lines.filter(({ direction }) => direction === 'IN');
    const itself = lines.findIndex(
      ({ direction, itemId }) => direction === 'OUT' && itemId === product?.itemId,
    );
    if (itself >= 0)
      throw badInput(`lines[${String(itself)}].itemId`, product?.itemId, 'nothing is made of itself');
  }
  const seen = new Set<string>();
  for (const { itemId, serials, line } of lines) {
    for (const serial of serials) {
      const key = JSON.stringify([itemId, serial]);
      if (seen.has(key)) throw badInput(`lines[${String(line - 1)}].serials`, serial, 'named twice');
      seen.add(key);
    }
  }
}

function readLine(
  draft: MovementDraft,
  given: LineDraft,
  { id, index }: { readonly id: string; readonly index: number },
  around: Around,
): MovementLine {
  const at = `lines[${String(index)}]`;
  const { kind } = draft;
  const item = around.items.get(given.itemId);
  if (item === undefined) throw notFound(`${at}.itemId`, given.itemId);
  if (item.kind === 'SERVICE') throw badInput(`${at}.itemId`, given.itemId, 'a service is in no warehouse');
  const direction = directionOf(kind, given, at);
  const { unit, entered, quantity } = readQuantity(given, item, at);
  const of = lineNamed(draft, given, item, at, around);
  const warehouseId = warehouseOf(draft, given, of, at, around);
  if (kind === 'TRANSFER' && warehouseId === draft.toWarehouseId)
    throw badInput('toWarehouseId', warehouseId, 'goods are there already');
  return {
    id,
    line: index + 1,
    itemId: item.id,
    direction,
    entered,
    unit,
    quantity: microText(quantity),
    warehouseId,
    binId: binOf(given, warehouseId, at, around),
    lotId: lotOf(given, item, at, around),
    serials: serialsOf(given, item, quantity, at),
    amount: amountOf(kind, direction, given, quantity, entered, at),
    of: of?.id ?? null,
  };
}

function directionOf(kind: MovementKind, given: LineDraft, at: string): Direction {
  const fixed = DIRECTIONS[kind];
  const direction = given.direction ?? null;
  if (fixed === undefined) {
    if (direction !== null) return direction;
    if (kind === 'TRANSFER_RECEIPT') return 'IN';
    throw badInput(`${at}.direction`, direction, 'say whether it comes IN or goes OUT');
  }
  if (direction !== null && direction !== fixed)
    throw badInput(`${at}.direction`, direction, `lines of a ${kind} go ${fixed}`);
  return fixed;
}

/** A quantity as it was written, and in the base unit. */
function readQuantity(
  given: LineDraft,
  item: ItemAround,
  at: string,
): { unit: string; entered: string; quantity: bigint } {
  const unit = given.unit ?? item.unit;
  const { conversions } = item;
  const factor = unit === item.unit ? '1' : Object.hasOwn(conversions, unit) ? conversions[unit] : undefined;
  if (factor === undefined)
    throw badInput(`${at}.unit`, unit, `${item.unit} is not reckoned in it: the item has no such conversion`);
  const field = `${at}.quantity`;
  const entered = parseScaled(given.quantity, QUANTITY_DECIMALS, field);
  if (entered <= 0n) throw badInput(field, given.quantity, 'must be more than zero');
  const exact = entered * fromScaledText(factor, QUANTITY_DECIMALS);
  const step = 10n ** BigInt(QUANTITY_DECIMALS - item.decimals);
  if (exact % (MICRO * step) !== 0n)
    throw badInput(
      field,
      given.quantity,
      `${item.unit} has ${String(item.decimals)} decimals, and this is ${scaledText(exact, 2 * QUANTITY_DECIMALS).replace(/\.?0+$/, '')}`,
    );
  return { unit, entered: microText(entered).replace(/\.?0+$/, ''), quantity: exact / MICRO };
}

/** The line that goods come back of, or that arrives. */
function lineNamed(
  draft: MovementDraft,
  given: LineDraft,
  item: ItemAround,
  at: string,
  around: Around,
): LineAround | null {
  const { kind } = draft;
  const field = `${at}.of`;
  if (!given.of) {
    if (kind === 'TRANSFER_RECEIPT')
      throw badInput(field, given.of, 'say which line of the transfer arrives');
    return null;
  }
  const line = around.lines.get(given.of);
  if (line === undefined) throw notFound(field, given.of);
  if (line.itemId !== item.id) throw badInput(field, given.of, 'is a line of another item');
  const expected: Partial<Record<MovementKind, MovementKind>> = {
    CUSTOMER_RETURN: 'ISSUE',
    SUPPLIER_RETURN: 'RECEIPT',
    TRANSFER_RECEIPT: 'TRANSFER',
  };
  if (expected[kind] === undefined) throw badInput(field, given.of, `lines of a ${kind} name no other line`);
  if (line.kind !== expected[kind])
    throw badInput(field, given.of, `is a line of a ${line.kind}, not of a ${expected[kind]}`);
  if (kind === 'TRANSFER_RECEIPT' && line.movementId !== draft.transferId)
    throw badInput(field, given.of, 'is no line of the transfer');
  if (line.date > draft.date) throw badInput('date', draft.date, `the goods left on ${line.date}`);
  return line;
}

function warehouseOf(
  draft: MovementDraft,
  given: LineDraft,
  of: LineAround | null,
  at: string,
  around: Around,
): string {
  if (draft.kind === 'TRANSFER_RECEIPT') {
    if (of?.toWarehouseId == null || of.isDirect)
      throw badInput(`${at}.of`, given.of, 'nothing of it is on the way');
    return of.toWarehouseId;
  }
  const field = given.warehouseId ? `${at}.warehouseId` : 'warehouseId';
  const id = given.warehouseId ?? draft.warehouseId;
  if (!id) throw badInput('warehouseId', id, 'say where, for the movement or for each line');
  demandWarehouse(id, field, around);
  return id;
}

function demandWarehouse(id: string, field: string, around: Around): void {
  if (!around.warehouses.has(id)) throw notFound(field, id);
}

function binOf(given: LineDraft, warehouseId: string, at: string, around: Around): string | null {
  if (!given.binId) return null;
  const bin = around.bins.get(given.binId);
  if (bin === undefined) throw notFound(`${at}.binId`, given.binId);
  if (bin.warehouseId !== warehouseId) throw badInput(`${at}.binId`, given.binId, 'is in another warehouse');
  return bin.id;
}

function lotOf(given: LineDraft, item: ItemAround, at: string, around: Around): string | null {
  const field = `${at}.lotId`;
  if (!given.lotId) {
    if (item.hasLots) throw badInput(field, given.lotId, 'the item is kept by lots: say which');
    return null;
  }
  const lot = around.lots.get(given.lotId);
  if (lot === undefined) throw notFound(field, given.lotId);
  if (lot.itemId !== item.id) throw badInput(field, given.lotId, 'is a lot of another item');
  return lot.id;
}

function serialsOf(given: LineDraft, item: ItemAround, quantity: bigint, at: string): string[] {
  const field = `${at}.serials`;
  const serials = given.serials ?? [];
  if (!item.hasSerials) {
    if (serials.length > 0) throw badInput(field, serials.length, 'the item has no serial numbers');
    return [];
  }
  if (serials.length > MOST_SERIALS)
    throw badInput(field, serials.length, `a line has up to ${String(MOST_SERIALS)}`);
  if (BigInt(serials.length) * MICRO !== quantity)
    throw badInput(field, serials.length, `each of ${given.quantity} has a serial number`);
  return serials.map((serial, index) => parseText(serial, `${field}[${String(index)}]`, LONGEST_SERIAL));
}

/** What the whole line is worth where the line says so, GEL. */
function amountOf(
  kind: MovementKind,
  direction: Direction,
  given: LineDraft,
  quantity: bigint,
  entered: string,
  at: string,
): string | null {
  const { amount, unitCost } = given;
  const takesOne =
    kind === 'RECEIPT' || kind === 'SUPPLIER_RETURN' || (kind === 'ASSEMBLY' && direction === 'IN');
  if (!takesOne) {
    const field = amount ? 'amount' : 'unitCost';
    if (amount || unitCost)
      throw badInput(`${at}.${field}`, amount ?? unitCost, 'what it costs follows from what there is');
    return null;
  }
  if (amount && unitCost) throw badInput(`${at}.unitCost`, unitCost, 'the amount of the line is given too');
  if (amount) {
    const tetri = parseScaled(amount, GEL_MINOR_UNITS, `${at}.amount`);
    if (tetri < 0n) throw badInput(`${at}.amount`, amount, 'must not be negative');
    return tetriText(tetri);
  }
  if (unitCost) {
    const price = parseScaled(unitCost, PRICE_DECIMALS, `${at}.unitCost`);
    if (price < 0n) throw badInput(`${at}.unitCost`, unitCost, 'must not be negative');
    // Of the unit that is written, half up to the tetri for the whole line.
    const exact = price * fromScaledText(entered, QUANTITY_DECIMALS);
    const tetri = 10n ** BigInt(PRICE_DECIMALS + QUANTITY_DECIMALS - GEL_MINOR_UNITS);
    return tetriText((exact + tetri / 2n) / tetri);
  }
  if (kind === 'RECEIPT') throw badInput(`${at}.amount`, amount, 'say what the line cost, or a unit of it');
  if (quantity <= 0n) throw new Error('a line without a quantity was priced');
  return null;
}

/** Micro-units of a line. */
export function quantityOf({ quantity }: Pick<MovementLine, 'quantity'>): bigint {
  return microOf(quantity);
}
