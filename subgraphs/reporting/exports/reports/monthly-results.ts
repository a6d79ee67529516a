import { z } from 'zod';
import { monthlyResults } from '../../analysis/queries.ts';
import { spanned, type ReportMaker } from '../making.ts';
import { day } from '../question-parts.ts';
import { rowsWithTotal, statementOf } from '../statement-rows.ts';
import { wordsOf } from '../words.ts';
import { statementFacts } from './statement-facts.ts';

const question = z.object({ from: day, to: day });

const MADE = new Map([[2, { plus: [0], minus: [1] }]]);

/** Income, expenses and profit month by month. */
export const monthlyResultsMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to }) => to,
  async make(making, asked) {
    const words = wordsOf(making.language);
    const { seq, months } = await monthlyResults(making.database, making.companyId, asked);
    const lines = months.map(({ month, income, expenses, profit }) => ({
      ...{ code: month.slice(0, 7), name: `${month.slice(5, 7)}.${month.slice(0, 4)}` },
      amounts: [income, expenses, profit],
    }));
    return statementOf(making, words, {
      title: words.monthlyResults,
      ...spanned(asked),
      facts: statementFacts(making, words, { standard: null, seq }),
      columns: [
        { title: words.month, width: 30, kind: 'text' },
        ...[words.income, words.expenses, words.profit].map(
          (title) => ({ title: `${title}, ₾`, width: 20, kind: 'amount' }) as const,
        ),
      ],
      rows: rowsWithTotal(lines, words.total, MADE),
    });
  },
};
