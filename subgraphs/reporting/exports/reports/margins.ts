import { z } from 'zod';
import { marginByDimension, marginOf } from '../../analysis/queries.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { spanned, type ReportMaker } from '../making.ts';
import { day, standard } from '../question-parts.ts';
import { rowsWithTotal, statementOf } from '../statement-rows.ts';
import { wordsOf } from '../words.ts';
import { statementFacts } from './statement-facts.ts';

const question = z.object({ from: day, to: day, dimensionName: z.string(), standard });

/** Gross profit is revenue and cost of sales, profit that and all else. */
const MADE = new Map([
  [2, { plus: [0, 1], minus: [] }],
  [4, { plus: [2, 3], minus: [] }],
]);

/** What each value of a dimension brought. */
export const marginsMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to }) => to,
  async make(making, asked) {
    const { dimensionName, standard: by } = asked;
    const words = wordsOf(making.language);
    const { seq, values } = await marginByDimension(
      making.database,
      making.companyId,
      dimensionName,
      asked,
      by,
    );
    const rows = rowsWithTotal(
      values.map(({ value, revenue, costOfSales, otherCosts, profit }) => ({
        ...{ code: value, name: value },
        amounts: [revenue, costOfSales, revenue + costOfSales, otherCosts, profit],
      })),
      words.total,
      MADE,
    );
    const sum = (of: 'revenue' | 'costOfSales') => values.reduce((all, value) => all + value[of], 0n);
    const margins = [...values, { revenue: sum('revenue'), costOfSales: sum('costOfSales') }].map(marginOf);
    return statementOf(making, words, {
      title: `${words.marginByDimension}: ${dimensionName}`,
      ...spanned(asked),
      facts: statementFacts(making, words, { standard: by, seq }),
      columns: [
        { title: words.value, width: 24, kind: 'text' },
        ...[words.revenue, words.costOfSales, words.grossProfit, words.otherCosts, words.profit].map(
          (title) => ({ title: `${title}, ₾`, width: 18, kind: 'amount' }) as const,
        ),
        { title: words.grossMargin, width: 12, kind: 'amount' },
      ],
      rows: rows.map((row, at) => {
        const margin = margins[at] ?? null;
        return { ...row, cells: [...row.cells, margin === null ? null : formatAmount(margin)] };
      }),
    });
  },
};
