import { z } from 'zod';
import type { CellPlace, StatementColumn, StatementRow } from '#shared/documents/statement.ts';
import { dayBefore } from '#shared/domain/date.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import type { Names } from '../../mappings/line.ts';
import { changesInEquity } from '../../statements/queries.ts';
import { spanned, type ReportMaker } from '../making.ts';
import { comparative, day, knownAt, standard } from '../question-parts.ts';
import type { ReportLanguage } from '../report.ts';
import { named, signOf, statementOf } from '../statement-rows.ts';
import { printedDay, wordsOf, type Words } from '../words.ts';
import { statementFacts } from './statement-facts.ts';

const question = z.object({ from: day, to: day, compare: comparative, standard, knownAt });

/** Components over a span. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly components: readonly StretchComponent[];
}

/** A component from its opening to its closing balance. */
export interface StretchComponent {
  readonly opening: Amount;
  readonly changes: readonly {
    readonly change: Names & { readonly code: string };
    readonly amount: Amount;
  }[];
  readonly closing: Amount;
}

/** Statement of changes in equity: components side by side, the comparative above. */
export const equityMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to, compare }) => (compare !== null && compare.to > to ? compare.to : to),
  async make(making, asked) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { compare } = asked;
    const { seq, components: all, checks } = await changesInEquity(database, companyId, asked);
    const components = all.filter((component) => isThere(component) || isThere(component.comparative));
    const stretches: Stretch[] = [
      ...(compare === null
        ? []
        : [{ ...compare, components: components.flatMap(({ comparative: before }) => before ?? []) }]),
      { from: asked.from, to: asked.to, components },
    ];
    return statementOf(making, words, {
      title: words.changesInEquity,
      ...spanned(asked),
      facts: statementFacts(making, words, { ...asked, seq }),
      columns: columnsOf(components, words, language),
      rows: rowsOf(stretches, words, language),
      checks,
    });
  },
};

/** Whether a component has an amount anywhere. */
export function isThere(component: StretchComponent | null): boolean {
  if (component === null) return false;
  const { opening, changes, closing } = component;
  return [opening, closing, ...changes.map(({ amount }) => amount)].some((amount) => amount !== 0n);
}

/** What the first components come to by themselves: those of the owners of a parent (IAS 1.106a). */
export interface Subtotal {
  readonly name: Names;
  readonly count: number;
}

/** Components side by side, what the first of them come to, and what all do. */
export function columnsOf(
  components: readonly { readonly line: Names }[],
  words: Words,
  language: ReportLanguage,
  currency = 'GEL',
  subtotal: Subtotal | null = null,
): StatementColumn[] {
  const names = components.map(({ line }) => named(line, language));
  if (subtotal !== null) names.splice(subtotal.count, 0, named(subtotal.name, language));
  return [
    { title: '', width: 44, kind: 'text' },
    ...[...names, words.total].map(
      (title) => ({ title: `${title}, ${signOf(currency)}`, width: 20, kind: 'amount' }) as const,
    ),
  ];
}

/** Each span from its opening to its closing balances; what closes one opens the next that follows on it. */
export function rowsOf(
  stretches: readonly Stretch[],
  words: Words,
  language: ReportLanguage,
  subtotal: Subtotal | null = null,
): StatementRow[] {
  const rows: StatementRow[] = [];
  const columnOf = (component: number): number =>
    component + (subtotal !== null && component >= subtotal.count ? 2 : 1);
  const add = (
    row: Pick<StatementRow, 'code' | 'rank' | 'level'>,
    name: string,
    amounts: readonly Amount[],
    above: readonly number[] | null,
  ): number => {
    const place = rows.length;
    const cells = amounts.map((amount, component) => ({
      amount,
      sum:
        above === null ? null : { plus: above.map((at): CellPlace => [at, columnOf(component)]), minus: [] },
    }));
    const summed = (count: number) => ({
      amount: amounts.slice(0, count).reduce((sum, amount) => sum + amount, 0n),
      sum: {
        plus: amounts.slice(0, count).map((_, component): CellPlace => [place, columnOf(component)]),
        minus: [],
      },
    });
    const total = summed(amounts.length);
    if (subtotal !== null) cells.splice(subtotal.count, 0, summed(subtotal.count));
    rows.push({
      ...row,
      cells: [name, ...[...cells, total].map(({ amount }) => formatAmount(amount))],
      sums: [null, ...[...cells, total].map(({ sum }) => sum)],
    });
    return place;
  };
  for (const [stretch, { from, to, components }] of stretches.entries()) {
    // What closes the comparative opens the period that follows on it.
    const isOpened = stretches[stretch - 1]?.to === dayBefore(from);
    const places = [
      isOpened
        ? rows.length - 1
        : add(
            { code: stretch === 0 ? 'OPENING' : 'OPENING_OF_PERIOD', rank: 'total', level: 0 },
            `${words.balanceOn} ${printedDay(dayBefore(from))}`,
            components.map(({ opening }) => opening),
            null,
          ),
    ];
    for (const [index, { change }] of (components[0]?.changes ?? []).entries()) {
      const amounts = components.map(({ changes }) => changes[index]?.amount ?? 0n);
      if (amounts.every((amount) => amount === 0n)) continue;
      places.push(add({ code: change.code, rank: 'line', level: 1 }, named(change, language), amounts, null));
    }
    add(
      stretch === stretches.length - 1
        ? { code: 'CLOSING', rank: 'grand', level: 0 }
        : { code: 'CLOSING_OF_COMPARATIVE', rank: 'total', level: 0 },
      `${words.balanceOn} ${printedDay(to)}`,
      components.map(({ closing }) => closing),
      places,
    );
  }
  return rows;
}
