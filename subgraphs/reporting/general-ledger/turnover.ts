import type { Database } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { check, type Check } from '../statements/checks.ts';
import type { Sums } from '../read-model/sums.ts';
import { chosenOf, listed, readAccounts, type ListedAccount } from './queries.ts';
import { sumStretches, type Breakdown, type BrokenSums } from './turnover-sums.ts';

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
  readonly accountIds: readonly string[] | null;
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
  readonly rows: readonly TurnoverLine[];
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
 * Balances and turnover of all accounts, or of what they are broken down into.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND.
 */
export function turnoverSheet(
  database: Database,
  companyId: string,
  asked: TurnoverAsked,
): Promise<TurnoverSheet> {
  const { from, to, by } = asked;
  return listed(database, companyId, { from, to }, async (sql, seq) => {
    const chart = await readAccounts(sql, companyId);
    const accounts = (asked.accountIds === null ? chart : chosenOf(chart, asked.accountIds)).filter(
      ({ isHeading }) => !isHeading,
    );
    const accountIds = asked.accountIds === null ? null : accounts.map(({ id }) => id);
    const stretches = [
      { from: null, to: dayBefore(from) },
      { from, to },
    ];
    const summed = await sumStretches(sql, companyId, stretches, accountIds, { by: 'ACCOUNT' });
    const whole = new Map(summed.map(({ accountId, inGel }) => [accountId, turnoverOf(inGel)]));
    const lineOf = (account: ListedAccount, key: string | null, of: Turnover): TurnoverLine => ({
      account,
      key,
      by,
      inCurrency: null,
      ...of,
    });
    if (by === 'ACCOUNT') {
      const rows = accounts.map((account) => lineOf(account, null, whole.get(account.id) ?? EMPTY));
      return sheet(seq, rows.filter(isThere), asked.accountIds === null);
    }
    const breakdown: Breakdown = by === 'DIMENSION' ? { by, name: asked.dimensionName ?? '' } : { by };
    const broken = brokenDown(await sumStretches(sql, companyId, stretches, accountIds, breakdown));
    const rows = accounts.flatMap((account) => {
      const parts = broken.get(account.id);
      if (parts === undefined && accountIds === null) return [];
      const named = [...(parts ?? [])]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, { inGel, inCurrency }]) => ({
          ...lineOf(account, key, inGel),
          inCurrency: by === 'CURRENCY' ? inCurrency : null,
        }));
      const rest = named.reduce((left, part) => less(left, part), whole.get(account.id) ?? EMPTY);
      return [...named, lineOf(account, null, rest)].filter(isThere);
    });
    const answer = sheet(seq, rows, false);
    if (by !== 'COUNTERPARTY') return answer;
    const shown = new Set(rows.map(({ account }) => account.id));
    return {
      ...answer,
      checks: [
        check(
          'SUBLEDGER_EQUALS_CONTROL_ACCOUNTS',
          [...shown].reduce((sum, id) => sum + (whole.get(id)?.closing ?? 0n), 0n),
          rows.reduce((sum, { key, closing }) => (key === null ? sum : sum + closing), 0n),
        ),
      ],
    };
  });
}

const NOTHING: Sums = { debit: 0n, credit: 0n };
const EMPTY: Turnover = { opening: 0n, debit: 0n, credit: 0n, closing: 0n };

/** Of the sums before the first day and from then on. */
function turnoverOf([before = NOTHING, { debit, credit } = NOTHING]: readonly Sums[]): Turnover {
  const opening = before.debit - before.credit;
  return { opening, debit, credit, closing: opening + debit - credit };
}

function less(whole: Turnover, part: Turnover): Turnover {
  return {
    opening: whole.opening - part.opening,
    debit: whole.debit - part.debit,
    credit: whole.credit - part.credit,
    closing: whole.closing - part.closing,
  };
}

interface Part {
  readonly inGel: Turnover;
  readonly inCurrency: Turnover;
}

/** Balances and turnover by account, then by key. */
function brokenDown(sums: readonly BrokenSums[]): Map<string, Map<string, Part>> {
  const broken = new Map<string, Map<string, Part>>();
  for (const { accountId, key, inGel, inCurrency } of sums) {
    const part = { inGel: turnoverOf(inGel), inCurrency: turnoverOf(inCurrency) };
    const ofAccount = broken.get(accountId);
    if (ofAccount === undefined) broken.set(accountId, new Map([[key, part]]));
    else ofAccount.set(key, part);
  }
  return broken;
}

function sheet(seq: number, rows: readonly TurnoverLine[], isWhole: boolean): TurnoverSheet {
  const totals = totalsOf(rows);
  return {
    seq,
    rows,
    totals,
    checks: isWhole
      ? [
          check('OPENING_DEBITS_EQUAL_CREDITS', totals.openingDebit, totals.openingCredit),
          check('DEBITS_EQUAL_CREDITS', totals.debit, totals.credit),
          check('CLOSING_DEBITS_EQUAL_CREDITS', totals.closingDebit, totals.closingCredit),
        ]
      : [],
  };
}

/** Sums with balances on their sides. Pure. */
export function totalsOf(rows: readonly Turnover[]): TurnoverTotals {
  const sum = (of: (row: Turnover) => Amount): Amount => rows.reduce((all, row) => all + of(row), 0n);
  return {
    openingDebit: sum(({ opening }) => onDebit(opening)),
    openingCredit: sum(({ opening }) => onDebit(-opening)),
    debit: sum(({ debit }) => debit),
    credit: sum(({ credit }) => credit),
    closingDebit: sum(({ closing }) => onDebit(closing)),
    closingCredit: sum(({ closing }) => onDebit(-closing)),
  };
}

/** A balance when it stands on the debit side, else nothing; of a balance negated it is the credit side. */
export function onDebit(balance: Amount): Amount {
  return balance > 0n ? balance : 0n;
}

function isThere({ opening, debit, credit, inCurrency }: TurnoverLine): boolean {
  return [opening, debit, credit, inCurrency?.opening ?? 0n, inCurrency?.debit ?? 0n].some(
    (amount) => amount !== 0n,
  );
}
