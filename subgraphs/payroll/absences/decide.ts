import { parseDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import type { WorkingTime } from '../calendar/working-time.ts';
import { demandEmployment, factOf, type EmployeeFile } from '../employees/file.ts';
import type { Absence, AbsenceKind, LeaveRules } from './absence.ts';
import { daysBetween } from './leave.ts';
import { warningsOf, type AbsenceWarning } from './warnings.ts';

export interface GivenAbsence {
  readonly employmentId: string;
  readonly kind: AbsenceKind;
  readonly from: string;
  readonly to: string;
  readonly isComplicated?: boolean | null | undefined;
}

export interface AbsenceResult {
  readonly absenceId: string;
  readonly employmentId: string;
  readonly warnings: readonly AbsenceWarning[];
}

const LONGEST = 731;

/**
 * An absence stands whatever it is warned of: laws and collective agreements know exceptions. Pure.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT naming the field.
 */
export function decideRecordAbsence(
  command: { readonly employeeId: string; readonly id: string; readonly given: GivenAbsence },
  file: EmployeeFile,
  rules: LeaveRules,
  workingTime: WorkingTime,
): Decision<AbsenceResult> {
  const { employeeId, id, given } = command;
  const employment = demandEmployment(file, given.employmentId, 'employmentId');
  const from = parseDate(given.from, 'from');
  const to = parseDate(given.to, 'to');
  if (to < from) throw badInput('to', to, `before the first day, ${from}`);
  if (daysBetween(from, to) >= LONGEST) throw badInput('to', to, `more than ${String(LONGEST)} days`);
  if (from < employment.start)
    throw badInput('from', from, `before the first day of work, ${employment.start}`);
  if (employment.end !== null && to > employment.end)
    throw badInput('to', to, `after the last day of work, ${employment.end}`);
  const own = file.absences.filter(({ employmentId }) => employmentId === employment.id);
  const other = own.find((absence) => absence.from <= to && absence.to >= from);
  if (other !== undefined)
    throw badInput('from', from, `overlaps with the absence from ${other.from} to ${other.to}`);
  const isComplicated = given.isComplicated ?? false;
  if (isComplicated && given.kind !== 'MATERNITY')
    throw badInput('isComplicated', 'true', 'only leave for pregnancy and childbirth has complications');
  const absence: Absence = {
    ...{ id, employmentId: employment.id, kind: given.kind, from, to },
    ...(isComplicated && { isComplicated }),
  };
  return {
    events: [factOf(employeeId, file, { type: 'AbsenceRecorded', data: absence })],
    result: {
      absenceId: id,
      employmentId: employment.id,
      warnings: warningsOf(absence, employment, own, rules, workingTime),
    },
  };
}

/** Pure. @throws DomainError NOT_FOUND. */
export function decideCancelAbsence(
  { employeeId, id }: { readonly employeeId: string; readonly id: string },
  file: EmployeeFile,
): Decision<AbsenceResult> {
  const before = file.absences.find((absence) => absence.id === id);
  if (before === undefined) throw notFound('id', id);
  return {
    events: [factOf(employeeId, file, { type: 'AbsenceCancelled', data: { id } })],
    result: { absenceId: id, employmentId: before.employmentId, warnings: [] },
  };
}
