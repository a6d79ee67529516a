import type { CounterpartyDraft } from '#tax/counterparties/decide.ts';
import {
  CUSTOMERS,
  FOREIGN_CUSTOMERS,
  FOREIGN_SUPPLIERS,
  SHOPS,
  SUPPLIERS,
} from '../journal/counterparties.ts';

/** Day from which everybody in the demo who is registered for VAT is so. */
export const FIRST_VAT_DAY = '2020-01-01';

/** Those who buy at the till: nobody asks for their names. */
export const RETAIL = 'საცალო მყიდველები';

/** Countries of the partners abroad, by name. */
const ABROAD: Readonly<Record<string, string>> = {
  'Anadolu Tekstil A.Ş.': 'TR',
  'Rhein-Maschinen GmbH': 'DE',
  'Adria Forniture S.r.l.': 'IT',
  'Bosporus Trading Ltd': 'TR',
  'Baltic Import OÜ': 'EE',
  'Caspian Retail LLP': 'KZ',
};

/** Who lets the premises of a shop. */
export function landlordOf(shop: string): string {
  return `შპს „${shop}ს ქონება“`;
}

/** Invented buyers, suppliers, landlords and partners abroad, each with a tax number of its own. */
export const PARTIES: readonly CounterpartyDraft[] = [
  ...companies(405_000_001, CUSTOMERS),
  ...companies(
    405_001_001,
    SUPPLIERS.filter((name) => !CUSTOMERS.includes(name)),
  ),
  ...companies(405_002_001, SHOPS.map(landlordOf)),
  ...[...FOREIGN_SUPPLIERS, ...FOREIGN_CUSTOMERS].map(({ name }, index): CounterpartyDraft => ({
    kind: 'FOREIGN',
    country: ABROAD[name] ?? 'DE',
    taxId: `${ABROAD[name] ?? 'DE'}81122233${String(index)}`,
    name,
  })),
  { kind: 'PERSON', taxId: '00000000000', name: RETAIL },
];

function companies(first: number, names: readonly string[]): CounterpartyDraft[] {
  return names.map((name, index) => ({
    kind: 'COMPANY',
    taxId: String(first + index),
    name,
    vatRegistrations: [{ from: FIRST_VAT_DAY }],
  }));
}
