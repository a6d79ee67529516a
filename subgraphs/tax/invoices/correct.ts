import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { TaxFacts } from '../facts.ts';
import {
  advancesOf,
  decided,
  deliveryOf,
  demand,
  notAllowed,
  owed,
  registrationOf,
  seriesOf,
  told,
  type Around,
  type InvoiceResult,
  type RegistrationDraft,
} from './document.ts';
import {
  sumOfUses,
  type CorrectionReason,
  type ExciseItem,
  type Invoice,
  type InvoiceContent,
  type Truth,
} from './invoice.ts';
import { currencyOf, dueOf, dueOfAll, formatIn } from './currency.ts';
import { exciseItems } from './excise.ts';
import { vatItems } from './items.ts';
import { entriesOf } from './posting.ts';
import { reckonLines, totalsOf, type LineDraft } from './reckon.ts';
import { posting } from './request.ts';
import { setOffAdvances, type AdvanceDraft } from './set-off.ts';
import { uses } from './uses.ts';

export interface CorrectionDraft {
  readonly reason: CorrectionReason;
  readonly date: string;
  readonly lines: readonly LineDraft[];
  readonly advances?: readonly AdvanceDraft[] | null | undefined;
  readonly registration?: RegistrationDraft | null | undefined;
}

/**
 * Corrects a document by a new one. The month of the correction takes the difference to what was true before; the
 * months of the original and of earlier corrections stand. Rates are those of the operation.
 *
 * @param correctionId id of the new document
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, PERIOD_CLOSED.
 */
export function decideCorrection(
  id: string,
  correctionId: string,
  draft: CorrectionDraft,
  state: Invoice,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  if (state.status !== 'NEW' && state.content.corrects !== null)
    throw notAllowed(
      id,
      `is a correction; correct the original ${state.content.corrects.invoiceId} once more`,
    );
  const standing = state.status !== 'NEW' && state.content.direction === 'RECEIVED';
  const before = demand(
    id,
    state,
    standing ? ['CONFIRMED', 'CORRECTED'] : ['ISSUED', 'CONFIRMED', 'REFUSED', 'CORRECTED'],
  );
  const { content, truth: was } = before;
  if (content.kind === 'IMPORT' && draft.reason !== 'OPERATION_CANCELLED')
    throw notAllowed(
      id,
      'what the customs declared is corrected by their decision: record it as an import of its own, and cancel what does not stand',
    );
  const date = parseDate(draft.date, 'date');
  if (date < content.operationDate)
    throw badInput('date', date, `before the operation, ${content.operationDate}`);
  facts.demandUnsubmitted(date, 'date');

  const lines = correctedLines(draft, content, facts);
  const delivery = { ...deliveryOf(id, content), lines };
  const kept = advancesOf(was.advances);
  const wanted = draft.advances ?? (draft.reason === 'OPERATION_CANCELLED' ? [] : kept);
  const advances = setOffAdvances(wanted, delivery, around.advances);
  const is: Truth = { lines, advances };
  const used = dueOf(sumOfUses(Object.values(before.used)));
  if (dueOfAll(lines) < used)
    throw badInput(
      'lines',
      formatIn(dueOfAll(lines), content.currency),
      `deliveries have set off ${formatIn(used, content.currency)} of the advance`,
    );

  const correction: InvoiceContent = {
    ...content,
    ...is,
    ...currencyOf(content.currency ?? null, lines),
    operationDate: date,
    totals: totalsOf(lines),
    corrects: { invoiceId: id, reason: draft.reason },
  };
  const items = vatItems(content, was, is, { due: date, credit: date.slice(0, 7) });
  const changed = { correctionId, reason: draft.reason, date, ...is };
  return decided(correctionId, [
    ...correcting(
      correctionId,
      correction,
      { items, excise: exciseItems(content.counterpartyId, was, is, date) },
      draft.registration,
      date,
    ),
    told(id, before.version + 1, { type: 'TaxInvoiceCorrected', data: changed }),
    ...uses(id, was.advances, advances, around),
    ...posting(
      correctionId,
      date,
      correction,
      entriesOf(content, was, is, facts.postingAccounts, false),
      around,
    ),
  ]);
}

function correcting(
  id: string,
  content: InvoiceContent,
  { items, excise }: { readonly items: ReturnType<typeof vatItems>; readonly excise: readonly ExciseItem[] },
  given: RegistrationDraft | null | undefined,
  date: CalendarDate,
): NewEvent[] {
  const registration = given ? registrationOf(given) : null;
  if (content.direction === 'ISSUED')
    return [
      told(
        id,
        1,
        { type: 'TaxInvoiceIssued', data: { content, items, ...owed(excise), registration } },
        seriesOf(content),
      ),
    ];
  if (registration === null)
    throw badInput('registration', null, 'the correction of a supplier has a number');
  return [
    told(id, 1, { type: 'TaxInvoiceReceived', data: { content, registration } }, seriesOf(content)),
    told(id, 2, { type: 'TaxInvoiceConfirmed', data: { creditMonth: date.slice(0, 7), items } }),
  ];
}

function correctedLines(
  draft: CorrectionDraft,
  content: InvoiceContent,
  facts: TaxFacts,
): InvoiceContent['lines'] {
  if (draft.reason === 'OPERATION_CANCELLED') {
    if (draft.lines.length > 0)
      throw badInput('lines', draft.lines.length, 'nothing is left of an operation that is cancelled');
    return [];
  }
  return reckonLines(draft.lines, {
    direction: content.direction,
    kind: content.kind,
    date: content.operationDate,
    priceMode: content.priceMode,
    isRegistered: facts.isVatRegistered(content.operationDate),
    law: facts.vatLaw,
    excise: facts.exciseLaw,
    // The law says nothing of the rate of a correction: it corrects the operation, at the rate of the operation.
    currency: content.currency ?? null,
  });
}
