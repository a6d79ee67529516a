import type { AggregateKind } from '#db/aggregates.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../writer.ts';
import { decideIncome, type IncomeDraft, type IncomeResult } from './decide.ts';
import { evolveIncome, noIncome, type Income, type IncomeEvent } from './income.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

const kind: AggregateKind<Income, IncomeEvent> = { initial: noIncome, evolve: evolveIncome, stateVersion: 1 };

/** @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. Answers the id. */
export async function recordIncome(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...draft }: IncomeDraft & Keyed,
): Promise<string> {
  const id = newId();
  const { result } = await writer.writePath.execute<IncomeResult>({
    ...actor,
    operation: 'recordSmallBusinessIncome',
    ...keyed({ ...draft, idempotencyKey }),
    decide: (facts) => decideIncome({ type: 'RecordIncome', id, draft }, noIncome, facts),
  });
  return result.id;
}

export interface Reversal extends Keyed {
  readonly id: string;
  readonly date: string;
  readonly reason: string;
}

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. Answers the id. */
export async function reverseIncome(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...given }: Reversal,
): Promise<string> {
  if (!isUuid(given.id)) throw notFound('id', given.id);
  let state: Income = noIncome;
  const { result } = await writer.writePath.execute<IncomeResult>({
    ...actor,
    operation: 'reverseSmallBusinessIncome',
    ...keyed({ ...given, idempotencyKey }),
    aggregates: [given.id],
    prepare: async () => {
      state = await writer.load(actor.companyId, given.id, kind);
    },
    decide: (facts) => decideIncome({ type: 'ReverseIncome', ...given }, state, facts),
  });
  return result.id;
}
