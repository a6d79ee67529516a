import type { CalendarDate } from '#shared/domain/date.ts';

/** What RS.ge's waybills are to us, whatever its service calls things. */

export const WAYBILL_KINDS = [
  'INTERNAL',
  'WITH_TRANSPORT',
  'WITHOUT_TRANSPORT',
  'DISTRIBUTION',
  'RETURN',
  'SUB_WAYBILL',
] as const;
export type WaybillKind = (typeof WAYBILL_KINDS)[number];

export const TRANSPORT_MEANS = ['CAR', 'RAIL', 'AIR', 'OTHER', 'FOREIGN_CAR', 'CARRIER', 'MOPED'] as const;
export type TransportMeans = (typeof TRANSPORT_MEANS)[number];

export interface WaybillLine {
  readonly name: string;
  /** Number of the unit at RS.ge; 99 is another one, which `unitText` names. */
  readonly unitCode: number;
  readonly unitText: string | null;
  readonly quantity: string;
  /** GEL, VAT in it. */
  readonly price: string;
  readonly amount: string;
  readonly barcode: string | null;
  readonly vat: 'STANDARD' | 'ZERO' | 'EXEMPT';
  /** The item of ours, when it is one. */
  readonly itemId: string | null;
}

export interface WaybillTransport {
  readonly means: TransportMeans;
  /** What the transport is, for other means. */
  readonly text: string | null;
  readonly carNumber: string | null;
  /** Personal number of the driver, or the document of a foreign one. */
  readonly driverTaxId: string | null;
  readonly driverIsForeign: boolean;
  readonly driverName: string | null;
  /** GEL. */
  readonly cost: string | null;
  readonly costPayer: 'BUYER' | 'SELLER' | null;
}

export interface WaybillContent {
  readonly kind: WaybillKind;
  /** Null for movements within the company. */
  readonly buyer: {
    readonly taxId: string;
    readonly name: string | null;
    readonly isForeign: boolean;
  } | null;
  readonly startAddress: string | null;
  readonly endAddress: string | null;
  readonly transport: WaybillTransport | null;
  /** When the transport begins, RFC 3339. */
  readonly beginsAt: string;
  readonly comment: string | null;
  /** The waybill that this one is a part of, by RS.ge's number; only of sub-waybills. */
  readonly parentRsGeId: string | null;
  readonly lines: readonly WaybillLine[];
}

export type RemoteState = 'SAVED' | 'ACTIVE' | 'CLOSED' | 'WITH_TRANSPORTER' | 'DELETED' | 'CANCELLED';

/** A waybill as RS.ge holds it. */
export interface RemoteWaybill {
  readonly rsGeId: string;
  readonly number: string | null;
  readonly state: RemoteState;
  /** What the buyer has said: null as long as nothing. */
  readonly answer: 'CONFIRMED' | 'REJECTED' | null;
  readonly seller: { readonly taxId: string | null; readonly name: string | null };
  readonly content: WaybillContent;
  /** GEL. */
  readonly total: string;
  readonly deliveredAt: string | null;
  /** What RS.ge calls the tax invoice that it has linked. */
  readonly invoice: string | null;
}

export interface RemoteName {
  readonly id: string;
  readonly name: string;
}

/** The way to RS.ge's waybills in the name of one company. Each method calls once and never repeats by itself. */
export interface WaybillAuthority {
  /** @throws RsGeFailure NOT_SIGNED_IN when RS.ge does not know the service user. */
  signIn(): Promise<void>;
  /** Saves a new waybill, or another content of one that is there. Answers RS.ge's id. */
  save(reference: string, content: WaybillContent, rsGeId: string | null): Promise<string>;
  /** The waybill that was saved under our reference on that day, if any. */
  findSaved(reference: string, since: CalendarDate): Promise<string | undefined>;
  /** Answers the number. */
  activate(rsGeId: string, beginsAt: string): Promise<string>;
  close(rsGeId: string, deliveredAt: string): Promise<void>;
  cancel(rsGeId: string): Promise<void>;
  remove(rsGeId: string): Promise<void>;
  confirm(rsGeId: string): Promise<void>;
  reject(rsGeId: string): Promise<void>;
  /** Links a waybill with a tax invoice that RS.ge holds, by what RS.ge calls it. */
  linkInvoice(rsGeId: string, invoice: string): Promise<void>;
  read(rsGeId: string): Promise<RemoteWaybill>;
  /** Ours that were made in these days, by id; without their lines. */
  issued(from: CalendarDate, to: CalendarDate): Promise<readonly RemoteWaybill[]>;
  /** Those of others for us; without their lines. */
  received(from: CalendarDate, to: CalendarDate): Promise<readonly RemoteWaybill[]>;
  units(): Promise<readonly RemoteName[]>;
  kinds(): Promise<readonly RemoteName[]>;
  errorCodes(): Promise<readonly RemoteName[]>;
  /** Ends the connections of this client. */
  end(): Promise<void>;
}
