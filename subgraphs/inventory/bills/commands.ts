import { z } from 'zod';
import type { Actor } from '#shared/domain/actor.ts';
import { parseDate } from '#shared/domain/date.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import { isUuid, namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { movementOrders } from '../movements/commands.ts';
import type { MovementDraft } from '../movements/draft.ts';
import type { Recorded } from '../movements/recorded.ts';
import type { InventoryWriter } from '../writer.ts';
import { evolveBills, initialBills, type BillContent, type Bills } from './bill.ts';
import { decideBill, decideEnd, type AroundBill, type BillDraft } from './decide.ts';
import { explode, type TakenDraft } from './explode.ts';
import { contentOf, readBill, readBillItems, readBillsOn, readWays } from './queries.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

const kind = { initial: initialBills, evolve: evolveBills, stateVersion: 1 };

/** Answers which version of which product it is. @throws DomainError NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED */
export async function setBillOfMaterials(
  writer: InventoryWriter,
  actor: Actor,
  input: BillDraft & Keyed,
): Promise<{ itemId: string; from: string }> {
  const { companyId } = actor;
  const graphId = graphOf(companyId);
  const { idempotencyKey: _key, ...draft } = input;
  let state: Bills = initialBills;
  let around: AroundBill = { items: new Map(), edges: [] };
  let present: BillContent | null = null;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'setBillOfMaterials',
    ...keyed(input),
    aggregates: [graphId],
    prepare: async () => {
      // The version is read before the tables: a bill that is written meanwhile has taken the next one.
      state = await writer.load(companyId, graphId, kind);
      [around, present] = await writer.database.withCompany(companyId, async (sql) => {
        const components = draft.components.map(({ itemId }) => itemId);
        const edges = await readWays(sql, companyId, components);
        const ids = [draft.itemId, ...components, ...edges.map(({ componentId }) => componentId)];
        const items = await readBillItems(sql, companyId, [...new Set(ids)]);
        const stands = isDay(draft.from) ? await readBill(sql, companyId, draft.itemId, draft.from) : null;
        return [{ items, edges }, stands];
      });
    },
    decide: () => decideBill(graphId, draft, state, around, present),
  });
  return result;
}

/** Answers the product. @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED */
export async function endBillOfMaterials(
  writer: InventoryWriter,
  actor: Actor,
  input: { readonly itemId: string; readonly on: string } & Keyed,
): Promise<string> {
  const { companyId } = actor;
  const { itemId, on } = input;
  const graphId = graphOf(companyId);
  let state: Bills = initialBills;
  let isThere = false;
  let holds: string | null = null;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'endBillOfMaterials',
    ...keyed(input),
    aggregates: [graphId],
    prepare: async () => {
      state = await writer.load(companyId, graphId, kind);
      await writer.database.withCompany(companyId, async (sql) => {
        isThere = (await readBillItems(sql, companyId, [itemId])).size > 0;
        const [bill] = isDay(on) ? await readBillsOn(sql, companyId, [{ itemId, on }]) : [];
        holds = bill?.from ?? null;
      });
    },
    decide: () => {
      if (!isThere) throw notFound('itemId', itemId);
      return decideEnd(graphId, { itemId, on }, state, holds);
    },
  });
  return result.itemId;
}

export interface AssemblyByBill extends Keyed {
  readonly itemId: string;
  readonly quantity: string;
  readonly warehouseId: string;
  readonly date: string;
  readonly time?: string | null | undefined;
  readonly bookingDate?: string | null | undefined;
  readonly addedCosts?: string | null | undefined;
  /** Of the product: the lot and the serial numbers that it is made under. */
  readonly lotId?: string | null | undefined;
  readonly serials?: readonly string[] | null | undefined;
  /** Of components that are kept by lots or serial numbers: which. */
  readonly taken?: readonly TakenDraft[] | null | undefined;
}

/**
 * Makes a product by the bill that holds on the day: one posted movement.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, and those of recording a movement
 */
export function assembleByBill(
  writer: InventoryWriter,
  actor: Actor,
  input: AssemblyByBill,
): Promise<Recorded> {
  return movementOrders(writer, actor).recordAsked({
    operation: 'assembleByBill',
    input,
    draft: () => draftByBill(writer, actor.companyId, input),
  });
}

async function draftByBill(
  { database }: InventoryWriter,
  companyId: string,
  input: AssemblyByBill,
): Promise<MovementDraft> {
  const { itemId, warehouseId, time, bookingDate } = input;
  const date = parseDate(input.date, 'date');
  const { bill, items } = await database.withCompany(companyId, async (sql) => {
    const [found] = isUuid(itemId) ? await readBillsOn(sql, companyId, [{ itemId, on: date }]) : [];
    const ids = [itemId, ...(found?.components.map((component) => component.itemId) ?? [])];
    return { bill: found, items: await readBillItems(sql, companyId, ids) };
  });
  if (!items.has(itemId)) throw notFound('itemId', itemId);
  if (bill === undefined)
    throw new DomainError('INVALID_TRANSITION', `itemId: the item has no bill of materials on ${date}`, {
      field: 'itemId',
      value: itemId,
    });
  const lines = explode(contentOf(bill), input, items);
  return { kind: 'ASSEMBLY', date, time, bookingDate, warehouseId, lines };
}

const graphOf = (companyId: string): string => namedId('inventory', companyId, 'bills-of-materials');

/** Whether it may be asked of the database; the decision refuses what is no day. */
function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}
