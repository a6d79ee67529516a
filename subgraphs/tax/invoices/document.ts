import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import type { VatRegistration } from '../profile/profile.ts';
import type {
  ExciseItem,
  ExistingInvoice,
  Invoice,
  InvoiceContent,
  InvoiceEvent,
  Registration,
  SetOff,
} from './invoice.ts';
import type { AdvanceDraft } from './set-off.ts';

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
  /** Of a correction that waits: the document that it corrects. */
  readonly original: Invoice | null;
  /** Official rate of the document's currency on the day of the operation, GEL for one; null where none is known here. */
  readonly officialRate: string | null;
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

export function deliveryOf(
  id: string,
  { direction, counterpartyId, operationDate, currency, lines }: InvoiceContent,
) {
  return { id, direction, counterpartyId, date: operationDate, currency, lines };
}

/** The advances of a document as they would be given again. */
export function advancesOf(advances: readonly SetOff[]): AdvanceDraft[] {
  return advances.map(({ invoiceId, gross, currencyGross }) => ({
    invoiceId,
    amount: currencyGross ?? gross,
  }));
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

/** Excise as events carry it: nothing where there is none. */
export function owed(exciseItems: readonly ExciseItem[]): { readonly exciseItems?: readonly ExciseItem[] } {
  return exciseItems.length === 0 ? {} : { exciseItems };
}

export function decided(invoiceId: string, events: readonly NewEvent[]): Decision<InvoiceResult> {
  return { events, result: { invoiceId } };
}
