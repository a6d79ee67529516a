import type { TransactionSql } from '#db/client.ts';

/** Roles of the ledger's accounts on which VAT stands. */
export const VAT_ROLES: ReadonlySet<string> = new Set([
  'VAT_PAYABLE',
  'VAT_ON_ADVANCES',
  'VAT_PAYABLE_REVERSE_CHARGE',
  'VAT_RECEIVABLE',
  'VAT_RECEIVABLE_IMPORT',
  'VAT_RECEIVABLE_REVERSE_CHARGE',
]);

export async function readVatAccounts(sql: TransactionSql, companyId: string): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    /* vatAccounts */ select account_id as id from tax.vat_accounts where company_id = ${companyId}`;
  return new Set(rows.map(({ id }) => id));
}

export async function keepVatAccount(
  sql: TransactionSql,
  companyId: string,
  { id, code, role }: { readonly id: string; readonly code: string; readonly role: string },
): Promise<void> {
  await sql`
    /* keepVatAccount */ insert into tax.vat_accounts (company_id, account_id, account_code, role)
    values (${companyId}, ${id}, ${code}, ${role})
    on conflict (company_id, account_id) do update
      set account_code = excluded.account_code, role = excluded.role`;
}

/** Forgets an account and what was posted on it: VAT stands on it no more. */
export async function forgetVatAccount(sql: TransactionSql, companyId: string, id: string): Promise<void> {
  await sql`
    /* forgetVatEntries */ delete from tax.vat_entries where company_id = ${companyId} and account_id = ${id}`;
  await sql`
    /* forgetVatAccount */ delete from tax.vat_accounts where company_id = ${companyId} and account_id = ${id}`;
}
