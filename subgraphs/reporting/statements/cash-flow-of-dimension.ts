import { dayBefore } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { flowsOf, readValuedPairs } from '../read-model/dimension-pairs.ts';
import type { Dimension } from '../read-model/dimensions.ts';
import { sumAccounts, type Flow, type Sums } from '../read-model/sums.ts';
import { directFlows, type CashFlowColumn, type CashFlowPart, type CashFlowRules } from './cash-flow.ts';
import { check } from './checks.ts';
import { net } from './draw.ts';
import { spanOf, type Sheet } from './sheet.ts';

/** What the cash of a dimension moved by beyond its flows. Over all values and what has none it comes to nothing. */
const OUTSIDE = {
  code: 'OUTSIDE_DIMENSION',
  activity: 'OUTSIDE',
  step: null,
  accounts: [],
  nameKa: 'ფულის მოძრაობა განზომილების გარეთ',
  nameEn: 'Cash moved outside the dimension',
} as const satisfies Partial<CashFlowPart>;

/**
 * The flows of a dimension over a span by the direct method, and the cash whose entries have it. Cash may move without the
 * dimension of what it was paid for: the difference is a row of its own, so that opening cash leads to closing cash.
 */
export async function cashFlowsOfDimension(
  sheet: Sheet,
  { from, to }: { readonly from: string; readonly to: string },
  dimension: Dimension,
  all: readonly Flow[],
  rules: CashFlowRules,
): Promise<CashFlowColumn> {
  const { sql, companyId } = sheet;
  const cash = async (days: { readonly from: string | null; readonly to: string }): Promise<Amount> =>
    cashOf(
      await sumAccounts(sql, companyId, spanOf(sheet, { ...days, withClosing: true, dimension })),
      rules,
    );
  const { knownSeq } = sheet;
  const pairs = await readValuedPairs(sql, companyId, { from, to, withClosing: false, knownSeq }, dimension);
  const flows = directFlows(flowsOf(dimension, pairs, all, rules.isCash), rules);
  const change = await cash({ from, to });
  const flown = flows.reduce((sum, { amount }) => sum + amount, 0n);
  return {
    rows: [
      ...flows.map((row) => ({ ...row, step: null })),
      ...(change === flown ? [] : [{ ...OUTSIDE, amount: change - flown }]),
    ],
    change,
    opening: await cash({ from: null, to: dayBefore(from) }),
    checks: [check('FLOWS_EQUAL_CHANGE_OF_CASH', change, flown)],
  };
}

/** Debit minus credit of all cash. */
export function cashOf(sums: ReadonlyMap<string, Sums>, { isCash }: CashFlowRules): Amount {
  return [...sums].reduce((sum, [id, of]) => (isCash(id) ? sum + net(of) : sum), 0n);
}
