import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import type { VatRegistration } from '../profile/profile.ts';
import type { ExistingInvoice, Invoice, InvoiceContent, InvoiceEvent, Registration } from './invoice.ts';

/** What all decisions about a document share. */

/** The other side, as it is known when the command is decided. */
export interface Party {
  readonly id: string;
  readonly isActive: boolean;
  readonly isResident: boolean;
  readonly vatRegistrations: readonly VatRegistration[];
}

/** What decisions about a document rest on besides the facts. */
export interface Around {
  readonly companyId: string;
  readonly party: Party | null;
  /** Advances that the document names, as they are. */
  readonly advances: ReadonlyMap<string, Invoice>;
}

export interface InvoiceResult {
  readonly invoiceId: string;
}

export interface RegistrationDraft {
  readonly series?: string | null | undefined;
  readonly number: string;
}

/** Most characters of a reason. */
export const LONGEST_REASON = 500;
const AGGREGATE = 'TaxInvoice';

export function registrationOf({ series, number }: RegistrationDraft): Registration {
  return {
    series: parseOptionalText(series, 'registration.series', 20),
    number: parseText(number, 'registration.number', 40),
  };
}

/** Series of our own numbers: issued and received ones apart, each year anew. */
export function seriesOf({ direction, operationDate }: InvoiceContent): string {
  return `${direction === 'ISSUED' ? 'TI' : 'TR'}-${operationDate.slice(0, 4)}`;
}

export function deliveryOf(id: string, { direction, counterpartyId, operationDate, lines }: InvoiceContent) {
  return { id, direction, counterpartyId, date: operationDate, lines };
}

export function demand(
  id: string,
  state: Invoice,
  statuses: readonly ExistingInvoice['status'][],
): ExistingInvoice {
  if (state.status === 'NEW') throw notFound('id', id);
  if (!statuses.includes(state.status))
    throw notAllowed(id, `is ${state.status}, not ${statuses.join(' or ')}`);
  return state;
}

export function notAllowed(id: string, why: string): DomainError {
  return new DomainError('INVALID_TRANSITION', `id: ${why}`, { field: 'id', value: id });
}

export function told(id: string, version: number, event: InvoiceEvent, series?: string): NewEvent {
  return {
    aggregateType: AGGREGATE,
    aggregateId: id,
    version,
    ...event,
    published: true,
    ...(series === undefined ? {} : { series }),
  };
}

export function decided(invoiceId: string, events: readonly NewEvent[]): Decision<InvoiceResult> {
  return { events, result: { invoiceId } };
}
