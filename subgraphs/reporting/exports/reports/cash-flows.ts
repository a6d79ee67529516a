import { z } from 'zod';
import type { StatementRow } from '#shared/documents/statement.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { Activity } from '../../mappings/line.ts';
import { cashFlowStatement, stretchesOf, type CashFlows } from '../../statements/queries.ts';
import { dimensionFact, spanned, type ReportMaker } from '../making.ts';
import { comparative, day, dimension, knownAt, standard } from '../question-parts.ts';
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
  dimension,
  knownAt,
});

/** Statement of cash flows. */
export const cashFlowsMaker: ReportMaker<z.infer<typeof question>> = {
  question,
  lastDay: ({ to, compare }) => (compare !== null && compare.to > to ? compare.to : to),
  async make(making, asked) {
    const { database, companyId, language } = making;
    const words = wordsOf(language);
    const flows = await cashFlowStatement(database, companyId, asked);
    return statementOf(making, words, {
      title: words.cashFlowStatement,
      ...spanned(asked),
      facts: [
        ...statementFacts(making, words, { ...asked, seq: flows.seq }),
        [words.method, asked.method === 'DIRECT' ? words.direct : words.indirect],
        ...dimensionFact(asked, words),
      ],
      columns: figureColumns(words, stretchesOf(asked).map(titleOfSpan), 'GEL'),
      rows: rowsOfFlows(flows, words, language),
      checks: flows.checks,
    });
  },
};

const ACTIVITIES = [
  ['OPERATING', 'operating', 'netOperating'],
  ['INVESTING', 'investing', 'netInvesting'],
  ['FINANCING', 'financing', 'netFinancing'],
] as const;

function rowsOfFlows(flows: CashFlows, words: Words, language: ReportLanguage): StatementRow[] {
  const { openings, closings } = flows;
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
    const lines = flows.lines.filter((line) => line.activity === activity);
    if (lines.length === 0 && activity !== 'OPERATING') continue;
    rows.push({ code: activity, rank: 'heading', level: 0, cells: [words[heading]] });
    const parts = lines.map((line) =>
      add({ code: line.code, rank: 'line', level: 1 }, named(line, language), line.amounts),
    );
    totals.push(
      add({ code: `NET_${activity}`, rank: 'total', level: 0 }, words[net], totalOf(flows, activity), parts),
    );
  }
  const exchange = totalOf(flows, 'EXCHANGE');
  if (exchange.some((amount) => amount !== 0n))
    totals.push(add({ code: 'EXCHANGE', rank: 'line', level: 0 }, words.netExchange, exchange));
  for (const line of flows.lines.filter(({ activity }) => activity === 'OUTSIDE'))
    totals.push(add({ code: line.code, rank: 'line', level: 0 }, named(line, language), line.amounts));
  const change = add(
    { code: 'CHANGE_OF_CASH', rank: 'total', level: 0 },
    words.netChange,
    closings.map((closing, at) => closing - (openings[at] ?? 0n)),
    totals,
  );
  const opening = add({ code: 'OPENING_CASH', rank: 'line', level: 0 }, words.openingCash, openings);
  add({ code: 'CLOSING_CASH', rank: 'grand', level: 0 }, words.closingCash, closings, [change, opening]);
  return rows;
}

function totalOf({ totals }: CashFlows, activity: Activity): readonly Amount[] {
  return totals.find((total) => total.activity === activity)?.amounts ?? [];
}
