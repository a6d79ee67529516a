import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { goodsOf } from '#test/goods.ts';
import type { ItemsOfTheirs } from '#test/item-probes.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** Movements of the second company's. */
export interface MovementsOfTheirs {
  readonly item: string;
  readonly warehouse: string;
  readonly draft: string;
  readonly receipt: string;
  readonly receiptLine: string;
  readonly transfer: string;
  readonly cursors: Readonly<
    Record<'stockMovements' | 'stockOnHand' | 'stockTurnover' | 'stockAges' | 'deadStock', string>
  >;
  readonly cardCursor: string;
}

const KEY = 'their-key';
/** Names nothing, beside what is tried. */
const NOTHING = '018f0000-0000-7000-8000-0000000000ff';
const DAY = '2026-01-15';
const SPANS = `stockMovements(first: 1) { pageInfo { endCursor } }
  stockOnHand(first: 1, asOf: "${DAY}") { pageInfo { endCursor } }
  stockTurnover(first: 1, from: "${DAY}", to: "${DAY}") { pageInfo { endCursor } }
  stockAges(first: 1, asOf: "${DAY}") { pageInfo { endCursor } }
  deadStock(first: 1, since: "${DAY}") { pageInfo { endCursor } }`;

/** Moves goods of the second company, under the key `their-key`. */
export async function moveTheirs(them: Caller): Promise<MovementsOfTheirs> {
  const goods = goodsOf(them);
  const item = await goods.item({ name: SECRET });
  const [warehouse, other] = [await goods.warehouse({ name: SECRET }), await goods.warehouse()];
  const receipt = {
    kind: 'RECEIPT',
    date: DAY,
    warehouseId: warehouse,
    note: SECRET,
    reference: SECRET,
    lines: [{ itemId: item, quantity: '5', unitCost: '1' }],
  };
  const draft = await goods.command('create', { ...receipt, idempotencyKey: KEY });
  const posted = await whenOpen(() => goods.record({ ...receipt, idempotencyKey: KEY }));
  const sent = await goods.record({
    kind: 'TRANSFER',
    date: DAY,
    warehouseId: warehouse,
    toWarehouseId: other,
    lines: [{ itemId: item, quantity: '1' }],
  });
  type Ends = MovementsOfTheirs['cursors'];
  const pages = await them.query<Record<keyof Ends, { pageInfo: { endCursor: string } }>>(`{ ${SPANS} }`);
  const { stockCard } = await them.query<{ stockCard: { pageInfo: { endCursor: string } } }>(
    `query ($item: ID!) { stockCard(first: 1, itemId: $item, from: "${DAY}", to: "${DAY}") { pageInfo { endCursor } } }`,
    { item },
  );
  const ends = Object.entries(pages).map(([field, { pageInfo }]) => [field, pageInfo.endCursor]);
  return {
    item,
    warehouse,
    draft: draft.id,
    receipt: posted.id,
    receiptLine: posted.lines[0]?.id ?? '',
    transfer: sent.id,
    cursors: Object.fromEntries(ends) as Ends,
    cardCursor: stockCard.pageInfo.endCursor,
  };
}

