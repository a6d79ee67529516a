import { z } from 'zod';
import { formatAmount } from '#shared/domain/money.ts';
import type { CounterpartyName } from '../../counterparties/names.ts';
import { onDebit, turnoverSheet } from '../../general-ledger/turnover.ts';
import { inLanguage } from '../entry-rows.ts';
import {
  accountName,
  counted,
  dimensionFact,
  each,
  failedFacts,
  knownFact,
  namesOf,
  ownedBy,
  spanned,
  type ReportMaker,
} from '../making.ts';
import { day, dimension, ids, knownAt } from '../question-parts.ts';
import type { ReportColumn } from '../report.ts';
import { wordsOf } from '../words.ts';

const turnoverQuestion = z.object({
  from: day,
  to: day,
  by: z.enum(['ACCOUNT', 'CURRENCY', 'DIMENSION', 'COUNTERPARTY']),
  dimensionName: z.string().nullable(),
  dimension,
  accountIds: ids,
  knownAt,
});

/** Balances and turnover. */
export const turnoverMaker: ReportMaker<z.infer<typeof turnoverQuestion>> = {
  question: turnoverQuestion,
  lastDay: ({ to }) => to,
  async make(making, question) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { seq, rows, checks } = await turnoverSheet(database, companyId, question);
    const { by } = question;
    const names =
      by === 'COUNTERPARTY'
        ? await namesOf(
            making,
            rows.map(({ key }) => key),
          )
        : new Map<string, CounterpartyName>();
    const keyColumns: readonly ReportColumn[] =
      by === 'ACCOUNT'
        ? []
        : [
            {
              title:
                by === 'COUNTERPARTY' ? words.counterparty : by === 'CURRENCY' ? words.currency : words.value,
              width: by === 'CURRENCY' ? 9 : 26,
              kind: 'text',
            },
          ];
    const shownKey = (key: string | null): string | null => {
      const name = names.get(key ?? '');
      return name === undefined ? key : inLanguage(name, language);
    };
    return {
      title: words.turnoverSheet,
      ...spanned(question),
      facts: [
        ...ownedBy(making, words),
        ...dimensionFact(question, words),
        ...knownFact(question, words),
        ...counted(making, words, seq),
        ...failedFacts(checks, words),
      ],
      columns: [
        { title: words.account, width: 12, kind: 'text' },
        { title: words.name, width: 32, kind: 'text' },
        ...keyColumns,
        ...(
          ['openingDebit', 'openingCredit', 'debit', 'credit', 'closingDebit', 'closingCredit'] as const
        ).map((column) => ({ title: words[column], width: 17, kind: 'amount', isSummed: true }) as const),
      ],
      rows: each(rows, ({ account, key, opening, debit, credit, closing }) => [
        account.code,
        accountName(account, language),
        ...(by === 'ACCOUNT' ? [] : [shownKey(key)]),
        ...[onDebit(opening), onDebit(-opening), debit, credit, onDebit(closing), onDebit(-closing)].map(
          (amount) => formatAmount(amount),
        ),
      ]),
    };
  },
};
