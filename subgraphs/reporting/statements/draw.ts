import type { Amount } from '#shared/domain/money.ts';
import { lineOf, type StatementLine } from '../mappings/line.ts';
import type { Sums } from '../read-model/sums.ts';
import type { ChartAccount } from '../read-model/chart.ts';

/** An account on a line: its amount in each column, with the sign of the line. */
export interface DrawnAccount {
  readonly accountId: string;
  readonly code: string;
  readonly amounts: readonly Amount[];
}

/** A line with its amounts, one a column; a heading has none. */
export interface DrawnLine {
  readonly line: StatementLine;
  readonly amounts: readonly Amount[];
  readonly accounts: readonly DrawnAccount[];
}

export interface Drawn {
  readonly lines: readonly DrawnLine[];
  /** Codes of accounts with an amount that stand on no line. */
  readonly unmapped: readonly string[];
}

/**
 * Draws up a statement: each account on the one line that it is mapped to, lines summed into totals, totals into larger
 * ones. `columns` are sums of the accounts of each column: dates of a position, spans of a performance. Pure.
 */
export function drawStatement(
  lines: readonly StatementLine[],
  choices: ReadonlyMap<string, string>,
  chart: ReadonlyMap<string, ChartAccount>,
  columns: readonly ReadonlyMap<string, Sums>[],
): Drawn {
  const accountsOf = new Map<string, DrawnAccount[]>();
  const unmapped: string[] = [];
  for (const account of chart.values()) {
    const balances = columns.map((column) => net(column.get(account.id)));
    if (balances.every((balance) => balance === 0n)) continue;
    const line = lineOf(account, lines, choices);
    if (line === undefined) {
      unmapped.push(account.code);
      continue;
    }
    const amounts = balances.map((balance) => (line.side === 'DEBIT' ? balance : -balance));
    const onLine = accountsOf.get(line.code) ?? [];
    onLine.push({ accountId: account.id, code: account.code, amounts });
    accountsOf.set(line.code, onLine);
  }
  for (const line of lines)
    if (line.swingsTo !== null) swing(accountsOf, line.code, line.swingsTo, columns.length);
  const amountsOf = new Map<string, readonly Amount[]>();
  const nothing = columns.map(() => 0n);
  const amounts = (line: StatementLine): readonly Amount[] => {
    const known = amountsOf.get(line.code);
    if (known !== undefined) return known;
    const parts =
      line.kind === 'LINE'
        ? (accountsOf.get(line.code) ?? []).map((account) => account.amounts)
        : lines.filter(({ totalCode }) => totalCode === line.code).map(amounts);
    const summed = parts.reduce((sum, part) => sum.map((amount, at) => amount + (part[at] ?? 0n)), nothing);
    amountsOf.set(line.code, summed);
    return summed;
  };
  return {
    lines: lines.map((line) => ({
      line,
      amounts: line.kind === 'HEADING' ? [] : amounts(line),
      accounts: accountsOf.get(line.code) ?? [],
    })),
    unmapped,
  };
}

/** Debit minus credit. */
export function net(sums: Sums | undefined): Amount {
  return sums === undefined ? 0n : sums.debit - sums.credit;
}

/** Moves a line to another one, with the other sign, in the columns in which it is negative. */
function swing(accountsOf: Map<string, DrawnAccount[]>, from: string, to: string, columns: number): void {
  const accounts = accountsOf.get(from) ?? [];
  const isNegative = Array.from(
    { length: columns },
    (_, at) => accounts.reduce((sum, { amounts }) => sum + (amounts[at] ?? 0n), 0n) < 0n,
  );
  if (!isNegative.includes(true)) return;
  const part = (account: DrawnAccount, moves: boolean): DrawnAccount => ({
    ...account,
    amounts: account.amounts.map((amount, at) =>
      isNegative[at] === moves ? (moves ? -amount : amount) : 0n,
    ),
  });
  const isThere = ({ amounts }: DrawnAccount) => amounts.some((amount) => amount !== 0n);
  accountsOf.set(from, accounts.map((account) => part(account, false)).filter(isThere));
  accountsOf.set(to, [
    ...(accountsOf.get(to) ?? []),
    ...accounts.map((account) => part(account, true)).filter(isThere),
  ]);
}
