import type { Desk, Posting } from './desk.ts';
import { bankAndCash } from './bank-and-cash.ts';
import { foreignTrade } from './foreign-trade.ts';
import { payrollAndTaxes } from './payroll-and-taxes.ts';
import { purchases } from './purchases.ts';
import { sales } from './sales.ts';

/** A kind of posting with one partner: "sale on credit to this customer", "rent of that shop". */
export interface Template {
  readonly id: string;
  /** How often it is used, relative to the other templates. */
  readonly weight: number;
  /** The part of the month it belongs to; it is rare outside. */
  readonly when?: 'month-start' | 'month-end' | 'tax-time';
  /** Invents a posting that fits the books, or null when nothing fits (nothing owed, nothing in stock). */
  readonly write: (desk: Desk) => Posting | null;
}

/** All templates there are. */
export const TEMPLATES: readonly Template[] = [
  ...sales,
  ...purchases,
  ...bankAndCash,
  ...payrollAndTaxes,
  ...foreignTrade,
];
