import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import type { PayrollWriter } from '../writer.ts';
import { decideEmployee, type EmployeeChanges } from './decide.ts';
import type { Sealed, SealedIdentity } from './employee.ts';
import { onFile } from './on-file.ts';
import { badPrivateInput, parseAccount, parsePassportNumber, parsePersonalNumber } from './private.ts';
import { findTaken, readReliefGrounds } from './queries.ts';

/** What a client says of an employee: the secret parts open. */
export type GivenEmployee = Omit<EmployeeChanges, 'identity' | 'account'> & {
  readonly personalNumber?: string | null | undefined;
  readonly passportNumber?: string | null | undefined;
  readonly iban?: string | null | undefined;
};

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** Commands write what is secret sealed only. */
export interface SealedWriter {
  readonly writer: PayrollWriter;
  readonly sealing: Sealing;
}

/** Answers the id. @throws DomainError BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export function createEmployee(
  parts: SealedWriter,
  actor: Actor,
  input: GivenEmployee & Keyed,
): Promise<string> {
  return write(parts, actor, 'createEmployee', { id: newId(), isNew: true, expectedVersion: null }, input);
}

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function updateEmployee(
  parts: SealedWriter,
  actor: Actor,
  input: GivenEmployee &
    Keyed & { readonly id: string; readonly expectedVersion?: number | null | undefined },
): Promise<string> {
  const { id, expectedVersion = null, ...given } = input;
  if (!isUuid(id)) throw notFound('id', id);
  return write(parts, actor, 'updateEmployee', { id, isNew: false, expectedVersion }, given);
}

async function write(
  { writer, sealing }: SealedWriter,
  actor: Actor,
  operation: string,
  command: { readonly id: string; readonly isNew: boolean; readonly expectedVersion: number | null },
  { idempotencyKey, personalNumber, passportNumber, iban, ...open }: GivenEmployee & Keyed,
): Promise<string> {
  const identity = sealIdentity(sealing, command.id, personalNumber, passportNumber);
  const account = sealAccount(sealing, command.id, iban);
  const changes: EmployeeChanges = {
    ...open,
    ...(identity === undefined ? {} : { identity }),
    ...(account === undefined ? {} : { account }),
  };
  let taken = { number: false, identity: false };
  let grounds: Awaited<ReturnType<typeof readReliefGrounds>> = [];
  // The key remembers a hash of the input: of what is secret it is one that only we can make.
  const input = {
    ...open,
    ...(command.isNew ? {} : { id: command.id, expectedVersion: command.expectedVersion }),
    identity: identity?.digest,
    account: account === null ? 'none' : account?.digest,
    idempotencyKey,
  };
  const { employeeId } = await onFile(writer, actor, {
    operation,
    employeeId: command.id,
    input,
    prepare: async () => {
      [taken, grounds] = await Promise.all([
        findTaken(writer.database, actor.companyId, command.id, {
          number: open.number ?? null,
          identityDigest: identity?.digest ?? null,
        }),
        readReliefGrounds(writer.database),
      ]);
    },
    decide: (file) => decideEmployee({ ...command, changes, taken, grounds }, file),
  });
  return employeeId;
}

function sealIdentity(
  sealing: Sealing,
  employeeId: string,
  personalNumber: string | null | undefined,
  passportNumber: string | null | undefined,
): SealedIdentity | undefined {
  const hasPassport = passportNumber !== null && passportNumber !== undefined;
  if (personalNumber !== null && personalNumber !== undefined) {
    if (hasPassport) throw badPrivateInput('passportNumber', 'give a personal number or a passport number');
    const number = parsePersonalNumber(personalNumber, 'personalNumber');
    return { kind: 'PERSONAL_NUMBER', ...sealed(sealing, employeeId, 'personal number', number) };
  }
  if (!hasPassport) return undefined;
  const number = parsePassportNumber(passportNumber, 'passportNumber');
  return { kind: 'PASSPORT', ...sealed(sealing, employeeId, 'passport', number) };
}

function sealAccount(
  sealing: Sealing,
  employeeId: string,
  iban: string | null | undefined,
): Sealed | null | undefined {
  if (iban === null || iban === undefined) return iban;
  return sealed(sealing, employeeId, 'account', parseAccount(iban, 'iban'));
}

function sealed(sealing: Sealing, employeeId: string, what: string, text: string): Sealed {
  return { sealed: sealing.seal(text, employeeId), digest: sealing.digest(`${what} ${text}`) };
}
