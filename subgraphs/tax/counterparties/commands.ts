import { isUuid, newId } from '#shared/domain/ids.ts';
import { notFound } from '#shared/domain/errors.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../writer.ts';
import { evolveCounterparty, initialCounterparty, type Counterparty } from './counterparty.ts';
import {
  decideCounterparty,
  type CounterpartyChanges,
  type CounterpartyCommand,
  type CounterpartyDraft,
} from './decide.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

export interface CounterpartyAction extends Keyed {
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

const kind = { initial: initialCounterparty, evolve: evolveCounterparty, stateVersion: 1 };

/** Answers the id. @throws DomainError BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function createCounterparty(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...given }: CounterpartyDraft & Keyed,
): Promise<string> {
  const id = newId();
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'createCounterparty',
    ...keyed({ ...given, idempotencyKey }),
    decide: () => decideCounterparty({ type: 'AddCounterparty', id, given }, initialCounterparty),
  });
  return result.counterpartyId;
}

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export function updateCounterparty(
  writer: TaxWriter,
  actor: Actor,
  input: CounterpartyAction & CounterpartyChanges,
): Promise<string> {
  const { id, expectedVersion, idempotencyKey: _key, ...changes } = input;
  return onExisting(writer, actor, 'updateCounterparty', input, {
    type: 'ChangeCounterparty',
    id,
    expectedVersion: expectedVersion ?? null,
    changes,
  });
}

/** Answers the id. @throws DomainError NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export function setCounterpartyActive(
  writer: TaxWriter,
  actor: Actor,
  input: CounterpartyAction,
  isActive: boolean,
): Promise<string> {
  return onExisting(writer, actor, isActive ? 'activateCounterparty' : 'deactivateCounterparty', input, {
    type: 'SetCounterpartyActive',
    id: input.id,
    expectedVersion: input.expectedVersion ?? null,
    isActive,
  });
}

async function onExisting(
  writer: TaxWriter,
  actor: Actor,
  operation: string,
  input: CounterpartyAction,
  command: CounterpartyCommand,
): Promise<string> {
  // What is no UUID names nothing, and must not reach a uuid column.
  if (!isUuid(input.id)) throw notFound('id', input.id);
  let state: Counterparty = initialCounterparty;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [input.id],
    prepare: async () => {
      state = await writer.load(actor.companyId, input.id, kind);
    },
    decide: () => decideCounterparty(command, state),
  });
  return result.counterpartyId;
}
