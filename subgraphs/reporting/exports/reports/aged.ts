import { z } from 'zod';
import { formatAmount } from '#shared/domain/money.ts';
import { agedBalances } from '../../counterparties/aged.ts';
import { inLanguage } from '../entry-rows.ts';
import { counted, each, knownFact, namesOf, ownedBy, type ReportMaker } from '../making.ts';
import { day, ids, knownAt } from '../question-parts.ts';
import { printedDay, wordsOf } from '../words.ts';

const agedQuestion = z.object({
  side: z.enum(['RECEIVABLE', 'PAYABLE']),
  asOf: day,
  accountIds: ids,
  by: z.enum(['TRANSACTION_DATE', 'DUE_DATE']),
  knownAt,
});

/** Debts by age. */
export const agedMaker: ReportMaker<z.infer<typeof agedQuestion>> = {
  question: agedQuestion,
  lastDay: ({ asOf }) => asOf,
  async make(making, question) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { seq, rows } = await agedBalances(database, companyId, question);
    const names = await namesOf(
      making,
      rows.map(({ counterpartyId }) => counterpartyId),
    );
    const ages = [
      ...(question.by === 'DUE_DATE' ? (['notDue'] as const) : []),
      'days0To30',
      'days31To60',
      'days61To90',
      'over90',
      'prepaid',
      'balance',
    ] as const;
    return {
      title: question.side === 'RECEIVABLE' ? words.receivables : words.payables,
      span: `${words.asOf} ${printedDay(question.asOf)}`,
      day: question.asOf,
      facts: [
        ...ownedBy(making, words),
        ...(question.by === 'DUE_DATE' ? [[words.aged, words.byDueDate] as const] : []),
        ...knownFact(question, words),
        ...counted(making, words, seq),
      ],
      columns: [
        { title: words.account, width: 14, kind: 'text' },
        { title: words.counterparty, width: 36, kind: 'text' },
        { title: words.taxId, width: 21, kind: 'text' },
        ...ages.map((age) => ({ title: words[age], width: 17, kind: 'amount', isSummed: true }) as const),
      ],
      rows: each(rows, (row) => {
        const name = names.get(row.counterpartyId ?? '');
        return [
          row.account.code,
          name === undefined ? row.counterpartyId : inLanguage(name, language),
          name?.taxId ?? null,
          ...ages.map((age) => formatAmount(row[age])),
        ];
      }),
    };
  },
};
