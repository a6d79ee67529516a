import type { WaybillContent } from './rs-ge/remote.ts';

/** What RS.ge is asked to do with a waybill. */
export const WAYBILL_CALLS = [
  'SAVE',
  'ACTIVATE',
  'CLOSE',
  'CANCEL',
  'DELETE',
  'CONFIRM',
  'REJECT',
  'LINK_INVOICE',
] as const;
export type WaybillCall = (typeof WAYBILL_CALLS)[number];

/**
 * Where a waybill stands. Those that end in -ING wait for RS.ge and fall back to where they came from when it refuses.
 */
export type WaybillStatus =
  | 'DRAFT'
  | 'ACTIVATING'
  | 'ACTIVE'
  | 'CORRECTING'
  | 'CLOSING'
  | 'CLOSED'
  | 'LINKING'
  | 'CANCELLING'
  | 'CANCELLED'
  | 'DISCARDING'
  | 'DISCARDED'
  | 'RECEIVED'
  | 'CONFIRMING'
  | 'CONFIRMED'
  | 'REJECTING'
  | 'REJECTED';

export interface WaybillLinks {
  readonly movementId: string | null;
  readonly taxInvoiceId: string | null;
}

/** Why RS.ge would not. */
export interface WaybillRefusal {
  readonly call: WaybillCall;
  readonly code: string | null;
  readonly text: string;
}

export type WaybillEvent =
  | {
      readonly type: 'WaybillDrafted';
      readonly data: { readonly content: WaybillContent; readonly links: WaybillLinks };
    }
  | { readonly type: 'WaybillChanged'; readonly data: { readonly content: WaybillContent } }
  | { readonly type: 'WaybillLinked'; readonly data: WaybillLinks }
  | { readonly type: 'WaybillActivationRequested'; readonly data: Record<string, never> }
  | { readonly type: 'WaybillCorrectionRequested'; readonly data: { readonly content: WaybillContent } }
  | { readonly type: 'WaybillClosingRequested'; readonly data: { readonly deliveredAt: string } }
  | { readonly type: 'WaybillCancellationRequested'; readonly data: { readonly reason: string } }
  | { readonly type: 'WaybillDiscardingRequested'; readonly data: Record<string, never> }
  | { readonly type: 'WaybillConfirmationRequested'; readonly data: Record<string, never> }
  | { readonly type: 'WaybillRejectionRequested'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'WaybillInvoiceLinkRequested';
      readonly data: { readonly taxInvoiceId: string; readonly invoiceRsGeId: string };
    }
  // What RS.ge has done, or others there.
  | { readonly type: 'WaybillSaved'; readonly data: { readonly rsGeId: string; readonly revision: number } }
  | { readonly type: 'WaybillActivated'; readonly data: { readonly number: string } }
  | { readonly type: 'WaybillClosed'; readonly data: { readonly deliveredAt: string | null } }
  | { readonly type: 'WaybillCancelled'; readonly data: Record<string, never> }
  | { readonly type: 'WaybillDiscarded'; readonly data: Record<string, never> }
  | { readonly type: 'WaybillConfirmed'; readonly data: Record<string, never> }
  | { readonly type: 'WaybillRejected'; readonly data: Record<string, never> }
  | { readonly type: 'WaybillInvoiceLinked'; readonly data: { readonly invoiceRsGeId: string } }
  | { readonly type: 'WaybillRefused'; readonly data: WaybillRefusal }
  | { readonly type: 'WaybillAnswered'; readonly data: { readonly answer: 'CONFIRMED' | 'REJECTED' } }
  | {
      readonly type: 'WaybillReceived';
      readonly data: {
        readonly rsGeId: string;
        readonly number: string;
        readonly seller: { readonly taxId: string | null; readonly name: string | null };
        readonly content: WaybillContent;
        readonly answer: 'CONFIRMED' | 'REJECTED' | null;
      };
    };

export interface Waybill {
  readonly version: number;
  /** Null as long as there is none. */
  readonly status: WaybillStatus | null;
  /** Where it stood before it began to wait for RS.ge. */
  readonly before: WaybillStatus | null;
  readonly content: WaybillContent | null;
  /** Counts contents; RS.ge has the one of `savedRevision`. */
  readonly revision: number;
  readonly savedRevision: number;
  readonly rsGeId: string | null;
  readonly deliveredAt: string | null;
  readonly answer: 'CONFIRMED' | 'REJECTED' | null;
  readonly links: WaybillLinks;
  /** What RS.ge calls the tax invoice that it was last asked to link the waybill with, and the one that it has. */
  readonly askedInvoice: string | null;
  readonly invoice: string | null;
}

