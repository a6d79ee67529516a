import type { Database } from '#db/client.ts';
import type { InventoryFacts } from './facts.ts';

/**
 * Reads what decisions of a company rest on. One statement, hence one snapshot: `referenceSeq` and the rows belong to
 * the same moment.
 */
export async function loadInventoryFacts(database: Database, companyId: string): Promise<InventoryFacts> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ reference_seq: number | null; posting_accounts: Record<string, string> }[]>`
      /* inventoryFacts */
      select (select reference_seq from inventory.head where company_id = ${companyId}),
        (select json_object_agg(d.role, coalesce(a.account_code, d.account_code))
         from inventory.default_posting_accounts d
         left join inventory.posting_accounts a on a.company_id = ${companyId} and a.role = d.role) as posting_accounts`,
  );
  return { referenceSeq: row?.reference_seq ?? 0, postingAccounts: row?.posting_accounts ?? {} };
}
