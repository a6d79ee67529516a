export const ITEM_KINDS = ['GOODS', 'MATERIAL', 'PRODUCT', 'SERVICE'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export type CostingMethod = 'FIFO' | 'AVERAGE';
export type ItemVat = 'STANDARD' | 'EXEMPT_WITH_CREDIT' | 'EXEMPT_WITHOUT_CREDIT';

/** One of another unit is so many of the unit that the item is kept in. */
export interface UnitConversion {
  readonly unit: string;
  readonly quantity: string;
}

export interface ItemDetails {
  readonly code: string;
  readonly nameKa: string;
  readonly nameEn: string | null;
  readonly kind: ItemKind;
  /** Code of the unit that quantities are kept in. */
  readonly unit: string;
  /** What the unit is, where RS.ge has none. */
  readonly unitName: string | null;
  readonly conversions: readonly UnitConversion[];
  readonly barcodes: readonly string[];
  readonly vat: ItemVat;
  readonly costingMethod: CostingMethod;
  readonly hasLots: boolean;
  readonly hasSerials: boolean;
  readonly hasExpiry: boolean;
  readonly allowsShort: boolean;
  /** GEL that one is thought to cost. */
  readonly expectedCost: string | null;
  /** Kilograms of one. */
  readonly weight: string | null;
  readonly reorderLevel: string | null;
  readonly reorderQuantity: string | null;
  readonly isActive: boolean;
}

/** Each carries everything that may change: the last one says how the item is. */
export interface ItemEvent {
  readonly type: 'ItemAdded' | 'ItemChanged';
  readonly data: ItemDetails;
}

export interface Item {
  readonly version: number;
  /** Null as long as there is none. */
  readonly details: ItemDetails | null;
}

export const initialItem: Item = { version: 0, details: null };

export function evolveItem(state: Item, event: ItemEvent): Item {
  return { version: state.version + 1, details: event.data };
}