/** Tries again until inventory has heard that the month is open. */
async function whenOpen<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (tries === 400 || !String(error).includes('PERIOD_CLOSED')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

/** Where a client may write what names a movement, or what moves and where. */
export function movementProbes(
  theirs: () => MovementsOfTheirs,
  theirItems: () => ItemsOfTheirs,
  theirInvoice: () => string,
  theirCounterparty: () => string,
): Probes {
  const line = { itemId: NOTHING, quantity: '1', unitCost: '1' };
  const draft = { kind: 'RECEIPT', date: DAY, warehouseId: NOTHING, lines: [line] };
  const places: readonly (readonly [string, (value: string) => object, () => string])[] = [
    ['warehouseId', (warehouseId) => ({ ...draft, warehouseId }), () => theirs().warehouse],
    [
      'toWarehouseId',
      (toWarehouseId) => ({ ...draft, kind: 'TRANSFER', toWarehouseId }),
      () => theirs().warehouse,
    ],
    [
      'transferId',
      (transferId) => ({ ...draft, kind: 'TRANSFER_RECEIPT', transferId }),
      () => theirs().transfer,
    ],
    ['counterpartyId', (counterpartyId) => ({ ...draft, counterpartyId }), theirCounterparty],
    ['taxInvoiceId', (taxInvoiceId) => ({ ...draft, taxInvoiceId }), theirInvoice],
    ['lines.itemId', (itemId) => ({ ...draft, lines: [{ ...line, itemId }] }), () => theirs().item],
    [
      'lines.warehouseId',
      (warehouseId) => ({ ...draft, lines: [{ ...line, warehouseId }] }),
      () => theirs().warehouse,
    ],
    ['lines.binId', (binId) => ({ ...draft, lines: [{ ...line, binId }] }), () => theirItems().bin],
    ['lines.lotId', (lotId) => ({ ...draft, lines: [{ ...line, lotId }] }), () => theirItems().lot],
    [
      'lines.of',
      (of) => ({ ...draft, kind: 'SUPPLIER_RETURN', lines: [{ ...line, of }] }),
      () => theirs().receiptLine,
    ],
  ];
  const key = (field: string, type: string, given: object) =>
    [
      `Mutation.${field}(input.idempotencyKey)`,
      probe(
        writing(field, type, 'movement { version }'),
        (idempotencyKey) => input({ ...given, idempotencyKey }),
        () => KEY,
        uuidv7,
      ),
    ] as const;
  const acts = [
    ['discardStockMovement', 'StockMovementActionInput', () => theirs().draft, {}],
    ['approveStockMovement', 'StockMovementActionInput', () => theirs().draft, {}],
    ['postStockMovement', 'StockMovementActionInput', () => theirs().draft, {}],
    [
      'reverseStockMovement',
      'ReverseStockMovementInput',
      () => theirs().receipt,
      { bookingDate: DAY, reason: 'x' },
    ],
    ['retryStockPosting', 'RetryStockPostingInput', () => theirs().receipt, {}],
    ['updateStockMovement', 'UpdateStockMovementInput', () => theirs().draft, { movement: draft }],
  ] as const;
  const writes = [
    ['createStockMovement', 'StockMovementInput', '', (given: object) => given],
    ['recordStockMovement', 'StockMovementInput', '', (given: object) => given],
    [
      'updateStockMovement',
      'UpdateStockMovementInput',
      'movement.',
      (movement: object) => ({ id: NOTHING, movement }),
    ],
  ] as const;
  const ofItem = (field: string, args: string, id: () => string, selection: string) =>
    probe(`query($v: ID!) { ${field}(first: 5, ${args}) { ${selection} } }`, (v) => ({ v }), id);
  const edges = 'edges { cursor }';
  const behind = (field: keyof MovementsOfTheirs['cursors'], args: string) =>
    probe(
      `query($v: String) { ${field}(after: $v, first: 100${args}) { edges { cursor } pageInfo { hasNextPage } } }`,
      (v) => ({ v }),
      () => theirs().cursors[field],
      () => besideItem(theirs().cursors[field]),
    );
  return {
    'Query.stockMovement(id)': probe(
      'query($v: ID!) { stockMovement(id: $v) { note } }',
      (v) => ({ v }),
      () => theirs().receipt,
    ),
    'Query.stockMovements(after)': pageAfter('stockMovements', 'note', () => theirs().cursors.stockMovements),
    'Query.stockMovements(filter.itemId)': ofItem(
      'stockMovements',
      'filter: { itemId: $v }',
      () => theirs().item,
      edges,
    ),
    'Query.stockMovements(filter.counterpartyId)': ofItem(
      'stockMovements',
      'filter: { counterpartyId: $v }',
      theirCounterparty,
      edges,
    ),
    'Query.stockMovements(filter.taxInvoiceId)': ofItem(
      'stockMovements',
      'filter: { taxInvoiceId: $v }',
      theirInvoice,
      edges,
    ),
    'Query.stockOnHand(after)': behind('stockOnHand', `, asOf: "${DAY}"`),
    'Query.stockTurnover(after)': behind('stockTurnover', `, from: "${DAY}", to: "${DAY}"`),
    'Query.stockAges(after)': behind('stockAges', `, asOf: "${DAY}"`),
    'Query.deadStock(after)': behind('deadStock', `, since: "${DAY}"`),
    'Query.stockOnHand(filter.itemIds)': ofItem(
      'stockOnHand',
      `asOf: "${DAY}", filter: { itemIds: [$v] }`,
      () => theirs().item,
      `${edges} totals { items value }`,
    ),
    'Query.stockOnHand(filter.warehouseId)': ofItem(
      'stockOnHand',
      `asOf: "${DAY}", filter: { warehouseId: $v }`,
      () => theirs().warehouse,
      `${edges} totals { items value }`,
    ),
    'Query.stockTurnover(warehouseId)': ofItem(
      'stockTurnover',
      `from: "${DAY}", to: "${DAY}", warehouseId: $v`,
      () => theirs().warehouse,
      edges,
    ),
    'Query.stockCard(itemId)': ofItem(
      'stockCard',
      `from: "${DAY}", to: "${DAY}", itemId: $v`,
      () => theirs().item,
      edges,
    ),
    'Query.stockCard(warehouseId)': ofItem(
      'stockCard',
      `from: "${DAY}", to: "${DAY}", itemId: "${NOTHING}", warehouseId: $v`,
      () => theirs().warehouse,
      edges,
    ),
    'Query.stockCard(after)': probe(
      `query($v: String) { stockCard(first: 5, after: $v, itemId: "${NOTHING}", from: "${DAY}", to: "${DAY}") { edges { cursor } } }`,
      (v) => ({ v }),
      () => theirs().cardCursor,
      () => Buffer.from(JSON.stringify([DAY, '1', 0])).toString('base64url'),
    ),
    ...Object.fromEntries(
      acts.flatMap(([field, type, id, given]) => [
        [
          `Mutation.${field}(input.id)`,
          probe(writing(field, type, 'movement { version }'), (value) => input({ id: value, ...given }), id),
        ],
        key(field, type, { id: NOTHING, ...given }),
      ]),
    ),
    ...Object.fromEntries(
      writes.flatMap(([field, type, path, wrap]) =>
        places.map(([place, given, value]) => [
          `Mutation.${field}(input.${path}${place})`,
          probe(writing(field, type, 'movement { version }'), (one) => input(wrap(given(one))), value),
        ]),
      ),
    ),
    ...Object.fromEntries([
      key('createStockMovement', 'StockMovementInput', draft),
      key('recordStockMovement', 'StockMovementInput', draft),
      [
        'Mutation.updateStockMovement(input.movement.idempotencyKey)',
        probe(
          writing('updateStockMovement', 'UpdateStockMovementInput', 'movement { version }'),
          (idempotencyKey) => input({ id: NOTHING, movement: { ...draft, idempotencyKey } }),
          () => KEY,
          uuidv7,
        ),
      ] as const,
    ]),
  };
}

/** The same place in the order, of a row that is nowhere. */
function besideItem(cursor: string): string {
  const key = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  return Buffer.from(JSON.stringify([...key.slice(0, -1), UNKNOWN_ID])).toString('base64url');
}
