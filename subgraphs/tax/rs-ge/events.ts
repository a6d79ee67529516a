import type { NewEvent } from '#shared/domain/decider.ts';
import { namedId } from '#shared/domain/named-id.ts';
import type { CorrectionReason, RsGeDocument } from './authority.ts';

/**
 * How documents of tax go to RS.ge and how they fare there. Whoever owns a document appends, in the decision that
 * issues, corrects, cancels or answers it, what `requestSubmission` makes. The outbox does the rest and appends the facts
 * below, each under the document's id, for the owner to follow in the log of tax.
 */

/** What RS.ge is asked to do, in this order when there are several. */
export type Operation = 'SAVE' | 'ACTIVATE' | 'CONFIRM' | 'REFUSE' | 'CORRECT' | 'CANCEL' | 'ATTACH';

/** A document as its owner tells it: other documents are named by our ids, RS.ge's are looked up when it is sent. */
export interface SubmittedDocument extends Omit<RsGeDocument, 'reference' | 'corrects' | 'advances'> {
  readonly corrects: { readonly documentId: string; readonly reason: CorrectionReason } | null;
  /** Advances that are set off, GEL with VAT. */
  readonly advances: readonly { readonly documentId: string; readonly amount: string }[];
}

export interface RsGeSubmissionRequestedData {
  readonly documentId: string;
  /** Its owner's word for what it is, for example `TaxInvoice`. */
  readonly documentType: string;
  readonly operations: readonly Operation[];
  /** What to save; null when the operations act on what RS.ge holds already. */
  readonly document: SubmittedDocument | null;
  /** For documents that others have issued: RS.ge's id, under which it came. */
  readonly rsGeId?: string;
  /** Why a received document is refused. */
  readonly reason?: string;
  /** Month of the declaration to attach to, `2026-11`. */
  readonly period?: string;
  /** The number of that declaration, where it is known. */
  readonly sequenceNumber?: string;
}

/** The wish to see what others have issued to the company in these months, both as `2026-11`. */
export interface RsGeFetchRequestedData {
  readonly from: string;
  readonly to: string;
}

/**
 * The wish to have a document sent: to save and activate a new one, `['SAVE', 'ACTIVATE']`; to correct one that was sent,
 * `['CORRECT', 'ACTIVATE']` under the id of the correcting document, which names the corrected one.
 *
 * @param attempt 1 for the first request; the next number when one that was refused is made again
 */
export function requestSubmission(
  companyId: string,
  data: RsGeSubmissionRequestedData,
  attempt = 1,
): NewEvent<'RsGeSubmissionRequested', RsGeSubmissionRequestedData> {
  // A document may be attached to the declarations of several months, as an advance and what is credited later are.
  const of = data.period === undefined ? '' : `:${data.period}`;
  return {
    aggregateType: 'RsGeSubmission',
    aggregateId: namedId('tax', companyId, `rs-ge:${data.documentId}:${data.operations.join('+')}${of}`),
    version: attempt,
    type: 'RsGeSubmissionRequested',
    data,
  };
}

interface AboutDocument {
  readonly documentId: string;
  readonly documentType: string;
  readonly rsGeId: string;
  /** When we learned it, RFC 3339. */
  readonly at: string;
}

/** Facts about a document at RS.ge. Their aggregate is `RsGeDocument`, of the id that `rsGeDocumentId` gives. */
export type RsGeDocumentEvent =
  | { readonly type: 'RsGeSaved'; readonly data: AboutDocument }
  | {
      readonly type: 'RsGeRegistered';
      readonly data: AboutDocument & {
        readonly series: string | null;
        readonly number: string;
        readonly channel: 'EAPI' | 'NTOS';
      };
    }
  | {
      readonly type: 'RsGeRefused';
      readonly data: Omit<AboutDocument, 'rsGeId'> & {
        readonly rsGeId: string | null;
        readonly operation: Operation;
        readonly code: string | null;
        readonly text: string;
      };
    }
  | { readonly type: 'BuyerConfirmed'; readonly data: AboutDocument }
  | { readonly type: 'BuyerRefused'; readonly data: AboutDocument }
  /** We, the buyer, have agreed to a document of another, or not. */
  | { readonly type: 'RsGeConfirmedByUs'; readonly data: AboutDocument }
  | { readonly type: 'RsGeRefusedByUs'; readonly data: AboutDocument }
  | { readonly type: 'RsGeCancellationSent'; readonly data: AboutDocument }
  | { readonly type: 'RsGeCancelled'; readonly data: AboutDocument }
  | {
      readonly type: 'RsGeAttachedToDeclaration';
      readonly data: AboutDocument & { readonly period: string };
    };

/** Id of the aggregate that these facts belong to. */
export function rsGeDocumentId(companyId: string, documentId: string): string {
  return namedId('tax', companyId, `rs-ge-document:${documentId}`);
}
