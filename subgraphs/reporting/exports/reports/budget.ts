import { z } from 'zod';
import type { CellSum, StatementRow } from '#shared/documents/statement.ts';
import { formatAmount, roundHalfUp, TETRI, type Amount } from '#shared/domain/money.ts';
import { lastDayOf } from '#shared/domain/date.ts';
import { quotient } from '../../analysis/ratios.ts';
import { compareBudget, type BudgetRow } from '../../budgets/queries.ts';
import { readAccounts, type ListedAccount } from '../../general-ledger/queries.ts';
import { accountName, dimensionFact, spanned, type ReportMaker } from '../making.ts';
import { statementOf } from '../statement-rows.ts';
import { wordsOf } from '../words.ts';
import { statementFacts } from './statement-facts.ts';

const month = z.object({ year: z.int(), month: z.int().min(1).max(12) });
const question = z.object({
  fromMonth: month,
  toMonth: month,
  dimension: z.object({ name: z.string(), value: z.string() }).nullable(),
});

/** Budget and actual figures of whole months, by account. */
export const budgetMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ toMonth }) => lastDayOf(toMonth.year, toMonth.month),
  async make(making, { fromMonth, toMonth, dimension }) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const { seq, rows } = await compareBudget(database, companyId, fromMonth, toMonth, dimension);
    const accounts = new Map(
      (await database.withCompany(companyId, (sql) => readAccounts(sql, companyId))).map((account) => [
        account.id,
        account,
      ]),
    );
    const name = (account: ListedAccount | undefined): string =>
      account === undefined ? '' : `${account.code} ${accountName(account, language)}`;
    const shown: StatementRow[] = [];
    const totalOf = (isIncome: boolean): number => {
      const of = rows.filter((row) => row.isIncome === isIncome && (row.budget !== 0n || row.actual !== 0n));
      shown.push({
        code: isIncome ? 'INCOME' : 'EXPENSES',
        rank: 'heading',
        level: 0,
        cells: [isIncome ? words.income : words.expenses],
      });
      const parts = of.map((row) => {
        const code = accounts.get(row.accountId)?.code ?? '';
        shown.push({
          ...{ code, rank: 'line', level: 1 },
          ...cellsOf(shown.length, name(accounts.get(row.accountId)), row),
        });
        return shown.length - 1;
      });
      shown.push({
        ...{ code: isIncome ? 'TOTAL_INCOME' : 'TOTAL_EXPENSES', rank: 'total', level: 0 },
        ...cellsOf(
          shown.length,
          isIncome ? words.totalIncome : words.totalExpenses,
          {
            isIncome,
            budget: sum(of.map(({ budget }) => budget)),
            actual: sum(of.map(({ actual }) => actual)),
          },
          (column) => ({ plus: parts.map((row) => [row, column] as const), minus: [] }),
        ),
      });
      return shown.length - 1;
    };
    const [income, expenses] = [totalOf(true), totalOf(false)];
    const signed = ({ isIncome }: BudgetRow, amount: Amount): Amount => (isIncome ? amount : -amount);
    shown.push({
      ...{ code: 'PROFIT', rank: 'grand', level: 0 },
      ...cellsOf(
        shown.length,
        words.profit,
        {
          isIncome: true,
          budget: sum(rows.map((row) => signed(row, row.budget))),
          actual: sum(rows.map((row) => signed(row, row.actual))),
        },
        (column) => ({ plus: [[income, column]], minus: [[expenses, column]] }),
      ),
    });
    const days = {
      from: `${String(fromMonth.year)}-${String(fromMonth.month).padStart(2, '0')}-01`,
      to: lastDayOf(toMonth.year, toMonth.month),
    };
    return statementOf(making, words, {
      title: words.budgetComparison,
      ...spanned(days),
      facts: [
        ...statementFacts(making, words, { standard: null, seq }),
        ...dimensionFact({ dimension }, words),
      ],
      columns: [
        { title: words.account, width: 46, kind: 'text' },
        ...(['budget', 'actual', 'variance', 'effectOnProfit', 'percent'] as const).map(
          (column) =>
            ({
              title: words[column],
              width: { percent: 14, effectOnProfit: 24 }[column as string] ?? 18,
              kind: 'amount',
            }) as const,
        ),
      ],
      rows: shown,
    });
  },
};

function cellsOf(
  row: number,
  name: string,
  { budget, actual, isIncome }: Omit<BudgetRow, 'accountId'>,
  total: ((column: number) => CellSum) | null = null,
): Pick<StatementRow, 'cells' | 'sums'> {
  const share = quotient(actual, budget);
  const variance: CellSum = { plus: [[row, 2]], minus: [[row, 1]] };
  return {
    cells: [
      name,
      ...[budget, actual, actual - budget, isIncome ? actual - budget : budget - actual].map((amount) =>
        formatAmount(amount),
      ),
      // A loss is no part of a planned profit.
      share === null || share < 0n ? null : formatAmount(roundHalfUp(share * 100n, TETRI)),
    ],
    sums: [
      null,
      total?.(1) ?? null,
      total?.(2) ?? null,
      variance,
      isIncome ? variance : { plus: variance.minus, minus: variance.plus },
    ],
  };
}

function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
