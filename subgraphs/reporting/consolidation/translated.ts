import type { Amount } from '#shared/domain/money.ts';
import type { StatementLine } from '../mappings/line.ts';
import { inCurrency } from '../statements/rates.ts';
import { addTo, type LineAmounts } from './columns.ts';
import type { IntraGroupDifference } from './differences.ts';

/** What an account of a member has with another member, and the line on which it stands. */
export interface AmountBetween {
  readonly line: StatementLine;
  readonly accountId: string;
  /** Identification code of the other one. */
  readonly taxId: string;
  /** Debit minus credit. */
  readonly net: Amount;
}

/**
 * What is between members in a currency, by line, with the sign that takes it out. It is rounded account by account, as
 * statements of single companies are: what an account has with members alone comes to nothing. Pure.
 */
export function eliminatedAt(between: readonly AmountBetween[], rate: bigint): LineAmounts {
  const byAccount = new Map<string, { readonly line: StatementLine; net: Amount }>();
  for (const { line, accountId, net } of between) {
    const account = byAccount.get(accountId) ?? { line, net: 0n };
    byAccount.set(accountId, { line, net: account.net + net });
  }
  const eliminated = new Map<string, Amount>();
  for (const { line, net } of byAccount.values()) {
    const amount = inCurrency(net, rate);
    addTo(eliminated, line.code, line.side === 'DEBIT' ? -amount : amount);
  }
  return eliminated;
}

/** What two members say in a currency: the same where they say the same in the books. Pure. */
export function differencesAt(
  differences: readonly IntraGroupDifference[],
  rate: bigint,
): IntraGroupDifference[] {
  return differences.map(({ firstSays, secondSays, ...pair }) => ({
    ...pair,
    firstSays: inCurrency(firstSays, rate),
    secondSays: inCurrency(secondSays, rate),
  }));
}

/** The key of the largest amount, whatever its sign; null where there is none. Pure. */
export function largestOf(amounts: Iterable<readonly [string, Amount]>): string | null {
  const magnitude = (amount: Amount) => (amount < 0n ? -amount : amount);
  let largest: readonly [string, Amount] | null = null;
  for (const one of amounts) if (largest === null || magnitude(one[1]) > magnitude(largest[1])) largest = one;
  return largest === null ? null : largest[0];
}
