import type { Actor } from '#shared/domain/actor.ts';
import { namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { ReportingWriter } from '../writer.ts';
import { decideTerms, evolveTerms, initialTerms, type PaymentTerms, type PaymentTermsSet } from './decide.ts';

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function setPaymentTerms(
  writer: ReportingWriter,
  actor: Actor,
  input: PaymentTermsSet['data'] & { readonly idempotencyKey?: string | null | undefined },
): Promise<void> {
  const { counterpartyId, receivableDays, payableDays } = input;
  const id = namedId('reporting', actor.companyId, `payment-terms:${counterpartyId ?? ''}`);
  let state: PaymentTerms = initialTerms;
  await writer.writePath.execute({
    ...actor,
    operation: 'setPaymentTerms',
    ...keyed(input),
    aggregates: [id],
    changesFacts: false,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: initialTerms,
        evolve: evolveTerms,
        stateVersion: 1,
      });
    },
    decide: () => decideTerms(id, { counterpartyId, receivableDays, payableDays }, state),
  });
}
