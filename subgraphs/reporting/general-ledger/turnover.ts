import type { Database, TransactionSql } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { demandDimension, type Dimension } from '../read-model/dimensions.ts';
import type { Fragment } from '../read-model/sums.ts';
import { check, type Check } from '../statements/checks.ts';
import {
  accountsInOrder,
  ALL_ROWS,
  readTotalsAndRows,
  totalsAndRows,
  type RowsAsked,
  type SumsNamed,
  type WrittenRow,
} from './account-rows.ts';
import { chosenOf, listed, readAccounts, withCounterparties, type ListedAccount } from './queries.ts';
import { anySum, partsOf, sumsByCounterparty, type Breakdown } from './turnover-sums.ts';

/** Balances and turnover. */
export interface Turnover {
  /** Debit minus credit before the first day. */
  readonly opening: Amount;
  readonly debit: Amount;
  readonly credit: Amount;
  /** Debit minus credit at the end of the last day. */
  readonly closing: Amount;
}

/** A row of the sheet. */
export interface TurnoverLine extends Turnover {
  readonly account: ListedAccount;
  /** Currency, counterparty or value of the dimension; null for accounts and for what names none. */
  readonly key: string | null;
  readonly by: TurnoverAsked['by'];
  /** In the currency of the row; null when rows are not by currency. */
  readonly inCurrency: Turnover | null;
}

export interface TurnoverAsked {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly by: 'ACCOUNT' | Breakdown['by'];
  readonly dimensionName: string | null;
  /** Only entries with this dimension; null for all. Only by account. */
  readonly dimension: Dimension | null;
  readonly accountIds: readonly string[] | null;
  /** Moment after which nothing counts that was recorded; null for none. */
  readonly knownAt: string | null;
}

/** Sums of rows, with balances on the side on which they are. */
export interface TurnoverTotals {
  readonly openingDebit: Amount;
  readonly openingCredit: Amount;
  readonly debit: Amount;
  readonly credit: Amount;
  readonly closingDebit: Amount;
  readonly closingCredit: Amount;
}

export interface TurnoverSheet {
  readonly seq: number;
  /** Those that were asked for. */
  readonly rows: readonly TurnoverLine[];
  /** Of all rows. */
  readonly totals: TurnoverTotals;
  readonly checks: readonly Check[];
}

