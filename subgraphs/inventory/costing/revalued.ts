import type { NewEvent } from '#shared/domain/decider.ts';
import type { CostMethod, ValueChange } from './plan.ts';

/** A place in a history, as events tell it. */
export interface PlaceData {
  readonly key: string;
  readonly arrival: number;
}

/** Quantities are decimal text in base units, values decimal text in GEL. */
export interface LayerData {
  readonly lineId: string;
  readonly quantity: string;
  readonly value: string;
}

export interface ShortData extends LayerData {
  readonly cost: string;
}

export interface LastData {
  readonly value: string;
  readonly quantity: string;
}

export interface StateData {
  readonly layers: readonly LayerData[];
  readonly shorts: readonly ShortData[];
  readonly last: LastData | null;
}

export interface LineData extends PlaceData {
  readonly lineId: string;
  readonly movementId: string;
  readonly quantity: string;
  readonly kind: string;
  /** Cost of what comes in at a price, what is added to components, what is expected of what goes out. */
  readonly given: string;
  /** The line that a return names. */
  readonly of?: string;
  /** The components that it is made of. */
  readonly from?: readonly string[];
  readonly stockAccount: string;
  readonly counterAccount: string;
}

/** What became of the cost pool of an item by one document: all that its tables change by. */
export interface ItemRevaluedData {
  readonly itemId: string;
  readonly method: CostMethod;
  /** The document that caused it. */
  readonly documentId: string;
  readonly bookingDate: string;
  readonly lines: readonly LineData[];
  readonly removed: readonly string[];
  readonly added: readonly {
    readonly lineId: string;
    readonly amount: string;
    readonly documentId: string;
  }[];
  /** Lines that cost something else from now on, or come out of other layers; the new ones included. */
  readonly costs: readonly {
    readonly lineId: string;
    readonly cost: string;
    readonly missing: string;
    readonly allocations: readonly {
      readonly layerId: string;
      readonly quantity: string;
      readonly value: string;
    }[];
  }[];
  readonly entries: readonly {
    readonly lineId: string;
    readonly movementId: string;
    readonly kind: ValueChange['kind'];
    readonly amount: string;
    readonly stockAccount: string;
    readonly counterAccount: string;
    /** When the line happened. */
    readonly happened: string;
  }[];
  /** Layers that have changed, with what they hold now; those of quantity 0 are gone. None with moving average. */
  readonly layers: readonly LayerData[];
  /** The same of what is sold short. */
  readonly shorts: readonly ShortData[];
  readonly pool: {
    readonly quantity: string;
    readonly value: string;
    readonly last: LastData | null;
    readonly end: PlaceData | null;
    readonly arrivals: number;
    readonly sinceCheckpoint: number;
  };
  readonly checkpoints: {
    /** Those at this place and behind it hold no more. */
    readonly droppedFrom: PlaceData | null;
    readonly made: readonly (PlaceData & { readonly state: StateData })[];
  };
}

export type ItemRevalued = NewEvent<'ItemRevalued', ItemRevaluedData>;
