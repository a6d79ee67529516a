import type { CalendarDate } from '#shared/domain/date.ts';

export const TAX_REGIMES = ['DISTRIBUTED_PROFIT', 'SMALL_BUSINESS'] as const;
export type TaxRegime = (typeof TAX_REGIMES)[number];

/** A span of registration for VAT; `to` is its last day, null while it lasts. */
export interface VatRegistration {
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
}

export interface TaxProfileDetails {
  readonly taxId: string | null;
  readonly regime: TaxRegime;
  readonly vatRegistrations: readonly VatRegistration[];
}

export interface TaxProfile extends TaxProfileDetails {
  readonly version: number;
}

/** Carries everything that may change, changed or not: the last one says how the profile is. */
export interface TaxProfileEvent {
  readonly type: 'TaxProfileChanged';
  readonly data: TaxProfileDetails;
}

export const initialProfile: TaxProfile = {
  version: 0,
  taxId: null,
  regime: 'DISTRIBUTED_PROFIT',
  vatRegistrations: [],
};

export function evolveProfile(state: TaxProfile, event: TaxProfileEvent): TaxProfile {
  return { version: state.version + 1, ...event.data };
}
