import type { AggregateKind } from '#db/aggregates.ts';
import { parseDate } from '#shared/domain/date.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { decidingOn } from '../rates/deciding.ts';
import type { TaxWriter } from '../writer.ts';
import { decideWithholding, type WithholdingDraft, type WithholdingResult } from './decide.ts';
import { groundsOfPayment, type PaymentGrounds } from './queries.ts';
import {
  evolveWithholding,
  nothingWithheld,
  type Withholding,
  type WithholdingEvent,
} from './withholding.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

const kind: AggregateKind<Withholding, WithholdingEvent> = {
  initial: nothingWithheld,
  evolve: evolveWithholding,
  stateVersion: 1,
};

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED. Answers the id. */
export async function withholdTax(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...draft }: WithholdingDraft & Keyed,
): Promise<string> {
  const id = newId();
  const { companyId } = actor;
  const date = parseDate(draft.date, 'date');
  const general = decidingOn(writer, companyId, date, draft.counterpartyId);
  let payment: PaymentGrounds | undefined;
  const { result } = await writer.writePath.execute<WithholdingResult>({
    ...actor,
    operation: 'withholdTax',
    ...keyed({ ...draft, idempotencyKey }),
    prepare: async () => {
      await general.prepare();
      payment = await groundsOfPayment(writer.database, companyId, draft.kind, draft.counterpartyId);
    },
    decide: () => {
      if (payment === undefined) throw new Error('the decision was not prepared');
      const grounds = { ...general.found(), ...payment };
      return decideWithholding({ type: 'WithholdTax', id, companyId, draft, grounds }, nothingWithheld);
    },
  });
  return result.id;
}

export interface Reversal extends Keyed {
  readonly id: string;
  readonly date: string;
  readonly reason: string;
}

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. Answers the id. */
export async function reverseWithholding(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...given }: Reversal,
): Promise<string> {
  if (!isUuid(given.id)) throw notFound('id', given.id);
  const { companyId } = actor;
  let state: Withholding = nothingWithheld;
  const { result } = await writer.writePath.execute<WithholdingResult>({
    ...actor,
    operation: 'reverseWithholding',
    ...keyed({ ...given, idempotencyKey }),
    aggregates: [given.id],
    prepare: async () => {
      state = await writer.load(companyId, given.id, kind);
    },
    decide: () => decideWithholding({ type: 'ReverseWithholding', companyId, ...given }, state),
  });
  return result.id;
}
