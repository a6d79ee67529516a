import { unreachable } from '#shared/domain/decider.ts';

export const ACCOUNT_TYPES = ['ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE'] as const;
export type AccountType = (typeof ACCOUNT_TYPES)[number];
export type NormalSide = 'DEBIT' | 'CREDIT';

export interface AccountNames {
  readonly ka?: string;
  readonly en?: string;
  readonly ru?: string;
}

/** What can be said of an account and changed later. */
export interface AccountDetails {
  readonly code: string;
  readonly names: AccountNames;
  readonly type: AccountType;
  readonly normalSide: NormalSide;
  readonly role: string | null;
  readonly currency: string | null;
  readonly parentId: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export type AccountEvent =
  | { readonly type: 'AccountOpened'; readonly data: AccountDetails & { readonly isHeading: boolean } }
  /** Carries everything that may change, changed or not: the last one says how the account is. */
  | { readonly type: 'AccountChanged'; readonly data: AccountDetails }
  | { readonly type: 'AccountDeactivated'; readonly data: Record<string, never> }
  | { readonly type: 'AccountActivated'; readonly data: Record<string, never> }
  | { readonly type: 'AccountDeleted'; readonly data: { readonly code: string } };

export type Account =
  | { readonly status: 'NEW'; readonly version: 0 }
  | {
      readonly status: 'ACTIVE' | 'INACTIVE';
      readonly version: number;
      readonly details: AccountDetails;
      readonly isHeading: boolean;
    }
  | { readonly status: 'DELETED'; readonly version: number };

export const initialAccount: Account = { status: 'NEW', version: 0 };

export function evolveAccount(state: Account, event: AccountEvent): Account {
  const version = state.version + 1;
  switch (event.type) {
    case 'AccountOpened': {
      const { isHeading, ...details } = event.data;
      return { status: 'ACTIVE', version, details, isHeading };
    }
    case 'AccountDeleted':
      return { status: 'DELETED', version };
    case 'AccountChanged':
      return { ...existing(state), version, details: event.data };
    case 'AccountDeactivated':
      return { ...existing(state), version, status: 'INACTIVE' };
    case 'AccountActivated':
      return { ...existing(state), version, status: 'ACTIVE' };
    default:
      return unreachable(event);
  }
}

function existing(state: Account): Extract<Account, { details: AccountDetails }> {
  if (!('details' in state)) throw new Error(`an account that is ${state.status} was changed`);
  return state;
}

/** Assets and expenses grow by debits, all else by credits. */
export function defaultNormalSide(type: AccountType): NormalSide {
  return type === 'ASSET' || type === 'EXPENSE' ? 'DEBIT' : 'CREDIT';
}
