import { namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { InventoryWriter } from '../writer.ts';
import {
  decidePostingAccount,
  evolvePostingAccount,
  initialPostingAccount,
  type PostingAccount,
} from './decide.ts';

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function choosePostingAccount(
  writer: InventoryWriter,
  actor: Actor,
  input: {
    readonly role: string;
    readonly accountCode: string;
    readonly idempotencyKey?: string | null | undefined;
  },
): Promise<void> {
  const { role, accountCode } = input;
  const id = namedId('inventory', actor.companyId, `posting-account:${role}`);
  let state: PostingAccount = initialPostingAccount;
  await writer.writePath.execute({
    ...actor,
    operation: 'chooseInventoryPostingAccount',
    ...keyed(input),
    aggregates: [id],
    changesFacts: true,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: initialPostingAccount,
        evolve: evolvePostingAccount,
        stateVersion: 1,
      });
    },
    decide: (facts) => decidePostingAccount({ id, role, accountCode }, state, facts.postingAccounts),
  });
}
