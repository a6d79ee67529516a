import type { VatRegistration } from '../profile/profile.ts';

export const COUNTERPARTY_KINDS = ['COMPANY', 'PERSON', 'FOREIGN'] as const;
export type CounterpartyKind = (typeof COUNTERPARTY_KINDS)[number];

/** Country of companies and persons of ours. */
export const HOME_COUNTRY = 'GE';

export interface CounterpartyDetails {
  readonly kind: CounterpartyKind;
  /** ISO 3166, two letters. */
  readonly country: string;
  readonly taxId: string;
  readonly nameKa: string;
  readonly nameEn: string | null;
  readonly address: string | null;
  readonly isResident: boolean;
  readonly vatRegistrations: readonly VatRegistration[];
  readonly ibans: readonly string[];
  readonly isActive: boolean;
}

/** Each carries everything that may change: the last one says how the counterparty is. */
export interface CounterpartyEvent {
  readonly type: 'CounterpartyAdded' | 'CounterpartyChanged';
  readonly data: CounterpartyDetails;
}

export interface Counterparty {
  readonly version: number;
  /** Null as long as there is none. */
  readonly details: CounterpartyDetails | null;
}

export const initialCounterparty: Counterparty = { version: 0, details: null };

export function evolveCounterparty(state: Counterparty, event: CounterpartyEvent): Counterparty {
  return { version: state.version + 1, details: event.data };
}
