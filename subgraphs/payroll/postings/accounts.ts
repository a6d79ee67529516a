import type { TransactionSql } from '#db/client.ts';

/** Codes of the accounts that the company posts pay on, by role; the defaults where it has chosen none. */
export async function accountsByRole(
  sql: TransactionSql,
  companyId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ role: string; code: string }[]>`
    /* payrollAccountsByRole */
    select d.role, coalesce(a.account_code, d.account_code) as code
    from payroll.default_posting_accounts d
    left join payroll.posting_accounts a on a.company_id = ${companyId} and a.role = d.role`;
  return new Map(rows.map(({ role, code }) => [role, code]));
}
