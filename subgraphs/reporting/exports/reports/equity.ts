import { z } from 'zod';
import type { CellPlace, StatementRow } from '#shared/documents/statement.ts';
import { dayBefore } from '#shared/domain/date.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { changesInEquity, type EquityChanges } from '../../statements/queries.ts';
import { spanned, type ReportMaker } from '../making.ts';
import { comparative, day, standard } from '../question-parts.ts';
import type { ReportLanguage } from '../report.ts';
import { named, statementOf } from '../statement-rows.ts';
import { printedDay, wordsOf, type Words } from '../words.ts';
import { statementFacts } from './statement-facts.ts';

const question = z.object({ from: day, to: day, compare: comparative, standard });

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly figures: EquityChanges;
}

/** Statement of changes in equity: components side by side, the comparative above. */
export const equityMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to, compare }) => (compare !== null && compare.to > to ? compare.to : to),
  async make(making, { from, to, compare, standard: by }) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const stretches: Stretch[] = [];
    for (const span of [...(compare === null ? [] : [compare]), { from, to }])
      stretches.push({
        ...span,
        figures: await changesInEquity(database, companyId, { ...span, standard: by, knownAt: null }),
      });
    const components = (stretches[0]?.figures.components ?? []).filter(({ line }) =>
      stretches.some(({ figures }) =>
        figures.components.some(
          (component) =>
            component.line.code === line.code &&
            [component.opening, component.closing, ...component.changes.map(({ amount }) => amount)].some(
              (amount) => amount !== 0n,
            ),
        ),
      ),
    );
    return statementOf(making, words, {
      title: words.changesInEquity,
      ...spanned({ from, to }),
      facts: statementFacts(making, words, { standard: by, seq: stretches.at(-1)?.figures.seq ?? 0 }),
      columns: [
        { title: '', width: 44, kind: 'text' },
        ...components.map(
          ({ line }) => ({ title: `${named(line, language)}, ₾`, width: 20, kind: 'amount' }) as const,
        ),
        { title: `${words.total}, ₾`, width: 20, kind: 'amount' },
      ],
      rows: rowsOf(
        stretches,
        components.map(({ line }) => line.code),
        words,
        language,
      ),
      checks: stretches.flatMap(({ figures }) => figures.checks),
    });
  },
};

function rowsOf(
  stretches: readonly Stretch[],
  codes: readonly string[],
  words: Words,
  language: ReportLanguage,
): StatementRow[] {
  const rows: StatementRow[] = [];
  const add = (
    row: Pick<StatementRow, 'code' | 'rank' | 'level'>,
    name: string,
    amounts: readonly Amount[],
    above: readonly number[] | null,
  ): number => {
    const place = rows.length;
    const total = amounts.reduce((sum, amount) => sum + amount, 0n);
    const across = amounts.map((_, index): CellPlace => [place, index + 1]);
    rows.push({
      ...row,
      cells: [name, ...[...amounts, total].map((amount) => formatAmount(amount))],
      sums: [
        null,
        ...amounts.map((_, index) =>
          above === null ? null : { plus: above.map((at): CellPlace => [at, index + 1]), minus: [] },
        ),
        { plus: across, minus: [] },
      ],
    });
    return place;
  };
  for (const [stretch, { from, to, figures }] of stretches.entries()) {
    const of = codes.map((code) => figures.components.find(({ line }) => line.code === code));
    // What closes the comparative opens the period that follows on it.
    const isOpened = stretches[stretch - 1]?.to === dayBefore(from);
    const places = [
      isOpened
        ? rows.length - 1
        : add(
            { code: stretch === 0 ? 'OPENING' : 'OPENING_OF_PERIOD', rank: 'total', level: 0 },
            `${words.balanceOn} ${printedDay(dayBefore(from))}`,
            of.map((component) => component?.opening ?? 0n),
            null,
          ),
    ];
    for (const [index, { change }] of (of[0]?.changes ?? []).entries()) {
      const amounts = of.map((component) => component?.changes[index]?.amount ?? 0n);
      if (amounts.every((amount) => amount === 0n)) continue;
      places.push(add({ code: change.code, rank: 'line', level: 1 }, named(change, language), amounts, null));
    }
    add(
      stretch === stretches.length - 1
        ? { code: 'CLOSING', rank: 'grand', level: 0 }
        : { code: 'CLOSING_OF_COMPARATIVE', rank: 'total', level: 0 },
      `${words.balanceOn} ${printedDay(to)}`,
      of.map((component) => component?.closing ?? 0n),
      places,
    );
  }
  return rows;
}
