import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';

/** Which return; the month of a yearly one is 0. */
export interface FilingKey {
  readonly code: string;
  readonly year: number;
  readonly month: number;
}

export type FilingEvent =
  | { readonly type: 'TaxReturnFiled'; readonly data: FilingKey & { readonly filedOn: CalendarDate } }
  | { readonly type: 'TaxFilingTakenBack'; readonly data: FilingKey };

/** When a return was handed in; null when it was not. */
export interface Filing {
  readonly version: number;
  readonly filedOn: CalendarDate | null;
}

export const notFiled: Filing = { version: 0, filedOn: null };

export function evolveFiling(state: Filing, event: FilingEvent): Filing {
  const version = state.version + 1;
  switch (event.type) {
    case 'TaxReturnFiled':
      return { version, filedOn: event.data.filedOn };
    case 'TaxFilingTakenBack':
      return { version, filedOn: null };
    default:
      return unreachable(event);
  }
}
