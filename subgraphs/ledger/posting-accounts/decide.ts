import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { LedgerFacts } from '../facts.ts';

/** The choice for one role; null as long as the company has made none. */
export interface PostingAccount {
  readonly version: number;
  readonly accountId: string | null;
}

export interface PostingAccountEvent {
  readonly type: 'PostingAccountChosen';
  readonly data: { readonly role: string; readonly accountId: string };
}

export const initialPostingAccount: PostingAccount = { version: 0, accountId: null };

export function evolvePostingAccount(state: PostingAccount, event: PostingAccountEvent): PostingAccount {
  return { version: state.version + 1, accountId: event.data.accountId };
}

/**
 * Chooses the account of a role; a choice that is made already yields no event. Pure.
 * @throws DomainError BAD_USER_INPUT for a role that there is not, NOT_FOUND or ACCOUNT_INACTIVE for the account.
 */
export function decidePostingAccount(
  { id, role, accountCode }: { readonly id: string; readonly role: string; readonly accountCode: string },
  state: PostingAccount,
  facts: LedgerFacts,
): Decision<Record<string, never>> {
  if (!facts.hasPostingRole(role))
    throw badInput('role', role, 'documents of the ledger need no such account');
  const account = facts.demandPostable(facts.accountByCode(accountCode), 'accountCode', accountCode);
  if (state.accountId === account.id) return { events: [], result: {} };
  const event: PostingAccountEvent = { type: 'PostingAccountChosen', data: { role, accountId: account.id } };
  return {
    events: [
      {
        aggregateType: 'PostingAccount',
        aggregateId: id,
        version: state.version + 1,
        ...event,
        reference: true,
      },
    ],
    result: {},
  };
}
