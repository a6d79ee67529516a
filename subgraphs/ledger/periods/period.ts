import { unreachable } from '#shared/domain/decider.ts';

export type FiscalYearEvent =
  | {
      readonly type: 'FiscalYearOpened';
      readonly data: {
        readonly year: number;
        readonly periods: readonly {
          readonly id: string;
          readonly year: number;
          readonly month: number;
          readonly startsOn: string;
          readonly endsOn: string;
        }[];
      };
    }
  | {
      readonly type: 'PeriodClosed' | 'PeriodReopened';
      readonly data: { readonly year: number; readonly month: number; readonly reason: string };
    }
  | {
      /** What the year earned went to retained earnings, by the transaction; without one there was nothing to close. */
      readonly type: 'YearClosed';
      readonly data: {
        readonly year: number;
        readonly reason: string;
        /** Profit in lari; negative for a loss. */
        readonly resultGel: string;
        readonly transactionId: string | null;
      };
    }
  | {
      /** The transaction undoes that of the closing. */
      readonly type: 'YearReopened';
      readonly data: {
        readonly year: number;
        readonly reason: string;
        readonly transactionId: string | null;
      };
    };

export type FiscalYear =
  | { readonly status: 'NEW'; readonly version: 0 }
  | {
      readonly status: 'OPENED';
      readonly version: number;
      /** How often the year was closed as a whole. */
      readonly closings: number;
      /** Whether it is closed now, and by which transaction. */
      readonly closing: { readonly transactionId: string | null } | null;
    };

export const initialFiscalYear: FiscalYear = { status: 'NEW', version: 0 };

export function evolveFiscalYear(state: FiscalYear, event: FiscalYearEvent): FiscalYear {
  const version = state.version + 1;
  const { closings, closing } = state.status === 'OPENED' ? state : { closings: 0, closing: null };
  switch (event.type) {
    case 'FiscalYearOpened':
    case 'PeriodClosed':
    case 'PeriodReopened':
      return { status: 'OPENED', version, closings, closing };
    case 'YearClosed': {
      const { transactionId } = event.data;
      return { status: 'OPENED', version, closings: closings + 1, closing: { transactionId } };
    }
    case 'YearReopened':
      return { status: 'OPENED', version, closings, closing: null };
    default:
      return unreachable(event);
  }
}
