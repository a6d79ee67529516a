import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { TaxFacts } from '../facts.ts';
import {
  advancesOf,
  decided,
  deliveryOf,
  demand,
  notAllowed,
  owed,
  registrationOf,
  seriesOf,
  told,
  type Around,
  type InvoiceResult,
  type RegistrationDraft,
} from './document.ts';
import {
  sumOfUses,
  type CorrectionReason,
  type ExistingInvoice,
  type Invoice,
  type InvoiceContent,
  type Registration,
  type Truth,
} from './invoice.ts';
import { creditMonthOf } from './credit.ts';
import { currencyOf, dueOf, dueOfAll, formatIn } from './currency.ts';
import { exciseItems } from './excise.ts';
import { vatItems } from './items.ts';
import { creditEntries, entriesOf } from './posting.ts';
import { reckonLines, totalsOf, type LineDraft } from './reckon.ts';
import { posting } from './request.ts';
import { setOffAdvances, type AdvanceDraft } from './set-off.ts';
import { uses } from './uses.ts';

export interface CorrectionDraft {
  readonly reason: CorrectionReason;
  readonly date: string;
  readonly lines: readonly LineDraft[];
  readonly advances?: readonly AdvanceDraft[] | null | undefined;
  readonly registration?: RegistrationDraft | null | undefined;
  /** Whether we agree at once with the correction of a supplier. */
  readonly isConfirmed?: boolean | null | undefined;
}

/**
 * Corrects a document by a new one. The month of the correction takes the difference to what was true before; the
 * months of the original and of earlier corrections stand. Rates are those of the operation. A supplier's correction that
 * we do not agree with yet waits, and changes nothing until it is confirmed.
 *
 * @param correctionId id of the new document
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, PERIOD_CLOSED.
 */
export function decideCorrection(
  id: string,
  correctionId: string,
  draft: CorrectionDraft,
  state: Invoice,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  if (state.status !== 'NEW' && state.content.corrects !== null)
    throw notAllowed(
      id,
      `is a correction; correct the original ${state.content.corrects.invoiceId} once more`,
    );
  const before = demandCorrectable(id, state);
  const { content, truth: was } = before;
  if (content.kind === 'IMPORT' && draft.reason !== 'OPERATION_CANCELLED')
    throw notAllowed(
      id,
      'what the customs declared is corrected by their decision: record it as an import of its own, and cancel what does not stand',
    );
  const date = parseDate(draft.date, 'date');
  if (date < content.operationDate)
    throw badInput('date', date, `before the operation, ${content.operationDate}`);

  const lines = correctedLines(draft, content, facts);
  const kept = advancesOf(was.advances);
  const wanted = draft.advances ?? (draft.reason === 'OPERATION_CANCELLED' ? [] : kept);
  const correction = correctionOf(
    id,
    before,
    { lines, advances: wanted },
    { date, reason: draft.reason },
    around,
  );
  const registration = draft.registration ? registrationOf(draft.registration) : null;
  if (content.direction === 'ISSUED') {
    if (!(draft.isConfirmed ?? true))
      throw badInput('isConfirmed', false, 'what we correct ourselves waits for nobody');
    return decided(
      correctionId,
      issuedCorrection(id, correctionId, correction, registration, before, around, facts),
    );
  }
  if (registration === null)
    throw badInput('registration', null, 'the correction of a supplier has a number');
  const received = told(
    correctionId,
    1,
    { type: 'TaxInvoiceReceived', data: { content: correction, registration } },
    seriesOf(correction),
  );
  if (!(draft.isConfirmed ?? true)) return decided(correctionId, [received]);
  return decided(correctionId, [
    received,
    ...receivedCorrection(id, correctionId, 2, correction, null, before, around, facts),
  ]);
}

/**
 * Agrees with a supplier's correction that has waited. What it changes is reckoned against what is true of the original
 * by now.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, PERIOD_CLOSED.
 */
export function decideConfirmedCorrection(
  correctionId: string,
  version: number,
  waiting: InvoiceContent,
  creditMonth: string | null | undefined,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const { corrects, lines, advances, operationDate: date } = waiting;
  if (corrects === null || around.original === null)
    throw new Error(`the original of the correction ${correctionId} was not looked up`);
  const { invoiceId: id, reason } = corrects;
  const before = demandCorrectable(id, around.original);
  const wanted = { lines, advances: advancesOf(advances) };
  const correction = correctionOf(id, before, wanted, { date, reason }, around);
  return decided(
    correctionId,
    receivedCorrection(id, correctionId, version + 1, correction, creditMonth ?? null, before, around, facts),
  );
}

function demandCorrectable(id: string, state: Invoice): ExistingInvoice {
  const standing = state.status !== 'NEW' && state.content.direction === 'RECEIVED';
  return demand(
    id,
    state,
    standing ? ['CONFIRMED', 'CORRECTED'] : ['ISSUED', 'CONFIRMED', 'REFUSED', 'CORRECTED'],
  );
}

