import { badInput } from '#shared/domain/errors.ts';
import type { NewEvent } from '#shared/domain/decider.ts';
import type { TaxFacts } from '../facts.ts';
import { told, type Around } from './document.ts';
import type { InvoiceContent } from './invoice.ts';
import { vatItems } from './items.ts';
import { creditEntries, entriesOf } from './posting.ts';
import { posting } from './request.ts';

/**
 * Confirms a received document: its VAT is credited, in its own month or in a later one.
 * @throws DomainError BAD_USER_INPUT, PERIOD_CLOSED.
 */
export function confirmed(
  id: string,
  version: number,
  content: InvoiceContent,
  wanted: string | null | undefined,
  around: Around,
  facts: TaxFacts,
): NewEvent[] {
  const { operationDate: date } = content;
  const month = creditMonthOf(wanted ?? null, content, facts);
  // Under reverse charge the VAT is owed whatever is credited.
  if (content.kind === 'REVERSE_CHARGE') facts.demandUnsubmitted(date, 'operationDate');
  facts.demandUnsubmitted(`${month}-01`, 'creditMonth');
  const items = vatItems(content, null, content, { due: date, credit: month });
  const isLater = month !== date.slice(0, 7);
  const entries = entriesOf(content, null, content, facts.postingAccounts, isLater);
  const events = [
    told(id, version, { type: 'TaxInvoiceConfirmed', data: { creditMonth: month, items } }),
    ...posting(id, date, content, entries, around),
  ];
  if (isLater) {
    const credit = creditEntries(content, null, content, facts.postingAccounts);
    events.push(...posting(id, `${month}-01`, content, credit, around, 'credit'));
  }
  return events;
}

/**
 * The month that takes the credit: that of the operation where none is wanted. Article 174: not before the operation, and
 * used by the end of the third year after that of the document.
 * @throws DomainError BAD_USER_INPUT naming `creditMonth`.
 */
export function creditMonthOf(
  wanted: string | null,
  { kind, operationDate: date }: InvoiceContent,
  facts: TaxFacts,
): string {
  const own = date.slice(0, 7);
  if (wanted === null || wanted === own) return own;
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(wanted))
    throw badInput('creditMonth', wanted, 'not a month of the form YYYY-MM');
  if (kind === 'REVERSE_CHARGE')
    throw badInput('creditMonth', wanted, 'VAT under reverse charge is credited in the return that owes it');
  if (wanted < own) throw badInput('creditMonth', wanted, `before the operation, ${date}`);
  const term = Number(facts.vatLaw.figure('VAT_CREDIT_TERM', date, 'operationDate') / 10n ** 6n);
  const lastYear = Number(date.slice(0, 4)) + Math.floor(term / 12);
  if (Number(wanted.slice(0, 4)) > lastYear)
    throw badInput('creditMonth', wanted, `the credit of this document ended with ${String(lastYear)}`);
  return wanted;
}
