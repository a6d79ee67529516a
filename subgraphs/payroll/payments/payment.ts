import type { CalendarDate } from '#shared/domain/date.ts';

/** Kind of document as the ledger is told of it. */
export const PAYMENT_SOURCE = 'PayrollPaymentFile';

/** How payments of a file are made: what the bank transfers is settled later, what is handed out is paid at once. */
export type PaymentMethod = 'BANK' | 'CASH';

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

/** Pay that was handed out, to whom and on which day. */
export interface PaidInCash extends PaymentFileMade {
  readonly employeeIds: readonly string[];
  /** Income tax of what was handed out. */
  readonly incomeTax: string;
}

export interface PaymentsSettled {
  /** Day on which the bank paid: income tax falls due on it. */
  readonly date: CalendarDate;
  readonly payments: readonly Settled[];
  /** Sum of what was confirmed, and the income tax of it. */
  readonly confirmed: string;
  readonly incomeTax: string;
}
