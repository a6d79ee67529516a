import {
  GEL_MINOR_UNITS,
  parseAmount,
  parseScaled,
  RATE_DECIMALS,
  type Amount,
} from '#shared/domain/money.ts';
import { monthBefore, monthKey } from '#shared/domain/date.ts';
import type { EarnedMonth } from '../absences/average-pay.ts';
import type { CourtOrder, PayComponent } from '../components/component.ts';
import type { CostCentre } from '../employments/employment.ts';
import type { PayBasis } from '../employments/pay-basis.ts';
import { payOfGross, type Pay, type PayCircumstances } from '../pay/calculate.ts';
import type { Rates } from '../pay/exchange.ts';
import type { PayRules } from '../pay/rules.ts';
import {
  earnedByWork,
  earningsOf,
  grossUp,
  shareByWeight,
  shareOf,
  shown,
  type Earning,
} from './earnings.ts';
import { basisInGel } from './in-gel.ts';
import type { CostShare, EarnedFor, KeptCode, Obstacle, Payslip, PayslipLine } from './payslip.ts';

/** What a posted run has paid to the employee. */
export interface PaidBefore {
  readonly year: number;
  readonly month: number;
  readonly number: number;
  /** Year of the day of payment: that of the income, of which relief and the State's share are reckoned. */
  readonly payYear: number;
  readonly gross: Amount;
  readonly relief: Amount;
  readonly earned: Amount;
  readonly workedDays: number;
  readonly months: readonly { readonly month: string; readonly gross: Amount }[];
}

/** From an income of the year above this, the State adds this share (in the scale of `RATE_DECIMALS`). */
export interface StateBracket {
  readonly above: Amount;
  readonly share: bigint;
}

/** What of the law holds for a pay: the rates of the day of payment, the share for sickness of the month itself. */
export interface PayTerms {
  readonly payYear: number;
  /** Of currencies that pay was agreed in. */
  readonly rates: Rates;
  readonly rules: PayRules;
  /** Share of the average pay for days of sickness, in the scale of `RATE_DECIMALS`. */
  readonly sickPayShare: bigint;
}

export interface Reckoning {
  readonly basis: PayBasis;
  /** A correction carries the difference to what was paid for its month, and nothing else. */
  readonly isCorrection: boolean;
  readonly before: readonly PaidBefore[];
  /** Months of the past that may be other than they were when they were paid. */
  readonly past: readonly PayBasis[];
  /** What court orders have taken so far, by component. */
  readonly taken: ReadonlyMap<string, Amount>;
  readonly terms: PayTerms;
  /** Those under which months of the past were paid: what was right then is no difference now. */
  readonly pastTerms: ReadonlyMap<string, PayTerms>;
  /** The lowest first. */
  readonly stateBrackets: readonly StateBracket[];
}

/** Pay of so many months before counts for the average; who has worked in none of them is paid as agreed. */
const AVERAGE_OVER_MONTHS = 12;

/**
 * The payslip of one employee in one run. Pure: the same from the same. Null when a correction has nothing to pay; what
 * was paid too much is set off by the next pay of a month, as far as that goes, and by those after it.
 */
export function reckonPayslip(reckoning: Reckoning): Payslip | null {
  const { before, terms, isCorrection } = reckoning;
  const { basis, missing } = basisInGel(reckoning.basis, terms.rates);
  const isRateMissing = missing.length > 0 || isPastRateMissing(reckoning);
  const { rules } = terms;
  const circumstances = circumstancesOf(basis, terms, before);
  const own = isCorrection ? [] : earningsOf(basis, groundsOf(before, terms, basis));
  const differences = (isCorrection ? [basis] : reckoning.past)
    .map((month) => ({ month: monthOf(month), amount: differenceOf(reckoning, month) }))
    .filter(({ amount }) => amount !== 0n)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  if (isCorrection && (differences[0]?.amount ?? 0n) <= 0n) return null;
  // The month's own gross is what it is without arrears: reckoned again later, it must come to the same.
  const gross = grossUp(own, circumstances, rules);
  const { arrears, isWhole } = setOff(gross.pay.gross, differences);
  const besides = arrears.reduce((sum, { amount }) => sum + amount, 0n);
  const pay = besides === 0n ? gross.pay : payOfGross(gross.pay.gross + besides, circumstances, rules);
  const kept = keepBack(reckoning, pay, benefitsIn(gross.earnings));
  return {
    employeeId: basis.employeeId,
    employeeVersion: isWhole ? basis.employeeVersion : 0,
    gross: shown(pay.gross),
    employeePension: shown(pay.employeePension),
    relief: shown(pay.relief),
    taxable: shown(pay.taxable),
    incomeTax: shown(pay.incomeTax),
    net: shown(pay.net),
    employerPension: shown(pay.employerPension),
    statePension: shown(circumstances.isPensionParticipant ? statePension(reckoning, pay.gross) : 0n),
    ...kept.sums,
    earned: shown(isCorrection ? 0n : earnedByWork(gross)),
    workedDays: isCorrection ? 0 : workedDays(basis),
    lines: [...gross.earnings.map(lineOf), ...arrears.map(arrearsLine), ...kept.lines],
    months: monthsPaid(basis, isCorrection, gross.pay.gross, arrears),
    costs: costsOf(basis, gross.earnings, besides, pay.employerPension),
    obstacles: [
      ...(basis.pension === null ? (['NO_PENSION_DECISION'] as const) : []),
      ...(isRateMissing ? (['NO_EXCHANGE_RATE'] as const) : []),
      ...kept.obstacles,
    ],
  };
}

