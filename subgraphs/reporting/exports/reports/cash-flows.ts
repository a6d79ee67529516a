import { z } from 'zod';
import type { StatementRow } from '#shared/documents/statement.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { Activity } from '../../mappings/line.ts';
import { cashFlowStatement, type CashFlowFigure, type CashFlows } from '../../statements/queries.ts';
import { spanned, type ReportMaker } from '../making.ts';
import { comparative, day, standard } from '../question-parts.ts';
import type { ReportLanguage } from '../report.ts';
import { figureCells, figureColumns, named, statementOf } from '../statement-rows.ts';
import { wordsOf, type Words } from '../words.ts';
import { statementFacts, titleOfSpan } from './statement-facts.ts';

const question = z.object({
  from: day,
  to: day,
  compare: comparative,
  standard,
  method: z.enum(['DIRECT', 'INDIRECT']),
});

/** Statement of cash flows. */
export const cashFlowsMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to, compare }) => (compare !== null && compare.to > to ? compare.to : to),
  async make(making, { from, to, compare, method, standard: by }) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const spans = [{ from, to }, ...(compare === null ? [] : [compare])];
    const columns: CashFlows[] = [];
    for (const span of spans)
      columns.push(
        await cashFlowStatement(database, companyId, { ...span, method, standard: by, knownAt: null }),
      );
    return statementOf(making, words, {
      title: words.cashFlowStatement,
      ...spanned({ from, to }),
      facts: [
        ...statementFacts(making, words, { standard: by, seq: columns[0]?.seq ?? 0 }),
        [words.method, method === 'DIRECT' ? words.direct : words.indirect],
      ],
      columns: figureColumns(words, spans.map(titleOfSpan), 'GEL'),
      rows: rowsOfFlows(columns, words, language),
      checks: columns.flatMap(({ checks }) => checks),
    });
  },
};

const ACTIVITIES = [
  ['OPERATING', 'operating', 'netOperating'],
  ['INVESTING', 'investing', 'netInvesting'],
  ['FINANCING', 'financing', 'netFinancing'],
] as const;

function rowsOfFlows(columns: readonly CashFlows[], words: Words, language: ReportLanguage): StatementRow[] {
  const rows: StatementRow[] = [];
  const add = (
    row: Pick<StatementRow, 'code' | 'rank' | 'level'>,
    name: string,
    amounts: readonly Amount[],
    of: readonly number[] | null = null,
  ): number => {
    const { cells, sums = [null] } = figureCells(rows.length, amounts);
    rows.push({
      ...row,
      cells: [name, ...cells],
      sums: [
        null,
        ...sums.map((sum, index) =>
          sum !== null || of === null
            ? sum
            : { plus: of.map((place) => [place, index + 1] as const), minus: [] },
        ),
      ],
    });
    return rows.length - 1;
  };
  const totals: number[] = [];
  for (const [activity, heading, net] of ACTIVITIES) {
    const lines = linesOf(columns, activity);
    if (lines.length === 0 && activity !== 'OPERATING') continue;
    rows.push({ code: activity, rank: 'heading', level: 0, cells: [words[heading]] });
    const parts = lines.map(({ line, amounts }) =>
      add({ code: line.code, rank: 'line', level: 1 }, named(line, language), amounts),
    );
    totals.push(
      add(
        { code: `NET_${activity}`, rank: 'total', level: 0 },
        words[net],
        totalsOf(columns, activity),
        parts,
      ),
    );
  }
  const exchange = totalsOf(columns, 'EXCHANGE');
  if (exchange.some((amount) => amount !== 0n))
    totals.push(add({ code: 'EXCHANGE', rank: 'line', level: 0 }, words.netExchange, exchange));
  const change = add(
    { code: 'CHANGE_OF_CASH', rank: 'total', level: 0 },
    words.netChange,
    columns.map(({ opening, closing }) => closing - opening),
    totals,
  );
  const opening = add(
    { code: 'OPENING_CASH', rank: 'line', level: 0 },
    words.openingCash,
    columns.map((of) => of.opening),
  );
  add(
    { code: 'CLOSING_CASH', rank: 'grand', level: 0 },
    words.closingCash,
    columns.map((of) => of.closing),
    [change, opening],
  );
  return rows;
}

/** The lines of an activity in any of the columns, in the order in which the first has them. */
function linesOf(
  columns: readonly CashFlows[],
  activity: Activity,
): { readonly line: CashFlowFigure; readonly amounts: readonly Amount[] }[] {
  const keyOf = ({ step, code }: CashFlowFigure): string => `${step ?? ''}:${code}`;
  const lines = new Map<string, CashFlowFigure>();
  for (const column of columns)
    for (const line of column.lines)
      if (line.activity === activity && !lines.has(keyOf(line))) lines.set(keyOf(line), line);
  return [...lines].map(([key, line]) => ({
    line,
    amounts: columns.map(
      (column) => column.lines.find((one) => one.activity === activity && keyOf(one) === key)?.amount ?? 0n,
    ),
  }));
}

function totalsOf(columns: readonly CashFlows[], activity: Activity): Amount[] {
  return columns.map(({ totals }) => totals.find((total) => total.activity === activity)?.amount ?? 0n);
}
