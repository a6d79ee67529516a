import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import {
  accountsInOrder,
  ALL_ROWS,
  readTotalsAndRows,
  totalsAndRows,
  type RowsAsked,
  type SumsNamed,
  type WrittenRow,
} from '../general-ledger/account-rows.ts';
import {
  chosenOf,
  listed,
  readAccounts,
  withCounterparties,
  type ListedAccount,
} from '../general-ledger/queries.ts';
import {
  columnOf,
  listOf,
  partsOf,
  sumsByCounterparty,
  type SummedDays,
} from '../general-ledger/turnover-sums.ts';
import { readTerms, termOf } from '../payment-terms/queries.ts';
import type { Fragment } from '../read-model/sums.ts';
import { check, type Check } from '../statements/checks.ts';
import { aged } from './ages.ts';

/** Whose debts: what others owe us, or we others. */
export type Side = 'RECEIVABLE' | 'PAYABLE';

/** By what day a charge is aged. */
export type AgeBasis = 'TRANSACTION_DATE' | 'DUE_DATE';

/** A debt by the age of its charges; all of it is `balance`. */
export interface Aged {
  /** Not due yet; nothing where charges are aged by their transaction dates. */
  readonly notDue: Amount;
  readonly days0To30: Amount;
  readonly days31To60: Amount;
  readonly days61To90: Amount;
  readonly over90: Amount;
  /** Paid beyond all charges, negative. */
  readonly prepaid: Amount;
  readonly balance: Amount;
}

export interface AgedRow extends Aged {
  readonly account: ListedAccount;
  /** Null for entries that name nobody. */
  readonly counterpartyId: string | null;
}

export interface AgedList {
  readonly seq: number;
  readonly accounts: readonly ListedAccount[];
  /** Those that were asked for. */
  readonly rows: readonly AgedRow[];
  /** Of all rows. */
  readonly totals: Aged;
  readonly checks: readonly Check[];
}

/** Days before the one asked for, or before it less the term, with which ages begin; the first is that of what is not due. */
const AGES = [0, 30, 60, 90] as const;

export interface AgedAsked {
  readonly side: Side;
  readonly asOf: CalendarDate;
  readonly accountIds: readonly string[] | null;
  readonly by: AgeBasis;
  /** Moment after which nothing counts that was recorded; null for none. Terms of payment are those of now. */
  readonly knownAt: string | null;
}

/**
 * What is owed at the end of a day. By due date a charge is as old as its term of payment has passed. The charges of 30, 60
 * and 90 days are sums of calendar buckets, so that a debt is aged without a look at its history; totals are added up where
 * the sums are, so that only the rows asked for travel.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND.
 */
export function agedBalances(
  database: Database,
  companyId: string,
  asked: AgedAsked,
  wanted: RowsAsked = ALL_ROWS,
): Promise<AgedList> {
  const { side, asOf } = asked;
  const work = async (sql: TransactionSql, seq: number): Promise<AgedList> => {
    const chart = await readAccounts(sql, companyId);
    const accounts =
      asked.accountIds === null
        ? await accountsOfSide(sql, companyId, chart, side)
        : chosenOf(chart, asked.accountIds).filter(({ isHeading }) => !isHeading);
    const knownSeq = asked.knownAt === null ? null : seq;
    const { rows, totals } = await readRows(sql, companyId, { ...asked, knownSeq }, accounts, wanted);
    return {
      seq,
      accounts,
      rows,
      totals,
      checks: [
        check('AGES_EQUAL_CONTROL_ACCOUNTS', totals.control, totals.balance),
        check('SUBLEDGER_EQUALS_CONTROL_ACCOUNTS', totals.control, totals.named),
      ],
    };
  };
  return listed(database, companyId, { asOf }, work, asked.knownAt);
}

/** Totals, what is owed on the accounts, and of it what names somebody. */
type Totals = Readonly<Record<keyof Aged | 'control' | 'named', Amount>>;

