import type { Database } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { Activity, Names } from '../mappings/line.ts';
import { readCashFlowLines, readEquityChanges } from '../mappings/queries.ts';
import { sumAccounts, sumFlows, type Sums } from '../read-model/sums.ts';
import { directFlows, indirectFlows, type CashFlowRules } from './cash-flow.ts';
import { check, type Check } from './checks.ts';
import { net, type DrawnAccount } from './draw.ts';
import { demandCurrency, translation } from './translate.ts';
import { equityComponents, type EquityComponent } from './equity.ts';
import {
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
}

/** The statement of financial position, and the sums of accounts that it was drawn from. */
export function balanceSheet(database: Database, companyId: string, asked: PositionAsked): Promise<Figures> {
  const { asOf, compareTo } = asked;
  demandCurrency(asked.currency, asked.knownAt);
  const days = { asOf, ...(compareTo === null ? {} : { compareTo }) };
  return drawnUp(database, companyId, asked, days, async (sheet) => {
    const spans = Object.values(days).map((to) => spanOf(sheet, { from: null, to, withClosing: true }));
    const { lines, columns } = await drawLines(
      sheet,
      asked.standard,
      'FINANCIAL_POSITION',
      spans,
      translation(sheet, asked.currency),
    );
    const total = (code: string) => totalOf(lines, code);
    const everything = [...(columns[0]?.values() ?? [])].reduce((sum, sums) => sum + net(sums), 0n);
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
  readonly dimension: { readonly name: string; readonly value: string } | null;
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

/** A line of the statement of cash flows. */
export interface CashFlowFigure extends Names {
  readonly code: string;
  readonly activity: Activity;
  readonly step: 'PROFIT' | 'NON_CASH' | 'ELSEWHERE' | 'WORKING_CAPITAL' | null;
  readonly amount: Amount;
  readonly accounts: readonly FigureAccount[];
}

/** Sum of an activity. */
export interface CashFlowSum {
  readonly activity: Activity;
  readonly amount: Amount;
}

export interface CashFlows {
  readonly seq: number;
  readonly opening: Amount;
  readonly lines: readonly CashFlowFigure[];
  readonly totals: readonly CashFlowSum[];
  readonly closing: Amount;
  readonly checks: readonly Check[];
}

const ACTIVITIES: readonly Activity[] = ['OPERATING', 'INVESTING', 'FINANCING', 'EXCHANGE'];

export interface SpanAsked extends Asked {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The statement of cash flows by either method; both are reckoned, and each proves the other. */
export function cashFlowStatement(
  database: Database,
  companyId: string,
  asked: SpanAsked & { readonly method: 'DIRECT' | 'INDIRECT' },
): Promise<CashFlows> {
  const { from, to } = asked;
  return drawnUp(database, companyId, asked, { from, to }, async (sheet) => {
    const span = spanOf(sheet, { from, to, withClosing: false });
    const { positionOf } = await readPosition(sheet, asked.standard);
    const rules: CashFlowRules = {
      ...(await readCashFlowLines(sheet.sql)),
      chart: sheet.chart,
      isCash: (id) => positionOf(id)?.code === 'CASH',
    };
    const flows = await sumFlows(sheet.sql, sheet.companyId, span);
    const turnover = await sumAccounts(sheet.sql, sheet.companyId, span);
    const before = await sumAccounts(
      sheet.sql,
      sheet.companyId,
      spanOf(sheet, { from: null, to: dayBefore(from), withClosing: true }),
    );
    const cash = (sums: ReadonlyMap<string, Sums>) =>
      [...sums].reduce((sum, [id, of]) => (rules.isCash(id) ? sum + net(of) : sum), 0n);
    const direct = directFlows(flows, rules);
    const indirect = indirectFlows(flows, turnover, rules, positionOf);
    const sumOf = (rows: readonly { readonly amount: Amount }[]) =>
      rows.reduce((sum, { amount }) => sum + amount, 0n);
    const operating = sumOf(direct.filter(({ activity }) => activity === 'OPERATING'));
    const cashAccounts = new Set([...sheet.chart.keys()].filter(rules.isCash));
    const shown = (accounts: readonly DrawnAccount[], withAccounts: Behind['withAccounts']) =>
      accounts.map((account) => ({ ...account, behind: { span, withAccounts } }));
    const lines: CashFlowFigure[] = [
      ...(asked.method === 'DIRECT'
        ? []
        : indirect.map(({ kind, ...row }) => ({
            ...row,
            step: kind,
            activity: 'OPERATING' as const,
            accounts: shown(row.accounts, null),
          }))),
      ...direct
        .filter(({ activity }) => asked.method === 'DIRECT' || activity !== 'OPERATING')
        .map((row) => ({ ...row, step: null, accounts: shown(row.accounts, cashAccounts) })),
    ];
    const opening = cash(before);
    const change = cash(turnover);
    return {
      seq: sheet.seq,
      opening,
      lines,
      totals: ACTIVITIES.map((activity) => ({
        activity,
        amount: sumOf(lines.filter((line) => line.activity === activity)),
      })),
      closing: opening + change,
      checks: [
        check('FLOWS_EQUAL_CHANGE_OF_CASH', change, sumOf(lines)),
        check('DIRECT_EQUALS_INDIRECT', operating, sumOf(indirect)),
      ],
    };
  });
}

export interface EquityChanges {
  readonly seq: number;
  readonly components: readonly EquityComponent[];
  readonly checks: readonly Check[];
}

/** The statement of changes in equity. */
export function changesInEquity(
  database: Database,
  companyId: string,
  asked: SpanAsked,
): Promise<EquityChanges> {
  const { from, to } = asked;
  return drawnUp(database, companyId, asked, { from, to }, async (sheet) => {
    const { sql } = sheet;
    const span = spanOf(sheet, { from, to, withClosing: false });
    const { lines, positionOf } = await readPosition(sheet, asked.standard);
    const balances = (day: CalendarDate) =>
      sumAccounts(sql, companyId, spanOf(sheet, { from: null, to: day, withClosing: true }));
    const turnover = await sumAccounts(sql, companyId, span);
    const components = equityComponents(lines, positionOf, await readEquityChanges(sql), sheet.chart, {
      opening: await balances(dayBefore(from)),
      closing: await balances(to),
      turnover,
      flows: await sumFlows(sql, companyId, span),
    });
    const sum = (amounts: readonly Amount[]) => amounts.reduce((total, amount) => total + amount, 0n);
    const profit = sum(
      components.flatMap(({ changes }) =>
        changes.filter(({ change }) => change.code === 'PROFIT').map(({ amount }) => amount),
      ),
    );
    return {
      seq: sheet.seq,
      components,
      checks: [
        check(
          'CHANGES_LEAD_FROM_OPENING_TO_CLOSING',
          sum(components.map(({ closing }) => closing)),
          sum(components.map(({ opening, changes }) => opening + sum(changes.map(({ amount }) => amount)))),
        ),
        check('PROFIT_EQUALS_INCOME_LESS_EXPENSES', resultOf(turnover, sheet.chart), profit),
      ],
    };
  });
}
