import { unreachable, type NewEvent } from '#shared/domain/decider.ts';
import { notFound } from '#shared/domain/errors.ts';
import type { Absence, AbsenceEvent } from '../absences/absence.ts';
import type { ComponentEvent, PayComponent } from '../components/component.ts';
import type { Employment, EmploymentEvent } from '../employments/employment.ts';
import type { EmployeeDetails, EmployeeEvent } from './employee.ts';

/**
 * All that is kept of one employee. It is one aggregate, because contracts must not overlap, absences lie within
 * contracts and components belong to them: whoever decides sees the whole, and two who change it at once do not pass
 * each other by.
 */
export interface EmployeeFile {
  readonly version: number;
  /** Null until the employee is entered. */
  readonly employee: EmployeeDetails | null;
  readonly employments: readonly Employment[];
  readonly components: readonly PayComponent[];
  readonly absences: readonly Absence[];
}

export type FileEvent = EmployeeEvent | EmploymentEvent | ComponentEvent | AbsenceEvent;

export const emptyFile: EmployeeFile = {
  version: 0,
  employee: null,
  employments: [],
  components: [],
  absences: [],
};

export function evolveFile(before: EmployeeFile, event: FileEvent): EmployeeFile {
  const file = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'EmployeeCreated':
    case 'EmployeeChanged':
      return { ...file, employee: event.data };
    case 'EmploymentBegun':
    case 'EmploymentTermsChanged':
    case 'EmploymentEnded':
      return { ...file, employments: withOne(file.employments, event.data) };
    case 'PayComponentAdded':
    case 'PayComponentEnded':
      return { ...file, components: withOne(file.components, event.data) };
    case 'PayComponentCancelled':
      return { ...file, components: file.components.filter(({ id }) => id !== event.data.id) };
    case 'AbsenceRecorded':
      return { ...file, absences: withOne(file.absences, event.data) };
    case 'AbsenceCancelled':
      return { ...file, absences: file.absences.filter(({ id }) => id !== event.data.id) };
    default:
      return unreachable(event);
  }
}

/** The event as the next of the file. */
export function factOf(employeeId: string, file: EmployeeFile, { type, data }: FileEvent): NewEvent {
  return { aggregateType: 'Employee', aggregateId: employeeId, version: file.version + 1, type, data };
}

/** @throws DomainError NOT_FOUND naming the field. */
export function demandEmployment(file: EmployeeFile, id: string, field: string): Employment {
  const found = file.employments.find((employment) => employment.id === id);
  if (found === undefined) throw notFound(field, id);
  return found;
}

function withOne<Kept extends { readonly id: string }>(all: readonly Kept[], one: Kept): Kept[] {
  const others = all.filter(({ id }) => id !== one.id);
  return [...others, one];
}
