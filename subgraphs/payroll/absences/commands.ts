import type { Actor } from '#shared/domain/actor.ts';
import { parseDate } from '#shared/domain/date.ts';
import { newId } from '#shared/domain/ids.ts';
import { readWorkingTime } from '../calendar/queries.ts';
import { onFile } from '../employees/on-file.ts';
import { demandOwner } from '../employments/queries.ts';
import type { PayrollWriter } from '../writer.ts';
import { decideCancelAbsence, decideRecordAbsence, type AbsenceResult, type GivenAbsence } from './decide.ts';
import { leaveRulesOn } from './rules.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function recordAbsence(
  writer: PayrollWriter,
  actor: Actor,
  input: GivenAbsence & Keyed,
): Promise<AbsenceResult> {
  const { idempotencyKey: _key, ...given } = input;
  const { database } = writer;
  const { companyId } = actor;
  const employeeId = await demandOwner(
    database,
    companyId,
    'employments',
    given.employmentId,
    'employmentId',
  );
  const [rules, workingTime] = await Promise.all([
    leaveRulesOn(database, parseDate(given.from, 'from')),
    readWorkingTime(database, companyId),
  ]);
  const id = newId();
  return onFile(writer, actor, {
    operation: 'recordAbsence',
    employeeId,
    input,
    decide: (file) => decideRecordAbsence({ employeeId, id, given }, file, rules, workingTime),
  });
}

/** @throws DomainError NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function cancelAbsence(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & { readonly id: string },
): Promise<AbsenceResult> {
  const { id } = input;
  const employeeId = await demandOwner(writer.database, actor.companyId, 'absences', id, 'id');
  return onFile(writer, actor, {
    operation: 'cancelAbsence',
    employeeId,
    input,
    decide: (file) => decideCancelAbsence({ employeeId, id }, file),
  });
}
