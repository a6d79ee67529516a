import { z } from 'zod';
import { incomeStatement } from '../../statements/queries.ts';
import { dimensionFact, spanned, type ReportMaker } from '../making.ts';
import { comparative, day, dimension, knownAt, standard } from '../question-parts.ts';
import { figureColumns, rowsOfLines, statementOf } from '../statement-rows.ts';
import { wordsOf } from '../words.ts';
import { statementFacts, titleOfSpan } from './statement-facts.ts';

const question = z.object({
  from: day,
  to: day,
  compare: comparative,
  standard,
  currency: z.string(),
  by: z.enum(['FUNCTION', 'NATURE']),
  dimension,
  knownAt,
});

/** Statement of profit or loss. */
export const performanceMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to, compare }) => (compare !== null && compare.to > to ? compare.to : to),
  async make(making, asked) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { seq, lines, checks } = await incomeStatement(database, companyId, asked);
    const { compare } = asked;
    return statementOf(making, words, {
      title: words.incomeStatement,
      ...spanned(asked),
      facts: [
        ...statementFacts(making, words, { ...asked, seq }),
        [words.classification, asked.by === 'FUNCTION' ? words.byFunction : words.byNature],
        ...dimensionFact(asked, words),
      ],
      columns: figureColumns(
        words,
        [asked, ...(compare === null ? [] : [compare])].map(titleOfSpan),
        asked.currency,
      ),
      rows: rowsOfLines(lines, language),
      checks,
    });
  },
};
