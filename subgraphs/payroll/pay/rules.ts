import type { CalendarDate } from '#shared/domain/date.ts';

/** What the law takes from pay. Rates are shares in the scale of `RATE_DECIMALS`. */
export interface PayRules {
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** Income tax on what remains of the gross after pension and relief (Tax Code, article 81). */
  readonly incomeTaxRate: bigint;
  /** Shares of the gross (Law of Georgia on Funded Pensions, article 3). */
  readonly employeePensionRate: bigint;
  readonly employerPensionRate: bigint;
  readonly source: string;
}
