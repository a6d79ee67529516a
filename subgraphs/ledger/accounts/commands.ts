import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { AccountDraft } from '../ledger.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { newId } from '#shared/domain/ids.ts';
import type { LedgerWriter } from '../writer.ts';
import { evolveAccount, initialAccount, type Account, type AccountEvent } from './account.ts';
import {
  decideAccount,
  decideOpenAccounts,
  type AccountChanges,
  type AccountCommand,
  type AccountResult,
} from './decide.ts';

const kind: AggregateKind<Account, AccountEvent> = {
  initial: initialAccount,
  evolve: evolveAccount,
  stateVersion: 1,
};

export type NewAccount = Extract<AccountCommand, { type: 'CreateAccount' }>['given'];

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

export function createAccount(
  writer: LedgerWriter,
  actor: Actor,
  { idempotencyKey, ...given }: NewAccount & Keyed,
): Promise<Receipt<AccountResult>> {
  const id = newId();
  return writer.writePath.execute<AccountResult>({
    ...actor,
    operation: 'createAccount',
    ...keyed({ ...given, idempotencyKey }),
    changesFacts: true,
    decide: (facts) => decideAccount({ type: 'CreateAccount', id, given }, initialAccount, facts),
  });
}

/** Accounts that one command opens: enough to make a chart quickly, few enough not to hold the company up. */
const OPENED_AT_ONCE = 250;

/**
 * Opens the accounts of a list that the company lacks, parents before their children.
 * @throws DomainError NOT_FOUND for a parent that is neither the company's nor earlier in the list.
 */
export async function openAccounts(
  writer: LedgerWriter,
  actor: Actor,
  drafts: readonly AccountDraft[],
): Promise<{ created: number; existing: number }> {
  let created = 0;
  for (let at = 0; at < drafts.length; at += OPENED_AT_ONCE) {
    const some = drafts
      .slice(at, at + OPENED_AT_ONCE)
      .map(({ parentCode, ...given }) => ({ id: newId(), given, parentCode }));
    const { result } = await writer.writePath.execute({
      ...actor,
      operation: 'openAccounts',
      input: null,
      changesFacts: true,
      decide: (facts) =>
        decideOpenAccounts(
          some.filter(({ given }) => facts.accountByCode(given.code) === undefined),
          facts,
        ),
    });
    created += result.opened;
  }
  return { created, existing: drafts.length - created };
}

export interface AccountAction extends Keyed {
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

export function updateAccount(
  writer: LedgerWriter,
  actor: Actor,
  input: AccountAction & AccountChanges,
): Promise<Receipt<AccountResult>> {
  const { id, expectedVersion, idempotencyKey: _key, ...changes } = input;
  return onExisting(writer, actor, 'updateAccount', input, (hasPostings) => ({
    type: 'UpdateAccount',
    id,
    expectedVersion: expectedVersion ?? null,
    changes,
    hasPostings,
  }));
}

export function setAccountActive(
  writer: LedgerWriter,
  actor: Actor,
  input: AccountAction,
  isActive: boolean,
): Promise<Receipt<AccountResult>> {
  return onExisting(writer, actor, isActive ? 'activateAccount' : 'deactivateAccount', input, () => ({
    type: isActive ? 'ActivateAccount' : 'DeactivateAccount',
    id: input.id,
    expectedVersion: input.expectedVersion ?? null,
  }));
}

export function deleteAccount(
  writer: LedgerWriter,
  actor: Actor,
  input: AccountAction,
): Promise<Receipt<AccountResult>> {
  return onExisting(writer, actor, 'deleteAccount', input, (hasPostings) => ({
    type: 'DeleteAccount',
    id: input.id,
    expectedVersion: input.expectedVersion ?? null,
    hasPostings,
  }));
}

function onExisting(
  writer: LedgerWriter,
  actor: Actor,
  operation: string,
  input: AccountAction,
  command: (hasPostings: boolean) => AccountCommand,
): Promise<Receipt<AccountResult>> {
  let state: Account = initialAccount;
  let hasPostings = false;
  return writer.writePath.execute<AccountResult>({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [input.id],
    changesFacts: true,
    prepare: async () => {
      [state, hasPostings] = await Promise.all([
        writer.load(actor.companyId, input.id, kind),
        findPostings(writer, actor.companyId, input.id),
      ]);
    },
    decide: (facts) => decideAccount(command(hasPostings), state, facts),
  });
}

async function findPostings(
  { database }: LedgerWriter,
  companyId: string,
  accountId: string,
): Promise<boolean> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ found: boolean }[]>`
      /* accountHasPostings */ select exists (
        select from ledger.account_turnover where company_id = ${companyId} and account_id = ${accountId}) as found`,
  );
  return row?.found ?? false;
}
