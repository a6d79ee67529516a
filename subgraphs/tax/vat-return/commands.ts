import type { AggregateKind } from '#db/aggregates.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../writer.ts';
import { decideVatReturn, type VatReturnCommand } from './decide.ts';
import { listInvoicesToAttach, readVatReturn, todayInGeorgia } from './queries.ts';
import {
  evolveVatReturn,
  initialVatReturn,
  vatReturnId,
  type VatReturn,
  type VatReturnEvent,
} from './vat-return.ts';

const kind: AggregateKind<VatReturn, VatReturnEvent> = {
  initial: initialVatReturn,
  evolve: evolveVatReturn,
  stateVersion: 1,
};

interface OfMonth {
  readonly year: number;
  readonly month: number;
  readonly idempotencyKey?: string | null | undefined;
}

/** @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
export function prepareVatReturn(writer: TaxWriter, actor: Actor, input: OfMonth): Promise<void> {
  return execute(writer, actor, 'prepareVatReturn', input, () => ({ type: 'PrepareVatReturn' }));
}

/**
 * Freezes the figures and locks the month. The figures are read outside of any lock; the projection compares them with
 * the documents again when the event is appended, and refuses when one has come between.
 * @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED.
 */
export function submitVatReturn(
  writer: TaxWriter,
  actor: Actor,
  input: OfMonth & {
    readonly differencesReason?: string | null | undefined;
    readonly sequenceNumber?: string | null | undefined;
    readonly asksSequenceNumber?: boolean | null | undefined;
    readonly attachesInvoices?: boolean | null | undefined;
  },
  askSequenceNumber: () => Promise<string | null> = () => Promise.resolve(null),
): Promise<void> {
  const { year, month, differencesReason = null } = input;
  const { companyId } = actor;
  return execute(writer, actor, 'submitVatReturn', input, async () => {
    const { filled } = await readVatReturn(writer.database, companyId, year, month);
    const attached = input.attachesInvoices
      ? await listInvoicesToAttach(writer.database, companyId, year, month)
      : [];
    const given = input.sequenceNumber ?? null;
    const sequenceNumber =
      given === null && input.asksSequenceNumber === true ? await askSequenceNumber() : given;
    return { type: 'SubmitVatReturn', companyId, filled, differencesReason, sequenceNumber, attached };
  });
}

/** @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
export function acceptVatReturn(
  writer: TaxWriter,
  actor: Actor,
  input: OfMonth & { readonly receiptNumber: string; readonly date: string },
): Promise<void> {
  const { receiptNumber, date } = input;
  return execute(writer, actor, 'acceptVatReturn', input, () => ({
    type: 'AcceptVatReturn',
    receiptNumber,
    date,
  }));
}

/** @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
export function refuseVatReturn(
  writer: TaxWriter,
  actor: Actor,
  input: OfMonth & {
    readonly receiptNumber?: string | null | undefined;
    readonly date: string;
    readonly reason: string;
  },
): Promise<void> {
  const { receiptNumber = null, date, reason } = input;
  return execute(writer, actor, 'refuseVatReturn', input, () => ({
    type: 'RefuseVatReturn',
    receiptNumber,
    date,
    reason,
  }));
}

/** @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
export function reopenVatReturn(
  writer: TaxWriter,
  actor: Actor,
  input: OfMonth & { readonly reason: string },
): Promise<void> {
  return execute(writer, actor, 'reopenVatReturn', input, () => ({
    type: 'ReopenVatReturn',
    reason: input.reason,
  }));
}

type Step<Command> = Command extends unknown ? Omit<Command, 'id' | 'year' | 'month' | 'today'> : never;

async function execute(
  writer: TaxWriter,
  actor: Actor,
  operation: string,
  given: OfMonth,
  stepOf: () => Step<VatReturnCommand> | Promise<Step<VatReturnCommand>>,
): Promise<void> {
  const { year, month } = given;
  const id = vatReturnId(actor.companyId, year, month);
  let step: Step<VatReturnCommand>;
  let state: VatReturn = initialVatReturn;
  await writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(given),
    aggregates: [id],
    // Which months take documents changes with it, and nothing may come between figures and lock.
    changesFacts: true,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      step = await stepOf();
    },
    decide: () => decideVatReturn({ ...step, id, year, month, today: todayInGeorgia() }, state),
  });
}
