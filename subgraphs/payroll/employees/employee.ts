import type { CalendarDate } from '#shared/domain/date.ts';

export const EMPLOYEE_CATEGORIES = ['CITIZEN', 'RESIDENT', 'FOREIGNER'] as const;
export type EmployeeCategory = (typeof EMPLOYEE_CATEGORIES)[number];

export type Sex = 'FEMALE' | 'MALE';

/** Why somebody takes no part in the funded pension scheme (Law on Funded Pensions, article 3). */
export type PensionGround = 'FOREIGNER' | 'AGE_AT_INTRODUCTION' | 'LEFT_SCHEME';

/** Whether the employee takes part in the pension scheme, from a day until the next decision. */
export type PensionDecision =
  | { readonly from: CalendarDate; readonly decision: 'PARTICIPATES'; readonly ground: null }
  | { readonly from: CalendarDate; readonly decision: 'OUTSIDE'; readonly ground: PensionGround };

/** A yearly relief from income tax (Tax Code, article 82(2)); amounts are GEL as text with two decimals. */
export interface Relief {
  /** Code of `payroll.relief_grounds`. */
  readonly ground: string;
  readonly from: CalendarDate;
  /** Last day; null while it lasts. */
  readonly to: CalendarDate | null;
  /** What may be earned without tax in a year. */
  readonly yearlyAmount: string;
  /** What was used already, in the year of `from`, before or outside of this system. */
  readonly usedBefore: string;
}

/**
 * A text that nobody can read who has the database alone; `digest` tells whether two are the same. The subject of the
 * sealing is the id of the employee.
 */
export interface Sealed {
  readonly sealed: string;
  readonly digest: string;
}

export interface SealedIdentity extends Sealed {
  readonly kind: 'PERSONAL_NUMBER' | 'PASSPORT';
}

export interface EmployeeDetails {
  /** The company's own number of the employee. */
  readonly number: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly firstNameEn: string | null;
  readonly lastNameEn: string | null;
  readonly category: EmployeeCategory;
  /** ISO 3166 alpha-2: where the employee is resident. */
  readonly residenceCountry: string;
  readonly identity: SealedIdentity;
  readonly birthDate: CalendarDate | null;
  readonly sex: Sex | null;
  readonly address: string | null;
  /** IBAN that pay goes to. */
  readonly account: Sealed | null;
  /** In the order of their dates; empty until somebody decides, and nobody is paid before. */
  readonly pension: readonly PensionDecision[];
  /** In the order of their dates, never two at a time. */
  readonly reliefs: readonly Relief[];
}

/** Each carries everything that may change, changed or not: the last one says how the employee is. */
export type EmployeeEvent =
  | { readonly type: 'EmployeeCreated'; readonly data: EmployeeDetails }
  | { readonly type: 'EmployeeChanged'; readonly data: EmployeeDetails };

/** The decision of a day; null when nobody has decided yet. */
export function pensionOn(decisions: readonly PensionDecision[], date: CalendarDate): PensionDecision | null {
  return decisions.findLast(({ from }) => from <= date) ?? null;
}

/** The relief of a day. */
export function reliefOn(reliefs: readonly Relief[], date: CalendarDate): Relief | null {
  return reliefs.find(({ from, to }) => from <= date && (to === null || date <= to)) ?? null;
}
