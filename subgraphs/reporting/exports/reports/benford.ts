import { z } from 'zod';
import { benfordTest } from '../../analysis/queries.ts';
import { counted, each, ownedBy, spanned, type ReportMaker } from '../making.ts';
import { day, ids } from '../question-parts.ts';
import { wordsOf } from '../words.ts';

const question = z.object({ from: day, to: day, accountIds: ids });

/** First digits of amounts, and what they should be. */
export const benfordMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to }) => to,
  async make(making, asked) {
    const words = wordsOf(making.language);
    const { seq, total, deviation, conformity, digits } = await benfordTest(
      making.database,
      making.companyId,
      asked,
      asked.accountIds,
    );
    return {
      title: words.benfordTest,
      ...spanned(asked),
      facts: [
        ...ownedBy(making, words),
        ...counted(making, words, seq),
        [words.amounts, String(total)],
        [words.deviation, (deviation / 1_000_000).toFixed(6)],
        [words.conformity, words[`conformity${conformity}`]],
      ],
      columns: [
        { title: words.firstDigit, width: 16, kind: 'integer' },
        { title: words.amounts, width: 16, kind: 'integer' },
        { title: words.observedShare, width: 18, kind: 'amount' },
        { title: words.expectedShare, width: 18, kind: 'amount' },
      ],
      rows: each(digits, ({ digit, count, observed, expected }) => [
        ...[String(digit), String(count)],
        ...[observed, expected].map((share) => (share / 100).toFixed(2)),
      ]),
    };
  },
};
