import { YEAR, type Component, type Person, type Terms, type Tetri } from './people.ts';

/** What somebody is paid for a month, tetri: reckoned here by itself, with nothing of the system's. */
export interface Pay {
  readonly gross: Tetri;
  readonly employeePension: Tetri;
  readonly relief: Tetri;
  readonly taxable: Tetri;
  readonly incomeTax: Tetri;
  readonly net: Tetri;
  readonly employerPension: Tetri;
  readonly statePension: Tetri;
  readonly benefits: Tetri;
  readonly courtOrders: Tetri;
  readonly advances: Tetri;
  readonly deductions: Tetri;
  readonly netToPay: Tetri;
  /** Gross by cost centre; the one without a name is ''. */
  readonly centres: ReadonlyMap<string, Tetri>;
}

/** What is remembered of a month for those after it. */
interface Remembered {
  readonly payYear: number;
  readonly gross: Tetri;
  readonly relief: Tetri;
  readonly earned: Tetri;
  readonly days: number;
}

/** What months have paid so far: by all runs, for a month, and what was earned in it. */
export interface Memory {
  readonly months: Map<number, Remembered>;
  readonly paidFor: Map<number, Tetri>;
}

export const noMemory = (): Memory => ({ months: new Map(), paidFor: new Map() });

/** Public holidays of 2025 (Labour Code, article 30; Easter was on 20 April). */
const HOLIDAYS = new Set(
  '01-01 01-02 01-07 01-19 03-03 03-08 04-09 04-18 04-19 04-20 04-21 05-09 05-12 05-17 05-26 08-28 10-14 11-23'.split(
    ' ',
  ),
);

function isWorked(month: number, of: number): boolean {
  const weekday = new Date(Date.UTC(YEAR, month - 1, of)).getUTCDay();
  const key = `${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
  return weekday > 0 && weekday < 6 && !HOLIDAYS.has(key);
}

const date = (month: number, of: number): string =>
  `${String(YEAR)}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;
const lengthOf = (month: number): number => new Date(Date.UTC(YEAR, month, 0)).getUTCDate();
/** Half up, of what is not negative. */
const half = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);
const total = (parts: readonly bigint[]): bigint => parts.reduce((sum, part) => sum + part, 0n);

/** Shares a whole out by exact parts: rounded down, and the tetri that are left to those who lost most. */
function share(whole: bigint, weights: readonly bigint[], of: bigint): bigint[] {
  const shares = weights.map((weight) => (of === 0n ? 0n : weight / of));
  const byLoss = weights
    .map((weight, at) => ({ at, loss: of === 0n ? 0n : weight % of }))
    .sort((a, b) => (b.loss > a.loss ? 1 : b.loss < a.loss ? -1 : a.at - b.at));
  for (let left = whole - total(shares), next = 0; left > 0n; left--, next++) {
    const at = byLoss[next]?.at ?? 0;
    shares[at] = (shares[at] ?? 0n) + 1n;
  }
  return shares;
}

function payOf(gross: Tetri, isInScheme: boolean, reliefLeft: Tetri) {
  const employeePension = isInScheme ? half(gross * 2n, 100n) : 0n;
  const rest = gross - employeePension;
  const relief = reliefLeft < rest ? reliefLeft : rest;
  const taxable = rest - relief;
  const incomeTax = half(taxable * 20n, 100n);
  return { gross, employeePension, relief, taxable, incomeTax, net: rest - incomeTax };
}

/** The least gross for a net, by halving. */
function grossFor(net: Tetri, isInScheme: boolean, reliefLeft: Tetri): Tetri {
  let [low, high] = [0n, 2n * net + 100n];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (payOf(middle, isInScheme, reliefLeft).net >= net) high = middle;
    else low = middle + 1n;
  }
  return low;
}

interface Earned {
  readonly amount: Tetri;
  readonly isNet: boolean;
  readonly centre: string;
  /** Whether average pay is made of it. */
  readonly isWork: boolean;
  readonly isBenefit: boolean;
}

interface Month {
  readonly lines: readonly (Earned & { readonly gross: Tetri })[];
  readonly gross: Tetri;
  readonly days: number;
}

/** Average pay of so many hundredths of days, by the last three months in which there was work. */
function average(memory: Memory, month: number, hundredths: bigint): Tetri | null {
  const known = [...memory.months]
    .filter(([of, { days }]) => of < month && days > 0)
    .sort(([a], [b]) => b - a)
    .slice(0, 3)
    .map(([, one]) => one);
  const days = known.reduce((sum, one) => sum + one.days, 0);
  return days === 0 ? null : half(total(known.map(({ earned }) => earned)) * hundredths, BigInt(days) * 100n);
}

const KINDS = ['WORKED', 'PAID_LEAVE', 'UNPAID_LEAVE', 'SICK_LEAVE'] as const;

