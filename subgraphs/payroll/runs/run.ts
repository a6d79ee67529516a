import type { CalendarDate } from '#shared/domain/date.ts';
import type { NamedRate } from '../pay/exchange.ts';
import { unreachable } from '#shared/domain/decider.ts';

/** Sums over the payslips of a run, GEL as text with two decimals. */
export interface RunTotals {
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
}

/** What a calculation came to. The digest is over everything that the payslips say. */
export interface RunSums {
  readonly employees: number;
  /** Things that bar the approval, over all payslips. */
  readonly obstacles: number;
  readonly totals: RunTotals;
  readonly digest: string;
}

/** The month whose pay it is, and the day on which it will be paid: the rules of pay are those of that day. */
export interface RunStarted {
  readonly year: number;
  readonly month: number;
  /** 1 for the pay of the month; higher for a correction, which carries the differences. */
  readonly number: number;
  readonly payDate: CalendarDate;
  /** Of currencies that pay was agreed in; absent where all of it is in GEL. */
  readonly rates?: readonly NamedRate[];
}

/** How far a calculation has come, for whoever watches; the payslips themselves are not in the log. */
export interface RunProgressed {
  readonly calculation: number;
  /** Employees whose pay is reckoned, of so many. */
  readonly done: number;
  readonly employees: number;
}

export type RunEvent =
  | { readonly type: 'PayrollRunStarted'; readonly data: RunStarted }
  | { readonly type: 'PayrollRunRecalculated'; readonly data: { readonly calculation: number } }
  | { readonly type: 'PayrollRunProgressed'; readonly data: RunProgressed }
  | { readonly type: 'PayrollRunCalculated'; readonly data: RunSums & { readonly calculation: number } }
  | { readonly type: 'PayrollRunApproved'; readonly data: { readonly digest: string } }
  | {
      readonly type: 'PayrollRunSentToLedger';
      readonly data: { readonly date: CalendarDate; readonly attempt: number };
    }
  | { readonly type: 'PayrollRunPaid'; readonly data: { readonly digest: string } }
  | { readonly type: 'PayrollRunCancelled'; readonly data: { readonly reason: string } };

export type RunState = 'NONE' | 'CALCULATING' | 'CALCULATED' | 'APPROVED' | 'POSTING' | 'PAID' | 'CANCELLED';

/** A run as its decisions need it. */
export interface Run {
  readonly version: number;
  readonly state: RunState;
  readonly started: RunStarted | null;
  readonly calculation: number;
  /** Whole percents of the employees that were told to be done. */
  readonly toldPercent: number;
  readonly calculatedBy: string | null;
  readonly sums: RunSums | null;
  /** How often its posting was asked for. */
  readonly postings: number;
}

export const noRun: Run = {
  version: 0,
  state: 'NONE',
  started: null,
  calculation: 0,
  toldPercent: 0,
  calculatedBy: null,
  sums: null,
  postings: 0,
};

export function evolveRun(before: Run, event: RunEvent, userId: string): Run {
  const run = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'PayrollRunStarted':
      return {
        ...run,
        state: 'CALCULATING',
        started: event.data,
        calculation: 1,
        toldPercent: 0,
        calculatedBy: userId,
      };
    case 'PayrollRunRecalculated':
      return {
        ...run,
        state: 'CALCULATING',
        calculation: event.data.calculation,
        toldPercent: 0,
        calculatedBy: userId,
        sums: null,
      };
    case 'PayrollRunProgressed':
      return { ...run, toldPercent: percentOf(event.data) };
    case 'PayrollRunCalculated':
      return { ...run, state: 'CALCULATED', sums: event.data };
    case 'PayrollRunApproved':
      return { ...run, state: 'APPROVED' };
    case 'PayrollRunSentToLedger':
      return { ...run, state: 'POSTING', postings: event.data.attempt };
    case 'PayrollRunPaid':
      return { ...run, state: 'PAID' };
    case 'PayrollRunCancelled':
      return { ...run, state: 'CANCELLED' };
    default:
      return unreachable(event);
  }
}

/** Whole percents of the employees that are done. */
export function percentOf({ done, employees }: Pick<RunProgressed, 'done' | 'employees'>): number {
  return employees === 0 ? 100 : Math.floor((done * 100) / employees);
}
