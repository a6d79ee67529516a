import type { CalendarDate } from '#shared/domain/date.ts';

/** The rate that a company sets for one currency on one day: set, set again, withdrawn. */
export interface OwnRate {
  readonly version: number;
  readonly isSet: boolean;
}

export interface ExchangeRateSet {
  readonly type: 'ExchangeRateSet';
  readonly data: {
    readonly currency: string;
    readonly date: CalendarDate;
    /** Lari for `quantity` units, decimal text. */
    readonly rate: string;
    readonly quantity: number;
    readonly reason: string;
  };
}

export interface ExchangeRateWithdrawn {
  readonly type: 'ExchangeRateWithdrawn';
  readonly data: { readonly currency: string; readonly date: CalendarDate; readonly reason: string };
}

export type OwnRateEvent = ExchangeRateSet | ExchangeRateWithdrawn;

export const initialOwnRate: OwnRate = { version: 0, isSet: false };

export function evolveOwnRate({ version }: OwnRate, event: OwnRateEvent): OwnRate {
  return { version: version + 1, isSet: event.type === 'ExchangeRateSet' };
}
