import type { NamedEdge } from '../bills/circle.ts';
import type { Direction, IssueReason, MovementKind, MovementStatus } from './movement.ts';

export interface ItemAround {
  readonly id: string;
  readonly kind: 'GOODS' | 'MATERIAL' | 'PRODUCT' | 'SERVICE';
  readonly isActive: boolean;
  readonly method: 'FIFO' | 'AVERAGE';
  /** Code of the base unit, and how many decimals a quantity in it may have. */
  readonly unit: string;
  readonly decimals: number;
  /** How many base units one of another unit is, decimal text by code. */
  readonly conversions: Readonly<Record<string, string>>;
  readonly hasLots: boolean;
  readonly hasSerials: boolean;
  readonly allowsShort: boolean;
  /** GEL that a base unit is thought to cost. */
  readonly expectedCost: string | null;
}

export interface WarehouseAround {
  readonly id: string;
  readonly isActive: boolean;
  /** What an open count lets stand still in it: all, or some items. */
  readonly frozen: 'ALL' | ReadonlySet<string> | null;
}

export interface LotAround {
  readonly id: string;
  readonly itemId: string;
  readonly expiresOn: string | null;
}

/** A posted line that goods come back of, or that arrives. */
export interface LineAround {
  readonly id: string;
  readonly movementId: string;
  readonly itemId: string;
  readonly kind: MovementKind;
  readonly status: MovementStatus;
  readonly reason: IssueReason | null;
  readonly direction: Direction;
  readonly toWarehouseId: string | null;
  readonly isDirect: boolean;
  readonly quantity: string;
  /** What came back or arrived of it already, base units. */
  readonly taken: string;
  readonly date: string;
}

/** What a decision about a movement rests on besides the facts: what it names, as it is. */
export interface Around {
  readonly items: ReadonlyMap<string, ItemAround>;
  readonly warehouses: ReadonlyMap<string, WarehouseAround>;
  readonly bins: ReadonlyMap<string, { readonly id: string; readonly warehouseId: string }>;
  readonly lots: ReadonlyMap<string, LotAround>;
  readonly lines: ReadonlyMap<string, LineAround>;
  /** Of the things with serial numbers that are named, those that are in stock, by `thingOf`. */
  readonly there: ReadonlySet<string>;
  /** What the components of an assembly are made of, by bills or by assemblies that stand. */
  readonly ways: readonly NamedEdge[];
  readonly hasCounterparty: boolean;
  readonly hasTaxInvoice: boolean;
  /** Months of the books that are open, `2026-03`. */
  readonly openMonths: ReadonlySet<string>;
}

/** Names a thing: an item and its serial number. */
export const thingOf = (itemId: string, serial: string): string => `${itemId} ${serial}`;
