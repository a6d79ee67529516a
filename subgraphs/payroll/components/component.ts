import type { CalendarDate } from '#shared/domain/date.ts';
import type { AgreedBasis } from '../employments/employment.ts';

export const COMPONENT_KINDS = [
  'OVERTIME',
  'BONUS',
  'COMMISSION',
  'ALLOWANCE',
  'BENEFIT_IN_KIND',
  'DEDUCTION',
  'ADVANCE',
  'COURT_ORDER',
] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];

interface Common {
  readonly id: string;
  readonly employmentId: string;
  readonly name: string;
  /** Recurring ones apply in every month that they touch, the others in the month of `from` only. */
  readonly isRecurring: boolean;
  readonly from: CalendarDate;
  /** Last day; null while it lasts. */
  readonly to: CalendarDate | null;
}

/** Hours beyond the schedule, paid at the hourly rate of the day times the multiplier; decimals as text. */
export type Overtime = Common & {
  readonly kind: 'OVERTIME';
  readonly hours: string;
  readonly multiplier: string;
};

/** What is earned besides the salary; GEL as text. A net amount is grossed up. */
export type Earning = Common & {
  readonly kind: 'BONUS' | 'COMMISSION' | 'ALLOWANCE' | 'BENEFIT_IN_KIND';
  readonly amount: string;
  readonly basis: AgreedBasis;
};

/** What is kept back of the net pay; GEL as text. */
export type Deduction = Common & {
  readonly kind: 'DEDUCTION' | 'ADVANCE';
  readonly amount: string;
};

/** What a court or an enforcer takes of the net pay, the lowest priority number first. Amounts are GEL as text. */
export type CourtOrder = Common & {
  readonly kind: 'COURT_ORDER';
  readonly priority: number;
  /** So much a month, or this share of the net pay (a fraction); one of the two. */
  readonly amount: string | null;
  readonly share: string | null;
  /** No more than this share of the net pay in a month; null without such a limit. */
  readonly mostShare: string | null;
  /** What is owed in all; null for what has no end. */
  readonly totalLimit: string | null;
};

export type PayComponent = Overtime | Earning | Deduction | CourtOrder;

export type ComponentEvent =
  | { readonly type: 'PayComponentAdded'; readonly data: PayComponent }
  /** Carries the whole component: only its last day has changed. */
  | { readonly type: 'PayComponentEnded'; readonly data: PayComponent }
  | { readonly type: 'PayComponentCancelled'; readonly data: { readonly id: string } };

/** Whether the component belongs to the pay of the month from `first` to `last`. */
export function appliesIn(
  { isRecurring, from, to }: PayComponent,
  first: CalendarDate,
  last: CalendarDate,
): boolean {
  return isRecurring ? from <= last && (to === null || to >= first) : from >= first && from <= last;
}
