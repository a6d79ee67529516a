import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { chosenOf, listed, readAccounts, type ListedAccount } from '../general-ledger/queries.ts';
import { sumStretches, type SummedDays } from '../general-ledger/turnover-sums.ts';
import { readTerms, termOf } from '../payment-terms/queries.ts';
import type { Sums } from '../read-model/sums.ts';
import { check, type Check } from '../statements/checks.ts';

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
  readonly rows: readonly AgedRow[];
  readonly totals: Aged;
  readonly checks: readonly Check[];
}

/** First days of the ages that end on the day asked for: 30, 60 and 90 days before it. */
const AGES = [30, 60, 90] as const;

/** Charges up to a day and all newer ones: not due, and of the last 30, 60 and 90 days. */
export type Charged = readonly [notDue: Amount, in30: Amount, in60: Amount, in90: Amount];

/**
 * Splits a balance by age, payments having settled the oldest charges first: what is open are the latest charges, as
 * many as make up the balance. Pure.
 */
export function ageOf(balance: Amount, charged: Charged): Aged {
  if (balance <= 0n) return { ...NOT_OWED, prepaid: balance, balance };
  const [notDue = 0n, in30 = 0n, in60 = 0n, in90 = 0n] = charged.map((amount) =>
    amount < balance ? amount : balance,
  );
  return {
    notDue,
    days0To30: in30 - notDue,
    days31To60: in60 - in30,
    days61To90: in90 - in60,
    over90: balance - in90,
    prepaid: 0n,
    balance,
  };
}

const NOT_OWED = { notDue: 0n, days0To30: 0n, days31To60: 0n, days61To90: 0n, over90: 0n } as const;

export interface AgedAsked {
  readonly side: Side;
  readonly asOf: CalendarDate;
  readonly accountIds: readonly string[] | null;
  readonly by: AgeBasis;
}

/**
 * What is owed at the end of a day. By due date a charge is as old as its term of payment has passed. The charges of 30, 60
 * and 90 days are sums of calendar buckets, all in one pass, so that a debt is aged without a look at its history.
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
    const everything = await summed(sql, companyId, [{ from: null, to: asOf }], accountIds);
    const terms = asked.by === 'DUE_DATE' ? await readTerms(sql, companyId) : null;
    const termFor = (counterpartyId: string | null): number =>
      terms === null ? 0 : termOf(terms, counterpartyId, side);
    // Whoever has the same term is aged by the same days.
    const charge = side === 'RECEIVABLE' ? ('debit_gel' as const) : ('credit_gel' as const);
    const recentByTerm = new Map<number, SumsOfAll>();
    const named = [...everything.byCounterparty.keys()];
    for (const term of new Set([termFor(null), ...named.map((place) => termFor(counterpartyIn(place)))])) {
      const ages = (terms === null ? AGES : [0, ...AGES]).map((days) => ({
        from: daysBefore(asOf, days + term),
        to: asOf,
        only: charge,
      }));
      recentByTerm.set(term, await summed(sql, companyId, ages, accountIds));
    }
    const placesByAccount = new Map<string, string[]>();
    for (const place of named.sort()) {
      const places = placesByAccount.get(accountIn(place));
      if (places === undefined) placesByAccount.set(accountIn(place), [place]);
      else places.push(place);
    }
    const rows = accounts.flatMap((account) => {
      const places = placesByAccount.get(account.id) ?? [];
      const rowOf = (counterpartyId: string | null, of: (sums: SumsOfAll) => readonly Sums[]): AgedRow => {
        const [all = NOTHING] = of(everything);
        const recent = recentByTerm.get(termFor(counterpartyId));
        const charges = (recent === undefined ? [] : of(recent)).map(({ debit, credit }) =>
          side === 'RECEIVABLE' ? debit : credit,
        );
        const [in30 = 0n, in60 = 0n, in90 = 0n] = charges.slice(-AGES.length);
        const notDue = terms === null ? 0n : (charges[0] ?? 0n);
        const balance = all.debit - all.credit;
        return {
          account,
          counterpartyId,
          ...ageOf(side === 'RECEIVABLE' ? balance : -balance, [notDue, in30, in60, in90]),
        };
      };
      return [
        ...places.map((place) =>
          rowOf(counterpartyIn(place), ({ byCounterparty }) => byCounterparty.get(place) ?? []),
        ),
        // What names nobody is what the account has beyond all that names somebody.
        rowOf(null, ({ stretches, byAccount, byCounterparty }) =>
          Array.from({ length: stretches }, (_, stretch) =>
            places.reduce(
              (left, place) => minus(left, byCounterparty.get(place)?.[stretch]),
              byAccount.get(account.id)?.[stretch] ?? NOTHING,
            ),
          ),
        ),
      ].filter(({ balance }) => balance !== 0n);
    });
    const control = [...everything.byAccount.values()].reduce(
      (sum, [{ debit, credit } = NOTHING]) => sum + (side === 'RECEIVABLE' ? debit - credit : credit - debit),
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

/** Debits and credits of some stretches, by account and counterparty as one word, and by account. */
interface SumsOfAll {
  /** How many stretches there are. */
  readonly stretches: number;
  readonly byCounterparty: ReadonlyMap<string, readonly Sums[]>;
  readonly byAccount: ReadonlyMap<string, readonly Sums[]>;
}

async function summed(
  sql: TransactionSql,
  companyId: string,
  stretches: readonly SummedDays[],
  accountIds: readonly string[],
): Promise<SumsOfAll> {
  const parts = await sumStretches(sql, companyId, stretches, accountIds, { by: 'COUNTERPARTY' });
  const whole = await sumStretches(sql, companyId, stretches, accountIds, { by: 'ACCOUNT' });
  return {
    stretches: stretches.length,
    byCounterparty: new Map(parts.map(({ accountId, key, inGel }) => [accountId + key, inGel])),
    byAccount: new Map(whole.map(({ accountId, inGel }) => [accountId, inGel])),
  };
}

/** Identifiers are all of one length. */
const UUID_LETTERS = 36;

function accountIn(place: string): string {
  return place.slice(0, UUID_LETTERS);
}

function counterpartyIn(place: string): string {
  return place.slice(UUID_LETTERS);
}

function minus(left: Sums, part: Sums | undefined): Sums {
  return part === undefined ? left : { debit: left.debit - part.debit, credit: left.credit - part.credit };
}

function sumOf(rows: readonly Aged[]): Aged {
  const sum = (name: keyof Aged): Amount => rows.reduce((all, row) => all + row[name], 0n);
  return {
    notDue: sum('notDue'),
    days0To30: sum('days0To30'),
    days31To60: sum('days31To60'),
    days61To90: sum('days61To90'),
    over90: sum('over90'),
    prepaid: sum('prepaid'),
    balance: sum('balance'),
  };
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
  const rows = await sql<{ id: string }[]>`
    /* accountsWithCounterparties */ select id from unnest(${ofType.map(({ id }) => id)}::uuid[]) as id
    where exists (select from reporting.counterparty_turnover t
      where t.company_id = ${companyId} and t.account_id = id and t.level = 'year')`;
  const named = new Set(rows.map(({ id }) => id));
  return ofType.filter(({ id }) => named.has(id));
}

export function daysBefore(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
