import { badInput } from '#shared/domain/errors.ts';
import { parseScaled } from '#shared/domain/money.ts';

/** A quantity in micro-units: millionths of the unit, exact. */
export type Quantity = bigint;

export const QUANTITY_DECIMALS = 6;
export const MICRO = 10n ** BigInt(QUANTITY_DECIMALS);

/**
 * Reads a quantity that has at most so many decimals.
 * @throws DomainError BAD_USER_INPUT naming `field` and the value
 */
export function parseQuantity(text: unknown, decimals: number, field: string): Quantity {
  return parseScaled(text, decimals, field) * 10n ** BigInt(QUANTITY_DECIMALS - decimals);
}

/** The shortest text that says it: `12`, `0.5`. */
export function formatQuantity(quantity: Quantity): string {
  const sign = quantity < 0n ? '-' : '';
  const size = quantity < 0n ? -quantity : quantity;
  const fraction = String(size % MICRO)
    .padStart(QUANTITY_DECIMALS, '0')
    .replace(/0+$/, '');
  return `${sign}${String(size / MICRO)}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * So many of another unit, in the unit that the item is kept in, exactly.
 * @param perUnit how many of the kept unit one of the other is
 * @throws DomainError BAD_USER_INPUT when what comes out cannot be counted in the kept unit
 */
export function convertQuantity(
  quantity: Quantity,
  perUnit: Quantity,
  decimals: number,
  field: string,
): Quantity {
  const step = 10n ** BigInt(QUANTITY_DECIMALS - decimals);
  const exact = quantity * perUnit;
  if (exact % (MICRO * step) !== 0n)
    throw badInput(field, formatQuantity(quantity), 'comes out uneven in the unit that the item is kept in');
  return exact / MICRO;
}
