import { ask, pause, Tally, type Course } from './course.ts';

export interface Readers {
  readonly reads: () => number;
  readonly failures: Tally;
  readonly ended: Promise<void>;
}

export const TRIAL_BALANCE = `{
  trialBalance(asOf: "2026-12-31") {
    seq rows { account { code } closing } totals { debit credit closingDebit closingCredit }
  }
}`;
export interface TrialBalance {
  readonly trialBalance: {
    readonly seq: number;
    readonly rows: readonly { readonly account: { readonly code: string }; readonly closing: string }[];
    readonly totals: Readonly<Record<'debit' | 'credit' | 'closingDebit' | 'closingCredit', string>>;
  };
}

/** Readers ask for trial balances: debits equal credits in each, and what was acknowledged before is in it. */
export function startReaders(course: Course, count: number): Readers {
  let reads = 0;
  const failures = new Tally();
  const ended = Promise.all(
    Array.from({ length: count }, async () => {
      while (!course.isOver()) {
        const known = course.acknowledged;
        try {
          const { data, errors } = await ask<TrialBalance>(course, TRIAL_BALANCE);
          const found = data?.trialBalance;
          if (found === undefined || found === null || errors !== undefined) {
            failures.add(String(errors?.[0]?.extensions?.['code']));
          } else {
            reads += 1;
            const { seq, totals } = found;
            if (totals.debit !== totals.credit || totals.closingDebit !== totals.closingCredit) {
              course.violated(
                `a trial balance at ${String(seq)} does not balance: ${JSON.stringify(totals)}`,
              );
            }
            if (seq < known) {
              course.violated(
                `a trial balance showed ${String(seq)} after ${String(known)} was acknowledged`,
              );
            }
          }
        } catch (error) {
          failures.add(error instanceof Error && error.name === 'TimeoutError' ? 'no answer' : 'broken off');
        }
        await pause(course.random.between(100, 400));
      }
    }),
  ).then(() => undefined);
  return { reads: () => reads, failures, ended };
}
