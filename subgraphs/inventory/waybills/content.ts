import { badInput } from '#shared/domain/errors.ts';
import {
  formatAmount,
  parseAmount,
  parseDatabaseAmount,
  parseScaled,
  roundHalfUp,
  TETRI,
} from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { WaybillContent, WaybillKind, WaybillLine, WaybillTransport } from './rs-ge/remote.ts';

type Maybe<T> = T | null | undefined;

export interface WaybillLineInput {
  readonly name: string;
  readonly unitCode: number;
  readonly unitText?: Maybe<string>;
  readonly quantity: string;
  readonly price: string;
  readonly barcode?: Maybe<string>;
  readonly vat?: Maybe<WaybillLine['vat']>;
  readonly itemId?: Maybe<string>;
}

export interface WaybillContentInput {
  readonly kind: WaybillKind;
  readonly buyer?: Maybe<{
    readonly taxId: string;
    readonly name?: Maybe<string>;
    readonly isForeign?: Maybe<boolean>;
  }>;
  readonly startAddress?: Maybe<string>;
  readonly endAddress?: Maybe<string>;
  readonly transport?: Maybe<{
    readonly means: WaybillTransport['means'];
    readonly text?: Maybe<string>;
    readonly carNumber?: Maybe<string>;
    readonly driverTaxId?: Maybe<string>;
    readonly driverIsForeign?: Maybe<boolean>;
    readonly driverName?: Maybe<string>;
    readonly cost?: Maybe<string>;
    readonly costPayer?: Maybe<'BUYER' | 'SELLER'>;
  }>;
  readonly beginsAt: string;
  readonly comment?: Maybe<string>;
  readonly parentRsGeId?: Maybe<string>;
  readonly lines: readonly WaybillLineInput[];
}

const MOST_LINES = 500;
const NAME = 250;
const ADDRESS = 500;
/** RS.ge keeps 1000 characters of a comment; our reference stands before it. */
const COMMENT = 900;
const QUANTITY_DECIMALS = 6;
const PRICE_DECIMALS = 4;
const OTHER_UNIT = 99;
/** Three letters and digits as Georgia's plates have had them: AA123BB, and the older ABC123. */
const PLATE = /^([A-Z]{2}\d{3}[A-Z]{2}|[A-Z]{3}\d{3})$/;

/**
 * Checks what a waybill says by the rules of RS.ge, whose own refusals are hard to read. Pure.
 * @throws DomainError BAD_USER_INPUT naming the field and the value.
 */
export function parseContent(input: WaybillContentInput): WaybillContent {
  const { kind } = input;
  const isInternal = kind === 'INTERNAL';
  const buyer = buyerOf(input);
  // RS.ge says “wrong unit” when a waybill without transport has an address (its code −1036).
  const hasWay = kind !== 'WITHOUT_TRANSPORT';
  const startAddress = parseOptionalText(input.startAddress, 'startAddress', ADDRESS);
  const endAddress = parseOptionalText(input.endAddress, 'endAddress', ADDRESS);
  if (hasWay && startAddress === null)
    throw badInput('startAddress', null, 'where the goods leave is needed');
  if (hasWay && kind !== 'DISTRIBUTION' && endAddress === null)
    throw badInput('endAddress', null, 'where the goods go is needed');
  if (!hasWay && startAddress !== null)
    throw badInput('startAddress', startAddress, 'goods that are not moved have no address');
  if (!hasWay && endAddress !== null)
    throw badInput('endAddress', endAddress, 'goods that are not moved have no address');
  const parentRsGeId = parseOptionalText(input.parentRsGeId, 'parentRsGeId', 20);
  if (kind === 'SUB_WAYBILL' && (parentRsGeId === null || !/^[1-9]\d*$/.test(parentRsGeId)))
    throw badInput(
      'parentRsGeId',
      parentRsGeId,
      'a part belongs to a distribution, by its identifier at RS.ge',
    );
  if (kind !== 'SUB_WAYBILL' && parentRsGeId !== null)
    throw badInput('parentRsGeId', parentRsGeId, 'only a part of a distribution has one');
  if (input.lines.length === 0) throw badInput('lines', [], 'at least one line is needed');
  if (input.lines.length > MOST_LINES)
    throw badInput('lines', input.lines.length, `at most ${String(MOST_LINES)} lines`);
  return {
    kind,
    buyer: isInternal ? null : buyer,
    startAddress,
    endAddress,
    transport: transportOf(input, hasWay),
    beginsAt: momentOf(input.beginsAt, 'beginsAt'),
    comment: parseOptionalText(input.comment, 'comment', COMMENT),
    parentRsGeId,
    lines: input.lines.map(lineOf),
  };
}

/** @throws DomainError BAD_USER_INPUT */
export function momentOf(text: string, field: string): string {
  const at = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(at)) throw badInput(field, text, 'a moment is needed');
  return new Date(at).toISOString();
}

