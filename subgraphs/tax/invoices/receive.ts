import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import type { TaxFacts } from '../facts.ts';
import { contentOf, type InvoiceDraft } from './content.ts';
import { confirmed } from './credit.ts';
import {
  decided,
  registrationOf,
  seriesOf,
  told,
  type Around,
  type InvoiceResult,
  type Party,
  type RegistrationDraft,
} from './document.ts';
import type { InvoiceContent } from './invoice.ts';
import { uses } from './uses.ts';

export interface ReceivedDraft extends InvoiceDraft {
  readonly registration: RegistrationDraft;
  readonly isConfirmed?: boolean | null | undefined;
  readonly creditMonth?: string | null | undefined;
}

export interface ImportDraft {
  readonly counterpartyId: string;
  readonly registration: RegistrationDraft;
  readonly operationDate: string;
  readonly name: string;
  readonly customsValue: string;
  readonly duty: string;
  readonly vat: string;
  readonly ground?: string | null | undefined;
  readonly isFixedAsset?: boolean | null | undefined;
  readonly accountCode?: string | null | undefined;
  readonly creditableShare?: string | null | undefined;
  readonly creditMonth?: string | null | undefined;
}

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND, PERIOD_CLOSED. */
export function decideReceived(
  id: string,
  draft: ReceivedDraft,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const isReverse = draft.kind === 'REVERSE_CHARGE';
  if (draft.kind === 'IMPORT')
    throw badInput('kind', draft.kind, 'customs declarations have a command of their own');
  const content = contentOf(
    id,
    'RECEIVED',
    isReverse ? { ...draft, priceMode: 'EXCLUSIVE' } : draft,
    around,
    facts,
  );
  demandSupplier(content, around.party);
  const isConfirmed = isReverse || (draft.isConfirmed ?? false);
  if (!isConfirmed && (draft.creditMonth ?? null) !== null)
    throw badInput('creditMonth', draft.creditMonth, 'belongs to documents that are confirmed');
  return received(
    id,
    content,
    draft.registration,
    isConfirmed ? { month: draft.creditMonth } : null,
    around,
    facts,
  );
}

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND, PERIOD_CLOSED. */
export function decideImport(
  id: string,
  draft: ImportDraft,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const value = parseAmount(draft.customsValue, GEL_MINOR_UNITS, 'customsValue');
  const duty = parseAmount(draft.duty, GEL_MINOR_UNITS, 'duty');
  if (value < 0n) throw badInput('customsValue', draft.customsValue, 'must not be negative');
  if (duty < 0n) throw badInput('duty', draft.duty, 'must not be negative');
  const { counterpartyId, operationDate, name, ground, isFixedAsset, accountCode, creditableShare, vat } =
    draft;
  // The base of import VAT is the customs value with import tax and excise.
  const unitPrice = formatAmount(value + duty);
  const line = {
    name,
    unit: 1,
    quantity: '1',
    unitPrice,
    treatment: 'IMPORT',
    ground,
    isFixedAsset,
    accountCode,
  } as const;
  const content = contentOf(
    id,
    'RECEIVED',
    {
      kind: 'IMPORT',
      counterpartyId,
      operationDate,
      priceMode: 'EXCLUSIVE',
      lines: [{ ...line, creditableShare, vat }],
    },
    around,
    facts,
  );
  const customs = { customsValue: formatAmount(value), duty: formatAmount(duty) };
  return received(
    id,
    { ...content, customs },
    draft.registration,
    { month: draft.creditMonth },
    around,
    facts,
  );
}

/** Who is known not to be registered can charge no VAT (article 174); of whom nothing is known, RS.ge knows. */
function demandSupplier({ kind, lines, operationDate }: InvoiceContent, party: Party | null): void {
  if (party === null) return;
  if (kind === 'REVERSE_CHARGE') {
    if (party.isResident && lines.some(({ ground }) => ground === 'NON_RESIDENT_SERVICE'))
      throw badInput(
        'counterpartyId',
        party.id,
        'is established in Georgia: nothing is to be reverse-charged',
      );
    return;
  }
  if (!lines.some(({ treatment }) => treatment === 'STANDARD') || party.vatRegistrations.length === 0) return;
  const isRegistered = party.vatRegistrations.some(
    ({ from, to }) => from <= operationDate && (to === null || operationDate <= to),
  );
  if (!isRegistered)
    throw badInput('counterpartyId', party.id, `the supplier was not registered for VAT on ${operationDate}`);
}

function received(
  id: string,
  content: InvoiceContent,
  given: RegistrationDraft,
  confirmation: { readonly month: string | null | undefined } | null,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const registration = registrationOf(given);
  return decided(id, [
    told(id, 1, { type: 'TaxInvoiceReceived', data: { content, registration } }, seriesOf(content)),
    ...uses(id, [], content.advances, around),
    ...(confirmation === null ? [] : confirmed(id, 2, content, confirmation.month, around, facts)),
  ]);
}
