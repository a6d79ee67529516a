export type LandedCostKind = 'LANDED' | 'PRICE_CORRECTION';
export type SpreadBasis = 'VALUE' | 'WEIGHT' | 'QUANTITY';

export interface LandedCostShare {
  readonly lineId: string;
  readonly itemId: string;
  /** GEL. */
  readonly amount: string;
}

export interface LandedCostContent {
  readonly kind: LandedCostKind;
  readonly bookingDate: string;
  readonly description: string;
  readonly basis: SpreadBasis;
  readonly amount: string;
  readonly counterAccount: string;
  readonly taxInvoiceId: string | null;
  readonly shares: readonly LandedCostShare[];
}

export type LandedCostEvent =
  | { readonly type: 'LandedCostsPosted'; readonly data: LandedCostContent }
  | {
      readonly type: 'LandedCostsReversed';
      readonly data: { readonly bookingDate: string; readonly reason: string };
    };

export type LandedCost =
  | { readonly status: 'NEW'; readonly version: number }
  | {
      readonly status: 'POSTED' | 'REVERSED';
      readonly version: number;
      readonly content: LandedCostContent;
    };

export const initialLandedCost: LandedCost = { status: 'NEW', version: 0 };

export function evolveLandedCost(state: LandedCost, event: LandedCostEvent): LandedCost {
  const version = state.version + 1;
  if (event.type === 'LandedCostsPosted') return { status: 'POSTED', version, content: event.data };
  if (state.status === 'NEW') throw new Error('costs were reversed that were never posted');
  return { ...state, version, status: 'REVERSED' };
}
