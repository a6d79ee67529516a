import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { readValuedPairs } from '../read-model/dimension-pairs.ts';
import { demandDimension, type Dimension } from '../read-model/dimensions.ts';
import { sumPairs } from '../read-model/sums.ts';
import { check, type Check } from '../statements/checks.ts';
import { listed, readAccounts } from './queries.ts';
import { sumStretch } from './sums.ts';

/** What went from the credit of one account to the debit of another. */
interface Amounts {
  /** Of one dimension what has it on either side. */
  readonly amount: Amount;
  /** What of it has the dimension on the debited side; all of it without one. */
  readonly debitAmount: Amount;
  /** What of it has the dimension on the credited side; all of it without one. */
  readonly creditAmount: Amount;
}

/** A pair of accounts as it is listed. */
export interface Pair extends Amounts {
  readonly debitId: string;
  readonly debitCode: string;
  readonly creditId: string;
  readonly creditCode: string;
}

export interface PairsAsked {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Only pairs of which an entry has this dimension; null for all. */
  readonly dimension: Dimension | null;
  /** Moment after which nothing counts that was recorded; null for none. */
  readonly knownAt: string | null;
}

/**
 * Pairs of accounts over a span; those of reversals stand as they were posted.
 * @throws DomainError BAD_USER_INPUT, also for a span that has too many entries of a dimension.
 */
export function correspondingAccounts(
  database: Database,
  companyId: string,
  { from, to, dimension, knownAt }: PairsAsked,
): Promise<{ seq: number; pairs: readonly Pair[]; checks: readonly Check[] }> {
  const work = async (sql: TransactionSql, seq: number) => {
    await demandDimension(sql, companyId, dimension);
    const span = { from, to, withClosing: true, knownSeq: knownAt === null ? null : seq };
    const sums = new Map<string, Amounts>();
    const add = (debitId: string, creditId: string, added: Amounts): void => {
      const key = `${debitId} ${creditId}`;
      const known = sums.get(key);
      sums.set(key, {
        amount: (known?.amount ?? 0n) + added.amount,
        debitAmount: (known?.debitAmount ?? 0n) + added.debitAmount,
        creditAmount: (known?.creditAmount ?? 0n) + added.creditAmount,
      });
    };
    // Pairs without the dimension are all pairs less those that have it.
    const without = (dimension?.value ?? null) === null;
    if (without)
      for (const { debitAccountId, creditAccountId, amount } of await sumPairs(sql, companyId, span))
        add(debitAccountId, creditAccountId, { amount, debitAmount: amount, creditAmount: amount });
    if (dimension !== null)
      for (const { debit, credit, amount } of await readValuedPairs(sql, companyId, span, dimension)) {
        const has = (value: string | null) => (without ? value !== null : value === dimension.value);
        const [onDebit, onCredit] = [has(debit.value), has(credit.value)];
        const counted = without ? -amount : amount;
        const isCounted = without ? onDebit && onCredit : onDebit || onCredit;
        add(debit.accountId, credit.accountId, {
          amount: isCounted ? counted : 0n,
          debitAmount: onDebit ? counted : 0n,
          creditAmount: onCredit ? counted : 0n,
        });
      }
    const filter = { counterpartyId: null, dimension };
    const turnover = await sumStretch(sql, companyId, { from, to, seq, accountIds: null }, filter);
    const total = (side: 'debit' | 'credit') =>
      [...turnover.values()].reduce((sum, of) => sum + of[side], 0n);
    const pairs = inOrder(sums, await readAccounts(sql, companyId));
    const paired = (side: 'debitAmount' | 'creditAmount') =>
      pairs.reduce((sum, pair) => sum + pair[side], 0n);
    return {
      seq,
      pairs,
      checks: [
        check('PAIRS_EQUAL_DEBITS', total('debit'), paired('debitAmount')),
        check('PAIRS_EQUAL_CREDITS', total('credit'), paired('creditAmount')),
      ],
    };
  };
  return listed(database, companyId, { from, to }, work, knownAt);
}

/** Pairs with an amount in the order of the codes, debit first. */
function inOrder(
  sums: ReadonlyMap<string, Amounts>,
  accounts: readonly { readonly id: string; readonly code: string }[],
): Pair[] {
  const places = new Map(accounts.map(({ id, code }, place) => [id, { code, place }]));
  const placeOf = (id: string) => {
    const found = places.get(id);
    if (found === undefined) throw new Error(`there is no account ${id}`);
    return found;
  };
  return [...sums]
    .filter(([, { amount }]) => amount !== 0n)
    .map(([key, amounts]) => {
      const [debitId = '', creditId = ''] = key.split(' ');
      const [debit, credit] = [placeOf(debitId), placeOf(creditId)];
      const pair = { debitId, debitCode: debit.code, creditId, creditCode: credit.code, ...amounts };
      return { pair, places: [debit.place, credit.place] as const };
    })
    .sort((a, b) => a.places[0] - b.places[0] || a.places[1] - b.places[1])
    .map(({ pair }) => pair);
}
