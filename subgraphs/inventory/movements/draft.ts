import type { Direction, IssueReason, MovementKind } from './movement.ts';

type Maybe<T> = T | null | undefined;

/** A line as it is given. */
export interface LineDraft {
  readonly itemId: string;
  readonly quantity: string;
  readonly unit?: Maybe<string>;
  readonly warehouseId?: Maybe<string>;
  readonly binId?: Maybe<string>;
  readonly lotId?: Maybe<string>;
  readonly serials?: Maybe<readonly string[]>;
  readonly direction?: Maybe<Direction>;
  readonly amount?: Maybe<string>;
  readonly unitCost?: Maybe<string>;
  readonly of?: Maybe<string>;
}

/** A movement as it is given. */
export interface MovementDraft {
  readonly kind: MovementKind;
  readonly date: string;
  readonly time?: Maybe<string>;
  readonly bookingDate?: Maybe<string>;
  readonly reason?: Maybe<IssueReason>;
  readonly counterAccount?: Maybe<string>;
  readonly warehouseId?: Maybe<string>;
  readonly toWarehouseId?: Maybe<string>;
  readonly isDirect?: Maybe<boolean>;
  readonly transferId?: Maybe<string>;
  readonly counterpartyId?: Maybe<string>;
  readonly taxInvoiceId?: Maybe<string>;
  readonly reference?: Maybe<string>;
  readonly note?: Maybe<string>;
  readonly lines: readonly LineDraft[];
}

/** What a movement names, to be looked up before it is decided on. */
export interface Named {
  readonly itemIds: readonly string[];
  readonly warehouseIds: readonly string[];
  readonly binIds: readonly string[];
  readonly lotIds: readonly string[];
  /** Serial numbers, of whichever item. */
  readonly serials: readonly string[];
  /** Lines that goods come back of or that arrive. */
  readonly lineIds: readonly string[];
  /** Items that an assembly takes: what bills say of them is looked up, too. */
  readonly componentIds: readonly string[];
  readonly transferId: string | null;
  readonly counterpartyId: string | null;
  readonly taxInvoiceId: string | null;
}

type Naming = Pick<
  MovementDraft,
  'kind' | 'warehouseId' | 'toWarehouseId' | 'transferId' | 'counterpartyId' | 'taxInvoiceId'
> & {
  readonly lines: readonly Pick<
    LineDraft,
    'itemId' | 'warehouseId' | 'binId' | 'lotId' | 'serials' | 'of' | 'direction'
  >[];
};

/** All that a movement names, each once. */
export function namedBy(draft: Naming): Named {
  const all = (ids: readonly Maybe<string>[]): string[] => [
    ...new Set(ids.filter((id) => id !== null && id !== undefined)),
  ];
  const { lines } = draft;
  return {
    itemIds: all(lines.map(({ itemId }) => itemId)),
    warehouseIds: all([
      draft.warehouseId,
      draft.toWarehouseId,
      ...lines.map(({ warehouseId }) => warehouseId),
    ]),
    binIds: all(lines.map(({ binId }) => binId)),
    lotIds: all(lines.map(({ lotId }) => lotId)),
    serials: all(lines.flatMap(({ serials }) => serials ?? [])),
    lineIds: all(lines.map(({ of }) => of)),
    componentIds:
      draft.kind === 'ASSEMBLY'
        ? all(lines.filter(({ direction }) => direction === 'OUT').map(({ itemId }) => itemId))
        : [],
    transferId: draft.transferId ?? null,
    counterpartyId: draft.counterpartyId ?? null,
    taxInvoiceId: draft.taxInvoiceId ?? null,
  };
}
