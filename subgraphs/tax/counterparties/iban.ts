import { badInput } from '#shared/domain/errors.ts';
import { readIban } from '#shared/domain/iban.ts';

/**
 * An IBAN of any country without blanks, in capital letters.
 * @throws DomainError BAD_USER_INPUT for a wrong form or wrong check digits.
 */
export function parseIban(text: string, field: string): string {
  const { iban, fault } = readIban(text);
  if (iban === null) throw badInput(field, text, fault);
  return iban;
}
