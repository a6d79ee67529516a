import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { requestPostingReversal } from '#shared/domain/posting.ts';
import { parseText } from '#shared/domain/text.ts';
import type { TaxFacts } from '../facts.ts';
import { decideConfirmedCorrection } from './correct.ts';
import { confirmed } from './credit.ts';
import {
  decided,
  demand,
  LONGEST_REASON,
  notAllowed,
  registrationOf,
  told,
  type Around,
  type InvoiceResult,
  type RegistrationDraft,
} from './document.ts';
import { NO_USE, sumOfUses, type Invoice } from './invoice.ts';
import { entriesOf, sourceOf } from './posting.ts';
import { uses } from './uses.ts';

/** What becomes of a document that is out: its number, the word of the other side, its end. */

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION. */
export function decideRegistration(
  id: string,
  registration: RegistrationDraft,
  state: Invoice,
): Decision<InvoiceResult> {
  const before = demand(id, state, ['ISSUED', 'CONFIRMED', 'REFUSED', 'CORRECTED']);
  const data = registrationOf(registration);
  if (JSON.stringify(data) === JSON.stringify(before.registration)) return decided(id, []);
  if (before.registration !== null)
    throw new DomainError('INVALID_TRANSITION', `the document has the number ${before.registration.number}`, {
      field: 'registration.number',
      value: data.number,
    });
  return decided(id, [told(id, before.version + 1, { type: 'TaxInvoiceRegistered', data })]);
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, PERIOD_CLOSED. */
export function decideConfirmation(
  id: string,
  creditMonth: string | null | undefined,
  state: Invoice,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const { version, content } = demand(id, state, ['ISSUED', 'RECEIVED']);
  if (content.direction === 'RECEIVED' && content.corrects !== null)
    return decideConfirmedCorrection(id, version, content, creditMonth, around, facts);
  if (content.direction === 'RECEIVED')
    return decided(id, confirmed(id, version + 1, content, creditMonth, around, facts));
  if ((creditMonth ?? null) !== null)
    throw badInput('creditMonth', creditMonth, 'nothing is credited of what we issued');
  return decided(id, [
    told(id, version + 1, { type: 'TaxInvoiceConfirmed', data: { creditMonth: null, items: [] } }),
  ]);
}

/** A buyer's refusal leaves the VAT due: the supply happened. @throws DomainError NOT_FOUND, INVALID_TRANSITION. */
export function decideRefusal(
  id: string,
  reason: string,
  state: Invoice,
  around: Around,
): Decision<InvoiceResult> {
  const { version, content } = demand(id, state, ['ISSUED', 'RECEIVED']);
  const data = { reason: parseText(reason, 'reason', LONGEST_REASON) };
  const events: NewEvent[] = [told(id, version + 1, { type: 'TaxInvoiceRefused', data })];
  // A correction that waits has used nothing.
  if (content.direction === 'RECEIVED' && content.corrects === null)
    events.push(...uses(id, content.advances, [], around));
  return decided(id, events);
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION, PERIOD_CLOSED. */
export function decideCancellation(
  id: string,
  reason: string,
  state: Invoice,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const { version, content, status, used } = demand(id, state, ['DRAFT', 'ISSUED', 'RECEIVED', 'REFUSED']);
  const data = { reason: parseText(reason, 'reason', LONGEST_REASON) };
  const events: NewEvent[] = [told(id, version + 1, { type: 'TaxInvoiceCancelled', data })];
  if (status === 'DRAFT') return decided(id, events);
  if (content.corrects !== null && content.direction === 'RECEIVED') return decided(id, events);
  if (content.corrects !== null)
    throw notAllowed(id, 'a correction is not cancelled; correct the original once more');
  if (sumOfUses(Object.values(used)).gross !== NO_USE.gross)
    throw notAllowed(id, 'deliveries have set this advance off; correct or cancel them first');
  if (content.direction === 'ISSUED') {
    facts.demandUnsubmitted(content.operationDate, 'operationDate');
    if (entriesOf(content, null, content, facts.postingAccounts, false).length > 0)
      events.push(
        requestPostingReversal(around.companyId, {
          source: sourceOf(id, 'record'),
          date: content.operationDate,
          reason: data.reason,
        }),
      );
  }
  // What we have refused gave its advances back then.
  if (!(content.direction === 'RECEIVED' && status === 'REFUSED'))
    events.push(...uses(id, content.advances, [], around));
  return decided(id, events);
}
