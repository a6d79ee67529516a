import type { CalendarDate } from '#shared/domain/date.ts';

export const ABSENCE_KINDS = ['PAID_LEAVE', 'UNPAID_LEAVE', 'SICK_LEAVE', 'MATERNITY'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export interface Absence {
  readonly id: string;
  readonly employmentId: string;
  readonly kind: AbsenceKind;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Maternity after complications or for twins, which the State pays for longer; absent otherwise. */
  readonly isComplicated?: boolean;
}

export type AbsenceEvent =
  | { readonly type: 'AbsenceRecorded'; readonly data: Absence }
  | { readonly type: 'AbsenceCancelled'; readonly data: { readonly id: string } };

/** What the Labour Code grants, while it is valid. */
export interface LeaveRules {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Working days a year. */
  readonly paidLeaveDays: number;
  /** Months of work after which the right to paid leave arises. */
  readonly rightAfterMonths: number;
  /** Calendar days a year. */
  readonly unpaidLeaveDays: number;
  /** Calendar days. */
  readonly sickDaysInARow: number;
  readonly sickDaysInSixMonths: number;
  readonly maternityDays: number;
  /** Of them paid by the State; the employer posts nothing. */
  readonly maternityPaidDays: number;
  /** The same after complications or for twins. */
  readonly maternityPaidDaysComplicated: number;
  /** Share of the average pay that the employer pays for days of sickness, in the scale of `RATE_DECIMALS`. */
  readonly sickPayShare: bigint;
  readonly source: string;
}
