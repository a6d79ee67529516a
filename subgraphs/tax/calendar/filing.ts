import type { AggregateKind } from '#db/aggregates.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';
import { namedId } from '#shared/domain/ids.ts';

/** Which return; the month of a yearly one is 0. */
export interface FilingKey {
  readonly code: string;
  readonly year: number;
  readonly month: number;
}

/** Id of what is said of a return. */
export function filingId(companyId: string, { code, year, month }: FilingKey): string {
  return namedId('tax', companyId, `filing:${code}:${year}-${month}`);
}

export type FilingEvent =
  | {
      readonly type: 'TaxReturnFiled';
      /** What the return came to, GEL; not there in returns that were handed in before it was kept. */
      readonly data: FilingKey & { readonly filedOn: CalendarDate; readonly amount?: string | null };
    }
  | { readonly type: 'TaxFilingTakenBack'; readonly data: FilingKey };

/** When a return was handed in; null when it was not. */
export interface Filing {
  readonly version: number;
  readonly key: FilingKey | null;
  readonly filedOn: CalendarDate | null;
  readonly amount: string | null;
}

export const notFiled: Filing = { version: 0, key: null, filedOn: null, amount: null };

function evolveFiling(state: Filing, event: FilingEvent): Filing {
  const version = state.version + 1;
  const { code, year, month } = event.data;
  const key = { code, year, month };
  switch (event.type) {
    case 'TaxReturnFiled':
      return { version, key, filedOn: event.data.filedOn, amount: event.data.amount ?? null };
    case 'TaxFilingTakenBack':
      return { version, key, filedOn: null, amount: null };
    default:
      return unreachable(event);
  }
}

export const filingKind: AggregateKind<Filing, FilingEvent> = {
  initial: notFiled,
  evolve: evolveFiling,
  stateVersion: 2,
};
