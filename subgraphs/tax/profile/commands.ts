import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TaxWriter } from '../writer.ts';
import { decideProfile, type TaxProfileChanges } from './decide.ts';
import { evolveProfile, initialProfile, type TaxProfile } from './profile.ts';

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function updateTaxProfile(
  writer: TaxWriter,
  actor: Actor,
  { idempotencyKey, ...changes }: TaxProfileChanges & { readonly idempotencyKey?: string | null | undefined },
): Promise<void> {
  const id = namedId('tax', actor.companyId, 'profile');
  let state: TaxProfile = initialProfile;
  await writer.writePath.execute({
    ...actor,
    operation: 'updateTaxProfile',
    ...keyed({ ...changes, idempotencyKey }),
    aggregates: [id],
    changesFacts: true,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: initialProfile,
        evolve: evolveProfile,
        stateVersion: 1,
      });
    },
    decide: () => decideProfile({ id, changes }, state),
  });
}
