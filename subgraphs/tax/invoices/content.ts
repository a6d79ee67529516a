import { parseDate } from '#shared/domain/date.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { parseOptionalText } from '#shared/domain/text.ts';
import type { TaxFacts } from '../facts.ts';
import type { Around, Party } from './document.ts';
import type { Direction, InvoiceContent, InvoiceKind, PriceMode } from './invoice.ts';
import { currencyOf, dueOfAll, formatIn, readCurrency, type CurrencyDraft } from './currency.ts';
import { reckonLines, totalsOf, type LineDraft } from './reckon.ts';
import { setOffAdvances, type AdvanceDraft } from './set-off.ts';

/** A document as it is given. */
export interface InvoiceDraft extends CurrencyDraft {
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
  const currency = readCurrency(draft, around.officialRate);
  const lines = reckonLines(draft.lines, {
    direction,
    kind,
    date: operationDate,
    priceMode,
    isRegistered: facts.isVatRegistered(operationDate),
    law: facts.vatLaw,
    excise: facts.exciseLaw,
    currency,
  });
  const counterpartyId = demandParty(draft.counterpartyId ?? null, around.party, lines);
  if (kind === 'ADVANCE' && (draft.advances ?? []).length > 0)
    throw badInput('advances', draft.advances?.length, 'an advance sets no advance off');
  const advances = setOffAdvances(
    draft.advances ?? [],
    { id, direction, counterpartyId, date: operationDate, currency: currency ?? undefined, lines },
    around.advances,
  );
  return {
    direction,
    kind,
    counterpartyId,
    operationDate,
    priceMode,
    ...currencyOf(currency, lines),
    lines,
    advances,
    totals: totalsOf(lines),
    payment: paymentOf(draft, lines, currency),
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
  currency: ReturnType<typeof readCurrency>,
): InvoiceContent['payment'] {
  if (kind !== 'ADVANCE') {
    if (payment) throw badInput('payment', payment.amount, 'belongs to advances');
    return null;
  }
  if (!payment) throw badInput('payment', null, 'an advance is about a payment');
  const amount = parseAmount(payment.amount, currency?.minorUnits ?? GEL_MINOR_UNITS, 'payment.amount');
  const gross = dueOfAll(lines);
  if (gross > amount)
    throw badInput(
      'payment.amount',
      payment.amount,
      `the advance of ${formatIn(gross, currency ?? undefined)} is larger than its payment`,
    );
  return {
    amount: formatIn(amount, currency ?? undefined),
    reference: parseOptionalText(payment.reference, 'payment.reference', 100),
  };
}