function buyerOf({ kind, buyer }: WaybillContentInput): WaybillContent['buyer'] {
  if (kind === 'INTERNAL') {
    // RS.ge's code −1035.
    if (buyer) throw badInput('buyer.taxId', buyer.taxId, 'goods that stay in the company have no buyer');
    return null;
  }
  if (!buyer) {
    if (kind === 'DISTRIBUTION') return null;
    throw badInput('buyer', null, 'a buyer is needed');
  }
  const isForeign = buyer.isForeign ?? false;
  const taxId = parseText(buyer.taxId, 'buyer.taxId', 50);
  if (!isForeign && !/^(\d{9}|\d{11})$/.test(taxId))
    throw badInput('buyer.taxId', taxId, 'nine digits (company) or eleven (person) are needed');
  const name = parseOptionalText(buyer.name, 'buyer.name', NAME);
  // Whoever has no number of Georgia is known by name only.
  if (isForeign && name === null) throw badInput('buyer.name', null, 'the name of a foreign buyer is needed');
  return { taxId, name, isForeign };
}

function transportOf({ transport }: WaybillContentInput, hasWay: boolean): WaybillTransport | null {
  if (!transport) {
    if (hasWay) throw badInput('transport', null, 'how the goods travel is needed');
    return null;
  }
  if (!hasWay) throw badInput('transport', transport.means, 'goods that are not moved have no transport');
  const { means } = transport;
  const text = parseOptionalText(transport.text, 'transport.text', NAME);
  const driverIsForeign = transport.driverIsForeign ?? false;
  const driverTaxId = parseOptionalText(transport.driverTaxId, 'transport.driverTaxId', 50);
  const driverName = parseOptionalText(transport.driverName, 'transport.driverName', NAME);
  const carNumber = parseOptionalText(transport.carNumber, 'transport.carNumber', 20);
  // The codes −1037, −1026, −1012 and −1014 of RS.ge.
  if (means === 'OTHER' && text === null)
    throw badInput('transport.text', null, 'what the other transport is must be said');
  if (means === 'CAR' || means === 'FOREIGN_CAR' || means === 'MOPED') {
    if (carNumber === null) throw badInput('transport.carNumber', null, 'the number of the car is needed');
    if (driverTaxId === null)
      throw badInput('transport.driverTaxId', null, 'the personal number of the driver is needed');
  }
  if (means === 'CAR' && carNumber !== null && !PLATE.test(carNumber))
    throw badInput('transport.carNumber', carNumber, 'a plate is like AA123BB');
  if (driverTaxId !== null && !driverIsForeign && !/^\d{11}$/.test(driverTaxId))
    throw badInput('transport.driverTaxId', '…', 'eleven digits are needed');
  if (driverIsForeign && driverName === null)
    throw badInput('transport.driverName', null, 'the name of a foreign driver is needed');
  const cost = transport.cost ? formatAmount(parseAmount(transport.cost, 2, 'transport.cost')) : null;
  return {
    means,
    text,
    carNumber,
    driverTaxId,
    driverIsForeign,
    driverName,
    cost,
    costPayer: transport.costPayer ?? null,
  };
}

function lineOf(line: WaybillLineInput, index: number): WaybillLine {
  const at = (field: string): string => `lines[${String(index)}].${field}`;
  const quantity = parseScaled(line.quantity, QUANTITY_DECIMALS, at('quantity'));
  if (quantity <= 0n) throw badInput(at('quantity'), line.quantity, 'more than nothing is needed');
  const price = parseScaled(line.price, PRICE_DECIMALS, at('price'));
  if (price < 0n) throw badInput(at('price'), line.price, 'a price is not below zero');
  const unitText = parseOptionalText(line.unitText, at('unitText'), 100);
  if (!Number.isInteger(line.unitCode) || line.unitCode < 1 || line.unitCode > 999)
    throw badInput(at('unitCode'), line.unitCode, 'RS.ge has no such unit');
  if (line.unitCode === OTHER_UNIT && unitText === null)
    throw badInput(at('unitText'), null, 'another unit needs a name');
  return {
    name: parseText(line.name, at('name'), NAME),
    unitCode: line.unitCode,
    unitText,
    quantity: trimmed(line.quantity),
    price: trimmed(line.price),
    // Price × quantity, half-up to the tetri; the scales of both are taken out again.
    amount: formatAmount(roundHalfUp((price * quantity) / 10n ** BigInt(QUANTITY_DECIMALS), TETRI)),
    barcode: parseOptionalText(line.barcode, at('barcode'), 50),
    vat: line.vat ?? 'STANDARD',
    itemId: line.itemId ?? null,
  };
}

/** The sum of the lines, GEL. */
export function totalOf({ lines }: Pick<WaybillContent, 'lines'>): string {
  return formatAmount(lines.reduce((sum, { amount }) => sum + parseDatabaseAmount(amount), 0n));
}

function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
