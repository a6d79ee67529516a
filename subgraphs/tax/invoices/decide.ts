import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { requestPosting, requestPostingReversal, type PostingEntry } from '#shared/domain/posting.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { TaxFacts } from '../facts.ts';
import type { VatRegistration } from '../profile/profile.ts';
import {
  sumOfUses,
  NO_USE,
  type CorrectionReason,
  type Direction,
  type ExistingInvoice,
  type Invoice,
  type InvoiceContent,
  type InvoiceEvent,
  type InvoiceKind,
  type PriceMode,
  type Registration,
  type SetOff,
  type Truth,
  type Use,
} from './invoice.ts';
import { vatItems } from './items.ts';
import { creditEntries, entriesOf, sourceOf } from './posting.ts';
import { reckonLines, totalsOf, type LineDraft } from './reckon.ts';
import { negated, setOffAdvances, sumOf, type AdvanceDraft } from './set-off.ts';

/** The other side, as it is known when the command is decided. */
export interface Party {
  readonly id: string;
  readonly isActive: boolean;
  readonly isResident: boolean;
  readonly vatRegistrations: readonly VatRegistration[];
}

export interface RegistrationDraft {
  readonly series?: string | null | undefined;
  readonly number: string;
}

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

const LONGEST_NOTE = 1_000;
const LONGEST_REASON = 500;
const AGGREGATE = 'TaxInvoice';

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND. */
export function decideDraft(
  id: string,
  draft: InvoiceDraft,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const content = issuedContent(id, draft, around, facts);
  return decided(id, [told(id, 1, { type: 'TaxInvoiceDrafted', data: { content } })]);
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION. */
export function decideRevision(
  id: string,
  draft: InvoiceDraft,
  state: Invoice,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const before = demand(id, state, ['DRAFT']);
  const content = issuedContent(id, draft, around, facts);
  if (JSON.stringify(content) === JSON.stringify(before.content)) return decided(id, []);
  return decided(id, [told(id, before.version + 1, { type: 'TaxInvoiceRevised', data: { content } })]);
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, PERIOD_CLOSED. */
export function decideIssue(
  id: string,
  registration: RegistrationDraft | null | undefined,
  state: Invoice,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const { version, content } = demand(id, state, ['DRAFT']);
  // Advances may have been used by others since the draft was written.
  const drafts = content.advances.map(({ invoiceId, gross }) => ({ invoiceId, amount: gross }));
  const advances = setOffAdvances(drafts, deliveryOf(id, content), around.advances);
  return issued(id, version + 1, { ...content, advances }, registration, around, facts);
}

/** Makes a document out at once. @throws DomainError BAD_USER_INPUT, NOT_FOUND, PERIOD_CLOSED. */
export function decideIssuedAtOnce(
  id: string,
  draft: InvoiceDraft,
  registration: RegistrationDraft | null | undefined,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  return issued(id, 1, issuedContent(id, draft, around, facts), registration, around, facts);
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
  if (content.direction === 'RECEIVED') events.push(...uses(id, content.advances, [], around));
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
  if (content.kind === 'IMPORT')
    throw notAllowed(
      id,
      'what the customs declared is corrected by their decision: record it as an import of its own',
    );
  const date = parseDate(draft.date, 'date');
  if (date < content.operationDate)
    throw badInput('date', date, `before the operation, ${content.operationDate}`);
  facts.demandUnsubmitted(date, 'date');

  const lines = correctedLines(draft, content, facts);
  const delivery = { ...deliveryOf(id, content), lines };
  const kept = was.advances.map(({ invoiceId, gross }) => ({ invoiceId, amount: gross }));
  const wanted = draft.advances ?? (draft.reason === 'OPERATION_CANCELLED' ? [] : kept);
  const advances = setOffAdvances(wanted, delivery, around.advances);
  const is: Truth = { lines, advances };
  const usedGross = parseAmount(sumOfUses(Object.values(before.used)).gross, GEL_MINOR_UNITS, 'lines');
  if (sumOf(lines) < usedGross)
    throw badInput(
      'lines',
      formatAmount(sumOf(lines)),
      `deliveries have set off ${formatAmount(usedGross)} of the advance`,
    );

  const correction: InvoiceContent = {
    ...content,
    ...is,
    operationDate: date,
    totals: totalsOf(lines),
    corrects: { invoiceId: id, reason: draft.reason },
  };
  const items = vatItems(content, was, is, { due: date, credit: date.slice(0, 7) });
  const changed = { correctionId, reason: draft.reason, date, ...is };
  return decided(correctionId, [
    ...correcting(correctionId, correction, items, draft.registration, date),
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
  items: ReturnType<typeof vatItems>,
  given: RegistrationDraft | null | undefined,
  date: CalendarDate,
): NewEvent[] {
  const registration = given ? registrationOf(given) : null;
  if (content.direction === 'ISSUED')
    return [
      told(id, 1, { type: 'TaxInvoiceIssued', data: { content, items, registration } }, seriesOf(content)),
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
  });
}

function issuedContent(id: string, draft: InvoiceDraft, around: Around, facts: TaxFacts): InvoiceContent {
  if (draft.kind !== 'SUPPLY' && draft.kind !== 'ADVANCE')
    throw badInput('kind', draft.kind, 'what we issue is a supply or an advance');
  return contentOf(id, 'ISSUED', draft, around, facts);
}

function contentOf(
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

function issued(
  id: string,
  version: number,
  content: InvoiceContent,
  given: RegistrationDraft | null | undefined,
  around: Around,
  facts: TaxFacts,
): Decision<InvoiceResult> {
  const { operationDate: date } = content;
  facts.demandUnsubmitted(date, 'operationDate');
  const items = vatItems(content, null, content, { due: date, credit: date.slice(0, 7) });
  const registration = given ? registrationOf(given) : null;
  return decided(id, [
    told(
      id,
      version,
      { type: 'TaxInvoiceIssued', data: { content, items, registration } },
      seriesOf(content),
    ),
    ...uses(id, [], content.advances, around),
    ...posting(id, date, content, entriesOf(content, null, content, facts.postingAccounts, false), around),
  ]);
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

function confirmed(
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
    const credit = creditEntries(content, content, facts.postingAccounts);
    events.push(...posting(id, `${month}-01`, content, credit, around, 'credit'));
  }
  return events;
}

/** Article 174: not before the operation, and used by the end of the third year after that of the document. */
function creditMonthOf(
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

/** What a delivery's advances learn of it: what it uses now, less what it used before. */
function uses(
  id: string,
  before: readonly SetOff[],
  after: readonly SetOff[],
  { advances }: Around,
): NewEvent[] {
  const changes = new Map<string, Use[]>();
  for (const use of after) changes.set(use.invoiceId, [useOf(use)]);
  for (const use of before) changes.set(use.invoiceId, [...(changes.get(use.invoiceId) ?? []), negated(use)]);
  return Array.from(changes).flatMap(([advanceId, parts]) => {
    const change = sumOfUses(parts);
    const advance = advances.get(advanceId);
    if (advance === undefined) throw new Error(`the advance ${advanceId} was not loaded`);
    if (JSON.stringify(change) === JSON.stringify(NO_USE)) return [];
    const data = { invoiceId: id, ...change };
    return [told(advanceId, advance.version + 1, { type: 'TaxInvoiceAdvanceUsed', data })];
  });
}

function useOf({ gross, vat, creditableBase, creditableVat }: SetOff): Use {
  return { gross, vat, creditableBase, creditableVat };
}

function posting(
  id: string,
  date: CalendarDate,
  content: InvoiceContent,
  entries: readonly PostingEntry[],
  { companyId }: Around,
  purpose: 'record' | 'credit' = 'record',
): NewEvent[] {
  // What changes no account, such as a correction of words, is not posted.
  if (entries.length === 0) return [];
  const source = sourceOf(id, purpose);
  return [requestPosting(companyId, { source, date, description: description(content, purpose), entries })];
}

function description(
  { direction, kind, corrects, lines }: InvoiceContent,
  purpose: 'record' | 'credit',
): string {
  if (purpose === 'credit') return 'დღგ-ის ჩათვლა';
  const what = {
    SUPPLY: direction === 'ISSUED' ? 'რეალიზაცია' : 'შესყიდვა',
    ADVANCE: direction === 'ISSUED' ? 'მიღებული ავანსის დღგ' : 'გადახდილი ავანსის დღგ',
    IMPORT: 'იმპორტი',
    REVERSE_CHARGE: 'უკუდაბეგვრა',
  }[kind];
  const name = lines[0]?.name.slice(0, 150);
  return `${corrects === null ? '' : 'კორექტირება: '}${what}${name === undefined ? '' : `, ${name}`}`;
}

function deliveryOf(id: string, { direction, counterpartyId, operationDate, lines }: InvoiceContent) {
  return { id, direction, counterpartyId, date: operationDate, lines };
}

function registrationOf({ series, number }: RegistrationDraft): Registration {
  return {
    series: parseOptionalText(series, 'registration.series', 20),
    number: parseText(number, 'registration.number', 40),
  };
}

/** Series of our own numbers: issued and received ones apart, each year anew. */
function seriesOf({ direction, operationDate }: InvoiceContent): string {
  return `${direction === 'ISSUED' ? 'TI' : 'TR'}-${operationDate.slice(0, 4)}`;
}

function demand(id: string, state: Invoice, statuses: readonly ExistingInvoice['status'][]): ExistingInvoice {
  if (state.status === 'NEW') throw notFound('id', id);
  if (!statuses.includes(state.status))
    throw notAllowed(id, `is ${state.status}, not ${statuses.join(' or ')}`);
  return state;
}

function notAllowed(id: string, why: string): DomainError {
  return new DomainError('INVALID_TRANSITION', `id: ${why}`, { field: 'id', value: id });
}

function told(id: string, version: number, event: InvoiceEvent, series?: string): NewEvent {
  return {
    aggregateType: AGGREGATE,
    aggregateId: id,
    version,
    ...event,
    published: true,
    ...(series === undefined ? {} : { series }),
  };
}

function decided(invoiceId: string, events: readonly NewEvent[]): Decision<InvoiceResult> {
  return { events, result: { invoiceId } };
}
