import type { CalendarDate } from '#shared/domain/date.ts';
import type { WorkSchedule } from '../calendar/working-time.ts';

export type PayUnit = 'MONTHLY' | 'HOURLY';
/** Whether the contract promises what is earned or what is received. */
export type AgreedBasis = 'GROSS' | 'NET';

/** What was agreed to be paid: an amount as text with two decimals, a month or an hour. */
export interface AgreedPay {
  readonly amount: string;
  readonly unit: PayUnit;
  readonly basis: AgreedBasis;
  /** ISO 4217 code where it is not GEL; each run reckons it in GEL by its rate. */
  readonly currency?: string;
}

/** A dimension of the ledger that the cost of somebody's work is kept apart by. */
export interface CostCentre {
  readonly name: string;
  readonly value: string;
}

/** What the contract says from a day until the next terms. */
export interface EmploymentTerms {
  readonly from: CalendarDate;
  readonly position: string;
  readonly costCentre: CostCentre | null;
  readonly schedule: WorkSchedule;
  readonly pay: AgreedPay;
}

export const END_REASONS = [
  'OWN_WISH',
  'AGREEMENT',
  'TERM_EXPIRED',
  'REDUNDANCY',
  'BREACH',
  'DEATH',
  'OTHER',
] as const;
export type EndReason = (typeof END_REASONS)[number];

/** One contract of an employee. */
export interface Employment {
  readonly id: string;
  readonly start: CalendarDate;
  /** Last day of work; null while it lasts. */
  readonly end: CalendarDate | null;
  /** Why it ended; null until it does. */
  readonly endReason: EndReason | null;
  /** A contract beside the main one; only such may overlap with others. */
  readonly isSecondary: boolean;
  /** Never empty, the first from the start, in the order of their dates. */
  readonly terms: readonly EmploymentTerms[];
  /** Working days of paid leave taken before the system knew of the employment, as text with two decimals. */
  readonly leaveTakenBefore: string;
}

/** Each carries the whole contract: the last one says how it is. */
export type EmploymentEvent =
  | { readonly type: 'EmploymentBegun'; readonly data: Employment }
  | { readonly type: 'EmploymentTermsChanged'; readonly data: Employment }
  | { readonly type: 'EmploymentEnded'; readonly data: Employment };

/** The terms of a day; those of the start before it. */
export function termsOn({ terms }: Pick<Employment, 'terms'>, date: CalendarDate): EmploymentTerms {
  const found = terms.findLast(({ from }) => from <= date) ?? terms[0];
  if (found === undefined) throw new Error('an employment has no terms');
  return found;
}
