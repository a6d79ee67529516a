import type { Amount } from '#shared/domain/money.ts';
import type { Activity, StatementLine } from '../mappings/line.ts';
import type { IndirectRow } from '../statements/cash-flow.ts';
import type { FigureLine } from '../statements/sheet.ts';

/** What a line of the statement of a group is; those of cash flows say what they are for. */
export type LineOfGroup = Pick<
  StatementLine,
  'code' | 'kind' | 'level' | 'nameKa' | 'nameEn' | 'totalCode'
> & {
  readonly activity?: Activity;
  readonly step?: IndirectRow['kind'] | null;
};

/** Amounts across: what members have by themselves, what is eliminated, and what the group has. */
export interface Across {
  /** One of each member, in their order; none for a heading. */
  readonly members: readonly Amount[];
  readonly eliminations: Amount;
  /** What the group comes to. */
  readonly group: Amount;
  /** What the group came to in the comparative; null without one. */
  readonly comparative: Amount | null;
}

/** A line of the statement of a group, across. */
export interface GroupLine extends Across {
  readonly line: LineOfGroup;
}

/** Amounts of lines that sum accounts, by the keys of the lines. */
export type LineAmounts = ReadonlyMap<string, Amount>;

/** Amounts of the lines of a statement in one of its columns. Pure. */
export function amountsOf(lines: readonly FigureLine[], column = 0): LineAmounts {
  return new Map(
    lines.flatMap(({ line, amounts }) =>
      line.kind === 'LINE' ? [[line.code, amounts[column] ?? 0n] as const] : [],
    ),
  );
}

/** What is added up: members in their order, and what is eliminated. */
export interface Sides {
  readonly members: readonly LineAmounts[];
  readonly eliminations: LineAmounts;
}

/** By what the amounts of a line are found: steps of cash flows share codes with each other. */
export function keyOf({ code, step }: Pick<LineOfGroup, 'code' | 'step'>): string {
  return step === undefined || step === null ? code : `${step}:${code}`;
}

/**
 * Puts members side by side and adds them up, totals included: what members are by themselves, what is eliminated, what is
 * left. Of a comparative only what the group comes to is shown: other companies may have been in it. Pure.
 * @param unlessNothing keys of lines that are shown only where they have an amount
 */
export function groupLines(
  lines: readonly LineOfGroup[],
  now: Sides,
  before: Sides | null,
  unlessNothing: (line: LineOfGroup) => boolean,
): GroupLine[] {
  const all = [now, ...(before === null ? [] : [before])].flatMap((of) => [...of.members, of.eliminations]);
  const shown = lines.filter(
    (line) =>
      line.kind !== 'LINE' || !unlessNothing(line) || all.some((of) => (of.get(keyOf(line)) ?? 0n) !== 0n),
  );
  const totalIn = (amounts: LineAmounts) => {
    const known = new Map<string, Amount>();
    const amountOf = (line: LineOfGroup): Amount => {
      const key = keyOf(line);
      const told = known.get(key);
      if (told !== undefined) return told;
      const amount =
        line.kind === 'LINE'
          ? (amounts.get(key) ?? 0n)
          : sum(shown.filter(({ totalCode }) => totalCode === line.code).map(amountOf));
      known.set(key, amount);
      return amount;
    };
    return amountOf;
  };
  const acrossOf = ({ members, eliminations }: Sides) => {
    const columns = members.map(totalIn);
    const eliminated = totalIn(eliminations);
    return (line: LineOfGroup) => {
      const own = columns.map((amountOf) => amountOf(line));
      const less = eliminated(line);
      return { members: own, eliminations: less, group: sum(own) + less };
    };
  };
  const across = acrossOf(now);
  const compared = before === null ? null : acrossOf(before);
  return shown.map((line) =>
    line.kind === 'HEADING'
      ? { line, members: [], eliminations: 0n, group: 0n, comparative: null }
      : { line, ...across(line), comparative: compared?.(line).group ?? null },
  );
}

/** What the group has on a line; nothing where there is no such line. */
export function groupOf(lines: readonly GroupLine[], code: string): Amount {
  return lines.find(({ line }) => line.code === code)?.group ?? 0n;
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

/** Adds to an amount by its key. */
export function addTo(amounts: Map<string, Amount>, key: string, amount: Amount): void {
  amounts.set(key, (amounts.get(key) ?? 0n) + amount);
}

export function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
