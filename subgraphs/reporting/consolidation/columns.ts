import type { Amount } from '#shared/domain/money.ts';
import type { StatementLine } from '../mappings/line.ts';

/** A line of the statement of a group, across. */
export interface GroupLine {
  readonly line: Pick<StatementLine, 'code' | 'kind' | 'level' | 'nameKa' | 'nameEn' | 'totalCode'>;
  /** One of each member, in their order; none for a heading. */
  readonly members: readonly Amount[];
  readonly eliminations: Amount;
  /** What the group comes to. */
  readonly group: Amount;
}

/** Amounts of lines that sum accounts, by the codes of the lines. */
export type LineAmounts = ReadonlyMap<string, Amount>;

/**
 * Puts members side by side and adds them up, totals included: what members are by themselves, what is eliminated, what is
 * left. Lines that only a group has are shown where they have an amount. Pure.
 */
export function groupLines(
  lines: readonly GroupLine['line'][],
  members: readonly LineAmounts[],
  eliminations: LineAmounts,
  ofGroupsOnly: ReadonlySet<string>,
): GroupLine[] {
  const shown = lines.filter(
    ({ code }) =>
      !ofGroupsOnly.has(code) || [...members, eliminations].some((of) => (of.get(code) ?? 0n) !== 0n),
  );
  const totalIn = (amounts: LineAmounts) => {
    const known = new Map<string, Amount>();
    const amountOf = (line: GroupLine['line']): Amount => {
      const before = known.get(line.code);
      if (before !== undefined) return before;
      const amount =
        line.kind === 'LINE'
          ? (amounts.get(line.code) ?? 0n)
          : shown
              .filter(({ totalCode }) => totalCode === line.code)
              .reduce((sum, part) => sum + amountOf(part), 0n);
      known.set(line.code, amount);
      return amount;
    };
    return amountOf;
  };
  const columns = members.map(totalIn);
  const eliminated = totalIn(eliminations);
  return shown.map((line) => {
    if (line.kind === 'HEADING') return { line, members: [], eliminations: 0n, group: 0n };
    const own = columns.map((amountOf) => amountOf(line));
    const less = eliminated(line);
    return { line, members: own, eliminations: less, group: own.reduce((sum, one) => sum + one, less) };
  });
}

/** A share of an amount in ten-thousandths of a percent, half up to the tetri. Pure. */
export function shareOf(amount: Amount, share: bigint): Amount {
  const tetri = amount / 100n;
  const magnitude = tetri < 0n ? -tetri : tetri;
  const rounded = (2n * magnitude * share + WHOLE) / (2n * WHOLE);
  return (tetri < 0n ? -rounded : rounded) * 100n;
}

/** All of it, in ten-thousandths of a percent. */
export const WHOLE = 1_000_000n;

/** Adds to an amount by its code. */
export function addTo(amounts: Map<string, Amount>, code: string, amount: Amount): void {
  amounts.set(code, (amounts.get(code) ?? 0n) + amount);
}
