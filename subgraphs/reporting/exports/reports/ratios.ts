import { z } from 'zod';
import { formatAmount, roundHalfUp, TETRI } from '#shared/domain/money.ts';
import { financialRatios } from '../../analysis/queries.ts';
import { spanned, type ReportMaker } from '../making.ts';
import { day, standard } from '../question-parts.ts';
import { named, statementOf } from '../statement-rows.ts';
import { wordsOf } from '../words.ts';
import { statementFacts } from './statement-facts.ts';

const question = z.object({ from: day, to: day, standard });

/** Ratios, each with the two figures that it is made of. */
export const ratiosMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to }) => to,
  async make(making, asked) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { seq, ratios } = await financialRatios(database, companyId, asked, asked.standard);
    const units = { TIMES: words.times, PERCENT: '%', DAYS: words.days } as const;
    return statementOf(making, words, {
      title: words.financialRatios,
      ...spanned(asked),
      facts: statementFacts(making, words, { standard: asked.standard, seq }),
      columns: [
        { title: words.ratio, width: 36, kind: 'text' },
        { title: words.unit, width: 13, kind: 'text' },
        { title: words.value, width: 17, kind: 'amount' },
        { title: words.numerator, width: 20, kind: 'amount' },
        { title: words.denominator, width: 20, kind: 'amount' },
      ],
      rows: ratios.map((ratio) => ({
        code: ratio.code,
        rank: 'line',
        level: 0,
        cells: [
          named(ratio, language),
          units[ratio.unit],
          // Ten-thousandths of the unit are what amounts are kept in; two decimals are shown.
          ratio.value === null ? null : formatAmount(roundHalfUp(ratio.value, TETRI)),
          // A mean of two balances may lie between two tetri.
          formatAmount(roundHalfUp(ratio.numerator, TETRI)),
          formatAmount(roundHalfUp(ratio.denominator, TETRI)),
        ],
      })),
    });
  },
};
