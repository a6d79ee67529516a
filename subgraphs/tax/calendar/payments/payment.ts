import type { AggregateKind } from '#db/aggregates.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';
import type { FilingKey } from '../filing.ts';

/** Money that went to the treasury for a term, or was set off there; decimal text, GEL. */
export interface TaxPaid extends FilingKey {
  readonly paidOn: CalendarDate;
  readonly amount: string;
  readonly description: string | null;
}

export type TaxPaymentEvent =
  | { readonly type: 'TaxPaid'; readonly data: TaxPaid }
  | { readonly type: 'TaxPaymentTakenBack'; readonly data: { readonly reason: string } };

export interface TaxPayment {
  readonly version: number;
  readonly status: 'NONE' | 'PAID' | 'TAKEN_BACK';
}

export const noPayment: TaxPayment = { version: 0, status: 'NONE' };

function evolvePayment({ version }: TaxPayment, event: TaxPaymentEvent): TaxPayment {
  switch (event.type) {
    case 'TaxPaid':
      return { version: version + 1, status: 'PAID' };
    case 'TaxPaymentTakenBack':
      return { version: version + 1, status: 'TAKEN_BACK' };
    default:
      return unreachable(event);
  }
}

export const paymentKind: AggregateKind<TaxPayment, TaxPaymentEvent> = {
  initial: noPayment,
  evolve: evolvePayment,
  stateVersion: 1,
};
