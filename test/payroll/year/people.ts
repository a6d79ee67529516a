/** The year that is paid: it is over, so that each of its months can be. */
export const YEAR = 2025;
export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Tetri. */
export type Tetri = bigint;

export interface Terms {
  readonly from: string;
  readonly amount: Tetri;
  readonly basis: 'GROSS' | 'NET';
  readonly centre: string | null;
  /** From which month's run on it is known: a raise may be decided on late. */
  readonly known: number;
}

export interface Absence {
  readonly kind: 'PAID_LEAVE' | 'UNPAID_LEAVE' | 'SICK_LEAVE';
  readonly from: string;
  readonly to: string;
  readonly known: number;
}

export interface Component {
  readonly kind: 'BONUS' | 'OVERTIME' | 'BENEFIT_IN_KIND' | 'DEDUCTION' | 'ADVANCE' | 'COURT_ORDER';
  readonly basis: 'GROSS' | 'NET';
  readonly amount: Tetri;
  /** Hours at one and a half of overtime, hundredths of the net pay of a court order. */
  readonly measure: bigint;
  readonly isRecurring: boolean;
  readonly from: string;
  readonly known: number;
}

/** Somebody's whole year, as it is entered month by month. */
export interface Person {
  readonly number: string;
  readonly lastName: string;
  readonly personalNumber: string;
  readonly iban: string;
  readonly isInScheme: boolean;
  /** Relief a year, and what of that of this year was used elsewhere. */
  readonly relief: { readonly yearly: Tetri; readonly usedBefore: Tetri } | null;
  readonly start: string;
  /** Hundredths of days of leave that were taken before the year. */
  readonly leaveTakenBefore: bigint;
  /** From which month's run on the company knows them. */
  readonly known: number;
  readonly end: { readonly date: string; readonly known: number } | null;
  /** In the order of their first days. */
  readonly terms: readonly Terms[];
  readonly absences: readonly Absence[];
  readonly components: readonly Component[];
}

export const day = (month: number, of: number): string =>
  `${String(YEAR)}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;

const CENTRES = ['shop', 'shop', 'shop', 'office', 'office', 'stores', 'stores', null] as const;

/**
 * The people of a company and their year: joiners, leavers, raises in the middle of a month and decided on late, paid
 * leave, sickness, unpaid leave, benefits in kind, bonuses, overtime, deductions, court orders, in and outside of the
 * pension scheme, with and without relief. Who is who follows from the number alone.
 */
export function peopleOfYear(count: number): Person[] {
  return Array.from({ length: count }, (_one, n) => personOf(n));
}

function personOf(n: number): Person {
  const joins = n % 11 === 5 ? 1 + (Math.floor(n / 11) % 12) : 0;
  const leaves = n % 11 !== 5 && n % 19 === 6 ? 2 + (Math.floor(n / 19) % 11) : 0;
  const raised = joins === 0 && leaves === 0 && n % 9 === 1 ? 2 + (n % 11) : 0;
  const raisedLate = joins === 0 && leaves === 0 && raised === 0 && n % 7 === 2 ? 3 + (n % 10) : 0;
  const start = joins > 0 ? day(joins, 10) : `20${String(20 + (n % 5))}-0${String(1 + (n % 9))}-01`;
  const amount = BigInt(60_000 + ((n * 13_721) % 400_000));
  const basis = n % 7 === 3 ? 'NET' : 'GROSS';
  const centre = n === 0 ? 'board' : (CENTRES[n % CENTRES.length] ?? null);
  const first: Terms = { from: start, amount, basis, centre, known: joins };
  const terms: Terms[] = [first];
  if (raised > 0) {
    const moved = n % 2 === 0 ? 'office' : centre;
    terms.push({
      ...first,
      from: day(raised, 11),
      amount: (amount * 11n) / 10n,
      centre: moved,
      known: raised,
    });
  }
  if (raisedLate > 0)
    terms.push({ ...first, from: day(raisedLate - 1, 1), amount: amount + 12_345n, known: raisedLate });
  const isThere = (month: number): boolean =>
    (joins === 0 || month > joins) && (leaves === 0 || month < leaves);
  const absent = (kind: Absence['kind'], month: number, from: number, to: number): Absence[] =>
    isThere(month) ? [{ kind, from: day(month, from), to: day(month, to), known: month }] : [];
  const absences = [
    ...(n % 5 === 0 ? absent('PAID_LEAVE', 1 + ((n * 7) % 12), 17, 21) : []),
    ...(n % 6 === 1 ? absent('SICK_LEAVE', 1 + ((n * 5) % 12), 3, 7) : []),
    ...(n % 8 === 3 ? absent('UNPAID_LEAVE', 1 + ((n * 3) % 12), 24, 26) : []),
  ];
  return {
    number: `E-${String(n)}`,
    lastName: `თანამშრომელი ${String(n)}`,
    personalNumber: String(10_000_000_000 + n * 7),
    iban: ibanOf(n),
    isInScheme: n % 13 !== 4,
    relief: n % 17 === 2 ? { yearly: 300_000n, usedBefore: n % 34 === 2 ? 100_000n : 0n } : null,
    start,
    leaveTakenBefore: joins > 0 ? 0n : BigInt(200 * (n % 30)),
    known: joins,
    end: leaves > 0 ? { date: day(leaves, 20), known: leaves } : null,
    terms,
    absences,
    components: componentsOf(n, isThere, joins > 0 ? start : day(1, 1), joins),
  };
}

function componentsOf(
  n: number,
  isThere: (month: number) => boolean,
  since: string,
  known: number,
): Component[] {
  const plain = { basis: 'GROSS', measure: 0n, isRecurring: false } as const;
  const components: Component[] = [];
  const always = { ...plain, isRecurring: true, from: since, known } as const;
  if (n % 8 === 1) components.push({ ...always, kind: 'BENEFIT_IN_KIND', amount: 10_000n });
  if (n % 16 === 4) components.push({ ...always, kind: 'BENEFIT_IN_KIND', basis: 'NET', amount: 8_055n });
  if (n % 9 === 2) components.push({ ...always, kind: 'DEDUCTION', amount: 3_333n });
  if (n % 23 === 9) components.push({ ...always, kind: 'COURT_ORDER', amount: 0n, measure: 25n });
  for (const month of [3, 6, 9, 12]) {
    if (!isThere(month)) continue;
    const once = { ...plain, from: day(month, 1), known: month } as const;
    if (n % 4 === 2) components.push({ ...once, kind: 'BONUS', amount: 25_050n });
    if (n % 12 === 7) components.push({ ...once, kind: 'BONUS', basis: 'NET', amount: 10_000n });
    if (n % 15 === 7) components.push({ ...once, kind: 'OVERTIME', amount: 0n, measure: 10n });
    if (n % 21 === 8) components.push({ ...once, kind: 'ADVANCE', amount: 15_000n });
  }
  return components;
}

/** An account at a bank that there is, with its check digits. */
function ibanOf(n: number): string {
  const account = `NB${String(n).padStart(16, '0')}`;
  const digits = Array.from(`${account}GE00`, (sign) => String(parseInt(sign, 36))).join('');
  return `GE${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}
