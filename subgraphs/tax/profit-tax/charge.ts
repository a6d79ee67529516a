import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';

/** What profit tax is charged on (Tax Code, article 97(1), 98¹ to 98³). */
export const PROFIT_TAX_KINDS = [
  'DIVIDEND',
  'NON_BUSINESS_EXPENSE',
  'FREE_SUPPLY',
  'REPRESENTATION_ABOVE_LIMIT',
  'LOAN_TO_INDIVIDUAL_OR_NON_RESIDENT',
  'LOW_TAX_JURISDICTION',
  'OTHER',
] as const;
export type ProfitTaxKind = (typeof PROFIT_TAX_KINDS)[number];

/** Amounts are decimal text in GEL, rates as they were on the date. */
export interface ProfitTaxCharged {
  readonly date: CalendarDate;
  readonly kind: ProfitTaxKind;
  readonly amount: string;
  readonly divisor: string;
  readonly taxable: string;
  readonly rate: string;
  readonly tax: string;
  readonly description: string;
  readonly counterpartyId: string | null;
}

export interface ProfitTaxChargeReversed {
  readonly date: CalendarDate;
  readonly reason: string;
}

export type ProfitTaxEvent =
  | { readonly type: 'ProfitTaxCharged'; readonly data: ProfitTaxCharged }
  | { readonly type: 'ProfitTaxChargeReversed'; readonly data: ProfitTaxChargeReversed };

export type ProfitTaxCharge =
  | { readonly version: 0; readonly status: 'NONE' }
  | {
      readonly version: number;
      readonly status: 'CHARGED';
      readonly date: CalendarDate;
      readonly tax: string;
    }
  | { readonly version: number; readonly status: 'REVERSED' };

export const noCharge: ProfitTaxCharge = { version: 0, status: 'NONE' };

export function evolveCharge(state: ProfitTaxCharge, event: ProfitTaxEvent): ProfitTaxCharge {
  const version = state.version + 1;
  switch (event.type) {
    case 'ProfitTaxCharged':
      return { version, status: 'CHARGED', date: event.data.date, tax: event.data.tax };
    case 'ProfitTaxChargeReversed':
      return { version, status: 'REVERSED' };
    default:
      return unreachable(event);
  }
}
