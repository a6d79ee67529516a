import type { Amount } from '#shared/domain/money.ts';
import {
  longestPrefix,
  type Activity,
  type CashFlowAccount,
  type CashFlowLine,
  type Names,
} from '../mappings/line.ts';
import type { Flow, Sums } from '../read-model/sums.ts';
import type { ChartAccount } from '../read-model/chart.ts';
import type { Check } from './checks.ts';
import { net, type DrawnAccount } from './draw.ts';

/** What flows are sorted by. */
export interface CashFlowRules {
  readonly lines: readonly CashFlowLine[];
  readonly accounts: readonly CashFlowAccount[];
  readonly chart: ReadonlyMap<string, ChartAccount>;
  /** Whether an account is cash or a cash equivalent. */
  readonly isCash: (accountId: string) => boolean;
}

/** A line of the statement: cash in is positive. */
export interface CashFlowRow extends Names {
  readonly code: string;
  readonly activity: Activity;
  readonly amount: Amount;
  readonly accounts: readonly DrawnAccount[];
}

/**
 * The statement by the direct method (IAS 7.18a): what came in and went out, by the account on the other side of cash.
 * Moving cash between its own accounts is no flow. Pure.
 */
export function directFlows(flows: readonly Flow[], rules: CashFlowRules): CashFlowRow[] {
  const byLine = new Map<string, Map<string, Amount>>();
  for (const { debitAccountId, creditAccountId, amount } of flows) {
    const [comesIn, goesOut] = [rules.isCash(debitAccountId), rules.isCash(creditAccountId)];
    if (comesIn === goesOut) continue;
    const other = comesIn ? creditAccountId : debitAccountId;
    const line = flowLine(other, comesIn ? 'IN' : 'OUT', rules);
    add(byLine, line.code, other, comesIn ? amount : -amount);
  }
  return rules.lines
    .filter(({ code }) => byLine.has(code))
    .map((line) => ({ ...line, ...summed(byLine.get(line.code), rules) }));
}

/** Operating flows by the indirect method: how profit becomes cash. */
export interface IndirectRow extends Names {
  readonly code: string;
  readonly kind: 'PROFIT' | 'NON_CASH' | 'ELSEWHERE' | 'WORKING_CAPITAL';
  readonly amount: Amount;
  readonly accounts: readonly DrawnAccount[];
}

/** Names of the lines of a statement of financial position, by account. */
export type PositionLineOf = (accountId: string) => (Names & { readonly code: string }) | undefined;

/**
 * Operating flows by the indirect method (IAS 7.18b, 7.20): profit; less what of it met long-lived or financing accounts
 * and no cash (depreciation); less what of it belongs to other activities; less what working capital took up – but not
 * what it took up from investing and financing, such as machines bought on credit. Pure.
 */
export function indirectFlows(
  flows: readonly Flow[],
  turnover: ReadonlyMap<string, Sums>,
  rules: CashFlowRules,
  positionOf: PositionLineOf,
): IndirectRow[] {
  const isResult = (id: string) => ['REVENUE', 'EXPENSE'].includes(rules.chart.get(id)?.type ?? '');
  const isOperating = (id: string) => flowLine(id, 'IN', rules).activity === 'OPERATING';
  const isWorking = (id: string) => !rules.isCash(id) && !isResult(id) && isOperating(id);
  const isLasting = (id: string) => !rules.isCash(id) && !isResult(id) && !isOperating(id);

  const profit = new Map<string, Map<string, Amount>>();
  const nonCash = new Map<string, Map<string, Amount>>();
  const elsewhere = new Map<string, Map<string, Amount>>();
  const working = new Map<string, Map<string, Amount>>();
  for (const [accountId, sums] of turnover) {
    if (isResult(accountId)) add(profit, 'PROFIT', accountId, -net(sums));
    else if (isWorking(accountId)) add(working, positionOf(accountId)?.code ?? '', accountId, -net(sums));
  }
  for (const { debitAccountId, creditAccountId, amount } of flows) {
    // Each flow is looked at from both sides: towards `to`, and away from it.
    for (const [from, to, flown] of [
      [creditAccountId, debitAccountId, amount],
      [debitAccountId, creditAccountId, -amount],
    ] as const) {
      if (isResult(from) && isLasting(to)) add(nonCash, positionOf(to)?.code ?? '', to, -flown);
      if (isResult(from) && !isOperating(from) && rules.isCash(to))
        add(elsewhere, flowLine(from, 'IN', rules).code, from, -flown);
      if (isLasting(from) && isWorking(to)) add(working, positionOf(to)?.code ?? '', to, flown);
    }
  }
  const names = new Map<string, Names>();
  for (const { id } of rules.chart.values()) {
    const line = positionOf(id);
    if (line !== undefined) names.set(line.code, line);
  }
  for (const line of rules.lines) if (elsewhere.has(line.code)) names.set(line.code, line);
  const rows = (kind: IndirectRow['kind'], found: ReadonlyMap<string, Map<string, Amount>>): IndirectRow[] =>
    [...found.keys()].sort().flatMap((code) => {
      const { nameKa, nameEn } = names.get(code) ?? UNNAMED;
      const row = { kind, code, nameKa, nameEn, ...summed(found.get(code), rules) };
      return row.accounts.length === 0 ? [] : [row];
    });
  return [
    { kind: 'PROFIT', code: 'PROFIT', ...PROFIT, ...summed(profit.get('PROFIT'), rules) },
    ...rows('NON_CASH', nonCash),
    ...rows('ELSEWHERE', elsewhere),
    ...rows('WORKING_CAPITAL', working),
  ];
}

