/** Statements whose lines sum accounts. */
export const STATEMENTS = [
  'FINANCIAL_POSITION',
  'PROFIT_OR_LOSS_BY_FUNCTION',
  'PROFIT_OR_LOSS_BY_NATURE',
] as const;
export type StatementName = (typeof STATEMENTS)[number];

export interface Names {
  readonly nameKa: string;
  readonly nameEn: string;
}

/** A line of a statement. */
export interface StatementLine extends Names {
  readonly code: string;
  /** A heading stands above others and has no amount; a total sums the lines and totals that name it. */
  readonly kind: 'HEADING' | 'LINE' | 'TOTAL';
  readonly level: number;
  readonly totalCode: string | null;
  /** The side that counts as positive. */
  readonly side: 'DEBIT' | 'CREDIT';
  /** Beginnings of codes of accounts that stand on the line. */
  readonly prefixes: readonly string[];
  /** The line that it goes to, with the other sign, while it is negative. */
  readonly swingsTo: string | null;
}

export type Activity = 'OPERATING' | 'INVESTING' | 'FINANCING' | 'EXCHANGE';

export interface CashFlowLine extends Names {
  readonly code: string;
  readonly activity: Activity;
}

export interface CashFlowAccount {
  readonly prefix: string;
  readonly direction: 'IN' | 'OUT';
  readonly lineCode: string;
}

export interface EquityChange extends Names {
  readonly code: string;
  readonly prefixes: readonly string[];
}

/**
 * The value whose prefix is the longest beginning of a code; undefined when none begins it. Pure.
 */
export function longestPrefix<T>(
  code: string,
  candidates: readonly T[],
  prefixesOf: (candidate: T) => readonly string[],
): T | undefined {
  let best: T | undefined;
  let length = -1;
  for (const candidate of candidates)
    for (const prefix of prefixesOf(candidate))
      if (prefix.length > length && code.startsWith(prefix)) [best, length] = [candidate, prefix.length];
  return best;
}

/** The line that an account stands on: the company's choice, else by the beginning of its code. Pure. */
export function lineOf(
  account: { readonly id: string; readonly code: string },
  lines: readonly StatementLine[],
  choices: ReadonlyMap<string, string>,
): StatementLine | undefined {
  const chosen = choices.get(account.id);
  return chosen === undefined
    ? longestPrefix(account.code, lines, ({ prefixes }) => prefixes)
    : lines.find(({ code }) => code === chosen);
}
