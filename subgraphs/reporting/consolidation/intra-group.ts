import type { TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { sumBroken } from '../general-ledger/turnover-sums.ts';

/** What a member has on an account with another member. */
export interface IntraGroupAmount {
  readonly accountId: string;
  /** Identification code of the other one. */
  readonly taxId: string;
  /** Debit minus credit. */
  readonly net: Amount;
}

interface Partner {
  readonly id: string;
  readonly taxId: string;
}

function readPartners(sql: TransactionSql, companyId: string, taxIds: readonly string[]): Promise<Partner[]> {
  return sql<Partner[]>`
    /* intraGroupPartners */ select id, tax_id as "taxId" from reporting.counterparties
    where company_id = ${companyId} and tax_id = any (${[...taxIds]}::text[])`;
}

/** Balances with counterparties that are members, by account. */
export async function intraGroupBalances(
  sql: TransactionSql,
  companyId: string,
  taxIds: readonly string[],
  asOf: CalendarDate,
): Promise<IntraGroupAmount[]> {
  const partners = new Map(
    (await readPartners(sql, companyId, taxIds)).map(({ id, taxId }) => [id, taxId] as const),
  );
  if (partners.size === 0) return [];
  const rows = await sumBroken(
    sql,
    companyId,
    { from: null, to: asOf, accountIds: null },
    { by: 'COUNTERPARTY' },
  );
  return rows.flatMap(({ accountId, key, debit, credit }) => {
    const taxId = partners.get(key);
    return taxId === undefined ? [] : [{ accountId, taxId, net: debit - credit }];
  });
}

/**
 * Income and expenses with members over a span: entries of profit or loss that name one, or that name nobody in a
 * transaction whose other entries name that one and nobody else.
 */
export async function intraGroupFlows(
  sql: TransactionSql,
  companyId: string,
  taxIds: readonly string[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<IntraGroupAmount[]> {
  const partners = await readPartners(sql, companyId, taxIds);
  if (partners.length === 0) return [];
  const rows = await sql<{ taxId: string; accountId: string; net: string }[]>`
    /* intraGroupFlows */ with touched as (
      select distinct e.seq, e.counterparty_id from reporting.entries e
      where e.company_id = ${companyId} and e.counterparty_id = any (${partners.map(({ id }) => id)}::uuid[])
        and e.date between ${from}::date and ${to}::date and not e.is_closing),
    alone as (
      select t.seq, t.counterparty_id,
        not exists (select from reporting.entries o where o.company_id = ${companyId} and o.seq = t.seq
                    and o.counterparty_id is distinct from t.counterparty_id and o.counterparty_id is not null) as is_alone
      from touched t)
    select c.tax_id as "taxId", x.account_id as "accountId", sum(x.debit_gel - x.credit_gel)::text as net
    from alone t
    join reporting.entries x on x.company_id = ${companyId} and x.seq = t.seq
    join reporting.accounts a on a.company_id = ${companyId} and a.id = x.account_id and a.type in ('REVENUE', 'EXPENSE')
    join reporting.counterparties c on c.company_id = ${companyId} and c.id = t.counterparty_id
    where x.counterparty_id = t.counterparty_id or (x.counterparty_id is null and t.is_alone)
    group by 1, 2`;
  return rows.map(({ net, ...row }) => ({ ...row, net: parseDatabaseAmount(net) }));
}
