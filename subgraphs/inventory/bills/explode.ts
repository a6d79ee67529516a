import { badInput, DomainError } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { microOf } from '../costing/scaled.ts';
import type { LineDraft } from '../movements/draft.ts';
import { formatQuantity, parseQuantity, QUANTITY_DECIMALS } from '../units/quantity.ts';
import type { BillContent } from './bill.ts';
import type { BillItem } from './decide.ts';

/**
 * The lines of an assembly by a bill: the product, then the components in the order of the bill, each in the unit that it
 * is kept in. One level: a component that has a bill itself is taken from the store like any other. Pure.
 *
 * @throws DomainError BAD_USER_INPUT when a component does not come out even, which is never rounded; INVALID_TRANSITION
 * when an item is kept in another unit by now
 */
export function explode(
  bill: BillContent,
  given: { readonly quantity: string; readonly addedCosts?: string | null | undefined },
  items: ReadonlyMap<string, BillItem>,
): LineDraft[] {
  const product = keptAsSaid(bill.itemId, bill.unit, items);
  const wanted = parseQuantity(given.quantity, product.decimals, 'quantity');
  if (wanted <= 0n) throw badInput('quantity', given.quantity, 'more than nothing is needed');
  const batch = microOf(bill.quantity);
  const used = bill.components.map((component): LineDraft => {
    const item = keptAsSaid(component.itemId, component.baseUnit, items);
    const exact = microOf(component.quantity) * wanted;
    if (exact % (batch * 10n ** BigInt(QUANTITY_DECIMALS - item.decimals)) !== 0n)
      throw new DomainError(
        'BAD_USER_INPUT',
        `quantity: ${component.quantity} × ${formatQuantity(wanted)} ÷ ${bill.quantity} ${item.unit} of ${item.code} does not come out even`,
        { field: 'quantity', value: given.quantity, itemId: item.id },
      );
    return { itemId: item.id, quantity: formatQuantity(exact / batch), direction: 'OUT' };
  });
  return [
    {
      itemId: product.id,
      quantity: formatQuantity(wanted),
      direction: 'IN',
      amount: addedCosts(given.addedCosts ?? null),
    },
    ...used,
  ];
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