/** Whether a month of the past was agreed in a currency that nobody has named a rate for: its difference cannot be told. */
function isPastRateMissing({ past, pastTerms }: Reckoning): boolean {
  return past.some(
    (month) => basisInGel(month, pastTerms.get(monthOf(month))?.rates ?? new Map()).missing.length > 0,
  );
}

function monthOf({ year, month }: { readonly year: number; readonly month: number }): string {
  return monthKey(year, month);
}

/**
 * Relief that is left is what the year of payment grants less what those pays, and times before, have used of it. Pay of
 * December that is paid in January is income of January, and uses the new year's.
 */
function circumstancesOf(
  basis: PayBasis,
  { payYear: year }: PayTerms,
  before: readonly PaidBefore[],
): PayCircumstances {
  const usedBefore = year === basis.year ? (basis.relief?.usedBefore ?? 0n) : 0n;
  const used = before
    .filter(({ payYear }) => payYear === year)
    .reduce((sum, { relief }) => sum + relief, usedBefore);
  const left = (basis.relief?.yearlyAmount ?? 0n) - used;
  return {
    isPensionParticipant: basis.pension?.decision === 'PARTICIPATES',
    relief: left > 0n ? left : 0n,
  };
}

function groundsOf(before: readonly PaidBefore[], { sickPayShare }: PayTerms, basis: PayBasis) {
  const first = monthBefore(basis.year, basis.month, AVERAGE_OVER_MONTHS);
  const months: EarnedMonth[] = before
    .filter((paid) => paid.number === 1 && monthOf(paid) >= first && monthOf(paid) < monthOf(basis))
    .sort((a, b) => (monthOf(a) < monthOf(b) ? 1 : -1))
    .map(({ earned, workedDays }) => ({ earned, workedDays }));
  return { before: months, sickPayShare };
}

/** Gross that a month should have had, less what was paid for it by all runs. */
function differenceOf(reckoning: Reckoning, agreed: PayBasis): Amount {
  const key = monthOf(agreed);
  const { before, pastTerms } = reckoning;
  const terms = pastTerms.get(key);
  if (terms === undefined) throw new Error(`${key} was not paid and is compared with what was`);
  const { basis: month } = basisInGel(agreed, terms.rates);
  // What the month itself used of the relief is no reason to use less of it now.
  const circumstances = circumstancesOf(
    month,
    terms,
    before.filter((paid) => monthOf(paid) < key),
  );
  const due = grossUp(earningsOf(month, groundsOf(before, terms, month)), circumstances, terms.rules).pay
    .gross;
  const paid = before.flatMap(({ months }) => months).filter((one) => one.month === key);
  return due - paid.reduce((sum, { gross }) => sum + gross, 0n);
}

interface Arrears {
  readonly month: string;
  readonly amount: Amount;
}

/** Differences as they fit: what is paid too little is added, what was paid too much taken as far as there is pay. */
function setOff(
  gross: Amount,
  differences: readonly Arrears[],
): { readonly arrears: readonly Arrears[]; readonly isWhole: boolean } {
  let left = differences.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), gross);
  let isWhole = true;
  const arrears = differences.flatMap(({ month, amount }) => {
    const fits = amount < -left ? -left : amount;
    if (amount < 0n) left += fits;
    if (fits !== amount) isWhole = false;
    return fits === 0n ? [] : [{ month, amount: fits }];
  });
  return { arrears, isWhole };
}

function lineOf(earning: Earning & { readonly gross: Amount }): PayslipLine {
  const { code, componentId, name, basis, quantity, unit, rate, exchange, gross } = earning;
  return {
    ...{ code, componentId, name, basis, quantity, unit, rate },
    ...(exchange !== undefined && { exchange }),
    amount: shown(gross),
    month: null,
  };
}

function arrearsLine({ month, amount }: Arrears): PayslipLine {
  const nothing = { componentId: null, name: null, basis: null, quantity: null, unit: null, rate: null };
  return { code: 'ARREARS', ...nothing, amount: shown(amount), month };
}

/** Benefits are received already: gross ones by their value, net ones by what they were promised to be worth. */
function benefitsIn(earnings: readonly Earning[]): Amount {
  return earnings.reduce((sum, { code, amount }) => (code === 'BENEFIT_IN_KIND' ? sum + amount : sum), 0n);
}

