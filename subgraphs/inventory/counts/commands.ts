import type { Actor } from '#shared/domain/actor.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { movementOrders } from '../movements/commands.ts';
import type { MovementDraft } from '../movements/draft.ts';
import type { InventoryWriter } from '../writer.ts';
import { evolveCount, initialCount, type Count, type Uncounted } from './count.ts';
import {
  decideCancellation,
  decideEntries,
  decideOpening,
  demandOpen,
  eventOf,
  type AroundEntries,
  type AroundOpening,
  type CountDraft,
} from './decide.ts';
import { differencesOf } from './differences.ts';
import type { CountedDraft } from './entries.ts';
import { overlapping } from './guards.ts';
import { readAroundEntries, readAroundOpening } from './lookup.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

const kind = { initial: initialCount, evolve: evolveCount, stateVersion: 1 };

/** Answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
export async function openCount(
  writer: InventoryWriter,
  actor: Actor,
  input: CountDraft & Keyed,
): Promise<string> {
  if (!isUuid(input.warehouseId)) throw notFound('warehouseId', input.warehouseId);
  const id = newId();
  let around: AroundOpening | undefined;
  try {
    const { result } = await writer.writePath.execute({
      ...actor,
      operation: 'openStockCount',
      ...keyed(input),
      // Goods that move in between are noticed behind the rules, and the count is decided on again.
      aggregates: [id],
      prepare: async () => {
        around = await readAroundOpening(writer.database, actor.companyId, input);
      },
      decide: () => {
        if (around === undefined) throw new Error('what is to be counted was not looked up');
        return decideOpening(id, input, around);
      },
    });
    return result.countId;
  } catch (error) {
    // Two that were opened at the same moment are told apart by the guard, which does not say where it was.
    if (error instanceof DomainError && typeof error.details['countId'] === 'string')
      throw overlapping(error.details['countId'], input.warehouseId);
    throw error;
  }
}

/** Answers the id. @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function enterCount(
  writer: InventoryWriter,
  actor: Actor,
  input: {
    readonly id: string;
    readonly lines: readonly CountedDraft[];
    readonly replaces?: boolean | null | undefined;
  } & Keyed,
): Promise<string> {
  return enterAsked(writer, actor, { ...input, operation: 'enterStockCount', asked: input });
}

/** What somebody found, in whatever form it was handed over. */
export interface EntriesAsked {
  readonly id: string;
  readonly lines: readonly CountedDraft[];
  readonly replaces?: boolean | null | undefined;
  readonly operation: string;
  readonly asked: Keyed;
  readonly mostLines?: number;
  /** Refuses by throwing, before the rules are asked. */
  readonly check?: (state: Count, around: AroundEntries) => void;
}

/** Answers the id. @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function enterAsked(
  writer: InventoryWriter,
  actor: Actor,
  { id, lines, replaces, operation, asked, mostLines, check }: EntriesAsked,
): Promise<string> {
  let found: AroundCount | undefined;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(asked),
    aggregates: [id],
    prepare: async () => {
      found = await lookUpCount(writer, actor, id, lines);
    },
    decide: () => {
      if (found === undefined) throw new Error('the count was not looked up');
      const { state, around } = found;
      check?.(state, around);
      return decideEntries(id, { lines, replaces: replaces ?? false }, state, around, mostLines);
    },
  });
  return result.countId;
}

export interface AroundCount {
  readonly state: Count;
  readonly around: AroundEntries;
}

/** The count and what lines name, as they are. @throws DomainError NOT_FOUND for what names nothing. */
export async function lookUpCount(
  writer: InventoryWriter,
  { companyId }: Actor,
  id: string,
  lines: readonly CountedDraft[],
): Promise<AroundCount> {
  if (!isUuid(id)) throw notFound('id', id);
  const state = await writer.load(companyId, id, kind);
  return { state, around: await readAroundEntries(writer.database, companyId, lines) };
}

/** Answers the id. @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export async function cancelCount(
  writer: InventoryWriter,
  actor: Actor,
  input: { readonly id: string; readonly reason?: string | null | undefined } & Keyed,
): Promise<string> {
  const { id, reason } = input;
  if (!isUuid(id)) throw notFound('id', id);
  let state: Count = initialCount;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'cancelStockCount',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
    },
    decide: () => decideCancellation(id, reason, state),
  });
  return result.countId;
}

/**
 * Ends a count: its differences become a posted movement, and what stood still may move again, in one decision. Where
 * there are no differences there is no movement. Answers the id of the count.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, and those of recording a movement
 */
export async function approveCount(
  writer: InventoryWriter,
  actor: Actor,
  input: {
    readonly id: string;
    readonly uncounted: Uncounted;
    readonly bookingDate?: string | null | undefined;
    readonly expectedVersion?: number | null | undefined;
  } & Keyed,
): Promise<string> {
  const { id, uncounted, bookingDate, expectedVersion } = input;
  if (!isUuid(id)) throw notFound('id', id);
  let version = 0;
  await movementOrders(writer, actor).recordAsked({
    operation: 'approveStockCount',
    input,
    draft: async (): Promise<MovementDraft | null> => {
      const state = demandOpen(id, await writer.load(actor.companyId, id, kind));
      version = state.version;
      if (typeof expectedVersion === 'number' && expectedVersion !== version)
        throw new DomainError(
          'CONFLICT',
          `the count is at version ${String(version)}, not ${String(expectedVersion)}`,
          { field: 'expectedVersion', value: String(expectedVersion) },
        );
      const lines = differencesOf(state, uncounted);
      const { date, warehouseId } = state;
      return lines.length === 0 ? null : { kind: 'COUNT', date, bookingDate, warehouseId, lines };
    },
    count: {
      id,
      ends: (movementId) =>
        eventOf(id, version + 1, { type: 'StockCountApproved', data: { uncounted, movementId } }),
    },
  });
  return id;
}
