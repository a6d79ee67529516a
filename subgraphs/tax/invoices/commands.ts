import type { Receipt } from '#db/write-path.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { todayInGeorgia } from '../calendar/today.ts';
import { findCounterparties, type CounterpartyRow } from '../counterparties/queries.ts';
import type { TaxFacts } from '../facts.ts';
import type { TaxWriter } from '../writer.ts';
import {
  decideCancellation,
  decideConfirmation,
  decideCorrection,
  decideCustomsPayment,
  decideDraft,
  decideImport,
  decideIssue,
  decideIssuedAtOnce,
  decideReceived,
  decideRefusal,
  decideRegistration,
  decideRevision,
  type Around,
  type CorrectionDraft,
  type ImportDraft,
  type InvoiceDraft,
  type InvoiceResult,
  type ReceivedDraft,
  type RegistrationDraft,
} from './decide.ts';
import { evolveInvoice, initialInvoice, type Invoice } from './invoice.ts';
import { officialRateOf, type Converted } from './official-rate.ts';
import type { AdvanceDraft } from './set-off.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

export interface InvoiceAction extends Keyed {
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

const kind = { initial: initialInvoice, evolve: evolveInvoice, stateVersion: 1 };

/** How counterparties are found; a batch brings those of all its documents at once. */
export type FindParties = (ids: readonly string[]) => Promise<readonly CounterpartyRow[]>;

export type Orders = ReturnType<typeof invoiceOrders>;

/**
 * The commands on tax documents. Each answers the id of the document; the errors are those of the rules in `decide.ts`,
 * and CONFLICT and IDEMPOTENCY_KEY_REUSED.
 */
export function invoiceOrders(
  writer: TaxWriter,
  actor: Actor,
  findParties: FindParties = (ids) => findCounterparties(writer.database, actor.companyId, ids),
) {
  const load = (id: string): Promise<Invoice> => writer.load(actor.companyId, id, kind);

  async function around(
    partyId: string | null,
    advanceIds: Iterable<string>,
    { original = null, officialRate = null }: Partial<Pick<Around, 'original' | 'officialRate'>> = {},
  ): Promise<Around> {
    const ids = Array.from(new Set(advanceIds)).filter(isUuid);
    const [parties, advances] = await Promise.all([
      partyId !== null && isUuid(partyId) ? findParties([partyId]) : [],
      Promise.all(ids.map(async (id) => [id, await load(id)] as const)),
    ]);
    return {
      companyId: actor.companyId,
      party: parties[0] ?? null,
      advances: new Map(advances),
      original,
      officialRate,
    };
  }

  const rateOf = (converted: Converted): Promise<string | null> =>
    officialRateOf(writer.database, actor.companyId, converted);

  /** Of a correction, the document that it corrects. */
  async function originalOf(state: Invoice): Promise<Invoice | null> {
    return state.status === 'NEW' || state.content.corrects === null
      ? null
      : load(state.content.corrects.invoiceId);
  }

  /** A document that is new. */
  async function create(
    operation: string,
    input: Keyed,
    partyId: string | null | undefined,
    advances: readonly AdvanceDraft[] | null | undefined,
    converted: Converted | null,
    decide: (id: string, around: Around, facts: TaxFacts) => Decision<InvoiceResult>,
  ): Promise<string> {
    const id = newId();
    const advanceIds = (advances ?? []).map(({ invoiceId }) => invoiceId);
    let found: Around | undefined;
    const receipt = await writer.writePath.execute({
      ...actor,
      operation,
      ...keyed(input),
      aggregates: advanceIds,
      prepare: async () => {
        const officialRate = converted === null ? null : await rateOf(converted);
        found = await around(partyId ?? null, advanceIds, { officialRate });
      },
      decide: (facts) => decide(id, prepared(found), facts),
    });
    return receipt.result.invoiceId;
  }

  /** A document that is there. Advances are those that it names and those that the command names. */
  async function act(
    operation: string,
    input: InvoiceAction,
    decide: (state: Invoice, around: Around, facts: TaxFacts) => Decision<InvoiceResult>,
    named: {
      readonly partyId?: string | null | undefined;
      readonly advances?: readonly AdvanceDraft[] | null | undefined;
      readonly converted?: Converted;
    } = {},
  ): Promise<string> {
    // What is no UUID names nothing, and must not reach a uuid column.
    if (!isUuid(input.id)) throw notFound('id', input.id);
    let state: Invoice = initialInvoice;
    let found: Around | undefined;
    const receipt: Receipt<InvoiceResult> = await writer.writePath.execute({
      ...actor,
      operation,
      ...keyed(input),
      aggregates: [input.id, ...(named.advances ?? []).map(({ invoiceId }) => invoiceId)],
      prepare: async () => {
        state = await load(input.id);
        const known = state.status === 'NEW' ? [] : [...state.truth.advances, ...state.content.advances];
        const original = await originalOf(state);
        const advancesOfIt = original === null || original.status === 'NEW' ? [] : original.truth.advances;
        found = await around(
          named.partyId ?? null,
          [...known, ...advancesOfIt, ...(named.advances ?? [])].map(({ invoiceId }) => invoiceId),
          { original, officialRate: named.converted ? await rateOf(named.converted) : null },
        );
      },
      decide: (facts) => {
        demandVersion(input, state);
        return decide(state, prepared(found), facts);
      },
    });
    return receipt.result.invoiceId;
  }

  return {
    createDraft: (input: InvoiceDraft & Keyed) =>
      create('createTaxInvoice', input, input.counterpartyId, input.advances, input, (id, about, facts) =>
        decideDraft(id, input, about, facts),
      ),
    updateDraft: (input: InvoiceAction & { readonly invoice: InvoiceDraft }) =>
      act(
        'updateTaxInvoice',
        input,
        (state, about, facts) => decideRevision(input.id, input.invoice, state, about, facts),
        {
          partyId: input.invoice.counterpartyId,
          advances: input.invoice.advances,
          converted: input.invoice,
        },
      ),
    issue: (input: InvoiceAction & { readonly registration?: RegistrationDraft | null | undefined }) =>
      act('issueTaxInvoice', input, (state, about, facts) =>
        decideIssue(input.id, input.registration, state, about, facts),
      ),
    issueAtOnce: (invoice: InvoiceDraft & Keyed, registration: RegistrationDraft | null | undefined) =>
      create(
        'recordIssuedTaxInvoice',
        { ...invoice, ...(registration ? { registration } : {}) },
        invoice.counterpartyId,
        invoice.advances,
        invoice,
        (id, about, facts) => decideIssuedAtOnce(id, invoice, registration, about, facts),
      ),
    receive: (input: ReceivedDraft & Keyed) =>
      create(
        'recordReceivedTaxInvoice',
        input,
        input.counterpartyId,
        input.advances,
        input,
        (id, about, facts) => decideReceived(id, input, about, facts),
      ),
    recordImport: (input: ImportDraft & Keyed) =>
      create('recordImport', input, input.counterpartyId, [], null, (id, about, facts) =>
        decideImport(id, input, about, facts),
      ),
    payCustoms: (input: InvoiceAction & { readonly paidOn?: string | null | undefined }) =>
      act('recordCustomsPayment', input, (state) =>
        decideCustomsPayment(input.id, input.paidOn, state, todayInGeorgia()),
      ),
    register: (input: InvoiceAction & { readonly registration: RegistrationDraft }) =>
      act('registerTaxInvoice', input, (state) => decideRegistration(input.id, input.registration, state)),
    confirm: (input: InvoiceAction & { readonly creditMonth?: string | null | undefined }) =>
      act('confirmTaxInvoice', input, (state, about, facts) =>
        decideConfirmation(input.id, input.creditMonth, state, about, facts),
      ),
    refuse: (input: InvoiceAction & { readonly reason: string }) =>
      act('refuseTaxInvoice', input, (state, about) => decideRefusal(input.id, input.reason, state, about)),
    cancel: (input: InvoiceAction & { readonly reason: string }) =>
      act('cancelTaxInvoice', input, (state, about, facts) =>
        decideCancellation(input.id, input.reason, state, about, facts),
      ),
    correct: (input: InvoiceAction & CorrectionDraft) => {
      const correctionId = newId();
      return act(
        'correctTaxInvoice',
        input,
        (state, about, facts) => decideCorrection(input.id, correctionId, input, state, about, facts),
        { advances: input.advances },
      ).catch(datedAsCorrection);
    },
  };
}

/** A correction's own day is its `date`; the guard of locked documents speaks of the day of operation, as of any document. */
function datedAsCorrection(error: unknown): never {
  if (
    error instanceof DomainError &&
    error.code === 'PERIOD_CLOSED' &&
    error.details.field === 'operationDate'
  )
    throw new DomainError('PERIOD_CLOSED', error.message.replace('operationDate', 'date'), {
      ...error.details,
      field: 'date',
    });
  throw error;
}

function prepared(found: Around | undefined): Around {
  if (found === undefined) throw new Error('a document was decided on before it was looked up');
  return found;
}

function demandVersion({ expectedVersion }: InvoiceAction, { version, status }: Invoice): void {
  if (status === 'NEW' || expectedVersion === null || expectedVersion === undefined) return;
  if (expectedVersion === version) return;
  throw new DomainError(
    'CONFLICT',
    `the document is at version ${String(version)}, not ${String(expectedVersion)}`,
    { field: 'expectedVersion', value: String(expectedVersion) },
  );
}
