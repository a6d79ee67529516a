import { z } from 'zod';
import type { CalendarDate } from '#shared/domain/date.ts';
import {
  CORRECTION_REASONS,
  type LineTreatment,
  type RemoteInvoice,
  type RemoteState,
  type RsGeDocument,
  type RsGeLine,
} from '../authority.ts';

/** Names and numbers of eAPI, as they are on the wire. */

export const STATUS = {
  OK: 0,
  SYSTEM_ERROR: -1,
  INVALID_ACTION: -2,
  USE_TEST_CREDENTIALS: -3,
  INVALID_RECORD: -30,
  TOKEN_EXPIRED: -104,
} as const;

export const envelope = z.object({
  DATA: z.unknown().optional(),
  STATUS: z.object({ ID: z.coerce.number().int(), TEXT: z.string().nullish() }),
});

export const signedIn = z.object({
  ACCESS_TOKEN: z.string().min(1),
  EXPIRES_IN: z.coerce.number().positive(),
});
export const pinWanted = z.object({ PIN_TOKEN: z.string().min(1), MASKED_MOBILE: z.string().nullish() });

const text = z.union([z.string(), z.number()]).transform(String).nullish();
const whole = z.coerce.number().int();
const amount = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => Number(value ?? 0).toFixed(2));

export const orgInfo = z.object({
  Tin: text,
  Name: z.string().nullish(),
  Address: z.string().nullish(),
  IsVatPayer: z.boolean().nullish(),
});
export const vatPayerStatus = z.object({ IsVatPayer: z.boolean() });
export const units = z.array(z.object({ value: whole, label: z.string() }));
export const transactionResult = z.object({ INVOICE_ID: text }).nullish();
export const sequence = z.object({ SeqNum: z.union([z.string(), z.number()]).transform(String) });

const invoice = z.object({
  ID: z.union([z.string(), z.number()]).transform(String),
  INV_COMMENT: text,
  INV_SERIE: text,
  INV_NUMBER: text,
  SELLER_ACTION: whole,
  BUYER_ACTION: whole.nullish(),
  OPERATION_DATE: z.string(),
  TIN_SELLER: text,
  TIN_BUYER: text,
  AMOUNT_FULL: amount,
  AMOUNT_VAT: amount,
  SEQNUM_SELLER: text,
  SEQNUM_BUYER: text,
  INV_CATEGORY: whole.nullish(),
  PREV_CORRECTION_ID: whole.nullish(),
});
export const oneInvoice = z.object({ INVOICE: invoice });
const quantity = z.union([z.string(), z.number()]).transform(String);
const good = z.object({
  GOODS_NAME: z.string(),
  UNIT_ID: whole,
  UNIT_TXT: text,
  QUANTITY: quantity,
  AMOUNT: amount,
  VAT_AMOUNT: amount,
  VAT_TYPE: whole,
});
/** The same answer, for what the document is about. */
export const goodsOfInvoice = z.object({ INVOICE: z.object({ INVOICE_GOODS: z.array(good) }) });
/** Lists are tables: names of columns, then rows. */
export const invoiceTable = z
  .object({ Data: z.object({ Fields: z.array(z.string()), Rows: z.array(z.array(z.unknown())) }) })
  .transform(({ Data: { Fields, Rows } }) =>
    Rows.map((row) => invoice.parse(Object.fromEntries(Fields.map((field, at) => [field, row[at]])))),
  );

export const LIST_TYPE = { SELLER: 1, BUYER: 2 } as const;

const VAT_TYPE = { STANDARD: 0, ZERO: 1, EXEMPT: 2 } as const;
/** Category of a document about an advance. */
const ADVANCE_CATEGORY = 4;

/** Category and type of the document: goods without transport, a service, an advance. */
const KINDS = {
  GOODS: { INV_CATEGORY: 1, INV_TYPE: 3 },
  SERVICE: { INV_CATEGORY: 1, INV_TYPE: 11 },
  ADVANCE: { INV_CATEGORY: 4, INV_TYPE: 6 },
} as const;

/** `2026-11-22` → `22-11-2026 00:00:00`. */
export function wireDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-');
  return `${day ?? ''}-${month ?? ''}-${year ?? ''} 00:00:00`;
}

/** A span of days, as filters take it. */
export function wireSpan(from: CalendarDate, to: CalendarDate): string {
  return `${wireDate(from).slice(0, 10)}:${wireDate(to).slice(0, 10)}`;
}

