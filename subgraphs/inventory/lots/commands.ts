import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { evolveItem, initialItem, type Item } from '../items/item.ts';
import type { InventoryWriter } from '../writer.ts';
import { decideLot, evolveLot, initialLot, type Lot } from './lot.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

const lotKind = { initial: initialLot, evolve: evolveLot, stateVersion: 1 };
const itemKind = { initial: initialItem, evolve: evolveItem, stateVersion: 1 };

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function createLot(
  writer: InventoryWriter,
  actor: Actor,
  input: {
    readonly itemId: string;
    readonly number: string;
    readonly expiresOn?: string | null | undefined;
  } & Keyed,
): Promise<string> {
  const { itemId, number, expiresOn = null } = input;
  if (!isUuid(itemId)) throw notFound('itemId', itemId);
  const id = newId();
  let item: Item = initialItem;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'createLot',
    ...keyed(input),
    prepare: async () => {
      item = await writer.load(actor.companyId, itemId, itemKind);
    },
    decide: () => decideLot({ type: 'AddLot', id, itemId, number, expiresOn }, initialLot, item),
  });
  return result.lotId;
}

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function updateLot(
  writer: InventoryWriter,
  actor: Actor,
  input: { readonly id: string; readonly expiresOn?: string | null | undefined } & Keyed,
): Promise<string> {
  const { id, expiresOn = null } = input;
  if (!isUuid(id)) throw notFound('id', id);
  let lot: Lot = initialLot;
  let item: Item = initialItem;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'updateLot',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      lot = await writer.load(actor.companyId, id, lotKind);
      if (lot.details !== null) item = await writer.load(actor.companyId, lot.details.itemId, itemKind);
    },
    decide: () => decideLot({ type: 'ChangeLot', id, expiresOn }, lot, item),
  });
  return result.lotId;
}
