import type { Amount } from '#shared/domain/money.ts';

/** One side of a transaction on one account; an amount that is not positive takes part in nothing. */
export interface Side {
  readonly accountId: string;
  readonly amount: Amount;
}

/** So much went from the credit of one account to the debit of another. */
export interface Pair {
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly amount: Amount;
}

/** So much of a debit and of a credit belongs together. */
export interface Cut<S extends Side> {
  readonly debit: S;
  readonly credit: S;
  readonly amount: Amount;
}

/**
 * Cuts a transaction into pairs of a debit and a credit. What a bookkeeper meant is read in two steps: equal amounts
 * belong together, first come first; what remains is paired in the order of the lines. So every line is used up to the
 * tetri, and debits and credits of each account are the sums of its pairs. Pure.
 */
export function cut<S extends Side>(debits: readonly S[], credits: readonly S[]): Cut<S>[] {
  const pairs: Cut<S>[] = [];
  const open = credits.filter(({ amount }) => amount > 0n).map((side) => ({ side, left: side.amount }));
  const unpaired: { readonly side: S; left: Amount }[] = [];
  for (const debit of debits) {
    if (debit.amount <= 0n) continue;
    const equal = open.findIndex(({ left }) => left === debit.amount);
    const [credit] = equal === -1 ? [] : open.splice(equal, 1);
    if (credit === undefined) unpaired.push({ side: debit, left: debit.amount });
    else pairs.push({ debit, credit: credit.side, amount: debit.amount });
  }
  let next = 0;
  for (const debit of unpaired) {
    while (debit.left > 0n) {
      const credit = open[next];
      if (credit === undefined) throw new Error('debits and credits of a posted transaction differ');
      const amount = debit.left < credit.left ? debit.left : credit.left;
      pairs.push({ debit: debit.side, credit: credit.side, amount });
      debit.left -= amount;
      credit.left -= amount;
      if (credit.left === 0n) next += 1;
    }
  }
  if (next < open.length) throw new Error('debits and credits of a posted transaction differ');
  return pairs;
}

/** The pairs of accounts that a transaction is cut into. Pure. */
export function correspond(debits: readonly Side[], credits: readonly Side[]): Pair[] {
  return cut(debits, credits).map(({ debit, credit, amount }) => ({
    debitAccountId: debit.accountId,
    creditAccountId: credit.accountId,
    amount,
  }));
}

/** Entries transaction by transaction, in the order in which they come. */
export function ofOneTransaction<T extends { readonly seq: number }>(entries: readonly T[]): T[][] {
  const bySeq = new Map<number, T[]>();
  for (const entry of entries) {
    const known = bySeq.get(entry.seq);
    if (known === undefined) bySeq.set(entry.seq, [entry]);
    else known.push(entry);
  }
  return [...bySeq.values()];
}
