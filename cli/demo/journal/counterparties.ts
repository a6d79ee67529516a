import type { ForeignCurrency } from './exchange-rates.ts';

const STEMS = [
  'ალაზანი', 'არაგვი', 'ბორჯომის ხეობა', 'გომბორი', 'დარიალი', 'ენგური', 'ვარძია', 'თრიალეთი', 'იბერია', 'იორი',
  'კოლხეთი', 'ლიახვი', 'მტკვარი', 'ნარიყალა', 'რიონი', 'სვანეთი', 'უფლისციხე', 'ფარავანი', 'ქართლი', 'შატილი',
]; // prettier-ignore
const BUSINESSES = ['ტრეიდი', 'მარკეტი', 'სერვისი', 'ჯგუფი', 'დისტრიბუცია', 'მშენებელი'];

/** Invented customers, the best ones first. */
export const CUSTOMERS: readonly string[] = names(120, 0);
/** Invented suppliers of goods, the most used ones first. */
export const SUPPLIERS: readonly string[] = names(60, 7);

export interface ForeignPartner {
  readonly name: string;
  readonly currency: ForeignCurrency;
}

export const FOREIGN_SUPPLIERS: readonly ForeignPartner[] = [
  { name: 'Anadolu Tekstil A.Ş.', currency: 'USD' },
  { name: 'Rhein-Maschinen GmbH', currency: 'EUR' },
  { name: 'Adria Forniture S.r.l.', currency: 'EUR' },
  { name: 'Bosporus Trading Ltd', currency: 'USD' },
];

export const FOREIGN_CUSTOMERS: readonly ForeignPartner[] = [
  { name: 'Baltic Import OÜ', currency: 'EUR' },
  { name: 'Caspian Retail LLP', currency: 'USD' },
];

/** Offices, lines of the payroll and shops of the invented company. */
export const SHOPS = ['ვაკე', 'საბურთალო', 'გლდანი', 'დიდუბე', 'ბათუმი', 'ქუთაისი'];
export const DEPARTMENTS = ['ადმინისტრაცია', 'საწყობი', 'ბუღალტერია', 'ლოგისტიკა'];

/** Pairs stems and businesses so that no two of the names are equal. */
function names(count: number, shift: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const stem = STEMS[(index + shift) % STEMS.length];
    const round = Math.floor(index / STEMS.length);
    const business = BUSINESSES[(round + (index % STEMS.length) + shift) % BUSINESSES.length];
    return `შპს „${stem} ${business}“`;
  });
}
