import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';

export const WITHHOLDING_KINDS = [
  'DIVIDEND_TO_INDIVIDUAL',
  'DIVIDEND_TO_NON_RESIDENT',
  'DIVIDEND_TO_COMPANY',
  'INTEREST',
  'ROYALTY_TO_RESIDENT',
  'ROYALTY_TO_NON_RESIDENT',
  'NON_RESIDENT_SERVICES',
  'NON_RESIDENT_TRANSPORT',
  'OIL_AND_GAS',
  'LOW_TAX_JURISDICTION',
  'SERVICES_OF_INDIVIDUAL',
  'RESIDENTIAL_RENT',
  'SALE_OF_HOME_OR_CAR',
] as const;
export type WithholdingKind = (typeof WITHHOLDING_KINDS)[number];

/** Who was paid, as Form 30 wants it, at the time of the payment. */
export interface Payee {
  readonly taxId: string;
  /** First name of a person, legal form of a company. */
  readonly firstName: string;
  /** Last name of a person, name of a company. */
  readonly lastName: string;
  readonly address: string;
  /** ISO 3166 number of the country of residence; 268 is Georgia. */
  readonly country: number;
  /** Classifier of recipients on the portal; empty where it is not known. */
  readonly category: string;
}

/** Amounts are decimal text in GEL, the rate as it was on the date. */
export interface TaxWithheld {
  readonly date: CalendarDate;
  readonly kind: WithholdingKind;
  readonly incomeType: number;
  readonly counterpartyId: string;
  readonly payee: Payee;
  readonly gross: string;
  readonly relief: string;
  readonly rate: string;
  readonly treatyExempt: string;
  readonly foreignCredit: string;
  readonly tax: string;
  readonly net: string;
  readonly description: string;
}

export interface WithholdingReversed {
  readonly date: CalendarDate;
  readonly reason: string;
}

export type WithholdingEvent =
  | { readonly type: 'TaxWithheld'; readonly data: TaxWithheld }
  | { readonly type: 'WithholdingReversed'; readonly data: WithholdingReversed };

export type Withholding =
  | { readonly version: 0; readonly status: 'NONE' }
  | {
      readonly version: number;
      readonly status: 'WITHHELD';
      readonly date: CalendarDate;
      readonly tax: string;
    }
  | { readonly version: number; readonly status: 'REVERSED' };

export const nothingWithheld: Withholding = { version: 0, status: 'NONE' };

export function evolveWithholding(state: Withholding, event: WithholdingEvent): Withholding {
  const version = state.version + 1;
  switch (event.type) {
    case 'TaxWithheld':
      return { version, status: 'WITHHELD', date: event.data.date, tax: event.data.tax };
    case 'WithholdingReversed':
      return { version, status: 'REVERSED' };
    default:
      return unreachable(event);
  }
}
