import type { CalendarDate } from '#shared/domain/date.ts';
import type { LineTreatment, RemoteInvoice, RemoteState, RsGeLine } from '../authority.ts';
import { textOf, type XmlNode } from '#shared/rs-ge/soap.ts';

/** Names, spellings and numbers of the NTOS service, as they are on the wire. They go no further than this folder. */

/** Status of an invoice: −1 deleted, 0 saved … 8 correction confirmed. */
export const STATUS = {
  DELETED: -1,
  SAVED: 0,
  SENT: 1,
  CONFIRMED: 2,
  CORRECTED: 3,
  CORRECTION_SAVED: 4,
  CORRECTION_SENT: 5,
  CANCELLATION_SENT: 6,
  CANCELLATION_CONFIRMED: 7,
  CORRECTION_CONFIRMED: 8,
} as const;

const STATES: Readonly<Record<number, RemoteState>> = {
  [STATUS.DELETED]: 'DELETED',
  [STATUS.SAVED]: 'SAVED',
  [STATUS.SENT]: 'SENT',
  [STATUS.CONFIRMED]: 'CONFIRMED',
  [STATUS.CORRECTED]: 'CORRECTED',
  [STATUS.CORRECTION_SAVED]: 'SAVED',
  [STATUS.CORRECTION_SENT]: 'SENT',
  [STATUS.CANCELLATION_SENT]: 'CANCELLING',
  [STATUS.CANCELLATION_CONFIRMED]: 'CANCELLED',
  [STATUS.CORRECTION_CONFIRMED]: 'CONFIRMED',
};

/** Answers of operations that answer a number. */
export const CODE = { BAD_CREDENTIALS: -100, NOT_YOURS: -101 } as const;

/** `2026-11-22` → `2026-11-22T00:00:00`. */
export function wireDate(date: CalendarDate): string {
  return `${date}T00:00:00`;
}

export function endOfDay(date: CalendarDate): string {
  return `${date}T23:59:59`;
}

/** Our reference, kept in the invoice's note. */
const NOTE = /^davtari:(.+)$/;

export function noteOf(reference: string): string {
  return `davtari:${reference}`;
}

export interface WireLine {
  /** Id of a line that RS.ge holds; `0` for a new one. */
  readonly id: string;
  readonly goods: string;
  readonly unit: string;
  readonly quantity: string;
  /** GEL with VAT. */
  readonly fullAmount: string;
  /** VAT; 0 at the zero rate, −1 for what is not taxed. */
  readonly vat: string;
}

/** Names of units by the number of RS.ge: this service takes the words. */
const UNITS: Readonly<Record<number, string>> = {
  1: 'ცალი',
  2: 'კგ',
  3: 'გრ',
  4: 'ლ',
  5: 'ტონა',
  7: 'სმ',
  8: 'მ',
  9: 'კმ',
  10: 'კვ.სმ',
  11: 'კვ.მ',
  12: 'მ³',
  13: 'მლ',
  14: 'შეკვრა',
};

const OTHER_UNIT = 'სხვა';
/** Number of “other”, which is told in words. */
const OTHER_UNIT_ID = 99;

export function wireLine(line: RsGeLine): WireLine {
  return {
    id: '0',
    goods: line.name,
    unit: line.unitText ?? UNITS[line.unitId] ?? OTHER_UNIT,
    quantity: number(line.quantity),
    fullAmount: number(line.amount),
    vat: wireVat(line.treatment, line.vat),
  };
}

function wireVat(treatment: LineTreatment, vat: string): string {
  switch (treatment) {
    case 'STANDARD':
      return number(vat);
    case 'ZERO':
      return '0';
    case 'EXEMPT':
      return '-1';
  }
}

export function lineOf(row: XmlNode): WireLine {
  return {
    id: textOf(row['ID']),
    goods: textOf(row['GOODS']),
    unit: textOf(row['G_UNIT']),
    quantity: number(textOf(row['G_NUMBER'])),
    fullAmount: number(textOf(row['FULL_AMOUNT'])),
    vat: number(textOf(row['DRG_AMOUNT'])),
  };
}

/** A line in no protocol's words. RS.ge has the whole amount; the price of one unit follows from it. */
export function understoodLine(line: WireLine): RsGeLine {
  const known = Object.entries(UNITS).find(([, name]) => name === line.unit);
  const vat = Number(line.vat);
  return {
    name: line.goods,
    unitId: known === undefined ? OTHER_UNIT_ID : Number(known[0]),
    unitText: known === undefined ? line.unit : null,
    quantity: line.quantity,
    unitPrice: pricePerUnit(line.fullAmount, line.quantity),
    amount: Number(line.fullAmount).toFixed(2),
    vat: Math.max(0, vat).toFixed(2),
    treatment: vat < 0 ? 'EXEMPT' : vat === 0 ? 'ZERO' : 'STANDARD',
  };
}

function pricePerUnit(amount: string, quantity: string): string {
  const price = Number(amount) / Number(quantity);
  if (!Number.isFinite(price)) throw new TypeError(`a line of ${amount} for ${quantity} units has no price`);
  return price.toFixed(6);
}

/** Lines that say the same, whichever id they have. */
export function sameLine(one: WireLine, other: WireLine): boolean {
  return (
    one.goods === other.goods &&
    one.unit === other.unit &&
    one.quantity === other.quantity &&
    one.fullAmount === other.fullAmount &&
    one.vat === other.vat
  );
}

/** `118.00` and `118` are one number. */
function number(text: string): string {
  return text === '' ? '' : String(Number(text));
}

/**
 * An invoice out of a list (columns in capitals) or out of `get_invoice` (fields in small letters). Columns that only
 * one of them has are null in the other.
 */
export function remoteInvoice(
  row: XmlNode,
  id: string,
  ownTin: string,
  role: 'SELLER' | 'BUYER' = 'SELLER',
): RemoteInvoice {
  const field = (name: string): string | null => {
    const value = textOf(row[name.toUpperCase()]) || textOf(row[name]);
    return value === '' ? null : value;
  };
  const status = Number(field('status'));
  const state = STATES[status];
  if (state === undefined) throw new TypeError(`status ${String(status)} is none that we know`);
  const number_ = field('f_number');
  // What a buyer has refused is saved again, and marked.
  const wasRefused = state === 'SAVED' && /^(1|true)$/i.test(field('was_ref') ?? '');
  return {
    id,
    reference: NOTE.exec(field('notes') ?? '')?.[1] ?? null,
    series: field('f_series'),
    number: number_ === null || number_.startsWith('-') || number_ === '0' ? null : number_,
    state: wasRefused ? 'REFUSED' : state,
    operationDate: (field('operation_dt') ?? '').slice(0, 10),
    // The list tells the number of the other side.
    sellerTin: role === 'SELLER' ? ownTin : field('sa_ident_no'),
    buyerTin: role === 'SELLER' ? field('sa_ident_no') : ownTin,
    amount: Number(field('tanxa') ?? 0).toFixed(2),
    vat: Number(field('vat') ?? 0).toFixed(2),
    sellerSequence: field('seq_num_s'),
    buyerSequence: field('seq_num_b'),
    // This interface does not tell advances from supplies.
    isAdvance: false,
    isCorrection:
      status === STATUS.CORRECTION_SAVED ||
      status === STATUS.CORRECTION_SENT ||
      status === STATUS.CORRECTION_CONFIRMED,
  };
}
