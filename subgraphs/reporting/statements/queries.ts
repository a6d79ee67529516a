import type { Database } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { Names } from '../mappings/line.ts';
import { readCashFlowLines, readEquityChanges } from '../mappings/queries.ts';
import { demandDimension, type Dimension } from '../read-model/dimensions.ts';
import { sumAccounts, sumFlows } from '../read-model/sums.ts';
import {
  directFlows,
  indirectFlows,
  sideBySide,
  type CashFlowColumn,
  type CashFlowPart,
  type CashFlowRules,
  type ShownActivity,
} from './cash-flow.ts';
import { cashFlowsOfDimension, cashOf } from './cash-flow-of-dimension.ts';
import { check, type Check } from './checks.ts';
import { net } from './draw.ts';
import { OUTSIDE_ACCOUNT, withOutside } from './outside.ts';
import { demandCurrency, FUNCTIONAL, translation } from './translate.ts';
import { equityComponents, type EquityComponent } from './equity.ts';
import {
  demandLines,
  drawLines,
  drawnUp,
  readPosition,
  resultOf,
  spanOf,
  totalOf,
  type Behind,
  type FigureAccount,
  type FigureLine,
} from './sheet.ts';

/** A statement that sums accounts. */
export interface Figures {
  readonly seq: number;
  readonly lines: readonly FigureLine[];
  readonly checks: readonly Check[];
}

interface Asked {
  readonly standard: string;
  /** Moment after which nothing counts that was recorded; null for none. */
  readonly knownAt: string | null;
}

export interface PositionAsked extends Asked {
  /** The currency that it is shown in. */
  readonly currency: string;
  readonly asOf: CalendarDate;
  readonly compareTo: CalendarDate | null;
  /** Only entries with this dimension; null for all. */
  readonly dimension: Dimension | null;
}

/**
 * The statement of financial position, and the sums of accounts that it was drawn from. Of one dimension it balances by a
 * line that says what its entries were posted against without it.
 */
export function balanceSheet(database: Database, companyId: string, asked: PositionAsked): Promise<Figures> {
  const { asOf, compareTo, dimension } = asked;
  demandCurrency(asked.currency, asked.knownAt);
  if (dimension !== null && asked.currency !== FUNCTIONAL)
    throw badInput(
      'currency',
      asked.currency,
      'the position of one dimension is in the currency of the books',
    );
  const days = { asOf, ...(compareTo === null ? {} : { compareTo }) };
  return drawnUp(database, companyId, asked, days, async (sheet) => {
    await demandDimension(sheet.sql, companyId, dimension);
    const spans = Object.values(days).map((to) =>
      spanOf(sheet, { from: null, to, withClosing: true, dimension }),
    );
    const { lines, columns } = await drawLines(
      sheet,
      asked.standard,
      'FINANCIAL_POSITION',
      spans,
      withOutside(dimension) ?? translation(sheet, asked.currency),
    );
    const total = (code: string) => totalOf(lines, code);
    const everything = [...(columns[0] ?? [])].reduce(
      (sum, [id, sums]) => (id === OUTSIDE_ACCOUNT.id ? sum : sum + net(sums)),
      0n,
    );
    return {
      seq: sheet.seq,
      lines,
      checks: [
        check(
          'ASSETS_EQUAL_EQUITY_AND_LIABILITIES',
          total('TOTAL_ASSETS'),
          total('TOTAL_EQUITY_AND_LIABILITIES'),
        ),
        check('DEBITS_EQUAL_CREDITS', 0n, everything),
      ],
    };
  });
}

export interface PerformanceAsked extends Asked {
  /** The currency that it is shown in. */
  readonly currency: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly compare: { readonly from: CalendarDate; readonly to: CalendarDate } | null;
  readonly by: 'FUNCTION' | 'NATURE';
  readonly dimension: Dimension | null;
}

