import type { Database } from '#db/client.ts';
import type { Absence } from './absence.ts';

/** Absences of employments, the oldest first, for loaders. */
export async function findAbsences(
  database: Database,
  companyId: string,
  employmentIds: readonly string[],
): Promise<Absence[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<(Absence & { isComplicated: boolean })[]>`
      /* absencesOf */ select id, employment_id as "employmentId", kind, from_date as "from", to_date as "to",
        is_complicated as "isComplicated"
      from payroll.absences
      where company_id = ${companyId} and not is_cancelled and employment_id = any (${[...employmentIds]}::uuid[])
      order by from_date, id`,
  );
}
