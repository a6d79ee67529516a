import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';

/** The choice for one role; null as long as the company has made none. */
export interface PostingAccount {
  readonly version: number;
  readonly accountCode: string | null;
}

export interface PostingAccountEvent {
  readonly type: 'PayrollPostingAccountChosen';
  readonly data: { readonly role: string; readonly accountCode: string };
}

export const noPostingAccount: PostingAccount = { version: 0, accountCode: null };

export function evolvePostingAccount(state: PostingAccount, { data }: PostingAccountEvent): PostingAccount {
  return { version: state.version + 1, accountCode: data.accountCode };
}

/**
 * Chooses the account of a role; a choice that is made already yields no event. Pure.
 * @throws DomainError BAD_USER_INPUT for a role that there is not, or a code that no chart could have.
 */
export function decidePostingAccount(
  id: string,
  { role, accountCode }: PostingAccountEvent['data'],
  state: PostingAccount,
  roles: ReadonlySet<string>,
): Decision<Record<string, never>> {
  if (!roles.has(role)) throw badInput('role', role, 'pay needs no such account');
  if (!/^[\p{L}\d.:_-]{1,64}$/u.test(accountCode))
    throw badInput('accountCode', accountCode, 'not a code of an account');
  if (state.accountCode === accountCode) return { events: [], result: {} };
  return {
    events: [
      {
        aggregateType: 'PayrollPostingAccount',
        aggregateId: id,
        version: state.version + 1,
        type: 'PayrollPostingAccountChosen',
        data: { role, accountCode },
      },
    ],
    result: {},
  };
}
