import type { AggregateKind } from '#db/aggregates.ts';
import { parseDate } from '#shared/domain/date.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { decidingOn } from '../rates/deciding.ts';
import type { TaxWriter } from '../writer.ts';
import { evolveCharge, noCharge, type ProfitTaxCharge, type ProfitTaxEvent } from './charge.ts';
import { decideProfitTax, type ProfitTaxDraft, type ProfitTaxResult } from './decide.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

const kind: AggregateKind<ProfitTaxCharge, ProfitTaxEvent> = {
  initial: noCharge,
  evolve: evolveCharge,
  stateVersion: 1,
};

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. Answers the id. */
export async function chargeProfitTax(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...draft }: ProfitTaxDraft & Keyed,
): Promise<string> {
  const id = newId();
  const date = parseDate(draft.date, 'date');
  const grounds = decidingOn(writer, actor.companyId, date, draft.counterpartyId);
  const { result } = await writer.writePath.execute<ProfitTaxResult>({
    ...actor,
    operation: 'chargeProfitTax',
    ...keyed({ ...draft, idempotencyKey }),
    prepare: grounds.prepare,
    decide: (facts) => {
      const { rates, accounts } = grounds.found();
      const { companyId } = actor;
      return decideProfitTax(
        { type: 'ChargeProfitTax', id, companyId, draft, rates, accounts },
        noCharge,
        facts,
      );
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
export async function reverseProfitTaxCharge(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...given }: Reversal,
): Promise<string> {
  if (!isUuid(given.id)) throw notFound('id', given.id);
  const { companyId } = actor;
  let state: ProfitTaxCharge = noCharge;
  const { result } = await writer.writePath.execute<ProfitTaxResult>({
    ...actor,
    operation: 'reverseProfitTaxCharge',
    ...keyed({ ...given, idempotencyKey }),
    aggregates: [given.id],
    prepare: async () => {
      state = await writer.load(companyId, given.id, kind);
    },
    decide: (facts) => decideProfitTax({ type: 'ReverseProfitTaxCharge', companyId, ...given }, state, facts),
  });
  return result.id;
}
