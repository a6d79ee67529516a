import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { CONTROL_ROLES, type Side } from '../open-items/open-item.ts';
import type { KnownBooks, KnownRate } from './decide.ts';
import type { Standing, StandingItem } from './measure.ts';
import type { RevaluationReversal, UsedRate } from './revaluation.ts';

interface StandingRow {
  readonly accountId: string;
  readonly currency: string;
  readonly counterpartyId: string | null;
  readonly amount: string;
  readonly gel: string;
  readonly reason: LeftOutReason | null;
}

interface ItemRow {
  readonly accountId: string;
  readonly currency: string;
  readonly counterpartyId: string;
  readonly transactionId: string;
  readonly line: number;
  readonly side: Side;
  readonly open: string;
  readonly gel: string;
}

/** Why a balance in a foreign currency is not revalued. */
export type LeftOutReason = 'ADVANCE' | 'NON_MONETARY';

/** A balance in a foreign currency that is not revalued. */
export interface LeftOut {
  readonly accountId: string;
  readonly currency: string;
  readonly counterpartyId: string | null;
  readonly amount: string;
  readonly gel: string;
  readonly reason: LeftOutReason;
}

export interface BooksOnDay extends KnownBooks {
  readonly leftOut: readonly LeftOut[];
}

/** What a revaluation of a day needs to know, all of one moment. */
export function knownBooks(database: Database, companyId: string, date: CalendarDate): Promise<BooksOnDay> {
  return database.withCompany(
    companyId,
    async (sql) => {
      const rows = await standingsOn(sql, companyId, date);
      const items = await itemsOn(sql, companyId, date);
      const currencies = [...new Set(rows.map(({ currency }) => currency))];
      return {
        standings: rows.filter(({ reason }) => reason === null).map((row) => readStanding(row, items)),
        leftOut: rows.flatMap((row) => (row.reason === null ? [] : [{ ...row, reason: row.reason }])),
        rates: await ratesOn(sql, companyId, currencies, date),
        inForce: await inForceOn(sql, companyId, date),
      };
    },
    'snapshot',
  );
}

/** Balances of assets and liabilities in foreign currencies at the end of a day, by counterparty. */
async function standingsOn(
  sql: TransactionSql,
  companyId: string,
  date: CalendarDate,
): Promise<StandingRow[]> {
  return sql<StandingRow[]>`
    /* foreignStandings */ select a.id as "accountId", j.currency, j.counterparty_id as "counterpartyId",
      sum(j.debit - j.credit)::text as amount, sum(j.debit_gel - j.credit_gel)::text as gel,
      ledger.non_monetary_reason(a.type, a.role, a.code, a.metadata) as reason
    from ledger.accounts a
    join ledger.journal_entries j on j.company_id = a.company_id and j.account_id = a.id and j.currency <> 'GEL'
      and j.transaction_date <= ${date}::date
    where a.company_id = ${companyId} and a.type in ('ASSET', 'LIABILITY')
      and exists (select from ledger.account_turnover t
                  where t.company_id = a.company_id and t.account_id = a.id and t.level = 'year' and t.currency <> 'GEL')
    group by a.id, a.type, a.role, a.code, a.metadata, j.currency, j.counterparty_id
    having sum(j.debit - j.credit) <> 0 or sum(j.debit_gel - j.credit_gel) <> 0
    order by a.code, j.currency, j.counterparty_id nulls first`;
}

