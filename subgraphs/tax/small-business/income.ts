import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';

/** Amount in decimal text, GEL. */
export interface IncomeRecorded {
  readonly date: CalendarDate;
  readonly amount: string;
  readonly description: string;
}

export interface IncomeReversed {
  readonly date: CalendarDate;
  readonly reason: string;
}

export type IncomeEvent =
  | { readonly type: 'SmallBusinessIncomeRecorded'; readonly data: IncomeRecorded }
  | { readonly type: 'SmallBusinessIncomeReversed'; readonly data: IncomeReversed };

export type Income =
  | { readonly version: 0; readonly status: 'NONE' }
  | { readonly version: number; readonly status: 'RECORDED'; readonly date: CalendarDate }
  | { readonly version: number; readonly status: 'REVERSED' };

export const noIncome: Income = { version: 0, status: 'NONE' };

export function evolveIncome(state: Income, event: IncomeEvent): Income {
  const version = state.version + 1;
  switch (event.type) {
    case 'SmallBusinessIncomeRecorded':
      return { version, status: 'RECORDED', date: event.data.date };
    case 'SmallBusinessIncomeReversed':
      return { version, status: 'REVERSED' };
    default:
      return unreachable(event);
  }
}