/** Sums and ages rows, makes a row of what an account has beyond them, and adds all of them up, in one statement. */
async function readRows(
  sql: TransactionSql,
  companyId: string,
  { side, asOf, by, knownSeq }: AgedAsked & { readonly knownSeq: number | null },
  accounts: readonly ListedAccount[],
  wanted: RowsAsked,
): Promise<{ readonly rows: readonly AgedRow[]; readonly totals: Totals }> {
  const ids = accounts.map(({ id }) => id);
  const [charge, payment] =
    side === 'RECEIVABLE' ? (['debit_gel', 'credit_gel'] as const) : (['credit_gel', 'debit_gel'] as const);
  const { usual, others } = by === 'DUE_DATE' ? await termsOfSide(sql, companyId, side) : TERMLESS;
  const ages = AGES.filter((age) => age > 0 || by === 'DUE_DATE');
  const owed = sql`coalesce(sum(${sql(columnOf(charge, 0))}), 0) - coalesce(sum(${sql(columnOf(payment, 0))}), 0) as balance,
    ${listOf(sql, AGES, (age) => {
      const stretch = ages.indexOf(age) + 1;
      const charges = stretch === 0 ? sql`0` : sql`coalesce(sum(${sql(columnOf(charge, stretch))}), 0)`;
      return sql`${charges} as ${sql(`charged_${String(age)}`)}`;
    })}`;
  const stretches: SummedDays[] = [
    { from: null, to: asOf },
    ...ages.map((age) => ({ from: daysBefore(asOf, age + usual), to: asOf, only: charge })),
  ];
  const whole = partsOf(sql, companyId, stretches, ids, { by: 'ACCOUNT', dimension: null }, knownSeq);
  // Day by day, less what was posted behind the position, which counts on its day.
  const days =
    knownSeq === null
      ? sql`reporting.counterparty_turnover`
      : sql`(
          select company_id, account_id, counterparty_id, level, period, debit_gel, credit_gel
          from reporting.counterparty_turnover
          union all
          select company_id, account_id, counterparty_id, 'day', date, - debit_gel, - credit_gel
          from reporting.entries where seq > ${knownSeq})`;
  const columns = listOf(sql, CHARGED, (name) => sql`n.${sql(name)}`);
  const read = await sql<WrittenRow[]>`
    /* agedRows */ with accounts as (${accountsInOrder(sql, accounts)}),
    whole as materialized (select account_id, ${owed} from (${whole.rows}) part group by account_id),
    named as materialized (${sumsByCounterparty(sql, companyId, stretches, ids, owed, knownSeq)}),
    ${
      others.length === 0
        ? sql`on_terms as (select * from named)`
        : sql`
            others as (select id, term from unnest(${others.map(({ id }) => id)}::uuid[],
              ${others.map(({ term }) => term)}::int[]) as o(id, term)),
            late as materialized (
              select t.account_id, t.counterparty_id as key, ${listOf(
                sql,
                AGES,
                (
                  age,
                ) => sql`sum(${sql(charge)}) filter (where t.period >= ${asOf}::date - o.term - ${age}::int)
                  as ${sql(`charged_${String(age)}`)}`,
              )}
              from others o
              join ${days} t on t.company_id = ${companyId} and t.counterparty_id = o.id
                and t.account_id = any (${ids}::uuid[]) and t.level = 'day' and t.period <= ${asOf}::date
                and t.period >= ${daysBefore(asOf, Math.max(...AGES) + Math.max(...others.map(({ term }) => term)))}::date
              group by t.account_id, t.counterparty_id
            ), on_terms as (
              select n.account_id, n.key, n.balance, ${listOf(
                sql,
                CHARGED,
                (name) => sql`case when o.id is null then n.${sql(name)} else coalesce(l.${sql(name)}, 0) end
                  as ${sql(name)}`,
              )}
              from named n
              left join others o on o.id = n.key
              left join late l on l.account_id = n.account_id and l.key = n.key
            )`
    },
    listed as materialized (${aged(
      sql,
      sql`
        select * from (
          select a.place, n.key::text collate "C" as key, n.balance, ${columns}
          from on_terms n join accounts a on a.id = n.account_id
          union all
          select a.place, null, coalesce(w.balance, 0) - coalesce(n.balance, 0), ${listOf(
            sql,
            CHARGED,
            (name) => sql`coalesce(w.${sql(name)}, 0) - coalesce(n.${sql(name)}, 0)`,
          )}
          from accounts a
          left join whole w on w.account_id = a.id
          left join (select account_id, sum(balance) as balance, ${listOf(
            sql,
            CHARGED,
            (name) => sql`sum(${sql(name)}) as ${sql(name)}`,
          )} from named group by account_id) n on n.account_id = a.id
        ) row where balance <> 0`,
    )})
    ${totalsAndRows(
      sql,
      {
        totals: {
          ...sums((column) => sql`sum(${sql(column)})`),
          control: sql`(select sum(balance) from whole)`,
          named: sql`sum(balance) filter (where key is not null)`,
        },
        row: sums((column) => sql`${sql(column)}`),
      },
      accounts,
      wanted,
    )}`;
  const { totals, rows } = readTotalsAndRows<keyof Totals, keyof Aged>(read, accounts);
  return {
    totals,
    rows: rows.map(({ account, key, sums: ages }) => ({ account, counterpartyId: key, ...ages })),
  };
}

/** Charges since the beginning of an age, as `aged` reads them. */
const CHARGED = AGES.map((age) => `charged_${String(age)}`);

const COLUMNS = {
  notDue: 'not_due',
  days0To30: 'days_0_to_30',
  days31To60: 'days_31_to_60',
  days61To90: 'days_61_to_90',
  over90: 'over_90',
  prepaid: 'prepaid',
  balance: 'balance',
} as const satisfies Readonly<Record<keyof Aged, string>>;

function sums(of: (column: string) => Fragment): SumsNamed<string> {
  return Object.fromEntries(Object.entries(COLUMNS).map(([name, column]) => [name, of(column)]));
}

/** Days that counterparties have to pay on a side, and who has others than everybody. */
interface TermsOfSide {
  readonly usual: number;
  readonly others: readonly { readonly id: string; readonly term: number }[];
}

/** By transaction date nobody has any. */
const TERMLESS: TermsOfSide = { usual: 0, others: [] };

async function termsOfSide(sql: TransactionSql, companyId: string, side: Side): Promise<TermsOfSide> {
  const terms = await readTerms(sql, companyId);
  const usual = termOf(terms, null, side);
  const own = [...terms.own.keys()].map((id) => ({ id, term: termOf(terms, id, side) }));
  return { usual, others: own.filter(({ term }) => term !== usual) };
}

/** Accounts with the role of the side, else those of its kind whose entries name counterparties. */
export async function accountsOfSide(
  sql: TransactionSql,
  companyId: string,
  chart: readonly ListedAccount[],
  side: Side,
): Promise<readonly ListedAccount[]> {
  const withRole = chart.filter(({ role, isHeading }) => role === side && !isHeading);
  if (withRole.length > 0) return withRole;
  const type = side === 'RECEIVABLE' ? 'ASSET' : 'LIABILITY';
  const ofType = chart.filter((account) => account.type === type && !account.isHeading);
  return withCounterparties(sql, companyId, ofType);
}

export function daysBefore(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
