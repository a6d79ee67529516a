import { microOf, tetriOf } from '../costing/scaled.ts';
import type { CostChange, CostedLine, CostMethods, Flow } from '../costing/plan.ts';
import type { Around, ItemAround } from './around.ts';
import type { IssueReason, MovementContent, MovementLine } from './movement.ts';

export type AccountsByRole = Readonly<Record<string, string>>;

const MICRO = 1_000_000n;
const TETRI_IN_PRICE = 10_000n;

const STOCK_ROLES = { GOODS: 'GOODS', MATERIAL: 'MATERIALS', PRODUCT: 'PRODUCTS' } as const;

const ISSUE_ROLES: Readonly<Record<IssueReason, string>> = {
  SALE: 'COST_OF_GOODS_SOLD',
  USE: 'MATERIALS_USED',
  LOSS: 'LOSSES',
};

/** Role of the account on the other side of a line. */
export function counterRoleOf(content: MovementContent, line: MovementLine, around: Around): string {
  switch (content.kind) {
    case 'RECEIPT':
      return content.counterAccount ?? 'GOODS_RECEIVED';
    case 'ISSUE':
      return ISSUE_ROLES[content.reason ?? 'SALE'];
    case 'CUSTOMER_RETURN': {
      const of = line.of === null ? undefined : around.lines.get(line.of);
      return ISSUE_ROLES[of?.reason ?? 'SALE'];
    }
    case 'SUPPLIER_RETURN':
      // What the supplier gives back is entered besides, and the difference stays where it belongs.
      return line.amount === null ? 'GOODS_RECEIVED' : 'COST_DIFFERENCES';
    case 'COUNT':
      return line.direction === 'IN' ? 'SURPLUSES' : 'LOSSES';
    case 'ASSEMBLY':
      return 'WORK_IN_PROGRESS';
    case 'TRANSFER':
    case 'TRANSFER_RECEIPT':
      return 'LOSSES';
  }
}

/** Whether a line changes what there is of an item in all places together. */
export function isCosted({ kind }: MovementContent, { direction }: MovementLine): boolean {
  return kind === 'TRANSFER_RECEIPT' ? direction === 'OUT' : kind !== 'TRANSFER';
}

/**
 * What posting a movement does to the cost pools of its items. Without accounts it serves to read the pools only. Pure.
 */
export function costChangeOf(
  movementId: string,
  content: MovementContent,
  around: Around,
  accounts: AccountsByRole | null,
): CostChange {
  const components = content.lines.filter(({ direction }) => direction === 'OUT').map(({ id }) => id);
  const account = (role: string): string => {
    const code = accounts === null ? '' : accounts[role];
    if (code === undefined) throw new Error(`no account is known for ${role}`);
    return code;
  };
  const add = content.lines
    .filter((line) => isCosted(content, line))
    .map((line): CostedLine => {
      const item = around.items.get(line.itemId);
      if (item === undefined || item.kind === 'SERVICE')
        throw new Error(`the item ${line.itemId} has no costs`);
      return {
        lineId: line.id,
        movementId,
        itemId: line.itemId,
        at: { date: content.date, time: content.time === null ? null : `${content.time}:00` },
        quantity: microOf(line.quantity),
        flow: flowOf(content, line, item, components),
        stockAccount: account(STOCK_ROLES[item.kind]),
        counterAccount: account(counterRoleOf(content, line, around)),
      };
    });
  return { add, remove: [], addCost: [] };
}

export function methodsOf({ items }: Around): CostMethods {
  return Object.fromEntries([...items].map(([id, { method }]) => [id, method]));
}

function flowOf(
  { kind }: MovementContent,
  line: MovementLine,
  item: ItemAround,
  components: readonly string[],
): Flow {
  const amount = line.amount === null ? 0n : tetriOf(line.amount);
  const expectedCost = expected(line, item);
  if (kind === 'ASSEMBLY' && line.direction === 'IN')
    return { kind: 'IN_ASSEMBLED', from: components, added: amount };
  if (line.direction === 'IN') {
    if (kind === 'RECEIPT') return { kind: 'IN', cost: amount };
    return line.of === null ? { kind: 'IN_AT_POOL_COST', expectedCost } : { kind: 'IN_RETURN', of: line.of };
  }
  if (kind === 'SUPPLIER_RETURN' && line.of !== null)
    return { kind: 'OUT_RETURN', of: line.of, expectedCost };
  return { kind: 'OUT', expectedCost };
}

/** What the whole line is thought to cost, tetri, half up. */
function expected(line: MovementLine, { expectedCost }: ItemAround): bigint {
  if (expectedCost === null) return 0n;
  const exact = microOf(line.quantity) * microOf(expectedCost);
  return (exact + (MICRO * TETRI_IN_PRICE) / 2n) / (MICRO * TETRI_IN_PRICE);
}