/** Items in foreign currencies that are open at the end of a day, with what they are carried at then. */
async function itemsOn(sql: TransactionSql, companyId: string, date: CalendarDate): Promise<ItemRow[]> {
  return sql<ItemRow[]>`
    /* foreignItems */ select a.id as "accountId", j.currency, j.counterparty_id as "counterpartyId",
      j.transaction_id as "transactionId", j.line, case when j.debit > 0 then 'DEBIT' else 'CREDIT' end as side,
      (j.debit + j.credit - m.amount)::text as open,
      (j.debit_gel + j.credit_gel - m.amount_gel + r.gel)::text as gel
    from ledger.accounts a
    join ledger.counterparty_items c on c.company_id = a.company_id and c.account_id = a.id
      and (c.settled_on is null or c.settled_on > ${date}::date) and c.transaction_date <= ${date}::date
    join ledger.journal_entries j on j.company_id = c.company_id and j.account_id = c.account_id
      and j.transaction_date = c.transaction_date and j.seq = c.seq and j.line = c.line and j.currency <> 'GEL'
    cross join lateral (
      select coalesce(sum(i.amount), 0) as amount, coalesce(sum(i.amount_gel), 0) as amount_gel
      from ledger.matched_items i
      where i.company_id = j.company_id and i.transaction_id = j.transaction_id and i.line = j.line
        and (i.is_active or i.ended_on > ${date}::date) and i.date <= ${date}::date) m
    cross join lateral (
      select coalesce(sum(i.revalued_gel - i.carrying_gel), 0) as gel
      from ledger.revaluation_items i
      join ledger.revaluations v on v.company_id = i.company_id and v.id = i.revaluation_id
      where i.company_id = j.company_id and i.transaction_id = j.transaction_id and i.line = j.line
        and v.withdrawn_at is null and v.date <= ${date}::date and (v.reversal = 'KEEP' or v.date = ${date}::date)) r
    where a.company_id = ${companyId} and a.role = any (${[...CONTROL_ROLES]}::text[])
      and ledger.non_monetary_reason(a.type, a.role, a.code, a.metadata) is null
      and exists (select from ledger.account_turnover t
                  where t.company_id = a.company_id and t.account_id = a.id and t.level = 'year' and t.currency <> 'GEL')
      and j.debit + j.credit > m.amount
    order by j.transaction_date, j.seq, j.line`;
}

function ratesOn(
  sql: TransactionSql,
  companyId: string,
  currencies: readonly string[],
  date: CalendarDate,
): Promise<readonly KnownRate[]> {
  return sql<KnownRate[]>`
    /* closingRates */ select c.currency, trim_scale(round(r.rate, 10))::text as rate, r.valid_from as "validFrom",
      r.is_asked or r.valid_from = ${date}::date as "isCurrent",
      case r.source when 'OWN' then 'OWN' else 'OFFICIAL' end as source, r.reason
    from unnest(${[...currencies]}::text[]) as c(currency)
    cross join lateral ledger.exchange_rate(${companyId}, c.currency, ${date}::date) r`;
}

async function inForceOn(
  sql: TransactionSql,
  companyId: string,
  date: CalendarDate,
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ currency: string; id: string }[]>`
    /* revaluationsOfDay */ select currency, revaluation_id as id from ledger.revaluation_rates
    where company_id = ${companyId} and date = ${date}::date and is_in_force`;
  return new Map(rows.map(({ currency, id }) => [currency, id]));
}

function readStanding(
  { accountId, currency, counterpartyId, amount, gel }: StandingRow,
  items: readonly ItemRow[],
): Standing {
  return {
    accountId,
    currency,
    counterpartyId,
    amount: parseDatabaseAmount(amount),
    gel: parseDatabaseAmount(gel),
    items: items
      .filter(
        (item) =>
          item.accountId === accountId &&
          item.currency === currency &&
          item.counterpartyId === counterpartyId,
      )
      .map(({ transactionId, line, side, open, gel: carried }): StandingItem => ({
        transactionId,
        line,
        side,
        open: parseDatabaseAmount(open),
        gel: parseDatabaseAmount(carried),
      })),
  };
}

/** Matchings that hold and whose difference started from what a revaluation left. */
export async function settlementsFrom(
  database: Database,
  companyId: string,
  revaluationId: string,
): Promise<string[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ id: string }[]>`
      /* settlementsFrom */ select distinct r.matching_id as id
      from ledger.matched_revaluations r
      join ledger.matched_items i on i.company_id = r.company_id and i.matching_id = r.matching_id
        and i.transaction_id = r.transaction_id and i.line = r.line and i.is_active
      where r.company_id = ${companyId} and r.revaluation_id = ${revaluationId}
      order by 1`,
  );
  return rows.map(({ id }) => id);
}

export interface RevaluationRow {
  readonly id: string;
  readonly date: CalendarDate;
  readonly reversal: RevaluationReversal;
  readonly rates: readonly UsedRate[];
  readonly transactionId: string | null;
  readonly reversalTransactionId: string | null;
  /** Sums of the differences of its lines, lari. */
  readonly gain: string;
  readonly loss: string;
  readonly isOutdated: boolean;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawReason: string | null;
}