/** Everything earned in a month, as it is known in the run of a month. */
function earnedIn(person: Person, month: number, knownBy: number, memory: Memory, reliefLeft: Tetri): Month {
  const terms = person.terms.filter((one) => one.known <= knownBy);
  const end = person.end !== null && person.end.known <= knownBy ? person.end.date : null;
  const parts: { terms: Terms; kind: (typeof KINDS)[number]; days: number }[] = [];
  let workingDays = 0;
  for (let of = 1; of <= lengthOf(month); of++) {
    if (!isWorked(month, of)) continue;
    workingDays++;
    const today = date(month, of);
    if (today < person.start || (end !== null && today > end)) continue;
    const agreed = terms.findLast(({ from }) => from <= today) ?? terms[0];
    if (agreed === undefined) throw new Error('nothing was agreed');
    const absence = person.absences.find(
      (one) => one.known <= knownBy && one.from <= today && today <= one.to,
    );
    const kind = absence?.kind ?? 'WORKED';
    const part = parts.find((one) => one.terms === agreed && one.kind === kind);
    if (part === undefined) parts.push({ terms: agreed, kind, days: 1 });
    else part.days++;
  }
  parts.sort(
    (a, b) =>
      terms.indexOf(a.terms) - terms.indexOf(b.terms) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
  );
  const worth = parts.map((part) => part.terms.amount * BigInt(part.days));
  const agreedFor = share(half(total(worth), BigInt(workingDays)), worth, BigInt(workingDays));
  const earned = parts.map((part, at): Earned => {
    const own = {
      centre: part.terms.centre ?? '',
      isNet: part.terms.basis === 'NET',
      isWork: false,
      isBenefit: false,
    };
    const byAgreement = agreedFor[at] ?? 0n;
    if (part.kind === 'WORKED') return { ...own, amount: byAgreement, isWork: true };
    if (part.kind === 'UNPAID_LEAVE') return { ...own, amount: 0n, isNet: false };
    const byAverage = average(memory, month, BigInt(part.days) * 100n);
    return byAverage === null ? { ...own, amount: byAgreement } : { ...own, amount: byAverage, isNet: false };
  });
  for (const component of person.components) {
    const amount = earningOf(component, person, month, knownBy, workingDays, terms);
    if (amount === null) continue;
    const at = terms.findLast(({ from }) => from <= component.from) ?? terms[0];
    const isNet = component.kind === 'OVERTIME' ? at?.basis === 'NET' : component.basis === 'NET';
    const isBenefit = component.kind === 'BENEFIT_IN_KIND';
    // A recurring one is borne by the first cost centre of the month, one of a day by that of the day.
    const centre = centreOf(component, terms, month);
    earned.push({ amount, isNet, centre, isWork: !isBenefit, isBenefit });
  }
  if (end?.startsWith(date(month, 1).slice(0, 7)) === true) {
    const left = leaveLeft(person, end, knownBy);
    if (left > 0n) {
      const amount = average(memory, month, left);
      if (amount === null) throw new Error('whoever leaves has worked before');
      const centre = terms.findLast(({ from }) => from <= end)?.centre ?? '';
      earned.push({ amount, isNet: false, centre, isWork: false, isBenefit: false });
    }
  }
  const grossOnes = total(earned.filter(({ isNet }) => !isNet).map(({ amount }) => amount));
  const nets = earned.filter(({ isNet }) => isNet).map(({ amount }) => amount);
  const promised = total(nets);
  const wanted = payOf(grossOnes, person.isInScheme, reliefLeft).net + promised;
  const gross = promised === 0n ? grossOnes : grossFor(wanted, person.isInScheme, reliefLeft);
  const grossed = share(
    gross - grossOnes,
    nets.map((net) => net * (gross - grossOnes)),
    promised,
  );
  let next = 0;
  const lines = earned.map((one) => ({ ...one, gross: one.isNet ? (grossed[next++] ?? 0n) : one.amount }));
  const days = parts.filter(({ kind }) => kind === 'WORKED').reduce((sum, part) => sum + part.days, 0);
  return { lines, gross, days };
}

function centreOf(component: Component, terms: readonly Terms[], month: number): string {
  const since = component.from < date(month, 1) ? date(month, 1) : component.from;
  return (terms.findLast(({ from }) => from <= since) ?? terms[0])?.centre ?? '';
}

/** Whether a component belongs to the month. */
function applies({ known, isRecurring, from }: Component, month: number, knownBy: number): boolean {
  if (known > knownBy || from > date(month, lengthOf(month))) return false;
  return isRecurring || from >= date(month, 1);
}

function earningOf(
  component: Component,
  person: Person,
  month: number,
  knownBy: number,
  workingDays: number,
  terms: readonly Terms[],
): Tetri | null {
  if (!applies(component, month, knownBy)) return null;
  if (component.kind === 'BONUS' || component.kind === 'BENEFIT_IN_KIND') return component.amount;
  if (component.kind !== 'OVERTIME') return null;
  const agreed = (terms.findLast(({ from }) => from <= component.from) ?? terms[0])?.amount ?? 0n;
  // Hours at one and a half, of an hour that is an eighth of a day.
  return half(agreed * component.measure * 3n, BigInt(workingDays) * 8n * 2n);
}

