import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { listUnits } from '../units/queries.ts';
import type { InventoryWriter } from '../writer.ts';
import { decideItem, type AroundItem, type ItemChanges, type ItemCommand, type ItemDraft } from './decide.ts';
import { evolveItem, initialItem, type Item } from './item.ts';
import { hasMoved } from './queries.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

export interface ItemAction extends Keyed {
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

const kind = { initial: initialItem, evolve: evolveItem, stateVersion: 1 };

/** Answers the id. @throws DomainError BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function createItem(
  writer: InventoryWriter,
  actor: Actor,
  { idempotencyKey, ...given }: ItemDraft & Keyed,
): Promise<string> {
  const id = newId();
  const units = await decimalsOfUnits(writer);
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'createItem',
    ...keyed({ ...given, idempotencyKey }),
    decide: () => decideItem({ type: 'AddItem', id, given }, initialItem, { units, hasMoved: false }),
  });
  return result.itemId;
}

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED */
export function updateItem(
  writer: InventoryWriter,
  actor: Actor,
  input: ItemAction & ItemChanges,
): Promise<string> {
  const { id, expectedVersion, idempotencyKey: _key, ...changes } = input;
  return onExisting(writer, actor, 'updateItem', input, {
    type: 'ChangeItem',
    id,
    expectedVersion: expectedVersion ?? null,
    changes,
  });
}

/** Answers the id. @throws DomainError NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED */
export function setItemActive(
  writer: InventoryWriter,
  actor: Actor,
  input: ItemAction,
  isActive: boolean,
): Promise<string> {
  return onExisting(writer, actor, isActive ? 'activateItem' : 'deactivateItem', input, {
    type: 'SetItemActive',
    id: input.id,
    expectedVersion: input.expectedVersion ?? null,
    isActive,
  });
}

async function onExisting(
  writer: InventoryWriter,
  actor: Actor,
  operation: string,
  input: ItemAction,
  command: ItemCommand,
): Promise<string> {
  const { id } = input;
  // What is no UUID names nothing, and must not reach a uuid column.
  if (!isUuid(id)) throw notFound('id', id);
  let state: Item = initialItem;
  let around: AroundItem = { units: new Map(), hasMoved: false };
  const { result } = await writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      around = {
        units: await decimalsOfUnits(writer),
        hasMoved: await hasMoved(writer.database, actor.companyId, id),
      };
    },
    decide: () => decideItem(command, state, around),
  });
  return result.itemId;
}

async function decimalsOfUnits({ database }: InventoryWriter): Promise<ReadonlyMap<string, number>> {
  return new Map((await listUnits(database)).map(({ code, decimals }) => [code, decimals]));
}
