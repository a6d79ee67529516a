import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { employments } from './tables.ts';

export type EmploymentRow = typeof employments.$inferSelect;

/** Employments by key, for loaders, the oldest first; what is not the company's is absent from the answer. */
export function findEmployments(
  database: Database,
  companyId: string,
  key: 'id' | 'employeeId',
  values: readonly string[],
): Promise<EmploymentRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(employments)
      .where(and(eq(employments.companyId, companyId), inArray(employments[key], [...values])))
      .orderBy(asc(employments.start), asc(employments.id)),
  );
}

/**
 * Whose contract, component or absence this is.
 * @throws DomainError NOT_FOUND naming the field.
 */
export async function demandOwner(
  database: Database,
  companyId: string,
  table: 'employments' | 'components' | 'absences',
  id: string,
  field: string,
): Promise<string> {
  // What is no UUID names nothing, and must not reach a uuid column.
  if (!isUuid(id)) throw notFound(field, id);
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ employee_id: string }[]>`
      /* ownerOf */ select employee_id from ${sql(`payroll.${table}`)} where company_id = ${companyId} and id = ${id}`,
  );
  if (row === undefined) throw notFound(field, id);
  return row.employee_id;
}
