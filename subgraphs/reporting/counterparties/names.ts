import type { TransactionSql } from '#db/client.ts';

/** What a counterparty is called. */
export interface CounterpartyName {
  readonly taxId: string;
  readonly nameKa: string;
  readonly nameEn: string | null;
}

/** Names of counterparties by their ids; whom tax has not told of is left out. */
export async function readNames(
  sql: TransactionSql,
  companyId: string,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, CounterpartyName>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await sql<(CounterpartyName & { readonly id: string })[]>`
    /* counterpartyNames */ select id, tax_id as "taxId", name_ka as "nameKa", name_en as "nameEn"
    from reporting.counterparties where company_id = ${companyId} and id = any (${wanted}::uuid[])`;
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}
