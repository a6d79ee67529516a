import type { CalendarDate } from '#shared/domain/date.ts';

/** Which of the two interfaces of RS.ge is spoken: the newer JSON one, or the SOAP one of tax invoices. */
export type Channel = 'EAPI' | 'NTOS';

/** How VAT lies on a line: 18 %, exempt with credit (RS.ge calls it zero), or exempt without. */
export type LineTreatment = 'STANDARD' | 'ZERO' | 'EXEMPT';

export interface RsGeLine {
  readonly name: string;
  /** Code of RS.ge; 99 is “other” and takes its words from `unitText`. */
  readonly unitId: number;
  readonly unitText: string | null;
  readonly quantity: string;
  /** GEL with VAT, for one unit. */
  readonly unitPrice: string;
  /** GEL with VAT. */
  readonly amount: string;
  readonly vat: string;
  readonly treatment: LineTreatment;
}

/** The four reasons of a correction, by the number that RS.ge gives each (`k_type`). */
export const CORRECTION_REASONS = {
  OPERATION_CANCELLED: 1,
  OPERATION_CHANGED: 2,
  PRICE_CHANGED: 3,
  GOODS_RETURNED: 4,
} as const;

export type CorrectionReason = keyof typeof CORRECTION_REASONS;

/** A tax document as RS.ge is to know it, in no protocol's words. */
export interface RsGeDocument {
  /** Our own name of the document, kept by RS.ge: by it the document is found again. */
  readonly reference: string;
  readonly kind: 'GOODS' | 'SERVICE' | 'ADVANCE';
  readonly operationDate: CalendarDate;
  readonly sellerTin: string;
  /** Null for a buyer without a Georgian tax number. */
  readonly buyerTin: string | null;
  readonly lines: readonly RsGeLine[];
  /** The document that this one corrects. */
  readonly corrects: { readonly rsGeId: string; readonly reason: CorrectionReason } | null;
  /** Advances that are set off, GEL with VAT. */
  readonly advances: readonly { readonly rsGeId: string; readonly amount: string }[];
}

/**
 * Where a document stands at RS.ge. The SOAP interface numbers these −1 to 8, the JSON one tells them by the acts of
 * seller and buyer.
 */
export type RemoteState =
  'DELETED' | 'SAVED' | 'SENT' | 'CONFIRMED' | 'REFUSED' | 'CORRECTED' | 'CANCELLING' | 'CANCELLED';

export interface RemoteInvoice {
  readonly id: string;
  readonly reference: string | null;
  readonly series: string | null;
  /** Given when the document is sent; null before. */
  readonly number: string | null;
  readonly state: RemoteState;
  readonly operationDate: CalendarDate;
  readonly sellerTin: string | null;
  readonly buyerTin: string | null;
  readonly amount: string;
  readonly vat: string;
  /** Numbers of the declarations that it is attached to: the seller's, and the buyer's. */
  readonly sellerSequence: string | null;
  readonly buyerSequence: string | null;
  /** About money received before the supply. False where the interface does not say. */
  readonly isAdvance: boolean;
  /** Whether it corrects another. */
  readonly isCorrection: boolean;
}

export interface Taxpayer {
  readonly tin: string;
  readonly name: string;
  /** Null where the interface does not say. */
  readonly address: string | null;
  readonly isVatPayer: boolean | null;
}

export interface Unit {
  readonly id: number;
  readonly name: string;
}

export interface InvoiceFilter {
  readonly role: 'SELLER' | 'BUYER';
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** What asking after a save found. */
export interface SavedDocument {
  readonly id: string;
  /** False when lines are missing or too many: saving again under this id completes it. */
  readonly isWhole: boolean;
}

/** A month of declaration, as `2026-11`. */
export type Period = string;

/**
 * What the tax authority does for us, whichever interface is spoken. Every method fails with `RsGeFailure` and nothing
 * else. No method repeats a write by itself: whoever gets `UNKNOWN_OUTCOME` asks (`findSaved`, `read`) and decides.
 */
export interface TaxAuthority {
  readonly channel: Channel;
  /** Proves the credentials. */
  signIn(): Promise<void>;
  /** Ends a sign-in that waits for the code sent to a telephone. */
  confirmPin(pin: string): Promise<void>;
  /** Undefined when nobody has the number. */
  findTaxpayer(tin: string): Promise<Taxpayer | undefined>;
  isVatPayer(tin: string, on?: CalendarDate): Promise<boolean>;
  units(): Promise<readonly Unit[]>;

  /**
   * Saves a document, or completes the one of this id, and answers its id. `transactionId` names the attempt: the same
   * for every repetition.
   */
  save(document: RsGeDocument, transactionId: string, id?: string): Promise<string>;
  /** What became of a save whose outcome is unknown. Undefined when it was not done. */
  findSaved(document: RsGeDocument, transactionId: string): Promise<SavedDocument | undefined>;
  /** Sends the document to the buyer; RS.ge numbers it. */
  activate(id: string): Promise<void>;
  /** The buyer agrees. */
  confirm(id: string): Promise<void>;
  /** The buyer does not agree. */
  refuse(id: string, reason: string): Promise<void>;
  /** Deletes what is only saved, asks the buyer to agree to cancel what is sent. */
  cancel(id: string): Promise<void>;
  read(id: string): Promise<RemoteInvoice>;
  /** What the document is about, as RS.ge holds it. */
  lines(id: string): Promise<readonly RsGeLine[]>;
  list(filter: InvoiceFilter): Promise<readonly RemoteInvoice[]>;

  /** The number of the month's declaration, to which invoices are attached. */
  sequenceNumber(period: Period): Promise<string>;
  /** @param sequenceNumber of the declaration, where it is known: then it is not asked for */
  attachInvoices(period: Period, ids: readonly string[], sequenceNumber?: string): Promise<void>;
  close(): Promise<void>;
}
