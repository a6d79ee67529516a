import type { Decision } from '#shared/domain/decider.ts';
import { decideOpenAccounts, type OpenAccount } from '../accounts/decide.ts';
import type { LedgerFacts } from '../facts.ts';
import { decideOpenYear } from '../periods/decide.ts';
import { initialFiscalYear } from '../periods/period.ts';

export interface OpenBooks {
  /** The chart of accounts, parents before their children. */
  readonly accounts: readonly OpenAccount[];
  /** The fiscal years, oldest first. */
  readonly years: readonly {
    readonly id: string;
    readonly year: number;
    readonly periodIds: readonly string[];
  }[];
}

export interface OpenedBooks {
  readonly accounts: number;
  readonly years: number;
}

/**
 * Gives a company the accounts and fiscal years that it lacks, all at once, so that books are never half open. What
 * somebody has opened by hand meanwhile stays as it is. Pure.
 */
export function decideOpenBooks({ accounts, years }: OpenBooks, facts: LedgerFacts): Decision<OpenedBooks> {
  const chart = decideOpenAccounts(
    accounts.filter(({ given }) => facts.accountByCode(given.code ?? '') === undefined),
    facts,
  );
  const missing = years.filter(({ year }) => !facts.hasYear(year));
  const opened = missing.map((year) => decideOpenYear(year, initialFiscalYear, facts));
  return {
    events: [...chart.events, ...opened.flatMap(({ events }) => events)],
    result: { accounts: chart.result.opened, years: missing.length },
  };
}
