import type { CalendarDate } from '#shared/domain/date.ts';

/** Kind of document as the ledger is told of it. */
export const PAYMENT_SOURCE = 'PayrollPaymentFile';

/** How one payment has come out; a failed one may go into another file. */
export type PaymentState = 'SENT' | 'CONFIRMED' | 'FAILED';

/** What became of one payment: confirmed without a reason, failed with one. */
export interface Settled {
  readonly employeeId: string;
  readonly reason: string | null;
}

/** Amounts are GEL as text with two decimals. The payments are those of the run that are not made when the file is. */
export interface PaymentFileMade {
  readonly runId: string;
  readonly payDate: CalendarDate;
  readonly payments: number;
  readonly total: string;
}

export interface PaymentsSettled {
  /** Day on which the bank paid: income tax falls due on it. */
  readonly date: CalendarDate;
  readonly payments: readonly Settled[];
  /** Sum of what was confirmed, and the income tax of it. */
  readonly confirmed: string;
  readonly incomeTax: string;
}
