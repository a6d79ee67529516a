import type { Amount } from '#shared/domain/money.ts';
import { longestPrefix, type EquityChange, type StatementLine } from '../mappings/line.ts';
import type { Flow, Sums } from '../read-model/sums.ts';
import type { ChartAccount } from '../read-model/chart.ts';
import { net } from './draw.ts';

/** One kind of change of a component; an increase of equity is positive. */
export interface ComponentChange {
  readonly change: EquityChange;
  readonly amount: Amount;
}

/** One component of equity: a line of the statement of financial position, over a span. */
export interface EquityComponent {
  readonly line: StatementLine;
  readonly opening: Amount;
  /** In the order of the kinds of change, zeros included. */
  readonly changes: readonly ComponentChange[];
  readonly closing: Amount;
}

export interface EquityFigures {
  readonly opening: ReadonlyMap<string, Sums>;
  readonly closing: ReadonlyMap<string, Sums>;
  /** Of the span, without the closing of profit or loss. */
  readonly turnover: ReadonlyMap<string, Sums>;
  /** Of the span, without the closing of profit or loss. */
  readonly flows: readonly Flow[];
}

/**
 * Changes in equity (IAS 1.106): each component from its opening to its closing balance. Profit that is not closed yet
 * stands in the component on which the accounts of profit or loss are mapped. Pure.
 */
export function equityComponents(
  lines: readonly StatementLine[],
  lineOf: (accountId: string) => StatementLine | undefined,
  changes: readonly EquityChange[],
  chart: ReadonlyMap<string, ChartAccount>,
  { opening, closing, turnover, flows }: EquityFigures,
): EquityComponent[] {
  const isResult = (id: string) => ['REVENUE', 'EXPENSE'].includes(chart.get(id)?.type ?? '');
  return lines
    .filter(({ kind, totalCode }) => kind === 'LINE' && totalCode === 'TOTAL_EQUITY')
    .map((line) => {
      const isHere = (id: string) => lineOf(id)?.code === line.code;
      const balance = (sums: ReadonlyMap<string, Sums>) =>
        [...sums].reduce((sum, [id, of]) => (isHere(id) ? sum - net(of) : sum), 0n);
      const amounts = new Map<string, Amount>();
      const add = (code: string, amount: Amount) => amounts.set(code, (amounts.get(code) ?? 0n) + amount);
      for (const [id, sums] of turnover) if (isHere(id) && isResult(id)) add('PROFIT', -net(sums));
      for (const { debitAccountId, creditAccountId, amount } of flows) {
        const [debited, credited] = [isHere(debitAccountId), isHere(creditAccountId)];
        // Accounts of profit or loss have told all they have to tell as profit.
        if (credited && !isResult(creditAccountId) && !(debited && !isResult(debitAccountId)))
          add(changeOf(debitAccountId), amount);
        if (debited && !isResult(debitAccountId) && !(credited && !isResult(creditAccountId)))
          add(changeOf(creditAccountId), -amount);
      }
      return {
        line,
        opening: balance(opening),
        changes: changes.map((change) => ({ change, amount: amounts.get(change.code) ?? 0n })),
        closing: balance(closing),
      };
    });

  function changeOf(otherAccountId: string): string {
    const change = longestPrefix(chart.get(otherAccountId)?.code ?? '', changes, ({ prefixes }) => prefixes);
    if (change === undefined) throw new Error('no kind of change takes what has no other');
    return change.code;
  }
}
