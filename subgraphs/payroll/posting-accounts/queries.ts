import type { Database } from '#db/client.ts';

export interface PostingAccountRow {
  readonly role: string;
  readonly accountCode: string;
  readonly isDefault: boolean;
  readonly nameKa: string;
  readonly nameEn: string;
}

/** The account of each role: the company's own choice, else the usual one. */
export async function listPostingAccounts(
  database: Database,
  companyId: string,
): Promise<PostingAccountRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<PostingAccountRow[]>`
      /* payrollPostingAccounts */
      select d.role, coalesce(a.account_code, d.account_code) as "accountCode", a.role is null as "isDefault",
        d.name_ka as "nameKa", d.name_en as "nameEn"
      from payroll.default_posting_accounts d
      left join payroll.posting_accounts a on a.company_id = ${companyId} and a.role = d.role
      order by d.role`,
  );
  // Rows of postgres.js carry more than their columns.
  return rows.map((row) => ({ ...row }));
}
