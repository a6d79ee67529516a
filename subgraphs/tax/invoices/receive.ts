import { parseDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import type { TaxFacts } from '../facts.ts';
import { contentOf, type InvoiceDraft } from './content.ts';
import { confirmed } from './credit.ts';
import { readDeclaration, type CustomsGoodsDraft } from './customs.ts';
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

/** A customs declaration: its goods line by line, or all of them as one. */
export interface ImportDraft {
  readonly counterpartyId: string;
  readonly registration: RegistrationDraft;
  readonly operationDate: string;
  readonly lines?: readonly CustomsGoodsDraft[] | null | undefined;
  readonly name?: string | null | undefined;
  readonly commodityCode?: string | null | undefined;
  readonly quantity?: string | null | undefined;
  readonly customsValue?: string | null | undefined;
  readonly dutyRate?: string | null | undefined;
  readonly duty?: string | null | undefined;
  readonly excise?: string | null | undefined;
  readonly vat: string;
  readonly ground?: string | null | undefined;
  readonly isFixedAsset?: boolean | null | undefined;
  readonly accountCode?: string | null | undefined;
  readonly creditableShare?: string | null | undefined;
  readonly creditMonth?: string | null | undefined;
  readonly paymentDue?: string | null | undefined;
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
  const { counterpartyId, ground, paymentDue } = draft;
  const released = parseDate(draft.operationDate, 'operationDate');
  const isByLines = (draft.lines ?? null) !== null;
  const { lines, customs } = readDeclaration(
    goodsOf(draft),
    (index, field) => (isByLines ? `lines[${String(index)}].${field}` : field),
    { released, ground, paymentDue, law: facts.vatLaw },
  );
  const content = contentOf(
    id,
    'RECEIVED',
    { kind: 'IMPORT', counterpartyId, operationDate: released, priceMode: 'EXCLUSIVE', lines },
    around,
    facts,
  );
  const vat = parseAmount(draft.vat, GEL_MINOR_UNITS, 'vat');
  if (formatAmount(vat) !== content.totals.vat)
    throw badInput('vat', draft.vat, `the lines make ${content.totals.vat}`);
  return received(
    id,
    { ...content, customs },
    draft.registration,
    { month: draft.creditMonth },
    around,
    facts,
  );
}

/** The lines as given, or the whole declaration as one line, whose VAT is all of its VAT. */
function goodsOf(draft: ImportDraft): readonly CustomsGoodsDraft[] {
  const { lines = null, ...whole } = draft;
  if (lines === null) {
    const { name, customsValue, vat } = whole;
    if (name === null || name === undefined) throw badInput('name', null, 'is needed without lines');
    if (customsValue === null || customsValue === undefined)
      throw badInput('customsValue', null, 'is needed without lines');
    return [{ ...whole, name, customsValue, vat }];
  }
  const ofLines = [
    'name',
    'commodityCode',
    'quantity',
    'customsValue',
    'dutyRate',
    'duty',
    'excise',
    'accountCode',
    'creditableShare',
  ] as const;
  for (const field of ofLines) {
    if ((whole[field] ?? null) !== null) throw badInput(field, whole[field], 'is said by each of the lines');
  }
  const { isFixedAsset } = whole;
  return lines.map((line) => ({ ...line, isFixedAsset: line.isFixedAsset ?? isFixedAsset }));
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
