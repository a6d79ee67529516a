import type { Actor } from '#shared/domain/actor.ts';
import { namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { LedgerWriter } from '../writer.ts';
import {
  decidePostingAccount,
  evolvePostingAccount,
  initialPostingAccount,
  type PostingAccount,
} from './decide.ts';

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, IDEMPOTENCY_KEY_REUSED. */
export async function choosePostingAccount(
  writer: LedgerWriter,
  actor: Actor,
  input: {
    readonly role: string;
    readonly accountCode: string;
    readonly idempotencyKey?: string | null | undefined;
  },
): Promise<void> {
  const { role, accountCode } = input;
  const id = namedId('ledger', actor.companyId, `posting-account:${role}`);
  let state: PostingAccount = initialPostingAccount;
  await writer.writePath.execute({
    ...actor,
    operation: 'chooseLedgerPostingAccount',
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
    decide: (facts) => decidePostingAccount({ id, role, accountCode }, state, facts),
  });
}
