import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../../writer.ts';
import { termNamed } from '../deadlines.ts';
import { todayInGeorgia } from '../today.ts';
import { decidePayment, decideTakingBack, type PaymentResult } from './decide.ts';
import { noPayment, paymentKind, type TaxPayment } from './payment.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

export interface PaymentGiven extends Keyed {
  readonly code: string;
  readonly year: number;
  readonly month?: number | null | undefined;
  readonly paidOn: string;
  readonly amount: string;
  readonly description?: string | null | undefined;
}

/** Says that something was paid. @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. Answers the id. */
export async function recordTaxPayment(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...given }: PaymentGiven,
): Promise<string> {
  const id = newId();
  const term = await termNamed(writer.database, given);
  const { paidOn, amount, description = null } = given;
  const { result } = await writer.writePath.execute<PaymentResult>({
    ...actor,
    operation: 'recordTaxPayment',
    ...keyed({ ...given, idempotencyKey }),
    decide: () => decidePayment({ id, term, paidOn, amount, description, today: todayInGeorgia() }),
  });
  return result.id;
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. Answers the id. */
export async function takeBackTaxPayment(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...given }: Keyed & { readonly id: string; readonly reason: string },
): Promise<string> {
  if (!isUuid(given.id)) throw notFound('id', given.id);
  let state: TaxPayment = noPayment;
  const { result } = await writer.writePath.execute<PaymentResult>({
    ...actor,
    operation: 'takeBackTaxPayment',
    ...keyed({ ...given, idempotencyKey }),
    aggregates: [given.id],
    prepare: async () => {
      state = await writer.load(actor.companyId, given.id, paymentKind);
    },
    decide: () => decideTakingBack(given, state),
  });
  return result.id;
}
