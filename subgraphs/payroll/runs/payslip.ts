import type { Exchange } from '../pay/exchange.ts';

/** What a line of a payslip is for. */
export const EARNING_CODES = [
  'SALARY',
  'PAID_LEAVE',
  'SICK_LEAVE',
  'UNPAID_LEAVE',
  'MATERNITY',
  'OVERTIME',
  'BONUS',
  'COMMISSION',
  'ALLOWANCE',
  'BENEFIT_IN_KIND',
  'LEAVE_COMPENSATION',
  'LEAVE_OVERDRAWN',
  'ARREARS',
] as const;
export const KEPT_CODES = ['COURT_ORDER', 'ADVANCE', 'DEDUCTION'] as const;
export type EarningCode = (typeof EARNING_CODES)[number];
export type KeptCode = (typeof KEPT_CODES)[number];

/** Why a run with this payslip cannot be approved. */
export const OBSTACLES = ['NO_PENSION_DECISION', 'BENEFITS_ABOVE_NET', 'NO_EXCHANGE_RATE'] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** What the approver should look at before a run with this payslip is paid; it bars nothing. */
export const PAYSLIP_WARNINGS = ['LEAVE_OVERDRAWN'] as const;
export type PayslipWarning = (typeof PAYSLIP_WARNINGS)[number];

/** Warnings are lines of their code, so what is approved by its digest says them too. */
export function warningsOf(lines: readonly Pick<PayslipLine, 'code'>[]): PayslipWarning[] {
  return PAYSLIP_WARNINGS.filter((warning) => lines.some(({ code }) => code === warning));
}

/** A line of a payslip; amounts are GEL as text with two decimals. */
export interface PayslipLine {
  readonly code: EarningCode | KeptCode;
  /** Id of the component that it comes from. */
  readonly componentId: string | null;
  /** What the component is called. */
  readonly name: string | null;
  /** Whether the contract or component promises gross or net; null for what is kept back and for arrears. */
  readonly basis: 'GROSS' | 'NET' | null;
  readonly quantity: string | null;
  readonly unit: 'DAYS' | 'HOURS' | null;
  /** What was agreed: a month or an hour of work, or the amount of the component; what overdrawn leave is worth. */
  readonly rate: string | null;
  /** By which rate the agreed pay came to be GEL; absent where it was agreed in GEL. */
  readonly exchange?: Exchange;
  /** Earnings: gross, after net ones were grossed up; negative for arrears that are set off. Kept back: positive. */
  readonly amount: string;
  /** The month that arrears belong to, as 2026-02. */
  readonly month: string | null;
}

/** Gross that was earned in a month, as 2026-02. */
export interface EarnedFor {
  readonly month: string;
  readonly gross: string;
}

/** Cost of a payslip in one cost centre; null names those without one. */
export interface CostShare {
  readonly name: string | null;
  readonly value: string | null;
  readonly gross: string;
  readonly employerPension: string;
}

/** The pay of one employee in one run, as it is kept; GEL as text with two decimals. */
export interface Payslip {
  readonly employeeId: string;
  readonly employeeVersion: number;
  readonly gross: string;
  readonly employeePension: string;
  readonly relief: string;
  readonly taxable: string;
  readonly incomeTax: string;
  readonly net: string;
  readonly employerPension: string;
  readonly statePension: string;
  readonly benefits: string;
  readonly courtOrders: string;
  readonly advances: string;
  readonly deductions: string;
  readonly netToPay: string;
  readonly earned: string;
  readonly workedDays: number;
  readonly lines: readonly PayslipLine[];
  readonly months: readonly EarnedFor[];
  readonly costs: readonly CostShare[];
  readonly obstacles: readonly Obstacle[];
}
