import { z } from 'zod';
import { balanceSheet } from '../../statements/queries.ts';
import { dimensionFact, type ReportMaker } from '../making.ts';
import { day, dimension, knownAt, standard } from '../question-parts.ts';
import { figureColumns, rowsOfLines, statementOf } from '../statement-rows.ts';
import { printedDay, wordsOf } from '../words.ts';
import { statementFacts } from './statement-facts.ts';

const question = z.object({
  asOf: day,
  compareTo: day.nullable(),
  standard,
  currency: z.string(),
  dimension,
  knownAt,
});

/** Statement of financial position. */
export const positionMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ asOf, compareTo }) => (compareTo !== null && compareTo > asOf ? compareTo : asOf),
  async make(making, asked) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { asOf, compareTo } = asked;
    const { seq, lines, checks } = await balanceSheet(database, companyId, asked);
    const days = [asOf, ...(compareTo === null ? [] : [compareTo])].map(printedDay);
    return statementOf(making, words, {
      title: words.balanceSheet,
      span: printedDay(asOf),
      day: asOf,
      facts: [...statementFacts(making, words, { ...asked, seq }), ...dimensionFact(asked, words)],
      columns: figureColumns(words, days, asked.currency),
      rows: rowsOfLines(lines, language),
      checks,
    });
  },
};
