import type { Actor } from '#shared/domain/actor.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/named-id.ts';
import type { PayrollWriter } from '../writer.ts';
import {
  decidePostingAccount,
  evolvePostingAccount,
  noPostingAccount,
  type PostingAccount,
} from './decide.ts';
import { listPostingAccounts } from './queries.ts';

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED */
export async function choosePostingAccount(
  writer: PayrollWriter,
  actor: Actor,
  input: {
    readonly role: string;
    readonly accountCode: string;
    readonly idempotencyKey?: string | null | undefined;
  },
): Promise<void> {
  const { role, accountCode } = input;
  const id = namedId('payroll', actor.companyId, `posting-account:${role}`);
  let state: PostingAccount = noPostingAccount;
  let roles: ReadonlySet<string> = new Set();
  await writer.writePath.execute({
    ...actor,
    operation: 'choosePayrollPostingAccount',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      const accounts = await listPostingAccounts(writer.database, actor.companyId);
      roles = new Set(accounts.map((account) => account.role));
      state = await writer.load(actor.companyId, id, {
        initial: noPostingAccount,
        evolve: evolvePostingAccount,
        stateVersion: 1,
      });
    },
    decide: () => decidePostingAccount(id, { role, accountCode }, state, roles),
  });
}
