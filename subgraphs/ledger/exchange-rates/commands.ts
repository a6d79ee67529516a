import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { LedgerFacts } from '../facts.ts';
import type { LedgerWriter } from '../writer.ts';
import { decideSet, decideWithdraw, type OwnRateResult, type SetExchangeRate } from './decide.ts';
import { evolveOwnRate, initialOwnRate, type OwnRate, type OwnRateEvent } from './own-rate.ts';

const kind: AggregateKind<OwnRate, OwnRateEvent> = {
  initial: initialOwnRate,
  evolve: evolveOwnRate,
  stateVersion: 1,
};

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** Sets the company's own rate of a currency for one day. */
export function setExchangeRate(
  writer: LedgerWriter,
  actor: Actor,
  input: SetExchangeRate & Keyed,
): Promise<Receipt<OwnRateResult>> {
  return onRate(writer, actor, 'setExchangeRate', input, (id, state, facts) =>
    decideSet(id, input, state, facts),
  );
}

/** Withdraws it, so that the official rate counts again. */
export function withdrawExchangeRate(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly currency: string; readonly date: string; readonly reason: string } & Keyed,
): Promise<Receipt<OwnRateResult>> {
  return onRate(writer, actor, 'withdrawExchangeRate', input, (id, state, facts) =>
    decideWithdraw(id, input, state, facts),
  );
}

function onRate(
  writer: LedgerWriter,
  actor: Actor,
  operation: string,
  input: { readonly currency: string; readonly date: string } & Keyed,
  decide: (id: string, state: OwnRate, facts: LedgerFacts) => Decision<OwnRateResult>,
): Promise<Receipt<OwnRateResult>> {
  const id = namedId('ledger', actor.companyId, `exchange-rate:${input.currency}:${input.date}`);
  let state = initialOwnRate;
  return writer.writePath.execute<OwnRateResult>({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
    },
    decide: (facts) => decide(id, state, facts),
  });
}
