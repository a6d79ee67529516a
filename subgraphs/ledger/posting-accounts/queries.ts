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
      /* ledgerPostingAccounts */
      select d.role, coalesce(a.code, d.account_code) as "accountCode", p.role is null as "isDefault",
             d.name_ka as "nameKa", d.name_en as "nameEn"
      from ledger.default_posting_accounts d
      left join ledger.posting_accounts p on p.company_id = ${companyId} and p.role = d.role
      left join ledger.accounts a on a.company_id = p.company_id and a.id = p.account_id
      order by d.role`,
  );
  // Rows of postgres.js carry more than their columns.
  return rows.map((row) => ({ ...row }));
}
