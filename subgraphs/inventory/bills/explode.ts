import { badInput, DomainError } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { microOf } from '../costing/scaled.ts';
import type { LineDraft } from '../movements/draft.ts';
import { formatQuantity, parseQuantity, QUANTITY_DECIMALS } from '../units/quantity.ts';
import type { BillContent } from './bill.ts';
import type { BillItem } from './decide.ts';

type Maybe<T> = T | null | undefined;

/** Which lot, or which things by their serial numbers, so much of a component is taken of. */
export interface TakenDraft {
  readonly itemId: string;
  readonly quantity: string;
  readonly lotId?: Maybe<string>;
  readonly serials?: Maybe<readonly string[]>;
}

type Taken = readonly { readonly index: number; readonly taken: TakenDraft }[];

/**
 * The lines of an assembly by a bill: the product, then the components in the order of the bill, each in the unit that it
 * is kept in. One level: a component that has a bill itself is taken from the store like any other. Pure.
 *
 * @throws DomainError BAD_USER_INPUT when a component does not come out even, which is never rounded, or when what is taken
 * of lots is not what the bill takes; INVALID_TRANSITION when an item is kept in another unit by now
 */
export function explode(
  bill: BillContent,
  given: {
    readonly quantity: string;
    readonly addedCosts?: Maybe<string>;
    readonly lotId?: Maybe<string>;
    readonly serials?: Maybe<readonly string[]>;
    readonly taken?: Maybe<readonly TakenDraft[]>;
  },
  items: ReadonlyMap<string, BillItem>,
): LineDraft[] {
  const taken = takenOf(given.taken ?? [], bill);
  const product = keptAsSaid(bill.itemId, bill.unit, items);
  const wanted = parseQuantity(given.quantity, product.decimals, 'quantity');
  if (wanted <= 0n) throw badInput('quantity', given.quantity, 'more than nothing is needed');
  const batch = microOf(bill.quantity);
  const used = bill.components.flatMap((component): LineDraft[] => {
    const item = keptAsSaid(component.itemId, component.baseUnit, items);
    const exact = microOf(component.quantity) * wanted;
    if (exact % (batch * 10n ** BigInt(QUANTITY_DECIMALS - item.decimals)) !== 0n)
      throw new DomainError(
        'BAD_USER_INPUT',
        `quantity: ${component.quantity} × ${formatQuantity(wanted)} ÷ ${bill.quantity} ${item.unit} of ${item.code} does not come out even`,
        { field: 'quantity', value: given.quantity, itemId: item.id },
      );
    return linesOf(item, exact / batch, taken);
  });
  return [
    {
      itemId: product.id,
      quantity: formatQuantity(wanted),
      direction: 'IN',
      lotId: given.lotId,
      serials: given.serials,
      amount: addedCosts(given.addedCosts ?? null),
    },
    ...used,
  ];
}

/** @throws DomainError BAD_USER_INPUT for what is no component of the bill. */
function takenOf(taken: readonly TakenDraft[], { components }: BillContent): Taken {
  const ids = new Set(components.map(({ itemId }) => itemId));
  return taken.map((one, index) => {
    if (!ids.has(one.itemId))
      throw badInput(`taken[${String(index)}].itemId`, one.itemId, 'is no component of the bill');
    return { index, taken: one };
  });
}

/** One line, or one for each lot that is named; together they are exactly what the bill takes. */
function linesOf(item: BillItem, needed: bigint, all: Taken): LineDraft[] {
  const taken = all.filter((one) => one.taken.itemId === item.id);
  if (taken.length === 0) return [{ itemId: item.id, quantity: formatQuantity(needed), direction: 'OUT' }];
  let sum = 0n;
  const lines = taken.map(({ index, taken: { quantity, lotId, serials } }): LineDraft => {
    const field = `taken[${String(index)}].quantity`;
    const part = parseQuantity(quantity, item.decimals, field);
    if (part <= 0n) throw badInput(field, quantity, 'more than nothing is needed');
    sum += part;
    return { itemId: item.id, quantity: formatQuantity(part), lotId, serials, direction: 'OUT' };
  });
  const [first] = taken;
  if (sum !== needed && first !== undefined)
    throw badInput(
      `taken[${String(first.index)}].quantity`,
      first.taken.quantity,
      `the bill takes ${formatQuantity(needed)} ${item.unit} of ${item.code}, and this is ${formatQuantity(sum)}`,
    );
  return lines;
}

function addedCosts(text: string | null): string | null {
  if (text === null) return null;
  const amount = parseAmount(text, GEL_MINOR_UNITS, 'addedCosts');
  if (amount < 0n) throw badInput('addedCosts', text, 'must not be negative');
  return amount === 0n ? null : formatAmount(amount);
}

/** Quantities of a bill are in the units of when it was written. */
function keptAsSaid(id: string, unit: string, items: ReadonlyMap<string, BillItem>): BillItem {
  const item = items.get(id);
  if (item === undefined) throw new Error(`${id} is in a bill and is gone`);
  if (item.unit !== unit)
    throw new DomainError(
      'INVALID_TRANSITION',
      `itemId: the bill counts ${item.code} in ${unit}, and it is kept in ${item.unit} by now; set the bill anew`,
      { field: 'itemId', value: id },
    );
  return item;
}
