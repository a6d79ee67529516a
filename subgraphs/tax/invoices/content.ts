import { parseDate } from '#shared/domain/date.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { parseOptionalText } from '#shared/domain/text.ts';
import type { TaxFacts } from '../facts.ts';
import type { Around, Party } from './document.ts';
import type { Direction, InvoiceContent, InvoiceKind, PriceMode } from './invoice.ts';
import { reckonLines, totalsOf, type LineDraft } from './reckon.ts';
import { setOffAdvances, sumOf, type AdvanceDraft } from './set-off.ts';

/** A document as it is given. */
export interface InvoiceDraft {
  readonly kind: InvoiceKind;
  readonly counterpartyId?: string | null | undefined;
  readonly operationDate: string;
  readonly priceMode: PriceMode;
  readonly lines: readonly LineDraft[];
  readonly advances?: readonly AdvanceDraft[] | null | undefined;
  readonly payment?:
    { readonly amount: string; readonly reference?: string | null | undefined } | null | undefined;
  readonly note?: string | null | undefined;
}

const LONGEST_NOTE = 1_000;

/**
 * What a document says, out of what was given.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND.
 */
export function contentOf(
  id: string,
  direction: Direction,
  draft: InvoiceDraft,
  around: Around,
  facts: TaxFacts,
): InvoiceContent {
  const { kind, priceMode } = draft;
  const operationDate = parseDate(draft.operationDate, 'operationDate');
  const lines = reckonLines(draft.lines, {
    direction,
    kind,
    date: operationDate,
    priceMode,
    isRegistered: facts.isVatRegistered(operationDate),
    law: facts.vatLaw,
  });
  const counterpartyId = demandParty(draft.counterpartyId ?? null, around.party, lines);
  if (kind === 'ADVANCE' && (draft.advances ?? []).length > 0)
    throw badInput('advances', draft.advances?.length, 'an advance sets no advance off');
  const advances = setOffAdvances(
    draft.advances ?? [],
    { id, direction, counterpartyId, date: operationDate, lines },
    around.advances,
  );
  return {
    direction,
    kind,
    counterpartyId,
    operationDate,
    priceMode,
    lines,
    advances,
    totals: totalsOf(lines),
    payment: paymentOf(draft, lines),
    customs: null,
    note: parseOptionalText(draft.note, 'note', LONGEST_NOTE),
    corrects: null,
  };
}

function demandParty(
  counterpartyId: string | null,
  party: Party | null,
  lines: InvoiceContent['lines'],
): string | null {
  if (counterpartyId === null) {
    if (lines.some(({ isPaid }) => isPaid))
      throw badInput('counterpartyId', null, 'is needed where somebody pays');
    return null;
  }
  if (party?.id !== counterpartyId) throw notFound('counterpartyId', counterpartyId);
  if (!party.isActive) throw badInput('counterpartyId', counterpartyId, 'the counterparty is deactivated');
  return counterpartyId;
}

function paymentOf(
  { kind, payment }: InvoiceDraft,
  lines: InvoiceContent['lines'],
): InvoiceContent['payment'] {
  if (kind !== 'ADVANCE') {
    if (payment) throw badInput('payment', payment.amount, 'belongs to advances');
    return null;
  }
  if (!payment) throw badInput('payment', null, 'an advance is about a payment');
  const amount = parseAmount(payment.amount, GEL_MINOR_UNITS, 'payment.amount');
  const gross = sumOf(lines);
  if (gross > amount)
    throw badInput(
      'payment.amount',
      payment.amount,
      `the advance of ${formatAmount(gross)} is larger than its payment`,
    );
  return {
    amount: formatAmount(amount),
    reference: parseOptionalText(payment.reference, 'payment.reference', 100),
  };
}