/** Leave left on the last day, in hundredths: a twelfth of 24 days a month, less what was taken. */
function leaveLeft(person: Person, end: string, knownBy: number): bigint {
  const [startYear = 0, startMonth = 0, startDay = 0] = person.start.split('-').map(Number);
  const after = Date.parse(`${end}T00:00:00Z`) + 86_400_000;
  const begun = (months: number): number => Date.UTC(startYear, startMonth - 1 + months, startDay);
  let months = 0;
  while (begun(months + 1) <= after) months++;
  const days = BigInt(Math.round((after - begun(months)) / 86_400_000));
  const of = BigInt(Math.round((begun(months + 1) - begun(months)) / 86_400_000));
  const accrued = half(2_400n * (BigInt(months) * of + days), 12n * of);
  let taken = person.leaveTakenBefore;
  for (const { kind, from, to, known } of person.absences) {
    if (kind !== 'PAID_LEAVE' || known > knownBy) continue;
    const month = Number(from.slice(5, 7));
    for (let of = Number(from.slice(8)); of <= Number(to.slice(8)); of++)
      if (isWorked(month, of)) taken += 100n;
  }
  return accrued - taken;
}

/** Relief that is left for a pay: that of the year of payment, less what pays before it in that year have used. */
function reliefFor(
  { relief }: Person,
  payYear: number,
  before: Memory,
  months: (of: number) => boolean,
): Tetri {
  if (relief === null) return 0n;
  const used = [...before.months]
    .filter(([of, one]) => months(of) && one.payYear === payYear)
    .map(([, one]) => one.relief);
  const left = relief.yearly - (payYear === YEAR ? relief.usedBefore : 0n) - total(used);
  return left > 0n ? left : 0n;
}

/** December is paid in January. */
export const payYearOf = (month: number): number => (month === 12 ? YEAR + 1 : YEAR);

/** What the State adds to a pension, of an income of a year. */
function stateShare(income: Tetri): Tetri {
  const upTo = (limit: bigint): bigint => (income < limit ? income : limit);
  const [low, high] = [2_400_000n, 6_000_000n];
  return half(upTo(low) * 2n, 100n) + (income > low ? half(upTo(high) - low, 100n) : 0n);
}

/** The pay of a month's run, remembered for those after it; null for whoever is not employed in the month. */
export function recompute(person: Person, month: number, memory: Memory): Pay | null {
  const isGone = person.end !== null && person.end.known <= month && person.end.date < date(month, 1);
  if (person.known > month || isGone) return null;
  const payYear = payYearOf(month);
  const reliefLeft = reliefFor(person, payYear, memory, () => true);
  const own = earnedIn(person, month, month, memory, reliefLeft);
  // What was decided on late: what months before should have come to, less what was paid for them.
  let arrears = 0n;
  for (const late of person.terms.filter(({ known, from }) => known === month && from < date(month, 1))) {
    const past = Number(late.from.slice(5, 7));
    const reliefThen = reliefFor(person, payYearOf(past), memory, (of) => of < past);
    const difference =
      earnedIn(person, past, month, memory, reliefThen).gross - (memory.paidFor.get(past) ?? 0n);
    memory.paidFor.set(past, (memory.paidFor.get(past) ?? 0n) + difference);
    arrears += difference;
  }
  const pay = payOf(own.gross + arrears, person.isInScheme, reliefLeft);
  const employerPension = person.isInScheme ? half(pay.gross * 2n, 100n) : 0n;
  const income = total(
    [...memory.months.values()].filter((one) => one.payYear === payYear).map(({ gross }) => gross),
  );
  const statePension = person.isInScheme ? stateShare(income + pay.gross) - stateShare(income) : 0n;
  const benefits = total(own.lines.filter(({ isBenefit }) => isBenefit).map(({ amount }) => amount));
  let left = pay.net - benefits;
  const keep = (wanted: Tetri): Tetri => {
    const kept = wanted < left ? wanted : left;
    left -= kept;
    return kept;
  };
  const kept = (kind: Component['kind'], wanted: (component: Component) => Tetri): Tetri =>
    total(
      person.components
        .filter((one) => one.kind === kind && applies(one, month, month))
        .map((one) => keep(wanted(one))),
    );
  const courtOrders = kept('COURT_ORDER', ({ measure }) => half(pay.net * measure, 100n));
  const advances = kept('ADVANCE', ({ amount }) => amount);
  const deductions = kept('DEDUCTION', ({ amount }) => amount);
  const centres = new Map<string, Tetri>();
  const bear = (centre: string, gross: Tetri): void => {
    if (gross !== 0n) centres.set(centre, (centres.get(centre) ?? 0n) + gross);
  };
  for (const { centre, gross } of own.lines) bear(centre, gross);
  bear(
    person.terms.findLast(({ known, from }) => known <= month && from <= date(month, 31))?.centre ?? '',
    arrears,
  );
  const earned = total(own.lines.filter(({ isWork }) => isWork).map(({ gross }) => gross));
  memory.months.set(month, { payYear, gross: pay.gross, relief: pay.relief, earned, days: own.days });
  memory.paidFor.set(month, (memory.paidFor.get(month) ?? 0n) + own.gross);
  const sums = { employerPension, statePension, benefits, courtOrders, advances, deductions };
  return { ...pay, ...sums, netToPay: left, centres };
}
