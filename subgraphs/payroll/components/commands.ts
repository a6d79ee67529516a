import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { onFile } from '../employees/on-file.ts';
import { demandOwner } from '../employments/queries.ts';
import type { PayrollWriter } from '../writer.ts';
import {
  decideComponent,
  type ComponentCommand,
  type ComponentResult,
  type GivenComponent,
} from './decide.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function addPayComponent(
  writer: PayrollWriter,
  actor: Actor,
  input: GivenComponent & Keyed,
): Promise<ComponentResult> {
  const { idempotencyKey: _key, ...given } = input;
  const { companyId } = actor;
  const field = 'employmentId';
  const employeeId = await demandOwner(writer.database, companyId, 'employments', given.employmentId, field);
  return decided(writer, actor, 'addPayComponent', input, {
    type: 'AddPayComponent',
    employeeId,
    id: newId(),
    given,
  });
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function endPayComponent(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & { readonly id: string; readonly to: string },
): Promise<ComponentResult> {
  const { id, to } = input;
  const employeeId = await demandOwner(writer.database, actor.companyId, 'components', id, 'id');
  return decided(writer, actor, 'endPayComponent', input, { type: 'EndPayComponent', employeeId, id, to });
}

/** @throws DomainError NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function cancelPayComponent(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & { readonly id: string },
): Promise<ComponentResult> {
  const { id } = input;
  const employeeId = await demandOwner(writer.database, actor.companyId, 'components', id, 'id');
  return decided(writer, actor, 'cancelPayComponent', input, { type: 'CancelPayComponent', employeeId, id });
}

function decided(
  writer: PayrollWriter,
  actor: Actor,
  operation: string,
  input: Keyed,
  command: ComponentCommand,
): Promise<ComponentResult> {
  return onFile(writer, actor, {
    operation,
    employeeId: command.employeeId,
    input,
    decide: (file) => decideComponent(command, file),
  });
}