function dateOf(wire: string): CalendarDate {
  const match = /^(\d{2})-(\d{2})-(\d{4})/.exec(wire);
  if (match === null) throw new TypeError('a date of eAPI is DD-MM-YYYY HH:MM:SS');
  return `${match[3] ?? ''}-${match[2] ?? ''}-${match[1] ?? ''}`;
}

/** The document as `SaveInvoice` takes it; id 0 makes a new one. */
export function wireInvoice(document: RsGeDocument, id: string | undefined): object {
  const total = (pick: 'amount' | 'vat') =>
    document.lines.reduce((tetri, line) => tetri + Math.round(Number(line[pick]) * 100), 0) / 100;
  return {
    ID: id === undefined ? 0 : Number(id),
    ...KINDS[document.kind],
    OPERATION_DATE: wireDate(document.operationDate),
    TIN_SELLER: document.sellerTin,
    TIN_BUYER: document.buyerTin ?? '',
    FOREIGN_BUYER: document.buyerTin === null,
    AMOUNT_FULL: total('amount'),
    AMOUNT_EXCISE: 0,
    AMOUNT_VAT: total('vat'),
    INV_COMMENT: document.reference,
    ...(document.corrects === null
      ? {}
      : {
          PREV_CORRECTION_ID: Number(document.corrects.rsGeId),
          CORRECT_REASON_ID: CORRECTION_REASONS[document.corrects.reason],
        }),
    INVOICE_GOODS: document.lines.map((line) => ({
      ID: 0,
      GOODS_NAME: line.name,
      UNIT_ID: line.unitId,
      UNIT_TXT: line.unitText ?? '',
      QUANTITY: Number(line.quantity),
      UNIT_PRICE: Number(line.unitPrice),
      AMOUNT: Number(line.amount),
      VAT_AMOUNT: Number(line.vat),
      VAT_TYPE: VAT_TYPE[line.treatment],
    })),
    INVOICE_ADVANCE: document.advances.map(({ rsGeId, amount: part }) => ({
      ID: Number(rsGeId),
      AMOUNT: Number(part),
    })),
  };
}

export function understoodLine(row: z.output<typeof good>): RsGeLine {
  const treatment = (Object.keys(VAT_TYPE) as LineTreatment[]).find((key) => VAT_TYPE[key] === row.VAT_TYPE);
  if (treatment === undefined) throw new TypeError(`VAT_TYPE ${String(row.VAT_TYPE)} is none that we know`);
  const price = Number(row.AMOUNT) / Number(row.QUANTITY);
  if (!Number.isFinite(price)) throw new TypeError('a line without a quantity has no price');
  return {
    name: row.GOODS_NAME,
    unitId: row.UNIT_ID,
    unitText: row.UNIT_TXT ?? null,
    quantity: row.QUANTITY,
    unitPrice: price.toFixed(6),
    amount: row.AMOUNT,
    vat: row.VAT_AMOUNT,
    treatment,
  };
}

/** Acts of the seller: −1 deleted, 0 saved, 1 sent, 2 cancelled, 3 corrected. Of the buyer: 1 confirmed, 2 refused. */
function stateOf(seller: number, buyer: number): RemoteState {
  switch (seller) {
    case -1:
      return 'DELETED';
    case 0:
      return 'SAVED';
    case 1:
      return buyer === 1 ? 'CONFIRMED' : buyer === 2 ? 'REFUSED' : 'SENT';
    case 2:
      // The buyer has to agree to a cancellation, as to the document.
      return buyer === 1 ? 'CANCELLED' : 'CANCELLING';
    case 3:
      return 'CORRECTED';
    default:
      throw new TypeError(`SELLER_ACTION ${String(seller)} is none that we know`);
  }
}

export function remoteInvoice(row: z.output<typeof invoice>): RemoteInvoice {
  const number = row.INV_NUMBER ?? '';
  return {
    id: row.ID,
    reference: row.INV_COMMENT ?? null,
    series: row.INV_SERIE ?? null,
    number: number === '' || number.startsWith('-') || number === '0' ? null : number,
    state: stateOf(row.SELLER_ACTION, row.BUYER_ACTION ?? 0),
    operationDate: dateOf(row.OPERATION_DATE),
    sellerTin: row.TIN_SELLER ?? null,
    buyerTin: row.TIN_BUYER ?? null,
    amount: row.AMOUNT_FULL,
    vat: row.AMOUNT_VAT,
    sellerSequence: row.SEQNUM_SELLER ?? null,
    buyerSequence: row.SEQNUM_BUYER ?? null,
    isAdvance: row.INV_CATEGORY === ADVANCE_CATEGORY,
    isCorrection: (row.PREV_CORRECTION_ID ?? 0) > 0,
  };
}
