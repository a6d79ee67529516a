import { z } from 'zod';
import type { CellPlace, StatementRow } from '#shared/documents/statement.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import {
  stretchesFrom,
  type FlowKind,
  type ForecastStretch,
  type Horizon,
} from '../../cash-forecast/forecast.ts';
import { cashForecast } from '../../cash-forecast/queries.ts';
import { spanned, type ReportMaker } from '../making.ts';
import { day } from '../question-parts.ts';
import { statementOf } from '../statement-rows.ts';
import { wordsOf, type Words } from '../words.ts';
import { statementFacts, titleOfSpan } from './statement-facts.ts';

const question: z.ZodType<{ from: string; horizon: Horizon }> = z.object({
  from: day,
  horizon: z.union([
    z.strictObject({ weeks: z.int().min(1).max(53) }),
    z.strictObject({ months: z.int().min(1).max(24) }),
  ]),
});

const KINDS = [
  ['RECEIVABLE', 'fromCustomers'],
  ['PAYABLE', 'toSuppliers'],
  ['TAXES', 'taxes'],
  ['EMPLOYEES', 'employees'],
  ['INTEREST', 'interest'],
  ['DIVIDENDS', 'dividends'],
  ['RECURRING', 'recurringEntries'],
] as const satisfies readonly (readonly [FlowKind, keyof Words])[];

/** What cash is expected to come to, stretches side by side. */
export const cashForecastMaker: ReportMaker<{ from: string; horizon: Horizon }> = {
  question,
  lastDay: ({ from, horizon }) => stretchesFrom(from, horizon).at(-1)?.to ?? from,
  async make(making, asked) {
    const words = wordsOf(making.language);
    const { seq, stretches } = await cashForecast(making.database, making.companyId, asked);
    return statementOf(making, words, {
      title: words.cashForecast,
      ...spanned({ from: asked.from, to: stretches.at(-1)?.to ?? asked.from }),
      facts: statementFacts(making, words, { standard: null, seq }),
      columns: [
        { title: '', width: 34, kind: 'text' },
        ...stretches.map(
          (stretch) => ({ title: `${titleOfSpan(stretch)}, ₾`, width: 17, kind: 'amount' }) as const,
        ),
      ],
      rows: rowsOf(stretches, words),
    });
  },
};

function rowsOf(stretches: readonly ForecastStretch[], words: Words): StatementRow[] {
  const rows: StatementRow[] = [];
  const add = (
    row: Pick<StatementRow, 'code' | 'rank' | 'level'>,
    name: string,
    amountOf: (stretch: ForecastStretch) => Amount,
    sumOf: ((column: number) => { plus: CellPlace[]; minus: CellPlace[] } | null) | null = null,
  ): number => {
    rows.push({
      ...row,
      cells: [name, ...stretches.map((stretch) => formatAmount(amountOf(stretch)))],
      sums: [null, ...stretches.map((_, index) => sumOf?.(index + 1) ?? null)],
    });
    return rows.length - 1;
  };
  const opening = add(
    { code: 'OPENING', rank: 'total', level: 0 },
    words.openingOfStretch,
    (stretch) => stretch.opening,
  );
  const side = (sign: 1n | -1n): number => {
    rows.push({
      code: sign === 1n ? 'IN' : 'OUT',
      rank: 'heading',
      level: 0,
      cells: [sign === 1n ? words.comesIn : words.goesOut],
    });
    const parts = KINDS.flatMap(([kind, name]) => {
      const of = (stretch: ForecastStretch): Amount =>
        stretch.flows.reduce(
          (sum, flow) => (flow.kind === kind && flow.amount * sign > 0n ? sum + flow.amount * sign : sum),
          0n,
        );
      if (stretches.every((stretch) => of(stretch) === 0n)) return [];
      return [add({ code: kind, rank: 'line', level: 1 }, words[name], of)];
    });
    const total = (column: number) => ({ plus: parts.map((row): CellPlace => [row, column]), minus: [] });
    return add(
      { code: sign === 1n ? 'TOTAL_IN' : 'TOTAL_OUT', rank: 'total', level: 0 },
      sign === 1n ? words.totalIn : words.totalOut,
      (stretch) => (sign === 1n ? stretch.comesIn : stretch.goesOut),
      total,
    );
  };
  const [comesIn, goesOut] = [side(1n), side(-1n)];
  const closing = rows.length;
  add(
    { code: 'CLOSING', rank: 'grand', level: 0 },
    words.closingOfStretch,
    (stretch) => stretch.closing,
    (column) => ({
      plus: [
        [opening, column],
        [comesIn, column],
      ],
      minus: [[goesOut, column]],
    }),
  );
  // Each stretch opens with what the one before it closes with.
  return rows.map((row, index) =>
    index === opening
      ? {
          ...row,
          sums: [
            null,
            ...stretches.map((_, column) =>
              column === 0 ? null : { plus: [[closing, column] as const], minus: [] },
            ),
          ],
        }
      : row,
  );
}
