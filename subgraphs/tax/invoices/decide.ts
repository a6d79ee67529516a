/** Everything that may be decided about a tax document; each idea has a file of its own. Pure. */
export { decideDraft, decideIssue, decideIssuedAtOnce, decideRevision } from './issue.ts';
export { decideImport, decideReceived, type ImportDraft, type ReceivedDraft } from './receive.ts';
export { decideCancellation, decideConfirmation, decideRefusal, decideRegistration } from './answer.ts';
export { decideCustomsPayment } from './customs-payment.ts';
export { decideCorrection, type CorrectionDraft } from './correct.ts';
export type { InvoiceDraft } from './content.ts';
export type { Around, InvoiceResult, Party, RegistrationDraft } from './document.ts';
