import type { Payee } from './withholding.ts';

/** Legal forms as they begin the names of Georgian companies. */
const LEGAL_FORMS = new Set([
  'შპს',
  'სს',
  'სპს',
  'კს',
  'ააიპ',
  'სსიპ',
  'კოოპერატივი',
  'ი/მ',
  'LLC',
  'JSC',
  'Ltd',
]);

export interface PayeeRecord {
  readonly kind: 'COMPANY' | 'PERSON' | 'FOREIGN';
  readonly taxId: string;
  readonly name: string;
  readonly address: string | null;
  /** ISO 3166 number; null for a country that the list lacks. */
  readonly country: number | null;
}

/** A counterparty as the columns of Form 30 want it: the name in two parts. Pure. */
export function payeeOf({ kind, taxId, name, address, country }: PayeeRecord): Omit<Payee, 'category'> {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  const hasTwoParts = words.length > 1 && (kind === 'PERSON' || LEGAL_FORMS.has(first));
  return {
    taxId,
    firstName: hasTwoParts ? first : '',
    lastName: hasTwoParts ? words.slice(1).join(' ') : name.trim(),
    address: address ?? '',
    country: country ?? 0,
  };
}