/** The statement of profit or loss; accounts of the position are no part of it. */
export function incomeStatement(
  database: Database,
  companyId: string,
  asked: PerformanceAsked,
): Promise<Figures> {
  const { from, to, compare, dimension } = asked;
  demandCurrency(asked.currency, asked.knownAt);
  const days = {
    from,
    to,
    ...(compare === null ? {} : { compareFrom: compare.from, compareTo: compare.to }),
  };
  return drawnUp(database, companyId, asked, days, async (sheet) => {
    await demandDimension(sheet.sql, companyId, dimension);
    const spans = [{ from, to }, ...(compare === null ? [] : [compare])].map((span) =>
      spanOf(sheet, { ...span, withClosing: false, dimension }),
    );
    const { lines, columns } = await drawLines(
      sheet,
      asked.standard,
      asked.by === 'FUNCTION' ? 'PROFIT_OR_LOSS_BY_FUNCTION' : 'PROFIT_OR_LOSS_BY_NATURE',
      spans,
      translation(sheet, asked.currency),
    );
    return {
      seq: sheet.seq,
      lines,
      checks: [
        // By the elements of the accounts, which know nothing of lines.
        check(
          'PROFIT_EQUALS_INCOME_LESS_EXPENSES',
          resultOf(columns[0] ?? new Map(), sheet.chart),
          totalOf(lines, 'PROFIT'),
        ),
      ],
    };
  });
}

/** A line of the statement of cash flows; amounts one a column. */
export interface CashFlowFigure extends Names {
  readonly code: string;
  readonly activity: ShownActivity;
  readonly step: 'PROFIT' | 'NON_CASH' | 'ELSEWHERE' | 'WORKING_CAPITAL' | null;
  readonly amounts: readonly Amount[];
  readonly accounts: readonly FigureAccount[];
}

/** Sum of an activity, one a column. */
export interface CashFlowSum {
  readonly activity: ShownActivity;
  readonly amounts: readonly Amount[];
}

/** Figures one a column: of the span, and of the comparative where there is one. */
export interface CashFlows {
  readonly seq: number;
  readonly openings: readonly Amount[];
  readonly lines: readonly CashFlowFigure[];
  readonly totals: readonly CashFlowSum[];
  readonly closings: readonly Amount[];
  readonly checks: readonly Check[];
}

const ACTIVITIES: readonly ShownActivity[] = ['OPERATING', 'INVESTING', 'FINANCING', 'EXCHANGE'];

