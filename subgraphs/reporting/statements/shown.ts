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

export type ShownIncomeStatement = Shown<
  {
    readonly from: string;
    readonly to: string;
    readonly compareFrom: string | null;
    readonly compareTo: string | null;
    readonly by: 'FUNCTION' | 'NATURE';
    readonly standard: Standard;
    readonly currency: string;
  },
  Figures
>;

export type ShownCashFlows = Shown<
  { readonly from: string; readonly to: string; readonly method: 'DIRECT' | 'INDIRECT' },
  CashFlows
>;

export type ShownEquityChanges = Shown<
  { readonly from: string; readonly to: string; readonly standard: Standard },
  EquityChanges
>;
