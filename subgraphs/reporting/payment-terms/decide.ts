import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';

/** Days from the transaction date by which is paid; null where it is not said. */
export interface Terms {
  readonly receivableDays: number | null;
  readonly payableDays: number | null;
}

/** What was said of a counterparty, or of all that nothing is said of. */
export interface PaymentTerms extends Terms {
  readonly version: number;
}

export interface PaymentTermsSet {
  readonly type: 'PaymentTermsSet';
  readonly data: Terms & {
    /** Null: everybody of whom nothing is said. */
    readonly counterpartyId: string | null;
  };
}

export const initialTerms: PaymentTerms = { version: 0, receivableDays: null, payableDays: null };

export function evolveTerms(
  state: PaymentTerms,
  { data: { receivableDays, payableDays } }: PaymentTermsSet,
): PaymentTerms {
  return { version: state.version + 1, receivableDays, payableDays };
}

const MOST_DAYS = 1_000;

/**
 * What is said already yields no event. Pure.
 * @throws DomainError BAD_USER_INPUT naming the days.
 */
export function decideTerms(
  id: string,
  { counterpartyId, receivableDays, payableDays }: PaymentTermsSet['data'],
  state: PaymentTerms,
): Decision<Record<string, never>> {
  for (const [field, days] of Object.entries({ receivableDays, payableDays }))
    if (days !== null && (days < 0 || days > MOST_DAYS))
      throw badInput(field, days, `a term is 0 to ${String(MOST_DAYS)} days`);
  if (state.receivableDays === receivableDays && state.payableDays === payableDays)
    return { events: [], result: {} };
  return {
    events: [
      {
        aggregateType: 'PaymentTerms',
        aggregateId: id,
        version: state.version + 1,
        type: 'PaymentTermsSet',
        data: { counterpartyId, receivableDays, payableDays },
      },
    ],
    result: {},
  };
}