/** Court orders by their priority, then advances, then other deductions, each as far as there is pay. */
function keepBack({ basis, isCorrection, taken }: Reckoning, pay: Pay, wantedBenefits: Amount) {
  const benefits = wantedBenefits < pay.net ? wantedBenefits : pay.net;
  const obstacles: Obstacle[] = wantedBenefits > pay.net ? ['BENEFITS_ABOVE_NET'] : [];
  const sums: Record<KeptCode, Amount> = { COURT_ORDER: 0n, ADVANCE: 0n, DEDUCTION: 0n };
  const lines: PayslipLine[] = [];
  let left = pay.net - benefits;
  const keep = (code: KeptCode, component: PayComponent, wanted: Amount, rate: string | null): void => {
    const amount = wanted < left ? wanted : left;
    if (amount <= 0n) return;
    left -= amount;
    sums[code] += amount;
    const { id, name } = component;
    const nothing = { basis: null, quantity: null, unit: null, month: null };
    lines.push({ code, componentId: id, name, ...nothing, rate, amount: shown(amount) });
  };
  const components = basis.employments.flatMap((employment) => employment.components);
  const orders = components.filter((one): one is CourtOrder => one.kind === 'COURT_ORDER');
  for (const order of orders.sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))) {
    // A fixed sum a month was taken with the pay of the month already.
    if (isCorrection && order.share === null) continue;
    keep('COURT_ORDER', order, courtOrder(order, pay.net, taken), order.share ?? order.amount);
  }
  if (!isCorrection)
    for (const kind of ['ADVANCE', 'DEDUCTION'] as const)
      for (const one of components)
        if (one.kind === kind)
          keep(kind, one, parseAmount(one.amount, GEL_MINOR_UNITS, 'amount'), one.amount);
  return {
    lines,
    obstacles,
    sums: {
      benefits: shown(benefits),
      courtOrders: shown(sums.COURT_ORDER),
      advances: shown(sums.ADVANCE),
      deductions: shown(sums.DEDUCTION),
      netToPay: shown(left),
    },
  };
}

function courtOrder(order: CourtOrder, net: Amount, taken: ReadonlyMap<string, Amount>): Amount {
  const share = (text: string): Amount => shareOf(net, parseScaled(text, RATE_DECIMALS, 'share'));
  const gel = (text: string): Amount => parseAmount(text, GEL_MINOR_UNITS, 'amount');
  const wanted = order.share === null ? gel(order.amount ?? '0') : share(order.share);
  const limits = [
    ...(order.mostShare === null ? [] : [share(order.mostShare)]),
    ...(order.totalLimit === null ? [] : [gel(order.totalLimit) - (taken.get(order.id) ?? 0n)]),
  ];
  return limits.reduce((least, limit) => (limit < least ? limit : least), wanted);
}

/** What the State adds: marginally, by the income of the year of payment. */
function statePension({ before, terms, stateBrackets }: Reckoning, gross: Amount): Amount {
  const earlier = before
    .filter(({ payYear }) => payYear === terms.payYear)
    .reduce((sum, paid) => sum + paid.gross, 0n);
  const upTo = (income: Amount): Amount =>
    stateBrackets.reduce((sum, { above, share }, index) => {
      const next = stateBrackets[index + 1]?.above;
      const top = next !== undefined && next < income ? next : income;
      return top <= above ? sum : sum + shareOf(top - above, share);
    }, 0n);
  return upTo(earlier + gross) - upTo(earlier);
}

function workedDays({ employments }: PayBasis): number {
  return employments.flatMap(({ segments }) => segments).reduce((sum, { workedDays: days }) => sum + days, 0);
}

function monthsPaid(
  basis: PayBasis,
  isCorrection: boolean,
  own: Amount,
  arrears: readonly Arrears[],
): EarnedFor[] {
  return [
    ...(isCorrection ? [] : [{ month: monthOf(basis), gross: shown(own) }]),
    ...arrears.map(({ month, amount }) => ({ month, gross: shown(amount) })),
  ];
}

/** Arrears cost where the employee works now. The employer's pension follows the gross by the largest remainder. */
function costsOf(
  { employments }: PayBasis,
  earnings: readonly (Earning & { readonly gross: Amount })[],
  arrears: Amount,
  employerPension: Amount,
): CostShare[] {
  const centres = new Map<string, { readonly centre: CostCentre | null; gross: Amount }>();
  const add = (centre: CostCentre | null, gross: Amount): void => {
    if (gross === 0n) return;
    const key = JSON.stringify([centre?.name, centre?.value]);
    const known = centres.get(key) ?? { centre, gross: 0n };
    known.gross += gross;
    centres.set(key, known);
  };
  for (const { costCentre, gross } of earnings) add(costCentre, gross);
  add(employments[0]?.segments.at(-1)?.terms.costCentre ?? null, arrears);
  const shares = [...centres.values()];
  const pensions = shareByWeight(
    employerPension,
    shares.map(({ gross }) => (gross > 0n ? gross : 0n)),
  );
  return shares.map(({ centre, gross }, index) => ({
    name: centre?.name ?? null,
    value: centre?.value ?? null,
    gross: shown(gross),
    employerPension: shown(pensions[index] ?? 0n),
  }));
}
