import type { PostingEntry } from '#shared/domain/posting.ts';
import type { ValueChange } from './plan.ts';
import { tetriText } from './scaled.ts';

/** Entries for changes in the value of stock: one for each account, in the order of codes; none where all cancels out. */
export function entriesOf(
  changes: readonly Pick<ValueChange, 'amount' | 'stockAccount' | 'counterAccount'>[],
): PostingEntry[] {
  const sums = new Map<string, bigint>();
  const add = (account: string, amount: bigint): void => {
    sums.set(account, (sums.get(account) ?? 0n) + amount);
  };
  for (const { amount, stockAccount, counterAccount } of changes) {
    add(stockAccount, amount);
    add(counterAccount, -amount);
  }
  return [...sums]
    .filter(([, sum]) => sum !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([accountCode, sum]) =>
      sum > 0n ? { accountCode, debit: tetriText(sum) } : { accountCode, credit: tetriText(-sum) },
    );
}
