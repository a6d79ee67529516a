import type { StatementLine } from '../mappings/line.ts';
import type { ChartAccount } from '../read-model/chart.ts';
import type { Dimension } from '../read-model/dimensions.ts';
import { net } from './draw.ts';
import type { Translate } from './sheet.ts';

/**
 * What entries of a dimension were posted against without it: a part of a company has no books of its own, so that its
 * position balances by what it has with the rest. Over all values and what has none these lines come to nothing.
 */
const OUTSIDE: StatementLine = {
  code: 'OUTSIDE_DIMENSION',
  kind: 'LINE',
  level: 1,
  totalCode: 'TOTAL_EQUITY_AND_LIABILITIES',
  side: 'CREDIT',
  prefixes: [],
  swingsTo: null,
  nameKa: 'ნაშთი განზომილების გარეთ დარჩენილ ჩანაწერებთან',
  nameEn: 'Balance with entries outside the dimension',
};

/** The account that stands for it while a statement is drawn. */
export const OUTSIDE_ACCOUNT: ChartAccount = { id: 'outside', code: '', type: 'EQUITY' };

/** Draws a position of a dimension with what it has outside; null for the whole. */
export function withOutside(dimension: Dimension | null): Translate | null {
  if (dimension === null) return null;
  return {
    column: (_span, sums) => {
      const outside = [...sums.values()].reduce((sum, of) => sum + net(of), 0n);
      return Promise.resolve(
        new Map([
          ...sums,
          [
            OUTSIDE_ACCOUNT.id,
            outside < 0n ? { debit: -outside, credit: 0n } : { debit: 0n, credit: outside },
          ],
        ]),
      );
    },
    lines: (lines) => lines.flatMap((line) => (line.code === OUTSIDE.totalCode ? [OUTSIDE, line] : [line])),
    accounts: [[OUTSIDE_ACCOUNT.id, OUTSIDE_ACCOUNT]],
    choices: [[OUTSIDE_ACCOUNT.id, OUTSIDE.code]],
  };
}
