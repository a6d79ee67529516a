import { z } from 'zod';
import { printedAmount } from '#shared/documents/amount.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { reconciliationAct } from '../../counterparties/reconciliation.ts';
import { listOfAct } from '../../counterparties/resolvers.ts';
import { everyEntry, inLanguage, unlessZero } from '../entry-rows.ts';
import { counted, knownFact, namesOf, ownedBy, spanned, type ReportMaker } from '../making.ts';
import { day, knownAt } from '../question-parts.ts';
import type { ReportRow } from '../report.ts';
import { wordsOf } from '../words.ts';

const actQuestion = z.object({ counterpartyId: z.string(), from: day, to: day, knownAt });

/** What passed between the company and a counterparty. */
export const actMaker: ReportMaker<z.infer<typeof actQuestion>> = {
  question: actQuestion,
  lastDay: ({ to }) => to,
  async make(making, question) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const act = await reconciliationAct(database, companyId, question.counterpartyId, question);
    if (act === null) return null;
    const name = (await namesOf(making, [act.counterpartyId])).get(act.counterpartyId);
    async function* rows(): AsyncGenerator<ReportRow> {
      if (act === null) return;
      const list = listOfAct(act);
      const balanceRow = (date: string, title: string, balance: Amount): ReportRow => [
        date,
        null,
        title,
        null,
        null,
        formatAmount(balance),
      ];
      yield balanceRow(act.from, words.opening, act.opening);
      if (list.accountIds.length > 0)
        for await (const entry of everyEntry(database, companyId, list, language))
          yield [
            entry.date,
            String(entry.seq),
            entry.description,
            unlessZero(entry.debit),
            unlessZero(entry.credit),
            formatAmount(entry.balance),
          ];
      yield balanceRow(act.to, words.closing, act.closing);
    }
    return {
      title: words.reconciliationAct,
      ...spanned(question),
      facts: [
        ...ownedBy(making, words),
        [words.counterparty, name === undefined ? act.counterpartyId : inLanguage(name, language)],
        ...(name === undefined ? [] : [[words.taxId, name.taxId] as const]),
        ...knownFact(question, words),
        ...counted(making, words, act.seq),
        act.closing < 0n
          ? [words.owedByUs, printedAmount(formatAmount(-act.closing))]
          : [words.owedToUs, printedAmount(formatAmount(act.closing))],
      ],
      columns: [
        { title: words.date, width: 15, kind: 'date' },
        { title: words.posting, width: 10, kind: 'integer' },
        { title: words.description, width: 48, kind: 'text' },
        { title: words.debit, width: 18, kind: 'amount', isSummed: true },
        { title: words.credit, width: 18, kind: 'amount', isSummed: true },
        { title: words.balance, width: 18, kind: 'amount' },
      ],
      rows: rows(),
    };
  },
};
