import type DataLoader from 'dataloader';
import type { Database } from '#db/client.ts';
import { manyByKey, oneByKey } from '#shared/graphql/loaders.ts';
import type { Absence } from './absences/absence.ts';
import { findAbsences } from './absences/queries.ts';
import type { PayComponent } from './components/component.ts';
import { findComponents } from './components/queries.ts';
import { findEmployees, readUsedReliefs, type EmployeeRow, type UsedRelief } from './employees/queries.ts';
import { findEmployments, type EmploymentRow } from './employments/queries.ts';
import { findRuns, type RunRow } from './runs/queries.ts';

/** Loads each thing once for an operation, and many together. */
export interface PayrollLoaders {
  readonly employee: DataLoader<string, EmployeeRow | null>;
  readonly employment: DataLoader<string, EmploymentRow | null>;
  readonly employmentsOf: DataLoader<string, EmploymentRow[]>;
  readonly componentsOf: DataLoader<string, PayComponent[]>;
  readonly run: DataLoader<string, RunRow | null>;
  readonly absencesOf: DataLoader<string, Absence[]>;
  /** By `usedReliefKey`. */
  readonly usedRelief: DataLoader<string, UsedRelief | null>;
}

/** A year of an employee as the key of a loader. */
export function usedReliefKey({ employeeId, year }: Pick<UsedRelief, 'employeeId' | 'year'>): string {
  return `${employeeId} ${String(year)}`;
}

export function createPayrollLoaders(database: Database, companyId: string): PayrollLoaders {
  return {
    employee: oneByKey(
      (ids) => findEmployees(database, companyId, ids),
      ({ id }) => id,
    ),
    employment: oneByKey(
      (ids) => findEmployments(database, companyId, 'id', ids),
      ({ id }) => id,
    ),
    employmentsOf: manyByKey(
      (ids: readonly string[]) => findEmployments(database, companyId, 'employeeId', ids),
      ({ employeeId }) => employeeId,
    ),
    componentsOf: manyByKey(
      (ids: readonly string[]) => findComponents(database, companyId, ids),
      ({ employmentId }) => employmentId,
    ),
    run: oneByKey(
      (ids) => findRuns(database, companyId, ids),
      ({ id }) => id,
    ),
    absencesOf: manyByKey(
      (ids: readonly string[]) => findAbsences(database, companyId, ids),
      ({ employmentId }) => employmentId,
    ),
    usedRelief: oneByKey(
      (keys) =>
        readUsedReliefs(
          database,
          companyId,
          keys.map((key) => {
            const [employeeId = '', year] = key.split(' ');
            return { employeeId, year: Number(year) };
          }),
        ),
      usedReliefKey,
    ),
  };
}
