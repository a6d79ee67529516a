import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { CONTROL_ROLES, ITEM_ID, itemId, type OpenItem, type SettledItem, type Side } from './open-item.ts';
import { oldestOpen } from './oldest-open.ts';
import { matchings } from './tables.ts';

export type MatchingRow = typeof matchings.$inferSelect;

export interface MatchedItemRow {
  readonly transactionId: string;
  readonly line: number;
  readonly side: Side;
  readonly amount: string;
  readonly amountGel: string;
}

export interface ItemConditions {
  /** Entries after this day, and matchings that hold only after it, count for nothing. */
  readonly asOf?: string | null | undefined;
  readonly accountId?: string | null | undefined;
  readonly counterpartyId?: string | null | undefined;
}

interface ItemRow {
  readonly transactionId: string;
  readonly line: number;
  readonly accountId: string;
  readonly counterpartyId: string;
  readonly currency: string;
  readonly date: string;
  readonly reference: string | null;
  readonly side: Side;
  readonly amount: string;
  readonly open: string;
  readonly openGel: string;
}

interface SettledRow extends ItemRow {
  readonly originalGel: string;
  readonly revalued: readonly {
    readonly revaluationId: string;
    readonly date: string;
    readonly left: string;
  }[];
}

/** What is open, the oldest first. */
export async function listOpenItems(
  database: Database,
  companyId: string,
  { asOf = null, accountId = null, counterpartyId = null }: ItemConditions,
  { after, limit }: Pick<Page<[string, string]>, 'after' | 'limit'>,
): Promise<OpenItem[]> {
  // What is no UUID names nothing, and must not reach a uuid column.
  if (![accountId, counterpartyId].every((id) => id === null || isUuid(id))) return [];
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<ItemRow[]>`
      /* openItems */ select o.transaction_id as "transactionId", o.line, o.account_id as "accountId",
        o.counterparty_id as "counterpartyId", j.currency, o.transaction_date as date, t.reference,
        case when j.debit > 0 then 'DEBIT' else 'CREDIT' end as side, o.amount::text as amount,
        (o.amount - o.matched)::text as open,
        (j.debit_gel + j.credit_gel - o.matched_gel + r.gel)::text as "openGel"
      from (${oldestOpen(sql, companyId, { asOf, accountId, counterpartyId, after, limit })}) o
      join ledger.journal_entries j on j.company_id = ${companyId} and j.account_id = o.account_id
        and j.transaction_date = o.transaction_date and j.seq = o.seq and j.line = o.line
      join ledger.transactions t on t.company_id = ${companyId} and t.id = o.transaction_id
      cross join lateral (
        select coalesce(sum(i.revalued_gel - i.carrying_gel), 0) as gel
        from ledger.revaluation_items i
        join ledger.revaluations v on v.company_id = i.company_id and v.id = i.revaluation_id
        where i.company_id = ${companyId} and i.transaction_id = o.transaction_id and i.line = o.line
          and v.withdrawn_at is null
          and ${
            asOf === null
              ? sql`v.reversal = 'KEEP'`
              : sql`(v.reversal = 'KEEP' or v.date = ${asOf}::date) and v.date <= ${asOf}::date`
          }) r
      order by o.transaction_date, o.transaction_id, o.line`,
  );
  return rows.map(read);
}