interface Stretch {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface SpanAsked extends Asked, Stretch {
  readonly compare: Stretch | null;
}

/** The days of a span and of its comparative, by the names of what was asked. */
function daysOf({ from, to, compare }: SpanAsked): Record<string, CalendarDate> {
  return { from, to, ...(compare === null ? {} : { compareFrom: compare.from, compareTo: compare.to }) };
}

/** A span and its comparative. */
export function stretchesOf({ from, to, compare }: Pick<SpanAsked, 'from' | 'to' | 'compare'>): Stretch[] {
  return [{ from, to }, ...(compare === null ? [] : [compare])];
}

const sumOf = (amounts: readonly Amount[]): Amount => amounts.reduce((sum, amount) => sum + amount, 0n);

export interface CashFlowsAsked extends SpanAsked {
  readonly method: 'DIRECT' | 'INDIRECT';
  /** Only flows of this dimension; null for all. */
  readonly dimension: Dimension | null;
}

/**
 * The statement of cash flows by either method; both are reckoned, and each proves the other. Of one dimension it is had by
 * the direct method: profit and working capital of a part do not lead to its cash.
 */
export function cashFlowStatement(
  database: Database,
  companyId: string,
  asked: CashFlowsAsked,
): Promise<CashFlows> {
  const { dimension } = asked;
  if (dimension !== null && asked.method === 'INDIRECT')
    throw badInput('method', asked.method, 'cash flows of one dimension are had by the direct method');
  return drawnUp(database, companyId, asked, daysOf(asked), async (sheet) => {
    await demandDimension(sheet.sql, companyId, dimension);
    const position = await readPosition(sheet, asked.standard);
    const rules: CashFlowRules = {
      ...(await readCashFlowLines(sheet.sql)),
      chart: sheet.chart,
      isCash: (id) => position.positionOf(id)?.code === 'CASH',
    };
    const cashAccounts = new Set([...sheet.chart.keys()].filter(rules.isCash));
    const columns: CashFlowColumn[] = [];
    for (const { from, to } of stretchesOf(asked)) {
      const span = spanOf(sheet, { from, to, withClosing: false });
      const flows = await sumFlows(sheet.sql, companyId, span);
      const turnover = await sumAccounts(sheet.sql, companyId, span);
      const before = await sumAccounts(
        sheet.sql,
        companyId,
        spanOf(sheet, { from: null, to: dayBefore(from), withClosing: true }),
      );
      demandLines(sheet, asked.standard, position, { turnover, balances: [before] });
      if (dimension !== null) {
        columns.push(await cashFlowsOfDimension(sheet, { from, to }, dimension, flows, rules));
        continue;
      }
      const direct = directFlows(flows, rules);
      const indirect = indirectFlows(flows, turnover, rules, position.positionOf);
      const rows: CashFlowPart[] = [
        ...(asked.method === 'DIRECT'
          ? []
          : indirect.map(({ kind, ...row }) => ({
              ...row,
              step: kind,
              activity: 'OPERATING' as const,
            }))),
        ...direct
          .filter(({ activity }) => asked.method === 'DIRECT' || activity !== 'OPERATING')
          .map((row) => ({ ...row, step: null })),
      ];
      const change = cashOf(turnover, rules);
      const operating = direct.filter(({ activity }) => activity === 'OPERATING');
      columns.push({
        rows,
        change,
        opening: cashOf(before, rules),
        checks: [
          check('FLOWS_EQUAL_CHANGE_OF_CASH', change, sumOf(rows.map(({ amount }) => amount))),
          check(
            'DIRECT_EQUALS_INDIRECT',
            sumOf(operating.map(({ amount }) => amount)),
            sumOf(indirect.map(({ amount }) => amount)),
          ),
        ],
      });
    }
    const span = spanOf(sheet, { from: asked.from, to: asked.to, withClosing: false, dimension });
    const lines = sideBySide(columns.map(({ rows }) => rows)).map((row) => {
      const behind: Behind = { span, withAccounts: row.step === null ? cashAccounts : null };
      return { ...row, accounts: row.accounts.map((account) => ({ ...account, behind })) };
    });
    return {
      seq: sheet.seq,
      openings: columns.map(({ opening }) => opening),
      lines,
      totals: [...ACTIVITIES, ...(dimension === null ? [] : (['OUTSIDE'] as const))].map((activity) => {
        const ofActivity = lines.filter((line) => line.activity === activity);
        return {
          activity,
          amounts: columns.map((_, at) => sumOf(ofActivity.map(({ amounts }) => amounts[at] ?? 0n))),
        };
      }),
      closings: columns.map(({ opening, change }) => opening + change),
      checks: columns.flatMap(({ checks }) => checks),
    };
  });
}

/** A component with its comparative, whose kinds of change stand in the same order. */
export interface EquityFigure extends EquityComponent {
  readonly comparative: EquityComponent | null;
}

export interface EquityChanges {
  readonly seq: number;
  readonly components: readonly EquityFigure[];
  readonly checks: readonly Check[];
}

/** The statement of changes in equity. */
export function changesInEquity(
  database: Database,
  companyId: string,
  asked: SpanAsked,
): Promise<EquityChanges> {
  return drawnUp(database, companyId, asked, daysOf(asked), async (sheet) => {
    const { sql } = sheet;
    const position = await readPosition(sheet, asked.standard);
    const kinds = await readEquityChanges(sql);
    const balances = (day: CalendarDate) =>
      sumAccounts(sql, companyId, spanOf(sheet, { from: null, to: day, withClosing: true }));
    const columns: { components: EquityComponent[]; checks: Check[] }[] = [];
    for (const { from, to } of stretchesOf(asked)) {
      const span = spanOf(sheet, { from, to, withClosing: false });
      const turnover = await sumAccounts(sql, companyId, span);
      const [opening, closing] = [await balances(dayBefore(from)), await balances(to)];
      demandLines(sheet, asked.standard, position, { turnover, balances: [opening, closing] });
      const components = equityComponents(position.lines, position.positionOf, kinds, sheet.chart, {
        opening,
        closing,
        turnover,
        flows: await sumFlows(sql, companyId, span),
      });
      const changes = components.flatMap((component) => component.changes);
      const profit = changes.filter(({ change }) => change.code === 'PROFIT');
      columns.push({
        components,
        checks: [
          check(
            'CHANGES_LEAD_FROM_OPENING_TO_CLOSING',
            sumOf(components.map((component) => component.closing)),
            sumOf([
              ...components.map((component) => component.opening),
              ...changes.map(({ amount }) => amount),
            ]),
          ),
          check(
            'PROFIT_EQUALS_INCOME_LESS_EXPENSES',
            resultOf(turnover, sheet.chart),
            sumOf(profit.map(({ amount }) => amount)),
          ),
        ],
      });
    }
    const [now, before] = columns;
    return {
      seq: sheet.seq,
      components: (now?.components ?? []).map((component, at) => ({
        ...component,
        comparative: before?.components[at] ?? null,
      })),
      checks: columns.flatMap(({ checks }) => checks),
    };
  });
}
