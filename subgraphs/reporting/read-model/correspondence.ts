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

/**
 * Cuts a transaction into pairs of a debit and a credit. What a bookkeeper meant is read in two steps: equal amounts
 * belong together, first come first; what remains is paired in the order of the lines. So every line is used up to the
 * tetri, and debits and credits of each account are the sums of its pairs. Pure.
 */
export function correspond(debits: readonly Side[], credits: readonly Side[]): Pair[] {
  const pairs: Pair[] = [];
  const open = credits.filter(({ amount }) => amount > 0n).map((side) => ({ ...side }));
  const unpaired: { accountId: string; amount: Amount }[] = [];
  for (const debit of debits) {
    if (debit.amount <= 0n) continue;
    const equal = open.findIndex(({ amount }) => amount === debit.amount);
    const [credit] = equal === -1 ? [] : open.splice(equal, 1);
    if (credit === undefined) unpaired.push({ ...debit });
    else pairs.push(pairOf(debit, credit, debit.amount));
  }
  let next = 0;
  for (const debit of unpaired) {
    while (debit.amount > 0n) {
      const credit = open[next];
      if (credit === undefined) throw new Error('debits and credits of a posted transaction differ');
      const amount = debit.amount < credit.amount ? debit.amount : credit.amount;
      pairs.push(pairOf(debit, credit, amount));
      debit.amount -= amount;
      credit.amount -= amount;
      if (credit.amount === 0n) next += 1;
    }
  }
  if (next < open.length) throw new Error('debits and credits of a posted transaction differ');
  return pairs;
}

function pairOf(debit: Side, credit: Side, amount: Amount): Pair {
  return { debitAccountId: debit.accountId, creditAccountId: credit.accountId, amount };
}
