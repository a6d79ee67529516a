export interface WarehouseDetails {
  readonly code: string;
  readonly nameKa: string;
  readonly nameEn: string | null;
  readonly address: string | null;
  readonly isActive: boolean;
}

/** Each carries everything that may change: the last one says how the warehouse is. */
export interface WarehouseEvent {
  readonly type: 'WarehouseAdded' | 'WarehouseChanged';
  readonly data: WarehouseDetails;
}

export interface Warehouse {
  readonly version: number;
  /** Null as long as there is none. */
  readonly details: WarehouseDetails | null;
}

export const initialWarehouse: Warehouse = { version: 0, details: null };

export function evolveWarehouse(state: Warehouse, event: WarehouseEvent): Warehouse {
  return { version: state.version + 1, details: event.data };
}

export interface BinDetails {
  readonly warehouseId: string;
  readonly code: string;
  readonly isActive: boolean;
}

export interface BinEvent {
  readonly type: 'BinAdded' | 'BinChanged';
  readonly data: BinDetails;
}

/** A place within a warehouse. */
export interface Bin {
  readonly version: number;
  readonly details: BinDetails | null;
}

export const initialBin: Bin = { version: 0, details: null };

export function evolveBin(state: Bin, event: BinEvent): Bin {
  return { version: state.version + 1, details: event.data };
}
