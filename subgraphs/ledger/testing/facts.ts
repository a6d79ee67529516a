import { LedgerFacts, type AccountFact, type LockExceptionFact, type PeriodFact } from '../facts.ts';
import type { LockArea } from '../locks/lock.ts';

export interface GivenFacts {
  readonly accounts?: readonly (Partial<AccountFact> & { readonly code: string })[];
  readonly closed?: readonly string[];
  readonly closedYears?: readonly number[];
  readonly currencies?: readonly { readonly code: string; readonly minorUnits: number }[];
  readonly approverMustDiffer?: boolean;
  /** Code of the account of each role. */
  readonly postingAccounts?: Readonly<Record<string, string>>;
  readonly lockDates?: Readonly<Partial<Record<LockArea, string>>>;
  readonly lockExceptions?: readonly LockExceptionFact[];
}

/** The id that a test's account of this code has. */
export function idOf(code: string): string {
  return `00000000-0000-7000-8000-${code.padStart(12, '0').slice(-12)}`;
}

/** Facts of a company with the year 2026 open and accounts 1110, 1210, 3110 and 6110, and what else is given. */
export function givenFacts(given: GivenFacts = {}): LedgerFacts {
  const plain = { currency: null, isHeading: false, isActive: true, parentId: null };
  const codes = ['1110', '1210', '3110', '6110'].map((code) => ({ code }));
  const closed = new Set(given.closed ?? []);
  const periods = Array.from({ length: 12 }, (_, index): PeriodFact => {
    const month = index + 1;
    const isClosed = closed.has(`2026-${String(month).padStart(2, '0')}`);
    return { year: 2026, month, status: isClosed ? 'CLOSED' : 'OPEN' };
  });
  return new LedgerFacts({
    referenceSeq: 1,
    accounts: [...codes, ...(given.accounts ?? [])].map((account) => ({
      id: idOf(account.code),
      ...plain,
      ...account,
    })),
    periods,
    closedYears: given.closedYears ?? [],
    currencies: given.currencies ?? [],
    settings: { approverMustDiffer: given.approverMustDiffer ?? false },
    lockDates: given.lockDates ?? {},
    lockExceptions: given.lockExceptions ?? [],
    postingAccounts: Object.fromEntries(
      Object.entries(given.postingAccounts ?? {}).map(([role, code]) => [role, idOf(code)]),
    ),
  });
}
