import { z } from 'zod';
import type { CellPlace, StatementRow } from '#shared/documents/statement.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { correspondingAccounts } from '../../general-ledger/corresponding.ts';
import { dimensionFact, spanned, type ReportMaker } from '../making.ts';
import { day, dimension, knownAt } from '../question-parts.ts';
import { statementOf } from '../statement-rows.ts';
import { wordsOf } from '../words.ts';
import { statementFacts } from './statement-facts.ts';

const question = z.object({ from: day, to: day, dimension, knownAt });

/** Corresponding accounts as a chess-board: debits down, credits across. */
export const correspondenceMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to }) => to,
  async make(making, asked) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { seq, pairs, checks } = await correspondingAccounts(database, companyId, asked);
    const codes = (of: readonly string[]): string[] => [...new Set(of)].sort();
    const debits = codes(pairs.map(({ debitCode }) => debitCode));
    const credits = codes(pairs.map(({ creditCode }) => creditCode));
    const amounts = new Map<string, Amount>();
    for (const { debitCode, creditCode, amount } of pairs)
      amounts.set(`${debitCode} ${creditCode}`, (amounts.get(`${debitCode} ${creditCode}`) ?? 0n) + amount);
    const at = (debit: string, credit: string): Amount | undefined => amounts.get(`${debit} ${credit}`);
    const sum = (of: readonly (Amount | undefined)[]): Amount =>
      of.reduce<Amount>((total, amount) => total + (amount ?? 0n), 0n);
    const last = credits.length + 1;
    const rows: StatementRow[] = debits.map((debit, row) => ({
      code: debit,
      rank: 'line',
      level: 0,
      cells: [
        debit,
        ...credits.map((credit) => {
          const amount = at(debit, credit);
          return amount === undefined ? null : formatAmount(amount);
        }),
        formatAmount(sum(credits.map((credit) => at(debit, credit)))),
      ],
      sums: [
        ...Array.from({ length: last }, () => null),
        { plus: credits.map((_, index): CellPlace => [row, index + 1]), minus: [] },
      ],
    }));
    const down = (column: number) => ({
      plus: debits.map((_, row): CellPlace => [row, column]),
      minus: [],
    });
    const total: StatementRow = {
      code: 'TOTAL',
      rank: 'grand',
      level: 0,
      cells: [
        words.total,
        ...credits.map((credit) => formatAmount(sum(debits.map((debit) => at(debit, credit))))),
        formatAmount(sum(pairs.map(({ amount }) => amount))),
      ],
      sums: [null, ...Array.from({ length: last }, (_, index) => down(index + 1))],
    };
    return statementOf(making, words, {
      title: words.correspondingAccounts,
      ...spanned(asked),
      facts: [
        ...statementFacts(making, words, { standard: null, seq, knownAt: asked.knownAt }),
        ...dimensionFact(asked, words),
      ],
      columns: [
        { title: `${words.debitAccount} \\ ${words.creditAccount}`, width: 16, kind: 'text' },
        ...credits.map((credit) => ({ title: credit, width: 16, kind: 'amount' }) as const),
        { title: words.total, width: 17, kind: 'amount' },
      ],
      rows: [...rows, total],
      checks,
      ...(asked.dimension === null ? {} : { notes: [words.onEitherSide] }),
    });
  },
};
