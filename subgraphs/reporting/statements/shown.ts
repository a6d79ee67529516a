import type { Amount } from '#shared/domain/money.ts';
import type { EquityChange } from '../mappings/line.ts';
import type { CashFlows, EquityChanges, Figures } from './queries.ts';

/** What was asked of a statement together with its figures: what its SDL type is made from. */
type Shown<Asked, Answer> = Asked & Answer;

type Standard = 'CATEGORY_IV' | 'IFRS_SME' | 'IFRS';

export type ShownBalanceSheet = Shown<
  {
    readonly asOf: string;
    readonly compareTo: string | null;
    readonly standard: Standard;
    readonly currency: string;
  },
  Figures
>;

/** A span and its comparative. */
interface Compared {
  readonly from: string;
  readonly to: string;
  readonly compareFrom: string | null;
  readonly compareTo: string | null;
}

export type ShownIncomeStatement = Shown<
  Compared & {
    readonly by: 'FUNCTION' | 'NATURE';
    readonly standard: Standard;
    readonly currency: string;
  },
  Figures
>;

export type ShownCashFlows = Shown<Compared & { readonly method: 'DIRECT' | 'INDIRECT' }, CashFlows>;

export type ShownEquityChanges = Shown<Compared & { readonly standard: Standard }, EquityChanges>;

/** One kind of change of a component; amounts one a column. */
export interface ShownEquityChange {
  readonly change: EquityChange;
  readonly amounts: readonly Amount[];
}
