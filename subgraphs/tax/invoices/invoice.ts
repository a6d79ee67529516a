import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';
import { AMOUNT_DECIMALS, formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { VatTreatment } from './law.ts';

export type Direction = 'ISSUED' | 'RECEIVED';
export type InvoiceKind = 'SUPPLY' | 'ADVANCE' | 'IMPORT' | 'REVERSE_CHARGE';
export type PriceMode = 'INCLUSIVE' | 'EXCLUSIVE';
export type CorrectionReason =
  'OPERATION_CANCELLED' | 'OPERATION_CHANGED' | 'PRICE_CHANGED' | 'GOODS_RETURNED';
export type InvoiceStatus =
  'DRAFT' | 'ISSUED' | 'RECEIVED' | 'CONFIRMED' | 'REFUSED' | 'CORRECTED' | 'CANCELLED';
export type VatPart = 'OUTPUT' | 'REVERSE_CHARGE' | 'INPUT';

/** Where a ground put a line when the document was made: a return never changes by itself. */
export interface Boxes {
  readonly outputPart: 'OUTPUT' | 'REVERSE_CHARGE' | null;
  readonly outputBox: string | null;
  readonly inputBox: string | null;
}

/** A line as it was reckoned. Amounts are GEL with two decimals, shares and rates per cent. */
export interface InvoiceLine {
  readonly line: number;
  readonly name: string;
  readonly unitCode: number;
  readonly unitText: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly treatment: VatTreatment;
  readonly ground: string;
  readonly boxes: Boxes;
  /** False for what is supplied for nothing. */
  readonly isPaid: boolean;
  readonly rate: string;
  readonly base: string;
  readonly vat: string;
  /** What is to be paid. */
  readonly gross: string;
  /** The same in the currency of the document; left out where that is GEL. */
  readonly currencyGross?: string;
  readonly isFixedAsset: boolean;
  readonly accountCode: string | null;
  readonly creditableShare: string;
  readonly creditableBase: string;
  readonly creditableVat: string;
  readonly cost: string | null;
  /** Excise within the price; left out where there is none. */
  readonly excise?: LineExcise;
}

/** So many units of excisable goods, by the rate of their group in GEL, and what that makes. */
export interface LineExcise {
  readonly group: string;
  readonly quantity: string;
  readonly rate: string;
  readonly amount: string;
}

/** What a document adds to the excise of the month of its day. */
export interface ExciseItem {
  readonly line: number;
  readonly group: string;
  readonly rate: string;
  readonly date: CalendarDate;
  readonly counterpartyId: string | null;
  readonly quantity: string;
  readonly excise: string;
}

/** What the customs declared of the goods of one line, GEL. */
export interface CustomsLine {
  readonly line: number;
  readonly commodityCode: string | null;
  readonly quantity: string | null;
  readonly customsValue: string;
  /** Per cent; null where an amount was stated. */
  readonly dutyRate: string | null;
  readonly duty: string;
  readonly excise: string;
}

/** What the base of an import is made of, GEL. Those of earlier days have their value and one amount of charges. */
export interface CustomsDeclaration {
  readonly customsValue: string;
  /** Import tax; of earlier declarations with excise. */
  readonly duty: string;
  readonly excise?: string;
  /** Last day for the charges as law or customs name it, before days off are looked at. */
  readonly paymentDue?: CalendarDate;
  readonly lines?: readonly CustomsLine[];
}

/** The currency of a document that is not made out in GEL. */
export interface DocumentCurrency {
  readonly code: string;
  /** Decimals of its smallest unit. */
  readonly minorUnits: number;
  /** GEL for one. */
  readonly rate: string;
  /** What is to be paid in all, in the currency. */
  readonly total: string;
}

/** How much of an advance deliveries have set off. */
export interface Use {
  readonly gross: string;
  /** The same in the currency of the advance; left out where that is GEL. */
  readonly currencyGross?: string;
  readonly vat: string;
  /** What had been credited of it; nothing for what we issued. */
  readonly creditableBase: string;
  readonly creditableVat: string;
}

/** An advance that is set off: how much, and how it is made up. */
export interface SetOff extends Use {
  readonly invoiceId: string;
  readonly base: string;
  readonly boxes: Boxes;
  /** Rate of the advance; left out where it is in GEL. */
  readonly rate?: string;
}

export interface Totals {
  readonly base: string;
  readonly vat: string;
  readonly gross: string;
  readonly creditableVat: string;
}

/** What a document says. */
export interface InvoiceContent {
  readonly direction: Direction;
  readonly kind: InvoiceKind;
  /** Null where nobody pays. */
  readonly counterpartyId: string | null;
  readonly operationDate: CalendarDate;
  readonly priceMode: PriceMode;
  /** Left out of documents in GEL. */
  readonly currency?: DocumentCurrency;
  readonly lines: readonly InvoiceLine[];
  readonly advances: readonly SetOff[];
  readonly totals: Totals;
  readonly payment: { readonly amount: string; readonly reference: string | null } | null;
  /** Of an import: what the base is made of. */
  readonly customs: CustomsDeclaration | null;
  readonly note: string | null;
  readonly corrects: { readonly invoiceId: string; readonly reason: CorrectionReason } | null;
}

/** What a document adds to a box of the return of a month. */
export interface VatItem {
  readonly year: number;
  readonly month: number;
  readonly part: VatPart;
  readonly box: string;
  readonly line: number;
  readonly date: CalendarDate;
  readonly counterpartyId: string | null;
  readonly treatment: VatTreatment;
  readonly isFixedAsset: boolean;
  readonly base: string;
  readonly vat: string;
}

export interface Registration {
  readonly series: string | null;
  readonly number: string;
}

/** The truth about an operation, as its document and then its corrections say. */
export interface Truth {
  readonly lines: readonly InvoiceLine[];
  readonly advances: readonly SetOff[];
}

export type InvoiceEvent =
  | {
      readonly type: 'TaxInvoiceDrafted' | 'TaxInvoiceRevised';
      readonly data: { readonly content: InvoiceContent };
    }
  | {
      readonly type: 'TaxInvoiceIssued';
      readonly data: {
        readonly content: InvoiceContent;
        readonly items: readonly VatItem[];
        /** Left out where there is no excise. */
        readonly exciseItems?: readonly ExciseItem[];
        readonly registration: Registration | null;
      };
    }
  | {
      readonly type: 'TaxInvoiceReceived';
      readonly data: { readonly content: InvoiceContent; readonly registration: Registration };
    }
  | { readonly type: 'TaxInvoiceRegistered'; readonly data: Registration }
  /** Of what we issued, by the buyer: nothing is credited. */
  | {
      readonly type: 'TaxInvoiceConfirmed';
      readonly data: { readonly creditMonth: string | null; readonly items: readonly VatItem[] };
    }
  | { readonly type: 'TaxInvoiceRefused'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'TaxInvoiceCorrected';
      readonly data: Truth & {
        readonly correctionId: string;
        readonly reason: CorrectionReason;
        readonly date: CalendarDate;
      };
    }
  | { readonly type: 'TaxInvoiceCancelled'; readonly data: { readonly reason: string } }
  /** The charges of a customs declaration were paid; null takes that back. */
  | { readonly type: 'CustomsChargesPaid'; readonly data: { readonly paidOn: CalendarDate | null } }
  /** A delivery has set off part of this advance, or (negative) gives it back. */
  | {
      readonly type: 'TaxInvoiceAdvanceUsed';
      readonly data: Use & { readonly invoiceId: string };
    };

export type Invoice =
  | { readonly status: 'NEW'; readonly version: 0 }
  | {
      readonly status: InvoiceStatus;
      readonly version: number;
      readonly content: InvoiceContent;
      /** What is true of the operation after all corrections. */
      readonly truth: Truth;
      readonly registration: Registration | null;
      readonly creditMonth: string | null;
      /** Of a customs declaration: when its charges were paid. */
      readonly customsPaidOn?: CalendarDate | null;
      /** Of an advance: what deliveries set off, by delivery. */
      readonly used: Readonly<Record<string, Use>>;
    };

export type ExistingInvoice = Exclude<Invoice, { status: 'NEW' }>;

export const initialInvoice: Invoice = { status: 'NEW', version: 0 };

export function evolveInvoice(state: Invoice, event: InvoiceEvent): Invoice {
  const version = state.version + 1;
  switch (event.type) {
    case 'TaxInvoiceDrafted':
    case 'TaxInvoiceRevised':
      return begun('DRAFT', version, event.data.content, null);
    case 'TaxInvoiceIssued':
      return begun('ISSUED', version, event.data.content, event.data.registration);
    case 'TaxInvoiceReceived':
      return begun('RECEIVED', version, event.data.content, event.data.registration);
    case 'TaxInvoiceRegistered':
      return { ...existing(state), version, registration: event.data };
    case 'TaxInvoiceConfirmed':
      return { ...existing(state), version, status: 'CONFIRMED', creditMonth: event.data.creditMonth };
    case 'TaxInvoiceRefused':
      return { ...existing(state), version, status: 'REFUSED' };
    case 'TaxInvoiceCorrected': {
      const { lines, advances } = event.data;
      return { ...existing(state), version, status: 'CORRECTED', truth: { lines, advances } };
    }
    case 'TaxInvoiceCancelled':
      return { ...existing(state), version, status: 'CANCELLED' };
    case 'CustomsChargesPaid':
      return { ...existing(state), version, customsPaidOn: event.data.paidOn };
    case 'TaxInvoiceAdvanceUsed': {
      const { invoiceId, ...use } = event.data;
      const before = existing(state);
      // A delivery may be corrected and use more or less: what it uses is the sum of its events.
      return {
        ...before,
        version,
        used: { ...before.used, [invoiceId]: sumOfUses([before.used[invoiceId] ?? NO_USE, use]) },
      };
    }
    default:
      return unreachable(event);
  }
}

export const NO_USE: Use = { gross: '0.00', vat: '0.00', creditableBase: '0.00', creditableVat: '0.00' };

export function sumOfUses(uses: readonly Use[]): Use {
  const sum = (part: 'gross' | 'vat' | 'creditableBase' | 'creditableVat'): string =>
    formatAmount(uses.reduce((total, use) => total + parseDatabaseAmount(use[part]), 0n));
  const inCurrency = uses.flatMap(({ currencyGross }) =>
    currencyGross === undefined ? [] : [currencyGross],
  );
  return {
    gross: sum('gross'),
    vat: sum('vat'),
    creditableBase: sum('creditableBase'),
    creditableVat: sum('creditableVat'),
    ...(inCurrency.length === 0
      ? {}
      : {
          currencyGross: formatAmount(
            inCurrency.reduce((total, text) => total + parseDatabaseAmount(text), 0n),
            AMOUNT_DECIMALS,
          ),
        }),
  };
}

function begun(
  status: InvoiceStatus,
  version: number,
  content: InvoiceContent,
  registration: Registration | null,
): Invoice {
  const { lines, advances } = content;
  return { status, version, content, truth: { lines, advances }, registration, creditMonth: null, used: {} };
}

function existing(state: Invoice): ExistingInvoice {
  if (state.status === 'NEW') throw new Error('a document that is not there was changed');
  return state;
}
