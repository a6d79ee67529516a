import { actMaker } from './reports/act.ts';
import { agedMaker } from './reports/aged.ts';
import { benfordMaker } from './reports/benford.ts';
import { budgetMaker } from './reports/budget.ts';
import { cashForecastMaker } from './reports/cash-forecast.ts';
import { cashFlowsMaker } from './reports/cash-flows.ts';
import {
  consolidatedCashFlowsMaker,
  consolidatedEquityMaker,
  consolidatedPerformanceMaker,
  consolidatedPositionMaker,
} from './reports/consolidated.ts';
import { correspondenceMaker } from './reports/correspondence.ts';
import { equityMaker } from './reports/equity.ts';
import { generalLedgerMaker } from './reports/general-ledger.ts';
import { marginsMaker } from './reports/margins.ts';
import { monthlyResultsMaker } from './reports/monthly-results.ts';
import { performanceMaker } from './reports/performance.ts';
import { positionMaker } from './reports/position.ts';
import { ratiosMaker } from './reports/ratios.ts';
import { turnoverMaker } from './reports/turnover.ts';

/** Every report that can be fetched as a file, by its name. */
export const MAKERS = {
  GENERAL_LEDGER: generalLedgerMaker,
  TURNOVER_SHEET: turnoverMaker,
  AGED_BALANCES: agedMaker,
  RECONCILIATION_ACT: actMaker,
  BALANCE_SHEET: positionMaker,
  INCOME_STATEMENT: performanceMaker,
  CASH_FLOW_STATEMENT: cashFlowsMaker,
  CHANGES_IN_EQUITY: equityMaker,
  CONSOLIDATED_BALANCE_SHEET: consolidatedPositionMaker,
  CONSOLIDATED_INCOME_STATEMENT: consolidatedPerformanceMaker,
  CONSOLIDATED_CASH_FLOW_STATEMENT: consolidatedCashFlowsMaker,
  CONSOLIDATED_CHANGES_IN_EQUITY: consolidatedEquityMaker,
  CORRESPONDING_ACCOUNTS: correspondenceMaker,
  BUDGET_COMPARISON: budgetMaker,
  FINANCIAL_RATIOS: ratiosMaker,
  MONTHLY_RESULTS: monthlyResultsMaker,
  MARGIN_BY_DIMENSION: marginsMaker,
  BENFORD_TEST: benfordMaker,
  CASH_FORECAST: cashForecastMaker,
} as const;
