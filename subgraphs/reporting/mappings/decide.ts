import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';

/** The line that a company has chosen for an account in a statement; null while it has not. */
export interface AccountMapping {
  readonly version: number;
  readonly lineCode: string | null;
}

export interface AccountMapped {
  readonly type: 'AccountMapped';
  readonly data: {
    readonly standard: string;
    readonly statement: string;
    readonly accountId: string;
    /** Null: the beginning of the account's code decides again. */
    readonly lineCode: string | null;
  };
}

export const initialMapping: AccountMapping = { version: 0, lineCode: null };

export function evolveMapping(state: AccountMapping, { data }: AccountMapped): AccountMapping {
  return { version: state.version + 1, lineCode: data.lineCode };
}

export interface MapAccount {
  readonly id: string;
  readonly standard: string;
  readonly statement: string;
  readonly accountId: string;
  readonly lineCode: string | null;
}

/**
 * A choice that is made already yields no event. Pure.
 * @throws DomainError BAD_USER_INPUT for a line that the statement does not have, or that sums no accounts.
 */
export function decideMapping(
  { id, standard, statement, accountId, lineCode }: MapAccount,
  state: AccountMapping,
  lines: readonly { readonly code: string; readonly kind: string }[],
): Decision<Record<string, never>> {
  if (lineCode !== null && lines.find(({ code }) => code === lineCode)?.kind !== 'LINE')
    throw badInput('lineCode', lineCode, 'the statement has no such line for accounts');
  if (state.lineCode === lineCode) return { events: [], result: {} };
  return {
    events: [
      {
        aggregateType: 'AccountMapping',
        aggregateId: id,
        version: state.version + 1,
        type: 'AccountMapped',
        data: { standard, statement, accountId, lineCode },
      },
    ],
    result: {},
  };
}
