import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { InventoryWriter } from '../writer.ts';
import { decideBin, decideWarehouse, type WarehouseChanges, type WarehouseDraft } from './decide.ts';
import {
  evolveBin,
  evolveWarehouse,
  initialBin,
  initialWarehouse,
  type Bin,
  type Warehouse,
} from './warehouse.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

const warehouseKind = { initial: initialWarehouse, evolve: evolveWarehouse, stateVersion: 1 };
const binKind = { initial: initialBin, evolve: evolveBin, stateVersion: 1 };

/** Answers the id. @throws DomainError BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function createWarehouse(
  writer: InventoryWriter,
  actor: Actor,
  { idempotencyKey, ...given }: WarehouseDraft & Keyed,
): Promise<string> {
  const id = newId();
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'createWarehouse',
    ...keyed({ ...given, idempotencyKey }),
    decide: () => decideWarehouse({ type: 'AddWarehouse', id, given }, initialWarehouse),
  });
  return result.id;
}

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function updateWarehouse(
  writer: InventoryWriter,
  actor: Actor,
  input: WarehouseChanges &
    Keyed & { readonly id: string; readonly expectedVersion?: number | null | undefined },
): Promise<string> {
  const { id, expectedVersion, idempotencyKey: _key, ...changes } = input;
  if (!isUuid(id)) throw notFound('id', id);
  let state: Warehouse = initialWarehouse;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'updateWarehouse',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, warehouseKind);
    },
    decide: () =>
      decideWarehouse(
        { type: 'ChangeWarehouse', id, expectedVersion: expectedVersion ?? null, changes },
        state,
      ),
  });
  return result.id;
}

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function createBin(
  writer: InventoryWriter,
  actor: Actor,
  input: { readonly warehouseId: string; readonly code: string } & Keyed,
): Promise<string> {
  const { warehouseId, code } = input;
  if (!isUuid(warehouseId)) throw notFound('warehouseId', warehouseId);
  const id = newId();
  let warehouse: Warehouse = initialWarehouse;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'createBin',
    ...keyed(input),
    prepare: async () => {
      warehouse = await writer.load(actor.companyId, warehouseId, warehouseKind);
    },
    decide: () => decideBin({ type: 'AddBin', id, warehouseId, code }, initialBin, warehouse),
  });
  return result.id;
}

/** Answers the id. @throws DomainError NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
export async function setBinActive(
  writer: InventoryWriter,
  actor: Actor,
  input: { readonly id: string; readonly isActive: boolean } & Keyed,
): Promise<string> {
  const { id, isActive } = input;
  if (!isUuid(id)) throw notFound('id', id);
  let state: Bin = initialBin;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'setBinActive',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, binKind);
    },
    decide: () => decideBin({ type: 'SetBinActive', id, isActive }, state, initialWarehouse),
  });
  return result.id;
}
