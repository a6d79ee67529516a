import type { Database } from '#db/client.ts';
import type { Employer } from './employer.ts';

/** Who the employer is on papers; null until somebody has said so. */
export async function findEmployer(database: Database, companyId: string): Promise<Employer | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<Employer[]>`
      /* payrollEmployer */ select name_ka as "nameKa", name_en as "nameEn", tax_id as "taxId"
      from payroll.employers where company_id = ${companyId}`,
  );
  return row === undefined ? null : { ...row };
}
