import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { onFile } from '../employees/on-file.ts';
import type { PayrollWriter } from '../writer.ts';
import { decideEmployment, type EmploymentCommand } from './decide.ts';
import type { EndReason } from './employment.ts';
import { demandOwner } from './queries.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

type Given<Type extends EmploymentCommand['type']> = Extract<
  EmploymentCommand,
  { type: Type; given: object }
>['given'];

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export function beginEmployment(
  writer: PayrollWriter,
  actor: Actor,
  input: Given<'BeginEmployment'> & Keyed & { readonly employeeId: string },
): Promise<string> {
  const { employeeId, idempotencyKey: _key, ...given } = input;
  if (!isUuid(employeeId)) throw notFound('employeeId', employeeId);
  return decided(writer, actor, 'beginEmployment', input, {
    type: 'BeginEmployment',
    employeeId,
    id: newId(),
    given,
  });
}

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function changeEmploymentTerms(
  writer: PayrollWriter,
  actor: Actor,
  input: Given<'ChangeEmploymentTerms'> & Keyed & { readonly id: string },
): Promise<string> {
  const { id, idempotencyKey: _key, ...given } = input;
  const employeeId = await demandOwner(writer.database, actor.companyId, 'employments', id, 'id');
  return decided(writer, actor, 'changeEmploymentTerms', input, {
    type: 'ChangeEmploymentTerms',
    employeeId,
    id,
    given,
  });
}

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function endEmployment(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & { readonly id: string; readonly end: string; readonly reason: EndReason },
): Promise<string> {
  const { id, end, reason } = input;
  const employeeId = await demandOwner(writer.database, actor.companyId, 'employments', id, 'id');
  return decided(writer, actor, 'endEmployment', input, {
    type: 'EndEmployment',
    employeeId,
    id,
    end,
    reason,
  });
}

async function decided(
  writer: PayrollWriter,
  actor: Actor,
  operation: string,
  input: Keyed,
  command: EmploymentCommand,
): Promise<string> {
  const { employmentId } = await onFile(writer, actor, {
    operation,
    employeeId: command.employeeId,
    input,
    decide: (file) => decideEmployment(command, file),
  });
  return employmentId;
}
