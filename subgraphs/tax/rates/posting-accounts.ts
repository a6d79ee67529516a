import type { TransactionSql } from '#db/client.ts';

/** Codes of the accounts that the company posts on, by role; those of the plan where it has chosen none. */
export async function accountsByRole(
  sql: TransactionSql,
  companyId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ role: string; code: string }[]>`
    /* accountsByRole */
    select d.role, coalesce(a.account_code, d.account_code) as code
    from tax.default_posting_accounts d
    left join tax.posting_accounts a on a.company_id = ${companyId} and a.role = d.role`;
  return new Map(rows.map(({ role, code }) => [role, code]));
}
