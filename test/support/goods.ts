import { v7 as uuidv7 } from 'uuid';
import type { Caller, Refusal } from '#test/caller.ts';
import { CHART, type System } from '#test/system.ts';
import type { AccountDraft } from '#ledger/ledger.ts';

/** The chart of the tests, with the accounts that movements of goods are posted on. */
export const CHART_WITH_STOCK: readonly AccountDraft[] = [
  ...CHART,
  { code: '1610', names: { ka: 'საქონელი', en: 'Goods' }, type: 'ASSET', parentCode: '1000' },
  { code: '1620', names: { ka: 'მასალები', en: 'Materials' }, type: 'ASSET', parentCode: '1000' },
  {
    code: '1630',
    names: { ka: 'დაუმთავრებელი წარმოება', en: 'Work in progress' },
    type: 'ASSET',
    parentCode: '1000',
  },
  { code: '1640', names: { ka: 'მზა პროდუქცია', en: 'Finished goods' }, type: 'ASSET', parentCode: '1000' },
  { code: '1690', names: { ka: 'ჩამოფასება', en: 'Written down' }, type: 'ASSET', parentCode: '1000' },
  { code: '3190', names: { ka: 'მიღებული საქონელი', en: 'Goods received' }, type: 'LIABILITY' },
  { code: '5310', names: { ka: 'მოგება', en: 'Retained earnings' }, type: 'EQUITY' },
  { code: '6190', names: { ka: 'ნამეტი', en: 'Surpluses' }, type: 'REVENUE' },
  { code: '7210', names: { ka: 'თვითღირებულება', en: 'Cost of goods sold' }, type: 'EXPENSE' },
  { code: '7490', names: { ka: 'სხვა ხარჯი', en: 'Other expenses' }, type: 'EXPENSE' },
];

export interface Posting {
  readonly purpose: string;
  readonly date: string;
  readonly state: string;
  readonly refusal: { readonly code: string } | null;
  readonly transaction: {
    readonly id: string;
    readonly date: string;
    readonly entries: readonly {
      readonly account: { readonly code: string };
      readonly debit: string;
      readonly credit: string;
    }[];
  } | null;
}

export interface MovedLine {
  readonly id: string;
  readonly baseQuantity: string;
  readonly cost: string | null;
}

export interface Moved {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly number: string | null;
  readonly bookingDate: string;
  readonly cost: string | null;
  readonly lines: readonly MovedLine[];
  readonly postings: readonly Posting[];
}

export const MOVED = `id version status number bookingDate cost lines { id baseQuantity cost }
  postings { purpose date state refusal { code }
    transaction { id date entries { account { code } debit credit } } }`;

const COMMANDS = {
  create: ['createStockMovement', 'StockMovementInput'],
  update: ['updateStockMovement', 'UpdateStockMovementInput'],
  discard: ['discardStockMovement', 'StockMovementActionInput'],
  approve: ['approveStockMovement', 'StockMovementActionInput'],
  post: ['postStockMovement', 'StockMovementActionInput'],
  record: ['recordStockMovement', 'StockMovementInput'],
  reverse: ['reverseStockMovement', 'ReverseStockMovementInput'],
  retry: ['retryStockPosting', 'RetryStockPostingInput'],
} as const;

export type MovementCommand = keyof typeof COMMANDS;

function textOf(command: MovementCommand): string {
  const [name, input] = COMMANDS[command];
  return `mutation ($input: ${input}!) { ${name}(input: $input) { movement { ${MOVED} } } }`;
}

/** What tests of inventory do through the gateway, as one caller. */
export function goodsOf(caller: Caller) {
  const goods = {
    caller,
    async item(input: Readonly<Record<string, unknown>> = {}): Promise<string> {
      const { createItem } = await caller.query<{ createItem: { item: { id: string } } }>(
        `mutation ($input: CreateItemInput!) { createItem(input: $input) { item { id } } }`,
        {
          input: {
            code: `I-${uuidv7()}`,
            name: 'საქონელი',
            kind: 'GOODS',
            unit: 'PCS',
            costingMethod: 'FIFO',
            ...input,
          },
        },
      );
      return createItem.item.id;
    },
    async warehouse(input: Readonly<Record<string, unknown>> = {}): Promise<string> {
      const { createWarehouse } = await caller.query<{ createWarehouse: { warehouse: { id: string } } }>(
        `mutation ($input: CreateWarehouseInput!) { createWarehouse(input: $input) { warehouse { id } } }`,
        { input: { code: `W-${uuidv7()}`, name: 'საწყობი', ...input } },
      );
      return createWarehouse.warehouse.id;
    },
    async command(command: MovementCommand, input: Readonly<Record<string, unknown>>): Promise<Moved> {
      const data = await caller.query<Record<string, { movement: Moved }>>(textOf(command), { input });
      const payload = data[COMMANDS[command][0]];
      if (payload === undefined) throw new Error(`${command} answered nothing`);
      return payload.movement;
    },
    record: (input: Readonly<Record<string, unknown>>): Promise<Moved> => goods.command('record', input),
    refusal: (command: MovementCommand, input: Readonly<Record<string, unknown>>): Promise<Refusal> =>
      caller.refusal(textOf(command), { input }),
    async movement(id: string): Promise<Moved> {
      const { stockMovement } = await caller.query<{ stockMovement: Moved }>(
        `query ($id: ID!) { stockMovement(id: $id) { ${MOVED} } }`,
        { id },
      );
      return stockMovement;
    },
    /** The movement once the ledger has answered all that it was asked for it. */
    async settled(id: string): Promise<Moved> {
      for (let tries = 0; tries < 400; tries++) {
        const found = await goods.movement(id);
        if (found.postings.every(({ state }) => !state.endsWith('REQUESTED'))) return found;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`the ledger did not answer for ${id}`);
    },
    /** Quantity and value of an item at the end of a day. */
    async onHand(
      itemId: string,
      asOf: string,
      more: { readonly warehouseId?: string; readonly basis?: string } = {},
    ): Promise<{ quantity: string; inTransit: string; value: string } | undefined> {
      const { warehouseId, basis = 'BOOKED' } = more;
      const { stockOnHand } = await caller.query<{
        stockOnHand: { edges: { node: { quantity: string; inTransit: string; value: string } }[] };
      }>(
        `query ($asOf: Date!, $basis: StockBasis, $filter: StockFilter) {
          stockOnHand(first: 1, asOf: $asOf, basis: $basis, filter: $filter) {
            edges { node { quantity inTransit value } } } }`,
        { asOf, basis, filter: { itemIds: [itemId], ...(warehouseId === undefined ? {} : { warehouseId }) } },
      );
      return stockOnHand.edges[0]?.node;
    },
  };
  return goods;
}

export type Goods = ReturnType<typeof goodsOf>;

/** Waits until inventory knows that a month of the books is open, or is not. */
export async function untilMonth(system: System, month: string, isOpen: boolean, index = 0): Promise<void> {
  const [year, number] = month.split('-').map(Number);
  for (let tries = 0; tries < 400; tries++) {
    const [row] = await system.owner.sql<{ is_open: boolean }[]>`
      select is_open from inventory.months
      where company_id = ${system.company(index).id} and year = ${year ?? 0} and month = ${number ?? 0}`;
    if (row?.is_open === isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`inventory has not heard of ${month}`);
}
