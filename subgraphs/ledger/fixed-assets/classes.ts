import type { TransactionSql } from '#db/client.ts';
import type { DepreciationMethod } from './depreciation.ts';
import type { DepreciationStart } from './fixed-asset.ts';

/** A class of assets: the company's own, or one to begin with, whose accounts are those of the usual chart. */
export interface AssetClassRow {
  readonly code: string;
  readonly nameKa: string;
  readonly nameEn: string;
  /** Null where the chart lacks the account, or nothing is depreciated. */
  readonly costAccountId: string | null;
  readonly accumulatedAccountId: string | null;
  /** Null for the account of the role DEPRECIATION_EXPENSE. */
  readonly expenseAccountId: string | null;
  readonly method: DepreciationMethod;
  readonly usefulLifeMonths: number | null;
  readonly startsIn: DepreciationStart;
  /** False as long as the company left it as it is to begin with. */
  readonly isOwn: boolean;
}

/** All classes that a company may register assets in, those to begin with first. */
export async function findClasses(sql: TransactionSql, companyId: string): Promise<AssetClassRow[]> {
  const rows = await sql<AssetClassRow[]>`
    /* assetClasses */ select coalesce(c.code, d.code) as code, coalesce(c.name_ka, d.name_ka) as "nameKa",
      coalesce(c.name_en, d.name_en) as "nameEn",
      case when c.code is null then k.id else c.cost_account_id end as "costAccountId",
      case when c.code is null then a.id else c.accumulated_account_id end as "accumulatedAccountId",
      case when c.code is null then x.id else c.expense_account_id end as "expenseAccountId",
      coalesce(c.method, d.method) as method,
      case when c.code is null then d.useful_life_months else c.useful_life_months end as "usefulLifeMonths",
      coalesce(c.starts_in, d.starts_in) as "startsIn", c.code is not null as "isOwn"
    from ledger.default_asset_classes d
    full join (select * from ledger.asset_classes where company_id = ${companyId}) c on c.code = d.code
    left join ledger.accounts k on k.company_id = ${companyId} and k.code = d.cost_account_code
    left join ledger.accounts a on a.company_id = ${companyId} and a.code = d.accumulated_account_code
    left join ledger.accounts x on x.company_id = ${companyId} and x.code = d.expense_account_code
    order by d.position nulls last, 1`;
  return [...rows];
}
