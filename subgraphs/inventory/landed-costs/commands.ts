import type { Actor } from '#shared/domain/actor.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { poolId } from '../costing/pool-id.ts';
import { preparePools, type Pools } from '../costing/pools.ts';
import { microOf, tetriOf, tetriText } from '../costing/scaled.ts';
import type { InventoryWriter } from '../writer.ts';
import {
  addedCosts,
  decideLandedCosts,
  decideReversal,
  reversedChange,
  sharesOf,
  type LandedCostDraft,
  type ReceiptLine,
} from './decide.ts';
import { evolveLandedCost, initialLandedCost, type LandedCost, type SpreadBasis } from './landed-cost.ts';
import { keptRefusal } from './kept-refusal.ts';
import { findReceiptLines, isInvoice, isMonthOpen } from './queries.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

export interface LandedCostsInput extends Keyed {
  readonly bookingDate: string;
  readonly description: string;
  readonly basis: SpreadBasis;
  readonly amount: string;
  readonly lineIds: readonly string[];
  readonly accountCode?: string | null | undefined;
  readonly taxInvoiceId?: string | null | undefined;
}

export interface PriceCorrectionInput extends Keyed {
  readonly lineId: string;
  readonly newCost: string;
  readonly bookingDate: string;
  readonly description: string;
  readonly accountCode?: string | null | undefined;
  readonly taxInvoiceId?: string | null | undefined;
}

const kind = { initial: initialLandedCost, evolve: evolveLandedCost, stateVersion: 1 };
const MOST_LINES = 1_000;

/** Spreads costs over lines of receipts. @throws DomainError NOT_FOUND, BAD_USER_INPUT, PERIOD_CLOSED. */
export async function recordLandedCosts(
  writer: InventoryWriter,
  actor: Actor,
  input: LandedCostsInput,
): Promise<string> {
  const { lineIds } = input;
  if (lineIds.length === 0 || lineIds.length > MOST_LINES)
    throw badInput('lineIds', lineIds.length, `1–${String(MOST_LINES)} lines of receipts`);
  lineIds.forEach((lineId, index) => {
    if (lineIds.indexOf(lineId) < index) throw badInput(`lineIds[${String(index)}]`, lineId, 'named twice');
  });
  return add(writer, actor, 'recordLandedCosts', input, lineIds, 'lineIds', () => ({
    kind: 'LANDED',
    basis: input.basis,
    amount: input.amount,
  }));
}

/** Says what a line of a receipt costs after all. @throws DomainError NOT_FOUND, BAD_USER_INPUT, PERIOD_CLOSED. */
export async function correctReceiptPrice(
  writer: InventoryWriter,
  actor: Actor,
  input: PriceCorrectionInput,
): Promise<string> {
  const { newCost } = input;
  if (!/^\d{1,15}(\.\d{1,2})?$/.test(newCost))
    throw badInput('newCost', newCost, 'not an amount such as 12.50');
  return add(writer, actor, 'correctReceiptPrice', input, [input.lineId], 'lineId', ([line]) => {
    const difference = tetriOf(newCost) - (line?.value ?? 0n);
    if (difference === 0n) throw badInput('newCost', newCost, 'the line costs that already');
    return { kind: 'PRICE_CORRECTION', basis: 'QUANTITY', amount: tetriText(difference) };
  });
}

type Given = Omit<LandedCostsInput, 'basis' | 'amount' | 'lineIds'>;

