import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { decided, demand, notAllowed, told, type InvoiceResult } from './document.ts';
import type { Invoice } from './invoice.ts';

/**
 * Says when the charges of a customs declaration were paid, or takes that back. What is known already yields no event.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION.
 */
export function decideCustomsPayment(
  id: string,
  given: string | null | undefined,
  state: Invoice,
  today: CalendarDate,
): Decision<InvoiceResult> {
  const before = demand(id, state, ['CONFIRMED']);
  if (before.content.kind !== 'IMPORT') throw notAllowed(id, 'is no customs declaration');
  const paidOn = given === null || given === undefined ? null : parseDate(given, 'paidOn');
  if (paidOn !== null && paidOn > today) throw badInput('paidOn', paidOn, `after today, ${today}`);
  if (paidOn === (before.customsPaidOn ?? null)) return decided(id, []);
  return decided(id, [told(id, before.version + 1, { type: 'CustomsChargesPaid', data: { paidOn } })]);
}
