const ANY_IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
/** Two check digits, two letters of the bank, sixteen digits. */
const GEORGIAN_IBAN = /^GE\d{2}[A-Z]{2}\d{16}$/;

/** An IBAN, or why a text is none: whoever asks decides whether the text may be repeated in the answer. */
export type ReadIban =
  { readonly iban: string; readonly fault: null } | { readonly iban: null; readonly fault: string };

/** An IBAN without blanks, in capital letters, of the right form and check digits (ISO 13616, ISO 7064 MOD 97-10). */
export function readIban(text: string): ReadIban {
  const iban = text.replaceAll(' ', '').toUpperCase();
  if (!ANY_IBAN.test(iban)) return { iban: null, fault: 'not an IBAN' };
  return iban.startsWith('GE') ? readGeorgianIban(text) : checked(iban);
}

/** The same of an account in Georgia. */
export function readGeorgianIban(text: string): ReadIban {
  const iban = text.replaceAll(' ', '').toUpperCase();
  return GEORGIAN_IBAN.test(iban)
    ? checked(iban)
    : { iban: null, fault: 'an IBAN of Georgia has GE, two digits, two letters and sixteen digits' };
}

function checked(iban: string): ReadIban {
  return remainder(iban) === 1n
    ? { iban, fault: null }
    : { iban: null, fault: 'the check digits of the IBAN are wrong' };
}

/** Letters count as 10 to 35, the first four characters go to the end. */
function remainder(iban: string): bigint {
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (sign) => parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n;
}
