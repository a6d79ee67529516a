import { badInput } from '#shared/domain/errors.ts';

const ANY_IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
/** Two check digits, two letters of the bank, sixteen digits. */
const GEORGIAN_IBAN = /^GE\d{2}[A-Z]{2}\d{16}$/;

/**
 * An IBAN without blanks, in capital letters.
 * @throws DomainError BAD_USER_INPUT for a wrong form or wrong check digits (ISO 13616, ISO 7064 MOD 97-10).
 */
export function parseIban(text: string, field: string): string {
  const iban = text.replace(/ /g, '').toUpperCase();
  if (!ANY_IBAN.test(iban)) throw badInput(field, text, 'not an IBAN');
  if (iban.startsWith('GE') && !GEORGIAN_IBAN.test(iban))
    throw badInput(field, text, 'an IBAN of Georgia has GE, two digits, two letters and sixteen digits');
  if (remainder(iban) !== 1n) throw badInput(field, text, 'the check digits of the IBAN are wrong');
  return iban;
}

/** Letters count as 10 to 35, the first four characters go to the end. */
function remainder(iban: string): bigint {
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (sign) => parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n;
}
