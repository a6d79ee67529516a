import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { goodsOf } from '#test/goods.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** Counts of the second company's, in a warehouse that nothing else is about. */
export interface CountsOfTheirs {
  readonly warehouse: string;
  readonly item: string;
  readonly open: string;
  readonly cursor: string;
}

const KEY = 'their-key';
const DAY = '2026-01-20';
/** Names nothing, and is not what the probes take for nothing either. */
const NOBODYS_ID = '018f0000-0000-7000-8000-000000000001';

const COUNT = 'count { id }';
const OPENING = writing('openStockCount', 'OpenStockCountInput', COUNT);
const ENTERING = writing('enterStockCount', 'EnterStockCountInput', COUNT);
const APPROVING = writing('approveStockCount', 'ApproveStockCountInput', COUNT);
const CANCELLING = writing('cancelStockCount', 'CancelStockCountInput', COUNT);

/** Counts for the second company, under the key `their-key`; one count stays open. */
export async function countTheirs(them: Caller): Promise<CountsOfTheirs> {
  const goods = goodsOf(them);
  const [item, warehouse] = [await goods.item({ name: SECRET }), await goods.warehouse({ name: SECRET })];
  const open = async (idempotencyKey?: string): Promise<string> => {
    const { openStockCount } = await them.query<{ openStockCount: { count: { id: string } } }>(
      OPENING,
      input({ warehouseId: warehouse, date: DAY, itemIds: [item], note: SECRET, idempotencyKey }),
    );
    return openStockCount.count.id;
  };
  const first = await open(KEY);
  const lines = [{ itemId: item, quantity: '0' }];
  await them.query(ENTERING, input({ id: first, lines, idempotencyKey: KEY }));
  await them.query(APPROVING, input({ id: first, uncounted: 'NO_DIFFERENCE', idempotencyKey: KEY }));
  await them.query(CANCELLING, input({ id: await open(), reason: SECRET, idempotencyKey: KEY }));
  const last = await open();
  const { stockCounts } = await them.query<{ stockCounts: { pageInfo: { endCursor: string } } }>(
    '{ stockCounts(first: 1) { pageInfo { endCursor } } }',
  );
  return { warehouse, item, open: last, cursor: stockCounts.pageInfo.endCursor };
}

/** Where a client may write what names a count, or what is counted. */
export function countProbes(theirs: () => CountsOfTheirs): Probes {
  const opening = { warehouseId: NOBODYS_ID, date: DAY };
  const line = { itemId: NOBODYS_ID, quantity: '1' };
  const entering = { id: NOBODYS_ID, lines: [line] };
  const approving = { id: NOBODYS_ID, uncounted: 'NO_DIFFERENCE' };
  const key = (query: string, given: object) =>
    probe(
      query,
      (idempotencyKey) => input({ ...given, idempotencyKey }),
      () => KEY,
      uuidv7,
    );
  const id = (query: string, given: object) =>
    probe(
      query,
      (value) => input({ ...given, id: value }),
      () => theirs().open,
    );
  return {
    'Query.stockCount(id)': probe(
      'query($v: ID!) { stockCount(id: $v) { note } }',
      (v) => ({ v }),
      () => theirs().open,
    ),
    'Query.stockCounts(after)': pageAfter('stockCounts', 'note', () => theirs().cursor),
    'Query.stockCounts(filter.warehouseId)': probe(
      'query($v: ID) { stockCounts(first: 10, filter: { warehouseId: $v }) { edges { node { note } } } }',
      (v) => ({ v }),
      () => theirs().warehouse,
    ),
    'Mutation.openStockCount(input.warehouseId)': probe(
      OPENING,
      (warehouseId) => input({ ...opening, warehouseId }),
      () => theirs().warehouse,
    ),
    'Mutation.openStockCount(input.itemIds)': probe(
      OPENING,
      (itemId) => input({ ...opening, itemIds: [itemId] }),
      () => theirs().item,
    ),
    'Mutation.openStockCount(input.idempotencyKey)': key(OPENING, opening),
    'Mutation.enterStockCount(input.id)': id(ENTERING, entering),
    'Mutation.enterStockCount(input.lines.itemId)': probe(
      ENTERING,
      (itemId) => input({ ...entering, lines: [{ ...line, itemId }] }),
      () => theirs().item,
    ),
    'Mutation.enterStockCount(input.lines.lotId)': probe(
      ENTERING,
      (lotId) => input({ ...entering, lines: [{ ...line, lotId }] }),
      () => theirs().item,
    ),
    'Mutation.enterStockCount(input.idempotencyKey)': key(ENTERING, entering),
    'Mutation.approveStockCount(input.id)': id(APPROVING, approving),
    'Mutation.approveStockCount(input.idempotencyKey)': key(APPROVING, approving),
    'Mutation.cancelStockCount(input.id)': id(CANCELLING, {}),
    'Mutation.cancelStockCount(input.idempotencyKey)': key(CANCELLING, { id: NOBODYS_ID }),
  };
}
