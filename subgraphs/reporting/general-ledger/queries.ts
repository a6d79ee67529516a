import type { Database, TransactionSql } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Amount } from '#shared/domain/money.ts';
import { booksReadBy } from '../books/read.ts';
import { demandDimension } from '../read-model/dimensions.ts';
import type { Sums } from '../read-model/sums.ts';
import { demandDays, positionAt } from '../statements/scope.ts';
import { sumStretch, type Filter } from './sums.ts';

/** An account of the chart as lists show it. */
export interface ListedAccount {
  readonly id: string;
  readonly code: string;
  readonly nameKa: string;
  readonly nameEn: string;
  readonly type: 'ASSET' | 'LIABILITY' | 'EQUITY' | 'REVENUE' | 'EXPENSE';
  readonly parentId: string | null;
  readonly isHeading: boolean;
  readonly role: string | null;
}

/** Days and entries that a list was asked for. */
export interface ListAsked extends Filter {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Moment after which nothing counts that was recorded; null for none. */
  readonly knownAt: string | null;
}

/** An account over a span. */
export interface Card extends Omit<ListAsked, 'knownAt'> {
  readonly account: ListedAccount;
  readonly seq: number;
  readonly opening: Amount;
  readonly debit: Amount;
  readonly credit: Amount;
  readonly closing: Amount;
}

/** The general ledger without its entries, which are read page by page. */
export interface GeneralLedger {
  readonly seq: number;
  /** In the order of their codes. */
  readonly cards: readonly Card[];
}

const NOTHING: Sums = { debit: 0n, credit: 0n };

/** The chart in the order of codes, headings included. */
export function readAccounts(sql: TransactionSql, companyId: string): Promise<ListedAccount[]> {
  return sql<ListedAccount[]>`
    /* listedAccounts */ select id, code, coalesce(names ->> 'ka', names ->> 'en', code) as "nameKa",
      coalesce(names ->> 'en', names ->> 'ka', code) as "nameEn", type, parent_id as "parentId",
      is_heading as "isHeading", role
    from reporting.accounts where company_id = ${companyId} order by code collate "C", id`;
}

/** Those accounts whose entries name counterparties. */
export async function withCounterparties(
  sql: TransactionSql,
  companyId: string,
  accounts: readonly ListedAccount[],
): Promise<readonly ListedAccount[]> {
  const rows = await sql<{ id: string }[]>`
    /* accountsWithCounterparties */ select id from unnest(${accounts.map(({ id }) => id)}::uuid[]) as id
    where exists (select from reporting.counterparty_turnover t
      where t.company_id = ${companyId} and t.account_id = id and t.level = 'year')`;
  const named = new Set(rows.map(({ id }) => id));
  return accounts.filter(({ id }) => named.has(id));
}

/**
 * Checks what is asked and reads of one moment: the figures, and the posting up to which they are true, which is the last
 * one that was recorded until `knownAt`.
 */
export function listed<T>(
  database: Database,
  companyId: string,
  days: Readonly<Record<string, string>>,
  work: (sql: TransactionSql, seq: number) => Promise<T>,
  knownAt: string | null = null,
): Promise<T> {
  return database.withCompany(
    companyId,
    async (sql) => {
      const { seq } = await booksReadBy(sql, companyId);
      await demandDays(sql, companyId, days);
      return work(sql, (await positionAt(sql, companyId, knownAt)) ?? seq);
    },
    'snapshot',
  );
}

/** @throws DomainError BAD_USER_INPUT for a filter that no sums are kept for. */
export function demandOneFilter({ counterpartyId, dimension }: Filter): void {
  if (counterpartyId !== null && dimension !== null)
    throw badInput(
      'dimension',
      dimension.name,
      'entries are filtered by counterparty or by dimension, not by both',
    );
}

/**
 * The cards of all accounts that have a balance or an entry.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND for an account that is not of the chart.
 */
export async function generalLedger(
  database: Database,
  companyId: string,
  asked: ListAsked & { readonly accountIds: readonly string[] | null },
): Promise<GeneralLedger> {
  demandOneFilter(asked);
  const { from, to } = asked;
  const work = async (sql: TransactionSql, seq: number): Promise<GeneralLedger> => {
    const accounts = await readAccounts(sql, companyId);
    const chosen = asked.accountIds === null ? accounts : chosenOf(accounts, asked.accountIds);
    const accountIds = asked.accountIds === null ? null : chosen.map(({ id }) => id);
    const cards = await cardsOf(sql, companyId, seq, asked, chosen, accountIds);
    return { seq, cards: cards.filter(isThere) };
  };
  return listed(database, companyId, { from, to }, work, asked.knownAt);
}

/** The card of one account; null when there is none that takes entries. */
export async function accountCard(
  database: Database,
  companyId: string,
  accountId: string,
  asked: ListAsked,
): Promise<Card | null> {
  demandOneFilter(asked);
  const { from, to } = asked;
  const work = async (sql: TransactionSql, seq: number): Promise<Card | null> => {
    const accounts = await readAccounts(sql, companyId);
    const account = accounts.find(({ id, isHeading }) => id === accountId && !isHeading);
    if (account === undefined) return null;
    const [card] = await cardsOf(sql, companyId, seq, asked, [account], [account.id]);
    return card ?? null;
  };
  return listed(database, companyId, { from, to }, work, asked.knownAt);
}

async function cardsOf(
  sql: TransactionSql,
  companyId: string,
  seq: number,
  asked: ListAsked,
  accounts: readonly ListedAccount[],
  accountIds: readonly string[] | null,
): Promise<Card[]> {
  const { from, to, counterpartyId, dimension } = asked;
  await demandDimension(sql, companyId, dimension);
  const filter = { counterpartyId, dimension };
  const before = await sumStretch(
    sql,
    companyId,
    { from: null, to: dayBefore(from), seq, accountIds },
    filter,
  );
  const within = await sumStretch(sql, companyId, { from, to, seq, accountIds }, filter);
  return accounts
    .filter(({ isHeading }) => !isHeading)
    .map((account) => {
      const earlier = before.get(account.id) ?? NOTHING;
      const { debit, credit } = within.get(account.id) ?? NOTHING;
      const opening = earlier.debit - earlier.credit;
      return { account, seq, from, to, ...filter, opening, debit, credit, closing: opening + debit - credit };
    });
}

function isThere({ opening, debit, credit }: Card): boolean {
  return opening !== 0n || debit !== 0n || credit !== 0n;
}

/** Accounts by their ids, a heading standing for all below it. @throws DomainError NOT_FOUND */
export function chosenOf(accounts: readonly ListedAccount[], ids: readonly string[]): ListedAccount[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const wanted = new Set<string>();
  for (const id of ids) {
    if (!isUuid(id) || !byId.has(id)) throw notFound('accountIds', id);
    wanted.add(id);
  }
  const isWanted = (account: ListedAccount | undefined): boolean =>
    account !== undefined &&
    (wanted.has(account.id) || (account.parentId !== null && isWanted(byId.get(account.parentId))));
  return accounts.filter(isWanted);
}