export const initialWaybill: Waybill = {
  version: 0,
  status: null,
  before: null,
  content: null,
  revision: 0,
  savedRevision: 0,
  rsGeId: null,
  deliveredAt: null,
  answer: null,
  links: { movementId: null, taxInvoiceId: null },
  askedInvoice: null,
  invoice: null,
};

export function evolveWaybill(state: Waybill, event: WaybillEvent): Waybill {
  const next = { ...state, version: state.version + 1 };
  const waits = (status: WaybillStatus): Waybill => ({ ...next, status, before: state.status });
  const stands = (status: WaybillStatus): Waybill => ({ ...next, status, before: null });
  switch (event.type) {
    case 'WaybillDrafted':
      return { ...stands('DRAFT'), content: event.data.content, links: event.data.links, revision: 1 };
    case 'WaybillChanged':
      return { ...next, content: event.data.content, revision: state.revision + 1 };
    case 'WaybillLinked':
      return { ...next, links: event.data };
    case 'WaybillActivationRequested':
      return waits('ACTIVATING');
    case 'WaybillCorrectionRequested':
      return { ...waits('CORRECTING'), content: event.data.content, revision: state.revision + 1 };
    case 'WaybillClosingRequested':
      return { ...waits('CLOSING'), deliveredAt: event.data.deliveredAt };
    case 'WaybillCancellationRequested':
      return waits('CANCELLING');
    case 'WaybillDiscardingRequested':
      return waits('DISCARDING');
    case 'WaybillConfirmationRequested':
      return waits('CONFIRMING');
    case 'WaybillRejectionRequested':
      return waits('REJECTING');
    case 'WaybillInvoiceLinkRequested': {
      const { taxInvoiceId, invoiceRsGeId } = event.data;
      return { ...waits('LINKING'), links: { ...state.links, taxInvoiceId }, askedInvoice: invoiceRsGeId };
    }
    case 'WaybillInvoiceLinked': {
      const invoice = event.data.invoiceRsGeId;
      // Somebody may have linked it at RS.ge by hand, with another invoice than the one that we are asking for.
      const isAwaited = state.status === 'LINKING' && invoice === state.askedInvoice;
      return isAwaited ? { ...next, invoice, status: state.before, before: null } : { ...next, invoice };
    }
    case 'WaybillSaved': {
      const saved = { ...next, rsGeId: event.data.rsGeId, savedRevision: event.data.revision };
      return state.status === 'CORRECTING' ? { ...saved, status: 'ACTIVE', before: null } : saved;
    }
    case 'WaybillActivated':
      return stands('ACTIVE');
    case 'WaybillClosed':
      return { ...stands('CLOSED'), deliveredAt: event.data.deliveredAt ?? state.deliveredAt };
    case 'WaybillCancelled':
      return stands('CANCELLED');
    case 'WaybillDiscarded':
      return stands('DISCARDED');
    case 'WaybillConfirmed':
      return { ...stands('CONFIRMED'), answer: 'CONFIRMED' };
    case 'WaybillRejected':
      return { ...stands('REJECTED'), answer: 'REJECTED' };
    case 'WaybillRefused':
      return { ...next, status: state.before ?? state.status, before: null };
    case 'WaybillAnswered':
      return { ...next, answer: event.data.answer };
    case 'WaybillReceived': {
      const { rsGeId, content, answer } = event.data;
      return { ...stands(answer ?? 'RECEIVED'), rsGeId, content, answer, revision: 1, savedRevision: 1 };
    }
  }
}

/** What each status that waits is waiting for, once RS.ge has the content. */
const CALLS: Readonly<Partial<Record<WaybillStatus, WaybillCall>>> = {
  ACTIVATING: 'ACTIVATE',
  CORRECTING: 'SAVE',
  CLOSING: 'CLOSE',
  CANCELLING: 'CANCEL',
  DISCARDING: 'DELETE',
  CONFIRMING: 'CONFIRM',
  REJECTING: 'REJECT',
  LINKING: 'LINK_INVOICE',
};

/** What RS.ge is to be asked next; null when the waybill waits for nothing. */
export function nextCall({
  status,
  revision,
  savedRevision,
}: Pick<Waybill, 'status' | 'revision' | 'savedRevision'>): WaybillCall | null {
  if (status === 'ACTIVATING' && savedRevision !== revision) return 'SAVE';
  return status === null ? null : (CALLS[status] ?? null);
}