export interface RevaluationConditions {
  readonly ids?: readonly string[] | undefined;
  /** False for those that were reversed. */
  readonly isInForce?: boolean | null | undefined;
}

/** Revaluations, the newest first. */
export async function listRevaluations(
  database: Database,
  companyId: string,
  { ids, isInForce = null }: RevaluationConditions,
  page: Pick<Page<[string]>, 'after' | 'limit'>,
): Promise<RevaluationRow[]> {
  const after = page.after?.[0] ?? null;
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<RevaluationRow[]>`
      /* revaluations */ select v.id, v.date, v.reversal, v.transaction_id as "transactionId",
        v.reversal_transaction_id as "reversalTransactionId", l.gain::text as gain, l.loss::text as loss,
        v.withdrawn_at is null and ledger.posted_late(v.company_id, v.id) as "isOutdated",
        (select json_agg(json_build_object('currency', r.currency, 'rate', trim_scale(r.rate)::text, 'source', r.source,
                                           'validFrom', r.valid_from, 'reason', r.reason) order by r.currency)
           from ledger.revaluation_rates r
           where r.company_id = v.company_id and r.revaluation_id = v.id) as rates,
        v.recorded_at as "recordedAt", v.recorded_by as "recordedBy", v.withdrawn_at as "withdrawnAt",
        v.withdrawn_by as "withdrawnBy", v.withdraw_reason as "withdrawReason"
      from ledger.revaluations v
      cross join lateral (
        select coalesce(sum(n.revalued_gel - n.carrying_gel) filter (where n.revalued_gel > n.carrying_gel), 0.00) as gain,
          coalesce(sum(n.carrying_gel - n.revalued_gel) filter (where n.revalued_gel < n.carrying_gel), 0.00) as loss
        from ledger.revaluation_lines n where n.company_id = v.company_id and n.revaluation_id = v.id) l
      where v.company_id = ${companyId}
        and (${ids === undefined} or v.id = any (${(ids ?? []).filter(isUuid)}::uuid[]))
        and (${isInForce}::bool is null or (v.withdrawn_at is null) = ${isInForce}::bool)
        and (${after}::uuid is null or v.id < ${after}::uuid)
      order by v.id desc limit ${page.limit}`,
  );
  return [...rows];
}

/** Some of them by id, for loaders; what is not the company's is absent from the answer. */
export function findRevaluations(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<RevaluationRow[]> {
  return listRevaluations(database, companyId, { ids }, { after: null, limit: ids.length });
}

export interface LineRow {
  readonly line: number;
  readonly accountId: string;
  readonly currency: string;
  readonly counterpartyId: string | null;
  readonly amount: string;
  readonly carryingGel: string;
  readonly revaluedGel: string | null;
}

export interface RevaluedItemRow {
  readonly transactionId: string;
  readonly line: number;
  readonly currency: string;
  readonly side: Side;
  readonly open: string;
  readonly carryingGel: string;
  readonly revaluedGel: string;
}

/** What stood where, in the order of the chart. */
export async function linesOf(
  database: Database,
  companyId: string,
  revaluationId: string,
): Promise<LineRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<LineRow[]>`
      /* revaluationLines */ select line, account_id as "accountId", currency, counterparty_id as "counterpartyId",
        amount::text as amount, carrying_gel::text as "carryingGel", revalued_gel::text as "revaluedGel"
      from ledger.revaluation_lines where company_id = ${companyId} and revaluation_id = ${revaluationId}
      order by line`,
  );
  return [...rows];
}

/** The shares of open items, in the order of their lines. */
export async function itemsOf(
  database: Database,
  companyId: string,
  revaluationId: string,
): Promise<RevaluedItemRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<RevaluedItemRow[]>`
      /* revaluationItems */ select i.transaction_id as "transactionId", i.line, l.currency, i.side, i.open::text as open,
        i.carrying_gel::text as "carryingGel", i.revalued_gel::text as "revaluedGel"
      from ledger.revaluation_items i
      join ledger.revaluation_lines l on l.company_id = i.company_id and l.revaluation_id = i.revaluation_id
        and l.line = i.revaluation_line
      where i.company_id = ${companyId} and i.revaluation_id = ${revaluationId}
      order by i.revaluation_line, i.transaction_id, i.line`,
  );
  return [...rows];
}
