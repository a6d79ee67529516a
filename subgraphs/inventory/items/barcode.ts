import { badInput } from '#shared/domain/errors.ts';

const LENGTHS: Readonly<Record<number, string>> = { 8: 'EAN-8', 12: 'UPC-A', 13: 'EAN-13', 14: 'GTIN-14' };

/**
 * Checks a bar code of GS1 by its last digit: from the right, digits count three times and once by turns, and all add up
 * to tens (GS1 General Specifications, 7.9).
 * @throws DomainError BAD_USER_INPUT
 */
export function checkBarcode(barcode: string, field: string): string {
  const kind = LENGTHS[barcode.length];
  if (!/^\d+$/.test(barcode) || kind === undefined)
    throw badInput(field, barcode, 'eight, twelve, thirteen or fourteen digits are needed');
  const sum = Array.from(barcode, Number)
    .reverse()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
  if (sum % 10 !== 0) throw badInput(field, barcode, `the check digit of this ${kind} is wrong`);
  return barcode;
}
