import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';

/** How the assets of a class moved in a span: the note of IAS 16.73 (d), (e) and of IAS 38.118. */
export interface AssetMovementRow {
  readonly classCode: string;
  readonly openingCost: string;
  readonly additions: string;
  readonly transfersCost: string;
  readonly disposalsCost: string;
  readonly closingCost: string;
  readonly openingAccumulated: string;
  readonly charge: string;
  readonly takenOver: string;
  readonly transfersAccumulated: string;
  readonly disposalsAccumulated: string;
  readonly closingAccumulated: string;
  readonly openingCarrying: string;
  readonly closingCarrying: string;
}

/** Movements by class. What was cancelled has not been. */
export async function assetMovements(
  database: Database,
  companyId: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<AssetMovementRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<AssetMovementRow[]>`
      /* assetMovements */ select class_code as "classCode",
        coalesce(sum(cost) filter (where date < ${from}::date), 0)::numeric(19, 2)::text as "openingCost",
        coalesce(sum(cost) filter (where date >= ${from}::date and kind in ('ACQUISITION', 'ADDITION', 'OPENING', 'CANCELLED')),
          0)::numeric(19, 2)::text as additions,
        coalesce(sum(cost) filter (where date >= ${from}::date and kind = 'TRANSFER'), 0)::numeric(19, 2)::text
          as "transfersCost",
        coalesce(-sum(cost) filter (where date >= ${from}::date and kind = 'DISPOSAL'), 0)::numeric(19, 2)::text
          as "disposalsCost",
        sum(cost)::numeric(19, 2)::text as "closingCost",
        coalesce(sum(accumulated) filter (where date < ${from}::date), 0)::numeric(19, 2)::text as "openingAccumulated",
        coalesce(sum(accumulated) filter (where date >= ${from}::date and kind = 'DEPRECIATION'), 0)::numeric(19, 2)::text
          as charge,
        coalesce(sum(accumulated) filter (where date >= ${from}::date
          and kind in ('ACQUISITION', 'ADDITION', 'OPENING', 'CANCELLED')), 0)::numeric(19, 2)::text as "takenOver",
        coalesce(sum(accumulated) filter (where date >= ${from}::date and kind = 'TRANSFER'), 0)::numeric(19, 2)::text
          as "transfersAccumulated",
        coalesce(-sum(accumulated) filter (where date >= ${from}::date and kind = 'DISPOSAL'), 0)::numeric(19, 2)::text
          as "disposalsAccumulated",
        sum(accumulated)::numeric(19, 2)::text as "closingAccumulated",
        coalesce(sum(cost - accumulated) filter (where date < ${from}::date), 0)::numeric(19, 2)::text
          as "openingCarrying",
        sum(cost - accumulated)::numeric(19, 2)::text as "closingCarrying"
      from ledger.asset_values
      where company_id = ${companyId} and date <= ${to}::date
      group by class_code order by class_code`,
  );
  return [...rows];
}

/** What the register has on an account; positive on the side on which it stands there. */
export interface RegisterOnAccount {
  readonly accountId: string;
  readonly side: 'COST' | 'ACCUMULATED';
  readonly amount: string;
}

/** What the register has on each account at the end of a day; of all days without one. */
export async function registerByAccount(
  database: Database,
  companyId: string,
  asOf: CalendarDate | null,
): Promise<RegisterOnAccount[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<RegisterOnAccount[]>`
      /* registerByAccount */ select o.account_id as "accountId", o.side, sum(o.amount)::text as amount
      from ledger.asset_values v
      cross join lateral (values (v.cost_account_id, 'COST', v.cost),
                                 (v.accumulated_account_id, 'ACCUMULATED', v.accumulated)) o(account_id, side, amount)
      where v.company_id = ${companyId} and o.account_id is not null
        and (${asOf}::date is null or v.date <= ${asOf}::date)
      group by 1, 2 order by 2 desc, 1`,
  );
  return [...rows];
}

/** One thing by which register and ledger differ on an account. */
export interface AgreementDifferenceRow {
  /** What the ledger has less what the register has, in lari, on the side of the account. */
  readonly amount: string;
  readonly transactionId: string | null;
  readonly assetId: string | null;
}

/** Differences that are named at most. */
export const MOST_NAMED = 100;

/** Which transactions and assets make the difference of an account: each transaction with what the register has of it. */
export async function nameDifferences(
  database: Database,
  companyId: string,
  { accountId, side }: Pick<RegisterOnAccount, 'accountId' | 'side'>,
  asOf: CalendarDate | null,
): Promise<AgreementDifferenceRow[]> {
  const sign = side === 'COST' ? 1 : -1;
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<AgreementDifferenceRow[]>`
      /* assetAgreementDifferences */ with known as (
        select v.transaction_id, case when v.transaction_id is null then v.asset_id end as asset_id, sum(o.amount) as amount
        from ledger.asset_values v
        cross join lateral (values (v.cost_account_id, 'COST', v.cost),
                                   (v.accumulated_account_id, 'ACCUMULATED', v.accumulated)) o(account_id, side, amount)
        where v.company_id = ${companyId} and o.account_id = ${accountId} and o.side = ${side}
          and (${asOf}::date is null or v.date <= ${asOf}::date)
        group by 1, 2
      ), booked as (
        select j.transaction_id, sum(j.debit_gel - j.credit_gel) * ${sign}::int as amount
        from ledger.journal_entries j
        where j.company_id = ${companyId} and j.account_id = ${accountId}
          and (${asOf}::date is null or j.transaction_date <= ${asOf}::date)
        group by 1
      )
      select (coalesce(b.amount, 0) - coalesce(k.amount, 0))::numeric(19, 2)::text as amount,
        coalesce(b.transaction_id, k.transaction_id) as "transactionId", k.asset_id as "assetId"
      from booked b full join known k on k.transaction_id = b.transaction_id
      where coalesce(b.amount, 0) <> coalesce(k.amount, 0)
      order by abs(coalesce(b.amount, 0) - coalesce(k.amount, 0)) desc, 2, 3 limit ${MOST_NAMED}`,
  );
  return [...rows];
}
