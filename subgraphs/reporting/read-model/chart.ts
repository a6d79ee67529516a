import type { TransactionSql } from '#db/client.ts';

/** An account as statements need it. */
export interface ChartAccount {
  readonly id: string;
  readonly code: string;
  readonly type: 'ASSET' | 'LIABILITY' | 'EQUITY' | 'REVENUE' | 'EXPENSE';
}

/** The accounts of a company by their ids; headings take no postings and are left out. */
export async function readChart(
  sql: TransactionSql,
  companyId: string,
): Promise<ReadonlyMap<string, ChartAccount>> {
  const rows = await sql<ChartAccount[]>`
    /* chart */ select id, code, type from reporting.accounts where company_id = ${companyId} and not is_heading
    order by code`;
  return new Map(rows.map((row) => [row.id, { ...row }]));
}

/** Whether a statement shows an account: those of performance show income and expenses only. Pure. */
export function isShownIn({ type }: ChartAccount, statement: string): boolean {
  return statement === 'FINANCIAL_POSITION' || type === 'REVENUE' || type === 'EXPENSE';
}
