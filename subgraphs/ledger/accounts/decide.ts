import { unreachable, type Decision, type NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import {
  defaultNormalSide,
  initialAccount,
  type Account,
  type AccountDetails,
  type AccountEvent,
  type AccountNames,
  type AccountType,
  type NormalSide,
} from './account.ts';

/** Absent means "as it is"; null clears. */
export interface AccountChanges {
  readonly code?: string | null | undefined;
  readonly names?: GivenNames | null | undefined;
  readonly type?: AccountType | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly currency?: string | null | undefined;
  readonly metadata?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface GivenNames {
  readonly ka?: string | null | undefined;
  readonly en?: string | null | undefined;
  readonly ru?: string | null | undefined;
}

export type AccountCommand =
  | {
      readonly type: 'CreateAccount';
      readonly id: string;
      readonly given: AccountChanges & {
        readonly type: AccountType;
        readonly normalSide?: NormalSide | null | undefined;
        readonly isHeading?: boolean | null | undefined;
      };
    }
  | {
      readonly type: 'UpdateAccount';
      readonly id: string;
      readonly expectedVersion: number | null;
      readonly changes: AccountChanges;
      /** True when entries stand on the account: its kind is then settled. */
      readonly hasPostings: boolean;
    }
  | {
      readonly type: 'DeactivateAccount' | 'ActivateAccount';
      readonly id: string;
      readonly expectedVersion: number | null;
    }
  | {
      readonly type: 'DeleteAccount';
      readonly id: string;
      readonly expectedVersion: number | null;
      readonly hasPostings: boolean;
    };

export interface AccountResult {
  readonly accountId: string;
}

const CODE = /^[0-9A-Za-z][0-9A-Za-z.:_-]{0,63}$/;
const MAX_METADATA = 10_000;

/**
 * The rules of the chart of accounts. Pure.
 * @throws DomainError with the codes that the mutations list in the SDL.
 */
export function decideAccount(
  command: AccountCommand,
  state: Account,
  facts: LedgerFacts,
): Decision<AccountResult> {
  if (command.type === 'CreateAccount') {
    const { given, id } = command;
    const details = checkDetails(
      {
        code: given.code ?? '',
        names: {},
        type: given.type,
        normalSide: given.normalSide ?? defaultNormalSide(given.type),
        role: null,
        currency: null,
        parentId: null,
        metadata: {},
      },
      { ...given, names: given.names ?? {} },
      id,
      facts,
    );
    return decided(id, 1, {
      type: 'AccountOpened',
      data: { ...details, isHeading: given.isHeading ?? false },
    });
  }

  if (!('details' in state)) throw notFound('id', command.id);
  const { expectedVersion } = command;
  if (expectedVersion !== null && expectedVersion !== state.version) {
    throw new DomainError('CONFLICT', `expectedVersion: the account is at version ${state.version}`, {
      field: 'expectedVersion',
      value: String(expectedVersion),
      version: state.version,
    });
  }
  const next = state.version + 1;
  switch (command.type) {
    case 'UpdateAccount': {
      const { changes } = command;
      const details = checkDetails(state.details, changes, command.id, facts);
      if (
        command.hasPostings &&
        (details.type !== state.details.type || details.currency !== state.details.currency)
      ) {
        const field = details.type !== state.details.type ? 'type' : 'currency';
        throw new DomainError('INVALID_TRANSITION', `${field}: the account has postings and keeps it`, {
          field,
          value: details[field] ?? '',
        });
      }
      return decided(command.id, next, { type: 'AccountChanged', data: details });
    }
    case 'DeactivateAccount':
      if (state.status === 'INACTIVE') throw wrongState(command.id, 'inactive already');
      return decided(command.id, next, { type: 'AccountDeactivated', data: {} });
    case 'ActivateAccount':
      if (state.status === 'ACTIVE') throw wrongState(command.id, 'active already');
      return decided(command.id, next, { type: 'AccountActivated', data: {} });
    case 'DeleteAccount':
      if (command.hasPostings) throw wrongState(command.id, 'not deletable: it has postings');
      if (facts.hasChildren(command.id))
        throw wrongState(command.id, 'not deletable: accounts stand below it');
      return decided(command.id, next, { type: 'AccountDeleted', data: { code: state.details.code } });
    default:
      return unreachable(command);
  }
}

export interface OpenAccount {
  readonly id: string;
  readonly given: Extract<AccountCommand, { type: 'CreateAccount' }>['given'];
  /** Code of the account above: one of the company's, or one that comes earlier in the list. */
  readonly parentCode: string | undefined;
}

/** Opens a list of accounts, parents before their children. All or none. Pure. */
export function decideOpenAccounts(
  accounts: readonly OpenAccount[],
  facts: LedgerFacts,
): Decision<{ readonly opened: number }> {
  const events: NewEvent[] = [];
  let known = facts;
  for (const { id, given, parentCode } of accounts) {
    const parent = parentCode === undefined ? undefined : known.accountByCode(parentCode);
    if (parentCode !== undefined && parent === undefined) throw notFound('parent', parentCode);
    const command: AccountCommand = {
      type: 'CreateAccount',
      id,
      given: { ...given, parentId: parent?.id ?? null },
    };
    events.push(...decideAccount(command, initialAccount, known).events);
    known = known.withAccount({
      id,
      code: given.code ?? '',
      currency: given.currency ?? null,
      isHeading: given.isHeading ?? false,
      isActive: true,
      parentId: parent?.id ?? null,
    });
  }
  return { events, result: { opened: events.length } };
}

/** The account as it would be after the changes, every value checked. */
function checkDetails(
  before: AccountDetails,
  changes: AccountChanges,
  id: string,
  facts: LedgerFacts,
): AccountDetails {
  const type = changes.type ?? before.type;
  return {
    code: checkCode(changes.code ?? before.code, id, facts),
    names: changes.names ? checkNames(before.names, changes.names) : before.names,
    type,
    normalSide: type === before.type ? before.normalSide : defaultNormalSide(type),
    role: changes.role === undefined ? before.role : parseOptionalText(changes.role, 'role', 50),
    currency: changes.currency === undefined ? before.currency : checkCurrency(changes.currency, facts),
    parentId: changes.parentId === undefined ? before.parentId : checkParent(changes.parentId, id, facts),
    metadata: changes.metadata ? checkMetadata(changes.metadata) : before.metadata,
  };
}

function checkCode(code: string, id: string, facts: LedgerFacts): string {
  if (!CODE.test(code)) throw badInput('code', code, '1–64 Latin letters, digits and . : _ - are allowed');
  const holder = facts.accountByCode(code);
  if (holder !== undefined && holder.id !== id) {
    throw new DomainError('CONFLICT', `code: account ${code} exists already`, { field: 'code', value: code });
  }
  return code;
}

function checkNames(before: AccountNames, given: GivenNames): AccountNames {
  const names: { ka?: string; en?: string; ru?: string } = { ...before };
  for (const language of ['ka', 'en', 'ru'] as const) {
    if (given[language] === undefined) continue;
    const name = parseOptionalText(given[language], `names.${language}`, 250);
    if (name === null) Reflect.deleteProperty(names, language);
    else names[language] = name;
  }
  if (Object.keys(names).length === 0) throw badInput('names', given, 'an account needs a name');
  return names;
}

function checkCurrency(currency: string | null, facts: LedgerFacts): string | null {
  if (currency !== null) facts.demandMinorUnits(currency, 'currency');
  return currency;
}

/** The parent exists, and no account stands below itself. */
function checkParent(parentId: string | null, id: string, facts: LedgerFacts): string | null {
  if (parentId === null) return null;
  for (let above: string | null = parentId; above !== null;) {
    if (above === id) throw badInput('parentId', parentId, 'an account cannot stand below itself');
    const account = facts.accountById(above);
    if (account === undefined) throw notFound('parentId', parentId);
    above = account.parentId;
  }
  return parentId;
}

function checkMetadata(metadata: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(metadata);
  if (text.length > MAX_METADATA)
    throw badInput('metadata', text, `longer than ${MAX_METADATA} characters of JSON`);
  if (text.includes('\\u0000')) throw badInput('metadata', text, 'has NUL characters');
  return metadata;
}

function wrongState(id: string, why: string): DomainError {
  return new DomainError('INVALID_TRANSITION', `id: the account is ${why}`, { field: 'id', value: id });
}

function decided(accountId: string, version: number, { type, data }: AccountEvent): Decision<AccountResult> {
  const event: NewEvent = {
    aggregateType: 'Account',
    aggregateId: accountId,
    version,
    type,
    data,
    reference: true,
  };
  return { events: [event], result: { accountId } };
}

/** A name that was given plainly, as in `createAccount(name:)`, belongs to the company's working language. */
export function namesFrom(name: string, names: GivenNames | null | undefined): GivenNames {
  return { ka: parseText(name, 'name', 250), ...names };
}
