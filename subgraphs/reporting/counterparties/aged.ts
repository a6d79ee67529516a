import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { chosenOf, listed, readAccounts, type ListedAccount } from '../general-ledger/queries.ts';
import { EVERYTHING, sumStretch } from '../general-ledger/sums.ts';
import { sumBroken } from '../general-ledger/turnover-sums.ts';
import type { Sums } from '../read-model/sums.ts';
import { check, type Check } from '../statements/checks.ts';

/** Whose debts: what others owe us, or we others. */
export type Side = 'RECEIVABLE' | 'PAYABLE';

/** A debt by the age of its charges; all of it is `balance`. */
export interface Aged {
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
  readonly rows: readonly AgedRow[];
  readonly totals: Aged;
  readonly checks: readonly Check[];
}

/** First days of the ages that end on the day asked for: 30, 60 and 90 days before it. */
const AGES = [30, 60, 90] as const;

/**
 * Splits a balance by age, payments having settled the oldest charges first: what is open are the latest charges, as
 * many as make up the balance. `charged` are the charges of the last 30, 60 and 90 days. Pure.
 */
export function ageOf(balance: Amount, charged: readonly [Amount, Amount, Amount]): Aged {
  if (balance <= 0n)
    return { days0To30: 0n, days31To60: 0n, days61To90: 0n, over90: 0n, prepaid: balance, balance };
  const [in30 = 0n, in60 = 0n, in90 = 0n] = charged.map((amount) => (amount < balance ? amount : balance));
  return {
    days0To30: in30,
    days31To60: in60 - in30,
    days61To90: in90 - in60,
    over90: balance - in90,
    prepaid: 0n,
    balance,
  };
}

export interface AgedAsked {
  readonly side: Side;
  readonly asOf: CalendarDate;
  readonly accountIds: readonly string[] | null;
}

/**
 * What is owed at the end of a day. The charges of 30, 60 and 90 days are sums of calendar buckets, so that a debt is aged
 * without a look at its history.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND.
 */
export function agedBalances(database: Database, companyId: string, asked: AgedAsked): Promise<AgedList> {
  const { side, asOf } = asked;
  return listed(database, companyId, { asOf }, async (sql, seq) => {
    const chart = await readAccounts(sql, companyId);
    const accounts =
      asked.accountIds === null
        ? await accountsOfSide(sql, companyId, chart, side)
        : chosenOf(chart, asked.accountIds).filter(({ isHeading }) => !isHeading);
    const accountIds = accounts.map(({ id }) => id);
    const spans = [null, ...AGES.map((days) => daysBefore(asOf, days))].map((from) => ({
      from,
      to: asOf,
      seq,
      accountIds,
    }));
    const byCounterparty: Map<string, Sums>[] = [];
    const byAccount: Map<string, Sums>[] = [];
    for (const span of spans) {
      const rows = await sumBroken(sql, companyId, span, { by: 'COUNTERPARTY' });
      byCounterparty.push(new Map(rows.map((row) => [placeOf(row.accountId, row.key), row])));
      byAccount.push(await sumStretch(sql, companyId, span, EVERYTHING));
    }
    const rows = accounts.flatMap((account) => {
      const named = [...(byCounterparty[0]?.keys() ?? [])]
        .filter((place) => place.startsWith(account.id))
        .sort();
      // What names nobody is what the account has beyond all that names somebody.
      const rest = byAccount.map((sums, span) =>
        named.reduce(
          (left, place) => minus(left, byCounterparty[span]?.get(place)),
          sums.get(account.id) ?? NOTHING,
        ),
      );
      const rowOf = (counterpartyId: string | null, sums: readonly (Sums | undefined)[]): AgedRow => {
        const [all, ...recent] = sums.map((of) => of ?? NOTHING);
        const charges = recent.map(({ debit, credit }) => (side === 'RECEIVABLE' ? debit : credit));
        const balance = (all ?? NOTHING).debit - (all ?? NOTHING).credit;
        return {
          account,
          counterpartyId,
          ...ageOf(side === 'RECEIVABLE' ? balance : -balance, charges as [Amount, Amount, Amount]),
        };
      };
      return [
        ...named.map((place) =>
          rowOf(
            place.slice(account.id.length),
            byCounterparty.map((sums) => sums.get(place)),
          ),
        ),
        rowOf(null, rest),
      ].filter(({ balance }) => balance !== 0n);
    });
    const control = [...(byAccount[0]?.values() ?? [])].reduce(
      (sum, { debit, credit }) => sum + (side === 'RECEIVABLE' ? debit - credit : credit - debit),
      0n,
    );
    const totals = sumOf(rows);
    return {
      seq,
      accounts,
      rows,
      totals,
      checks: [
        check('AGES_EQUAL_CONTROL_ACCOUNTS', control, totals.balance),
        check(
          'SUBLEDGER_EQUALS_CONTROL_ACCOUNTS',
          control,
          sumOf(rows.filter(({ counterpartyId }) => counterpartyId !== null)).balance,
        ),
      ],
    };
  });
}

const NOTHING: Sums = { debit: 0n, credit: 0n };

/** An account and a counterparty as one word; identifiers are all of one length. */
function placeOf(accountId: string, counterpartyId: string): string {
  return accountId + counterpartyId;
}

function minus(left: Sums, part: Sums | undefined): Sums {
  return part === undefined ? left : { debit: left.debit - part.debit, credit: left.credit - part.credit };
}

function sumOf(rows: readonly Aged[]): Aged {
  const sum = (name: keyof Aged): Amount => rows.reduce((all, row) => all + row[name], 0n);
  return {
    days0To30: sum('days0To30'),
    days31To60: sum('days31To60'),
    days61To90: sum('days61To90'),
    over90: sum('over90'),
    prepaid: sum('prepaid'),
    balance: sum('balance'),
  };
}

/** Accounts with the role of the side, else those of its kind whose entries name counterparties. */
async function accountsOfSide(
  sql: TransactionSql,
  companyId: string,
  chart: readonly ListedAccount[],
  side: Side,
): Promise<readonly ListedAccount[]> {
  const withRole = chart.filter(({ role, isHeading }) => role === side && !isHeading);
  if (withRole.length > 0) return withRole;
  const rows = await sql<{ id: string }[]>`
    /* accountsWithCounterparties */ select distinct account_id as id from reporting.counterparty_turnover
    where company_id = ${companyId} and level = 'year'`;
  const named = new Set(rows.map(({ id }) => id));
  const type = side === 'RECEIVABLE' ? 'ASSET' : 'LIABILITY';
  return chart.filter((account) => account.type === type && named.has(account.id));
}

function daysBefore(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
