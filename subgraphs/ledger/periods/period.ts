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
    };

export type FiscalYear =
  | { readonly status: 'NEW'; readonly version: 0 }
  | { readonly status: 'OPENED'; readonly version: number; readonly closedMonths: readonly number[] };

export const initialFiscalYear: FiscalYear = { status: 'NEW', version: 0 };

export function evolveFiscalYear(state: FiscalYear, event: FiscalYearEvent): FiscalYear {
  const version = state.version + 1;
  const closedMonths = state.status === 'OPENED' ? state.closedMonths : [];
  switch (event.type) {
    case 'FiscalYearOpened':
      return { status: 'OPENED', version, closedMonths };
    case 'PeriodClosed':
      return { status: 'OPENED', version, closedMonths: [...closedMonths, event.data.month] };
    case 'PeriodReopened':
      return {
        status: 'OPENED',
        version,
        closedMonths: closedMonths.filter((month) => month !== event.data.month),
      };
    default:
      return unreachable(event);
  }
}
