import { badInput } from '#shared/domain/errors.ts';
import { KeySet } from './key-set.ts';
import { isFault, readJournal, type JournalItem } from './read-journal.ts';

/** What a first reading tells about a file, before anything is booked from it. */
export interface JournalSurvey {
  readonly transactions: number;
  readonly faults: number;
  /** Years of the dates that look like dates. */
  readonly years: readonly number[];
  /** Currencies and the most decimals any amount of them has. */
  readonly currencies: ReadonlyMap<string, number>;
  /** Transactions whose lines stand in several places, with the first lines of those places. */
  readonly apart: ReadonlyMap<string, readonly number[]>;
}

/**
 * Reads a journal file once to the end. What concerns the file as a whole is found here: a missing column, a
 * wrong encoding, and transactions torn apart, half of which would otherwise be booked before the other half is
 * seen.
 */
export async function surveyJournal(path: string, onBytes?: (bytes: number) => void): Promise<JournalSurvey> {
  const seen = new KeySet();
  const suspects = new Set<string>();
  const years = new Set<number>();
  const currencies = new Map<string, number>();
  let transactions = 0;
  let faults = 0;
  for await (const items of readJournal(path, onBytes)) {
    for (const item of items) {
      if (item.transaction !== null && seen.add(item.transaction)) suspects.add(item.transaction);
      if (isFault(item)) {
        faults += 1;
        continue;
      }
      transactions += 1;
      const year = /^(\d{4})-\d{2}-\d{2}$/.exec(item.draft.date)?.[1];
      if (year !== undefined) years.add(Number(year));
      for (const { currency, debit, credit } of item.draft.entries) {
        if (typeof currency !== 'string') continue;
        const decimals = Math.max(decimalsOf(debit), decimalsOf(credit));
        if (decimals > (currencies.get(currency) ?? -1)) currencies.set(currency, decimals);
      }
    }
  }
  return {
    transactions,
    faults,
    years: [...years].sort((a, b) => a - b),
    currencies,
    apart: suspects.size === 0 ? new Map() : await confirmApart(path, suspects),
  };
}

/** Turns parts of transactions that stand apart into faults; all other items stay as they are. */
export function refuseApart(
  items: readonly JournalItem[],
  apart: JournalSurvey['apart'],
): readonly JournalItem[] {
  if (apart.size === 0) return items;
  return items.map((item) => {
    const places = item.transaction === null ? undefined : apart.get(item.transaction);
    if (places === undefined || isFault(item)) return item;
    const why = `the lines of the transaction are not together: they begin at lines ${places.join(', ')}`;
    return {
      transaction: item.transaction,
      from: item.from,
      to: item.to,
      line: item.from,
      error: badInput('transaction', item.transaction, why),
    };
  });
}

/** Suspicion comes from fingerprints; a second reading compares the names themselves. */
async function confirmApart(
  path: string,
  suspects: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const places = new Map<string, number[]>();
  for await (const items of readJournal(path)) {
    for (const { transaction, from } of items) {
      if (transaction === null || !suspects.has(transaction)) continue;
      places.set(transaction, [...(places.get(transaction) ?? []), from]);
    }
  }
  return new Map([...places].filter(([, lines]) => lines.length > 1));
}

function decimalsOf(amount: string | null | undefined): number {
  return /^\d+\.(\d+)$/.exec(amount ?? '')?.[1]?.length ?? 0;
}
