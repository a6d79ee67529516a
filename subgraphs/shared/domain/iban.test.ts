import { describe, expect, it } from 'vitest';
import { readGeorgianIban, readIban } from './iban.ts';

/** From the registry of IBANs: one example a country. */
const GOOD = [
  'GE29NB0000000101904917',
  'DE89370400440532013000',
  'GB29NWBK60161331926819',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
];

describe('an IBAN', () => {
  it.each(GOOD)('%s is one', (iban) => {
    expect(readIban(iban)).toEqual({ iban, fault: null });
  });

  it('may be written in groups and in small letters', () => {
    expect(readIban('ge29 nb00 0000 0101 9049 17')).toEqual({ iban: 'GE29NB0000000101904917', fault: null });
  });

  it.each(['', 'GE29', '29GENB0000000101904917', 'GE29NB00000001019049ქ7', 'XX', `DE89${'3'.repeat(31)}`])(
    'is not “%s”',
    (text) => {
      expect(readIban(text)).toEqual({ iban: null, fault: 'not an IBAN' });
    },
  );

  it.each(GOOD)('%s has check digits that tell every other digit and every swap of two', (iban) => {
    for (let at = 4; at < iban.length; at += 1) {
      const sign = iban.charAt(at);
      if (/\d/.test(sign)) {
        const other = String((Number(sign) + 1) % 10);
        expect(readIban(iban.slice(0, at) + other + iban.slice(at + 1)).fault).not.toBeNull();
      }
      const next = iban.charAt(at + 1);
      if (next !== '' && next !== sign)
        expect(readIban(iban.slice(0, at) + next + sign + iban.slice(at + 2)).fault).not.toBeNull();
    }
  });

  it('of Georgia has its length and its letters of the bank', () => {
    const fault = 'an IBAN of Georgia has GE, two digits, two letters and sixteen digits';
    for (const text of ['GE29NB000000010190491', 'GE29NB00000001019049170', 'GE29110000000101904917'])
      expect([readIban(text), readGeorgianIban(text)]).toEqual([
        { iban: null, fault },
        { iban: null, fault },
      ]);
    // Right in itself, and of another country.
    expect(readGeorgianIban('DE89370400440532013000')).toEqual({ iban: null, fault });
  });
});
