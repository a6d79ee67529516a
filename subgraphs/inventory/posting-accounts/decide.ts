import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';

/** The choice for one role; null as long as the company has made none. */
export interface PostingAccount {
  readonly version: number;
  readonly accountCode: string | null;
}

export interface PostingAccountEvent {
  readonly type: 'InventoryPostingAccountChosen';
  readonly data: { readonly role: string; readonly accountCode: string };
}

export const initialPostingAccount: PostingAccount = { version: 0, accountCode: null };

export function evolvePostingAccount(state: PostingAccount, event: PostingAccountEvent): PostingAccount {
  return { version: state.version + 1, accountCode: event.data.accountCode };
}

export interface ChooseAccount {
  readonly id: string;
  readonly role: string;
  readonly accountCode: string;
}

/**
 * A choice that is made already yields no event. Pure.
 * @throws DomainError BAD_USER_INPUT for a role that there is not, or a code that no chart could have.
 */
export function decidePostingAccount(
  { id, role, accountCode }: ChooseAccount,
  state: PostingAccount,
  known: Readonly<Record<string, string>>,
): Decision<Record<string, never>> {
  if (!Object.hasOwn(known, role)) throw badInput('role', role, 'movements need no such account');
  if (!/^[\p{L}\d.:_-]{1,64}$/u.test(accountCode))
    throw badInput('accountCode', accountCode, 'not a code of an account');
  if (state.accountCode === accountCode) return { events: [], result: {} };
  return {
    events: [
      {
        aggregateType: 'InventoryPostingAccount',
        aggregateId: id,
        version: state.version + 1,
        type: 'InventoryPostingAccountChosen',
        data: { role, accountCode },
        reference: true,
      },
    ],
    result: {},
  };
}
