import { z } from 'zod';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { generalLedger, type Card } from '../../general-ledger/queries.ts';
import { listOf } from '../../general-ledger/resolvers.ts';
import { countCardEntries } from '../queries.ts';
import { everyEntry, foreignAmount, unlessZero } from '../entry-rows.ts';
import {
  accountName,
  counted,
  dimensionFact,
  knownFact,
  ownedBy,
  spanned,
  type Making,
  type ReportMaker,
} from '../making.ts';
import { day, dimension, ids, knownAt } from '../question-parts.ts';
import type { ReportRow } from '../report.ts';
import { wordsOf, type Words } from '../words.ts';

const ledgerQuestion = z.object({
  from: day,
  to: day,
  accountIds: ids,
  counterpartyId: z.string().nullable(),
  dimension,
  knownAt,
});

/** Every entry of accounts, with balances. */
export const generalLedgerMaker: ReportMaker<z.infer<typeof ledgerQuestion>> = {
  question: ledgerQuestion,
  lastDay: ({ to }) => to,
  async make(making, question) {
    const words = wordsOf(making.language);
    const { seq, cards } = await generalLedger(making.database, making.companyId, question);
    return {
      title: words.generalLedger,
      ...spanned(question),
      facts: [
        ...ownedBy(making, words),
        ...dimensionFact(question, words),
        ...knownFact(question, words),
        ...counted(making, words, seq),
      ],
      columns: [
        { title: words.account, width: 14, kind: 'text' },
        { title: words.name, width: 27, kind: 'text', isSaidOnce: true },
        { title: words.date, width: 14, kind: 'date' },
        { title: words.posting, width: 9, kind: 'integer' },
        { title: words.description, width: 34, kind: 'text' },
        { title: words.counterparty, width: 26, kind: 'text' },
        { title: words.debit, width: 16, kind: 'amount', isSummed: true },
        { title: words.credit, width: 16, kind: 'amount', isSummed: true },
        { title: words.currency, width: 13, kind: 'text' },
        { title: words.currencyAmount, width: 16, kind: 'amount' },
        { title: words.balance, width: 17, kind: 'amount' },
      ],
      rows: ledgerRows(making, cards, words),
      // Each account has a row for what it begins with and one for what it ends with.
      ...(question.dimension === null
        ? {
            countRows: async () =>
              2 * cards.length +
              (await countCardEntries(making.database, making.companyId, seq, {
                ...question,
                accountIds: question.accountIds === null ? null : cards.map(({ account }) => account.id),
              })),
          }
        : {}),
    };
  },
};

async function* ledgerRows(
  { database, companyId, language }: Making,
  cards: readonly Card[],
  words: Words,
): AsyncGenerator<ReportRow> {
  for (const card of cards) {
    const { code } = card.account;
    const name = accountName(card.account, language);
    const balanceRow = (date: string, title: string, balance: Amount): ReportRow => [
      ...[code, name, date, null, title, null, null, null, null, null],
      formatAmount(balance),
    ];
    yield balanceRow(card.from, words.opening, card.opening);
    for await (const entry of everyEntry(database, companyId, listOf(card), language)) {
      yield [
        code,
        name,
        entry.date,
        String(entry.seq),
        entry.description,
        entry.counterparty,
        unlessZero(entry.debit),
        unlessZero(entry.credit),
        entry.currency === 'GEL' ? null : entry.currency,
        foreignAmount(entry),
        formatAmount(entry.balance),
      ];
    }
    yield balanceRow(card.to, words.closing, card.closing);
  }
}
