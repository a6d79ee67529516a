import type { Amount } from '#shared/domain/money.ts';
import { inCurrency } from '../statements/rates.ts';
import { addTo, shareOf, sum, WHOLE, type LineAmounts } from './columns.ts';
import { sumOfDifferences } from './differences.ts';
import type { Part } from './members.ts';
import { DIFFERENCE, OF_OTHERS, OF_OWNERS } from './performance-lines.ts';
import type { PerformanceOfGroup, PerformanceOfMember } from './performance.ts';
import { differencesAt, largestOf } from './translated.ts';

/** How a member earned its profit in another currency, at the mean of the rates of the days of the whole span. */
export interface TranslatedPerformance {
  readonly rate: bigint;
  readonly amounts: LineAmounts;
  readonly profit: Amount;
  /** What is taken out as being between it and others. */
  readonly eliminated: LineAmounts;
}

/**
 * Profits added up in the currency that is asked (IAS 21.40): what members have by themselves is their statement, what is
 * eliminated that of the group, and one rate for all keeps what agrees in the books in agreement. Shares are those of the
 * translated profits. What rounding leaves in eliminations stands on the largest of them. Pure.
 * @returns the profits of the books where they are asked in the currency of the books
 */
export function translatedPerformance(
  parts: readonly Part<PerformanceOfMember>[],
  books: PerformanceOfGroup,
): PerformanceOfGroup {
  const rate = parts[0]?.of.translated?.rate;
  if (rate === undefined) return books;
  const differences = differencesAt(books.differences, rate);
  const dividends = books.dividends.map(({ amount, taken, ...of }) => ({
    ...of,
    amount: inCurrency(amount, rate),
    // Taken at the rates of its days, as it is in the changes of equity of who distributed it.
    taken: taken.map(({ shown, ...part }) => ({ ...part, amount: shown, shown })),
  }));
  const paid = sum(dividends.map(({ amount }) => amount));
  const eliminations = new Map<string, Amount>();
  for (const { of } of parts)
    for (const [code, amount] of of.translated?.eliminated ?? []) addTo(eliminations, code, amount);
  const left = -paid - sum([...eliminations.values()]) - sumOfDifferences(differences);
  addTo(eliminations, largestOf(eliminations) ?? DIFFERENCE.code, left);
  addTo(eliminations, DIFFERENCE.code, sumOfDifferences(differences));
  for (const { receiver, amount } of dividends) {
    const theirs = shareOf(amount, WHOLE - receiver.share);
    addTo(eliminations, OF_OWNERS.code, theirs - amount);
    addTo(eliminations, OF_OTHERS.code, -theirs);
  }
  const members = parts.map(({ member, of: { translated } }): LineAmounts => {
    const profit = translated?.profit ?? 0n;
    const theirs = shareOf(profit, WHOLE - member.share);
    return new Map([
      ...(translated?.amounts ?? []),
      [OF_OWNERS.code, profit - theirs],
      [OF_OTHERS.code, theirs],
    ]);
  });
  return {
    ...books,
    ...{ members, eliminations, differences, dividends },
    profit: sum(parts.map(({ of }) => of.translated?.profit ?? 0n)) - paid,
  };
}