/** The correcting document: all that is to be true from now on. */
function correctionOf(
  id: string,
  { content, used }: ExistingInvoice,
  { lines, advances: wanted }: { lines: InvoiceContent['lines']; advances: readonly AdvanceDraft[] },
  { date, reason }: { readonly date: CalendarDate; readonly reason: CorrectionReason },
  around: Around,
): InvoiceContent {
  const advances = setOffAdvances(wanted, { ...deliveryOf(id, content), lines }, around.advances);
  const usedOfIt = dueOf(sumOfUses(Object.values(used)));
  if (dueOfAll(lines) < usedOfIt)
    throw badInput(
      'lines',
      formatIn(dueOfAll(lines), content.currency),
      `deliveries have set off ${formatIn(usedOfIt, content.currency)} of the advance`,
    );
  return {
    ...content,
    lines,
    advances,
    ...currencyOf(content.currency ?? null, lines),
    operationDate: date,
    totals: totalsOf(lines),
    corrects: { invoiceId: id, reason },
  };
}

function issuedCorrection(
  id: string,
  correctionId: string,
  correction: InvoiceContent,
  registration: Registration | null,
  before: ExistingInvoice,
  around: Around,
  facts: TaxFacts,
): NewEvent[] {
  const { content, truth: was } = before;
  const { operationDate: date, lines, advances } = correction;
  facts.demandUnsubmitted(date, 'date');
  const is: Truth = { lines, advances };
  const items = vatItems(content, was, is, { due: date, credit: date.slice(0, 7) });
  const excise = exciseItems(content.counterpartyId, was, is, date);
  const entries = entriesOf(content, was, is, facts.postingAccounts, false);
  return [
    told(
      correctionId,
      1,
      { type: 'TaxInvoiceIssued', data: { content: correction, items, ...owed(excise), registration } },
      seriesOf(correction),
    ),
    corrected(id, correctionId, correction, before),
    ...uses(id, was.advances, advances, around),
    ...posting(correctionId, date, correction, entries, around),
  ];
}

/**
 * A supplier's correction that we agree with changes the input VAT of its month, or of the later one in which the original
 * is credited: VAT is not taken back before it was credited.
 */
function receivedCorrection(
  id: string,
  correctionId: string,
  version: number,
  correction: InvoiceContent,
  wantedMonth: string | null,
  before: ExistingInvoice,
  around: Around,
  facts: TaxFacts,
): NewEvent[] {
  const { content, truth: was, creditMonth } = before;
  const { operationDate: date, lines, advances } = correction;
  const is: Truth = { lines, advances };
  const own = creditMonthOf(wantedMonth, correction, facts);
  const month = creditMonth !== null && creditMonth > own ? creditMonth : own;
  const isLater = month !== date.slice(0, 7);
  // Under reverse charge the VAT is owed whatever is credited.
  if (!isLater || content.kind === 'REVERSE_CHARGE') facts.demandUnsubmitted(date, 'date');
  if (isLater) facts.demandUnsubmitted(`${month}-01`, 'creditMonth');
  const items = vatItems(content, was, is, { due: date, credit: month });
  const entries = entriesOf(content, was, is, facts.postingAccounts, isLater);
  const events = [
    told(correctionId, version, { type: 'TaxInvoiceConfirmed', data: { creditMonth: month, items } }),
    corrected(id, correctionId, correction, before),
    ...uses(id, was.advances, advances, around),
    ...posting(correctionId, date, correction, entries, around),
  ];
  if (isLater) {
    const credit = creditEntries(content, was, is, facts.postingAccounts);
    events.push(...posting(correctionId, `${month}-01`, correction, credit, around, 'credit'));
  }
  return events;
}

function corrected(
  id: string,
  correctionId: string,
  { lines, advances, operationDate: date, corrects }: InvoiceContent,
  { version }: ExistingInvoice,
): NewEvent {
  if (corrects === null) throw new Error(`${correctionId} corrects nothing`);
  const data = { correctionId, reason: corrects.reason, date, lines, advances };
  return told(id, version + 1, { type: 'TaxInvoiceCorrected', data });
}

function correctedLines(
  draft: CorrectionDraft,
  content: InvoiceContent,
  facts: TaxFacts,
): InvoiceContent['lines'] {
  if (draft.reason === 'OPERATION_CANCELLED') {
    if (draft.lines.length > 0)
      throw badInput('lines', draft.lines.length, 'nothing is left of an operation that is cancelled');
    return [];
  }
  return reckonLines(draft.lines, {
    direction: content.direction,
    kind: content.kind,
    date: content.operationDate,
    priceMode: content.priceMode,
    isRegistered: facts.isVatRegistered(content.operationDate),
    law: facts.vatLaw,
    excise: facts.exciseLaw,
    // The law says nothing of the rate of a correction: it corrects the operation, at the rate of the operation.
    currency: content.currency ?? null,
  });
}
