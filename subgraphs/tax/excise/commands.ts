import type { Actor } from '#shared/domain/actor.ts';
import { namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { TaxWriter } from '../writer.ts';
import {
  decideExciseRate,
  evolveExciseRate,
  noExciseRate,
  type ExciseRateDraft,
  type ExciseRateState,
} from './decide.ts';

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function setExciseRate(
  writer: TaxWriter,
  actor: Actor,
  input: ExciseRateDraft & { readonly idempotencyKey?: string | null | undefined },
): Promise<void> {
  const { group, validFrom, rate, source } = input;
  const id = namedId('tax', actor.companyId, `excise-rate:${group}:${validFrom}`);
  let state: ExciseRateState = noExciseRate;
  await writer.writePath.execute({
    ...actor,
    operation: 'setExciseRate',
    ...keyed(input),
    aggregates: [id],
    changesFacts: true,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: noExciseRate,
        evolve: evolveExciseRate,
        stateVersion: 1,
      });
    },
    decide: (facts) => decideExciseRate(id, { group, validFrom, rate, source }, state, facts.exciseLaw),
  });
}