/** Entries by their ids, settled ones too; what is no such entry of the company is absent. */
export async function findItems(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<Map<string, SettledItem>> {
  const named = ids.flatMap((id) => {
    const [transactionId = '', line = ''] = id.split(':');
    return ITEM_ID.test(id) ? [{ transactionId, line: Number(line) }] : [];
  });
  if (named.length === 0) return new Map();
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<SettledRow[]>`
      /* itemsNamed */ select j.transaction_id as "transactionId", j.line, j.account_id as "accountId",
        j.counterparty_id as "counterpartyId", j.currency, j.transaction_date as date, t.reference,
        case when j.debit > 0 then 'DEBIT' else 'CREDIT' end as side, (j.debit + j.credit)::text as amount,
        (j.debit + j.credit - m.amount)::text as open,
        (j.debit_gel + j.credit_gel - m.amount_gel + r.gel)::text as "openGel",
        (j.debit_gel + j.credit_gel - m.amount_gel + r.taken)::text as "originalGel", r.revalued
      from json_to_recordset(${JSON.stringify(named)}::text::json) as n("transactionId" uuid, line int)
      join ledger.transactions t on t.company_id = ${companyId} and t.id = n."transactionId"
      cross join lateral json_to_recordset(t.entries) as e(line int, "accountId" uuid)
      join ledger.journal_entries j on j.company_id = t.company_id and j.account_id = e."accountId"
        and j.transaction_date = t.transaction_date and j.seq = t.seq and j.line = n.line and j.line = e.line
      join ledger.accounts a on a.company_id = j.company_id and a.id = j.account_id
        and a.role = any (${[...CONTROL_ROLES]}::text[])
      cross join lateral (
        select coalesce(sum(i.amount), 0) as amount, coalesce(sum(i.amount_gel), 0) as amount_gel
        from ledger.matched_items i
        where i.company_id = j.company_id and i.transaction_id = j.transaction_id and i.line = j.line and i.is_active) m
      cross join lateral (
        select coalesce(sum(i.revalued_gel - i.carrying_gel), 0) as gel, coalesce(sum(t.gel), 0) as taken,
          coalesce(json_agg(json_build_object('revaluationId', v.id, 'date', v.date,
                     'left', (i.revalued_gel - i.carrying_gel - t.gel)::text) order by v.date, v.id)
                   filter (where v.id is not null), '[]') as revalued
        from ledger.revaluation_items i
        join ledger.revaluations v on v.company_id = i.company_id and v.id = i.revaluation_id
        cross join lateral (
          select coalesce(sum(p.amount_gel), 0) as gel
          from ledger.matched_revaluations p
          join ledger.matched_items o on o.company_id = p.company_id and o.matching_id = p.matching_id
            and o.transaction_id = p.transaction_id and o.line = p.line and o.is_active
          where p.company_id = i.company_id and p.transaction_id = i.transaction_id and p.line = i.line
            and p.revaluation_id = i.revaluation_id) t
        where i.company_id = j.company_id and i.transaction_id = j.transaction_id and i.line = j.line
          and v.withdrawn_at is null and v.reversal = 'KEEP') r
      where j.counterparty_id is not null and j.debit + j.credit > 0`,
  );
  return new Map(
    rows.map(({ originalGel, revalued, ...row }) => [
      itemId(row),
      {
        ...read(row),
        originalGel: parseDatabaseAmount(originalGel),
        revalued: revalued.map(({ left, ...of }) => ({ ...of, left: parseDatabaseAmount(left) })),
      },
    ]),
  );
}

function read({ amount, open, openGel, ...row }: ItemRow): OpenItem {
  return {
    ...row,
    amount: parseDatabaseAmount(amount),
    open: parseDatabaseAmount(open),
    openGel: parseDatabaseAmount(openGel),
  };
}

/** Matchings by id, ended ones too; what is not the company's is absent. */
export function findMatchings(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<MatchingRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(matchings)
      .where(and(eq(matchings.companyId, companyId), inArray(matchings.id, ids.filter(isUuid)))),
  );
}

/** What a matching settled, debits first, in order of their entries. */
export function itemsOfMatching(
  database: Database,
  companyId: string,
  matchingId: string,
): Promise<MatchedItemRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<MatchedItemRow[]>`
      /* itemsOfMatching */ select transaction_id as "transactionId", line, side, amount::text as amount,
        amount_gel::text as "amountGel"
      from ledger.matched_items where company_id = ${companyId} and matching_id = ${matchingId}
      order by side desc, transaction_id, line`,
  );
}