/** What a row is for; of one dimension cash also moves outside it, which is no flow of it. */
export type ShownActivity = Activity | 'OUTSIDE';

/** A row of the statement of one span: a step by the indirect method, or a flow, which has none. */
export interface CashFlowPart extends Omit<CashFlowRow, 'activity'> {
  readonly activity: ShownActivity;
  readonly step: IndirectRow['kind'] | null;
}

/** The statement of one span. */
export interface CashFlowColumn {
  readonly opening: Amount;
  readonly change: Amount;
  readonly rows: readonly CashFlowPart[];
  readonly checks: readonly Check[];
}

/** A row of the statement with amounts of several spans, one a column. */
export type CashFlowColumns = Omit<CashFlowPart, 'amount'> & { readonly amounts: readonly Amount[] };

/**
 * Puts the rows of spans side by side, zero where a span has none: in the order of the first, what only later ones have
 * behind what it follows there. Pure.
 */
export function sideBySide(columns: readonly (readonly CashFlowPart[])[]): CashFlowColumns[] {
  const keyOf = ({ activity, step, code }: CashFlowPart): string => `${activity} ${step ?? ''} ${code}`;
  const keys: string[] = [];
  for (const rows of columns) {
    let place = 0;
    for (const key of rows.map(keyOf)) {
      const known = keys.indexOf(key);
      if (known === -1) keys.splice(place, 0, key);
      place = (known === -1 ? place : known) + 1;
    }
  }
  const rowsByKey = columns.map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  return keys.flatMap((key) => {
    const rows = rowsByKey.map((byKey) => byKey.get(key));
    const row = rows.find((one) => one !== undefined);
    if (row === undefined) return [];
    const amountsOf = (accountId: string): Amount[] =>
      rows.map((one) => one?.accounts.find((account) => account.accountId === accountId)?.amounts[0] ?? 0n);
    const accounts = new Map(
      rows.flatMap((one) => one?.accounts ?? []).map(({ accountId, code }) => [accountId, code]),
    );
    const { amount: _, ...about } = row;
    return [
      {
        ...about,
        amounts: rows.map((one) => one?.amount ?? 0n),
        accounts: [...accounts]
          .map(([accountId, code]) => ({ accountId, code, amounts: amountsOf(accountId) }))
          .sort((a, b) => (a.code < b.code ? -1 : 1)),
      },
    ];
  });
}

const PROFIT: Names = { nameKa: 'პერიოდის მოგება', nameEn: 'Profit for the period' };
const UNNAMED: Names = { nameKa: 'სხვა', nameEn: 'Other' };

function flowLine(accountId: string, direction: 'IN' | 'OUT', rules: CashFlowRules): CashFlowLine {
  const code = rules.chart.get(accountId)?.code ?? '';
  const rule = longestPrefix(
    code,
    rules.accounts.filter((account) => account.direction === direction),
    ({ prefix }) => [prefix],
  );
  const line = rules.lines.find((candidate) => candidate.code === rule?.lineCode);
  // The empty prefix begins every code, so only rules that lack it come here.
  if (line === undefined) throw new Error(`no line of cash flows takes the account ${code}`);
  return line;
}

function add(sums: Map<string, Map<string, Amount>>, line: string, accountId: string, amount: Amount): void {
  const ofLine = sums.get(line) ?? new Map<string, Amount>();
  ofLine.set(accountId, (ofLine.get(accountId) ?? 0n) + amount);
  sums.set(line, ofLine);
}

function summed(
  byAccount: ReadonlyMap<string, Amount> | undefined,
  { chart }: CashFlowRules,
): { amount: Amount; accounts: DrawnAccount[] } {
  const accounts = [...(byAccount ?? [])]
    .filter(([, amount]) => amount !== 0n)
    .map(([accountId, amount]) => ({ accountId, code: chart.get(accountId)?.code ?? '', amounts: [amount] }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  return { accounts, amount: accounts.reduce((sum, { amounts }) => sum + (amounts[0] ?? 0n), 0n) };
}
