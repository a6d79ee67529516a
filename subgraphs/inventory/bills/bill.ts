/** What one batch takes of something: as it was said, and in the unit that the thing is kept in. */
export interface BillComponent {
  readonly itemId: string;
  /** So many of `unit`, as it was said. */
  readonly entered: string;
  readonly unit: string;
  readonly quantity: string;
  readonly baseUnit: string;
}

/** What a batch of a product is made of, from a day on. */
export interface BillContent {
  readonly itemId: string;
  readonly from: string;
  /** How many one batch makes, in `unit`, which is that of the product. */
  readonly quantity: string;
  readonly unit: string;
  readonly components: readonly BillComponent[];
}

/** A bill holds until the next of its product, or until it ends; what is said anew of the same day replaces it. */
export type BillEvent =
  | { readonly type: 'BillOfMaterialsSet'; readonly data: BillContent }
  | {
      readonly type: 'BillOfMaterialsEnded';
      readonly data: { readonly itemId: string; readonly on: string };
    };

/**
 * All bills of a company are one aggregate: whether they go round in a circle hangs on all of them, so that of two that
 * are written at once one is decided again when it knows the other. What they say is read from their tables.
 */
export interface Bills {
  readonly version: number;
}

export const initialBills: Bills = { version: 0 };

export function evolveBills({ version }: Bills): Bills {
  return { version: version + 1 };
}
