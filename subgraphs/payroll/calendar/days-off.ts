import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';

/** Days that a company has declared free, with their reasons. */
export interface DaysOff {
  readonly version: number;
  readonly reasons: Readonly<Record<CalendarDate, string>>;
}

export type DaysOffEvent =
  | {
      readonly type: 'DayOffDeclared';
      readonly data: { readonly date: CalendarDate; readonly reason: string };
    }
  | { readonly type: 'DayOffWithdrawn'; readonly data: { readonly date: CalendarDate } };

export const noDaysOff: DaysOff = { version: 0, reasons: {} };

export function evolveDaysOff({ version, reasons }: DaysOff, event: DaysOffEvent): DaysOff {
  const { date } = event.data;
  const { [date]: _before, ...others } = reasons;
  switch (event.type) {
    case 'DayOffDeclared':
      return { version: version + 1, reasons: { ...others, [date]: event.data.reason } };
    case 'DayOffWithdrawn':
      return { version: version + 1, reasons: others };
    default:
      return unreachable(event);
  }
}
