import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { TaxFacts } from '../facts.ts';
import { contentOf, type InvoiceDraft } from './content.ts';
import {
  advancesOf,
  decided,
  deliveryOf,
  demand,
  owed,
  registrationOf,
  seriesOf,
  told,
  type Around,
  type InvoiceResult,
  type RegistrationDraft,
} from './document.ts';
import { exciseItems } from './excise.ts';
import type { Invoice, InvoiceContent } from './invoice.ts';
import { vatItems } from './items.ts';
import { entriesOf } from './posting.ts';
import { posting } from './request.ts';
import { setOffAdvances } from './set-off.ts';
import { uses } from './uses.ts';

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND. */
export function decideDraft(
  id: string,
  draft: InvoiceDraft,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const content = issuedContent(id, draft, around, facts);
  return decided(id, [told(id, 1, { type: 'TaxInvoiceDrafted', data: { content } })]);
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION. */
export function decideRevision(
  id: string,
  draft: InvoiceDraft,
  state: Invoice,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const before = demand(id, state, ['DRAFT']);
  const content = issuedContent(id, draft, around, facts);
  if (JSON.stringify(content) === JSON.stringify(before.content)) return decided(id, []);
  return decided(id, [told(id, before.version + 1, { type: 'TaxInvoiceRevised', data: { content } })]);
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, PERIOD_CLOSED. */
export function decideIssue(
  id: string,
  registration: RegistrationDraft | null | undefined,
  state: Invoice,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const { version, content } = demand(id, state, ['DRAFT']);
  // Advances may have been used by others since the draft was written.
  const advances = setOffAdvances(advancesOf(content.advances), deliveryOf(id, content), around.advances);
  return issued(id, version + 1, { ...content, advances }, registration, around, facts);
}

/** Makes a document out at once. @throws DomainError BAD_USER_INPUT, NOT_FOUND, PERIOD_CLOSED. */
export function decideIssuedAtOnce(
  id: string,
  draft: InvoiceDraft,
  registration: RegistrationDraft | null | undefined,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  return issued(id, 1, issuedContent(id, draft, around, facts), registration, around, facts);
}

function issuedContent(id: string, draft: InvoiceDraft, around: Around, facts: TaxFacts): InvoiceContent {
  if (draft.kind !== 'SUPPLY' && draft.kind !== 'ADVANCE')
    throw badInput('kind', draft.kind, 'what we issue is a supply or an advance');
  return contentOf(id, 'ISSUED', draft, around, facts);
}

function issued(
  id: string,
  version: number,
  content: InvoiceContent,
  given: RegistrationDraft | null | undefined,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const { operationDate: date } = content;
  facts.demandUnsubmitted(date, 'operationDate');
  const items = vatItems(content, null, content, { due: date, credit: date.slice(0, 7) });
  const excise = exciseItems(content.counterpartyId, null, content, date);
  const registration = given ? registrationOf(given) : null;
  return decided(id, [
    told(
      id,
      version,
      { type: 'TaxInvoiceIssued', data: { content, items, ...owed(excise), registration } },
      seriesOf(content),
    ),
    ...uses(id, [], content.advances, around),
    ...posting(id, date, content, entriesOf(content, null, content, facts.postingAccounts, false), around),
  ]);
}