async function add(
  writer: InventoryWriter,
  actor: Actor,
  operation: string,
  input: Given,
  lineIds: readonly string[],
  field: string,
  what: (lines: readonly ReceiptLine[]) => Pick<LandedCostDraft, 'kind' | 'basis' | 'amount'>,
): Promise<string> {
  const { companyId } = actor;
  const { database } = writer;
  const id = newId();
  const { bookingDate, description, accountCode = null, taxInvoiceId = null } = input;
  const read = (): Promise<ReceiptLine[]> => readLines(writer, companyId, lineIds, field);
  const isNamed = taxInvoiceId !== null;
  if (isNamed && !(isUuid(taxInvoiceId) && (await isInvoice(database, companyId, taxInvoiceId))))
    throw notFound('taxInvoiceId', taxInvoiceId);
  // Which items they are of never changes.
  const items = new Set((await read()).map(({ itemId }) => itemId));
  let lines: readonly ReceiptLine[] = [];
  let pools: Pools | undefined;
  let isOpen = false;
  const refusal = keptRefusal();
  const draft = (): LandedCostDraft => ({
    ...what(lines),
    bookingDate,
    description,
    accountCode,
    taxInvoiceId,
  });
  const { result } = await writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [...items].map((itemId) => poolId(companyId, itemId)),
    prepare: () =>
      refusal.keep(async () => {
        lines = await read();
        isOpen = await isMonthOpen(database, companyId, bookingDate);
        const addCost = addedCosts(id, sharesOf(draft(), lines), '');
        pools = await preparePools(database, companyId, { add: [], remove: [], addCost }, {});
      }),
    decide: ({ postingAccounts }) => {
      refusal.raise();
      return decideLandedCosts(id, draft(), lines, {
        companyId,
        pools: demanded(pools),
        isOpen,
        goodsReceived: postingAccounts['GOODS_RECEIVED'] ?? '',
      });
    },
  });
  return result.landedCostId;
}

/** Takes costs back that were added. @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, PERIOD_CLOSED. */
export async function reverseLandedCosts(
  writer: InventoryWriter,
  actor: Actor,
  input: { readonly id: string; readonly bookingDate: string; readonly reason: string } & Keyed,
): Promise<string> {
  const { id, bookingDate } = input;
  const { companyId } = actor;
  if (!isUuid(id)) throw notFound('id', id);
  const load = (): Promise<LandedCost> => writer.load(companyId, id, kind);
  let state = await load();
  if (state.status === 'NEW') throw notFound('id', id);
  const { content } = state;
  const change = reversedChange(id, content);
  let pools: Pools | undefined;
  let isOpen = false;
  const refusal = keptRefusal();
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'reverseLandedCosts',
    ...keyed(input),
    aggregates: [id, ...new Set(content.shares.map(({ itemId }) => poolId(companyId, itemId)))],
    prepare: () =>
      refusal.keep(async () => {
        state = await load();
        isOpen = await isMonthOpen(writer.database, companyId, bookingDate);
        // What is reversed already has nothing to take back, and may be of receipts that are no more.
        if (state.status === 'REVERSED')
          throw new DomainError('INVALID_TRANSITION', 'the costs are reversed already', {
            field: 'id',
            value: id,
          });
        pools = await preparePools(writer.database, companyId, change, {});
      }),
    decide: () => {
      refusal.raise();
      return decideReversal(input, state, { companyId, pools: demanded(pools), isOpen, goodsReceived: '' });
    },
  });
  return result.landedCostId;
}

function demanded(pools: Pools | undefined): Pools {
  if (pools === undefined) throw new Error('the pools were not read');
  return pools;
}

async function readLines(
  { database }: InventoryWriter,
  companyId: string,
  lineIds: readonly string[],
  field: string,
): Promise<ReceiptLine[]> {
  const place = (index: number): string => (field === 'lineIds' ? `lineIds[${String(index)}]` : field);
  const rows = await findReceiptLines(database, companyId, lineIds.filter(isUuid));
  const byId = new Map(rows.map((row) => [row.lineId, row]));
  return lineIds.map((lineId, index) => {
    const row = byId.get(lineId);
    if (row === undefined) throw notFound(place(index), lineId);
    if (row.kind !== 'IN') throw badInput(place(index), lineId, 'not a line of goods received at a price');
    return {
      lineId,
      itemId: row.itemId,
      value: tetriOf(row.cost),
      quantity: microOf(row.quantity),
      weight: row.weight === null ? null : microOf(row.weight),
    };
  });
}