/** A page of the sheet as it is answered. */
export interface ShownTurnover {
  readonly from: string;
  readonly to: string;
  readonly seq: number;
  readonly totals: TurnoverTotals;
  readonly checks: readonly Check[];
  readonly edges: readonly { readonly cursor: string; readonly node: TurnoverLine }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * Balances and turnover of all accounts, or of what they are broken down into. Totals are added up where the sums are, so
 * that only the rows asked for travel, however many counterparties there are. Of one dimension debits equal credits only as
 * far as both sides of its entries have it; the checks say by how much they differ.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND.
 */
export function turnoverSheet(
  database: Database,
  companyId: string,
  asked: TurnoverAsked,
  wanted: RowsAsked = ALL_ROWS,
): Promise<TurnoverSheet> {
  const { from, to, by } = asked;
  const work = async (sql: TransactionSql, seq: number): Promise<TurnoverSheet> => {
    await demandDimension(sql, companyId, asked.dimension);
    const chart = await readAccounts(sql, companyId);
    const chosen = (asked.accountIds === null ? chart : chosenOf(chart, asked.accountIds)).filter(
      ({ isHeading }) => !isHeading,
    );
    const accounts =
      by === 'COUNTERPARTY' && asked.accountIds === null
        ? await withCounterparties(sql, companyId, chosen)
        : chosen;
    const knownSeq = asked.knownAt === null ? null : seq;
    const { rows, totals } = await readRows(sql, companyId, { ...asked, knownSeq }, accounts, wanted);
    return {
      seq,
      rows,
      totals,
      checks:
        by === 'COUNTERPARTY'
          ? [check('SUBLEDGER_EQUALS_CONTROL_ACCOUNTS', totals.ofAccounts, totals.ofNamed)]
          : by === 'ACCOUNT' && asked.accountIds === null
            ? [
                check('OPENING_DEBITS_EQUAL_CREDITS', totals.openingDebit, totals.openingCredit),
                check('DEBITS_EQUAL_CREDITS', totals.debit, totals.credit),
                check('CLOSING_DEBITS_EQUAL_CREDITS', totals.closingDebit, totals.closingCredit),
              ]
            : [],
    };
  };
  return listed(database, companyId, { from, to }, work, asked.knownAt);
}

/** Totals, and what the accounts that have rows and the rows that have a key close with. */
type Totals = Readonly<Record<keyof TurnoverTotals | 'ofAccounts' | 'ofNamed', Amount>>;
type RowSum = 'opening' | 'debit' | 'credit' | 'currencyOpening' | 'currencyDebit' | 'currencyCredit';

/** Sums rows, makes a row of what an account has beyond them, and adds all of them up, in one statement. */
async function readRows(
  sql: TransactionSql,
  companyId: string,
  {
    from,
    to,
    by,
    dimensionName,
    dimension,
    accountIds,
    knownSeq,
  }: TurnoverAsked & { readonly knownSeq: number | null },
  accounts: readonly ListedAccount[],
  wanted: RowsAsked,
): Promise<{ readonly rows: readonly TurnoverLine[]; readonly totals: Totals }> {
  const ids = by === 'COUNTERPARTY' || accountIds !== null ? accounts.map(({ id }) => id) : null;
  const stretches = [
    { from: null, to: dayBefore(from) },
    { from, to },
  ];
  const whole = partsOf(sql, companyId, stretches, ids, { by: 'ACCOUNT', dimension }, knownSeq);
  const inGel = sql`coalesce(sum(debit_gel_0), 0) - coalesce(sum(credit_gel_0), 0) as opening,
    coalesce(sum(debit_gel_1), 0) as debit, coalesce(sum(credit_gel_1), 0) as credit`;
  const inNone = sql`0 as currency_opening, 0 as currency_debit, 0 as currency_credit`;
  const inCurrency = sql`coalesce(sum(debit_0), 0) - coalesce(sum(credit_0), 0) as currency_opening,
    coalesce(sum(debit_1), 0) as currency_debit, coalesce(sum(credit_1), 0) as currency_credit`;
  const broken = (breakdown: Breakdown): Fragment => {
    if (breakdown.by === 'COUNTERPARTY')
      return sumsByCounterparty(sql, companyId, stretches, ids ?? [], sql`${inGel}, ${inNone}`, knownSeq);
    const parts = partsOf(sql, companyId, stretches, ids, breakdown, knownSeq);
    return sql`select account_id, key, ${inGel}, ${breakdown.by === 'CURRENCY' ? inCurrency : inNone}
      from (${parts.rows}) part group by account_id, key having ${anySum(sql, parts)}`;
  };
  const read = await sql<WrittenRow[]>`
    /* turnoverRows */ with accounts as (${accountsInOrder(sql, accounts)}),
    whole as materialized (select account_id, ${inGel} from (${whole.rows}) part group by account_id),
    named as materialized (${
      by === 'ACCOUNT'
        ? sql`select account_id, null::text as key, opening, debit, credit, ${inNone} from whole where false`
        : broken(by === 'DIMENSION' ? { by, name: dimensionName ?? '' } : { by })
    }),
    listed as materialized (
      select *, opening + debit - credit as closing from (
        select a.place, n.key::text collate "C" as key, n.opening, n.debit, n.credit, n.currency_opening,
          n.currency_debit, n.currency_credit
        from named n join accounts a on a.id = n.account_id
        union all
        select a.place, null, coalesce(w.opening, 0) - coalesce(n.opening, 0),
          coalesce(w.debit, 0) - coalesce(n.debit, 0), coalesce(w.credit, 0) - coalesce(n.credit, 0), 0, 0, 0
        from accounts a
        left join whole w on w.account_id = a.id
        left join (select account_id, sum(opening) as opening, sum(debit) as debit, sum(credit) as credit
                   from named group by account_id) n on n.account_id = a.id
        where n.account_id is not null or ${by === 'ACCOUNT' || accountIds !== null}
      ) row
      where opening <> 0 or debit <> 0 or credit <> 0
        or currency_opening <> 0 or currency_debit <> 0 or currency_credit <> 0
    )
    ${totalsAndRows(
      sql,
      {
        totals: {
          openingDebit: sql`sum(opening) filter (where opening > 0)`,
          openingCredit: sql`- sum(opening) filter (where opening < 0)`,
          debit: sql`sum(debit)`,
          credit: sql`sum(credit)`,
          closingDebit: sql`sum(closing) filter (where closing > 0)`,
          closingCredit: sql`- sum(closing) filter (where closing < 0)`,
          ofNamed: sql`sum(closing) filter (where key is not null)`,
          ofAccounts: sql`(select sum(w.opening + w.debit - w.credit) from whole w
            join accounts a on a.id = w.account_id where a.place in (select place from listed))`,
        } satisfies SumsNamed<keyof Totals>,
        row: {
          opening: sql`opening`,
          debit: sql`debit`,
          credit: sql`credit`,
          currencyOpening: sql`currency_opening`,
          currencyDebit: sql`currency_debit`,
          currencyCredit: sql`currency_credit`,
        } satisfies SumsNamed<RowSum>,
      },
      accounts,
      wanted,
    )}`;
  const { totals, rows } = readTotalsAndRows<keyof Totals, RowSum>(read, accounts);
  return {
    totals,
    rows: rows.map(({ account, key, sums }) => ({
      account,
      key,
      by,
      ...turnoverOf(sums.opening, sums.debit, sums.credit),
      inCurrency:
        by === 'CURRENCY' && key !== null
          ? turnoverOf(sums.currencyOpening, sums.currencyDebit, sums.currencyCredit)
          : null,
    })),
  };
}

function turnoverOf(opening: Amount, debit: Amount, credit: Amount): Turnover {
  return { opening, debit, credit, closing: opening + debit - credit };
}

/** A balance when it stands on the debit side, else nothing; of a balance negated it is the credit side. */
export function onDebit(balance: Amount): Amount {
  return balance > 0n ? balance : 0n;
}
