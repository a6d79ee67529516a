import type { Database } from '#db/client.ts';
import type { PayComponent } from './component.ts';

/** Components of employments, the oldest first, for loaders. */
export async function findComponents(
  database: Database,
  companyId: string,
  employmentIds: readonly string[],
): Promise<PayComponent[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ details: PayComponent }[]>`
      /* componentsOf */ select details from payroll.components
      where company_id = ${companyId} and not is_cancelled and employment_id = any (${[...employmentIds]}::uuid[])
      order by from_date, id`,
  );
  return rows.map(({ details }) => details);
}
