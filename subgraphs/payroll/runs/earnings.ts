import {
  convertExactly,
  formatAmount,
  GEL_MINOR_UNITS,
  parseAmount,
  roundHalfUp,
  roundToTetri,
  TETRI,
  type Amount,
} from '#shared/domain/money.ts';
import { averagePay, type EarnedMonth } from '../absences/average-pay.ts';
import { formatLeaveDays } from '../absences/leave.ts';
import type { PayComponent } from '../components/component.ts';
import type { AgreedBasis, CostCentre } from '../employments/employment.ts';
import type { EmploymentBasis, PayBasis } from '../employments/pay-basis.ts';
import { overtimePay, salaryParts, type SalaryPart } from '../employments/salary.ts';
import { payOfGross, payOfNet, type Pay, type PayCircumstances } from '../pay/calculate.ts';
import type { Exchange } from '../pay/exchange.ts';
import type { PayRules } from '../pay/rules.ts';
import type { EarningCode } from './payslip.ts';

/** Something earned in a month, as it was promised: gross or net. */
export interface Earning {
  readonly code: EarningCode;
  readonly componentId: string | null;
  readonly name: string | null;
  readonly basis: AgreedBasis;
  readonly quantity: string | null;
  readonly unit: 'DAYS' | 'HOURS' | null;
  readonly rate: string | null;
  /** By which rate the agreed pay came to be GEL. */
  readonly exchange?: Exchange | undefined;
  readonly amount: Amount;
  readonly costCentre: CostCentre | null;
}

/** What earnings of a month rest on besides the contract. */
export interface EarningGrounds {
  /** Months before it, the latest first. */
  readonly before: readonly EarnedMonth[];
  /** Share of the average pay for days of sickness, in the scale of `RATE_DECIMALS`. */
  readonly sickPayShare: bigint;
}

const DAY = 100n;

/** Everything that was earned in the month: worked days, leave and sickness by average pay, components. Pure. */
export function earningsOf({ employments }: PayBasis, grounds: EarningGrounds): Earning[] {
  return employments.flatMap((employment) => {
    const parts = salaryParts(employment);
    return [
      ...parts.map((part) => ofDays(part, grounds)),
      ...employment.components.flatMap((component) => ofComponent(component, employment) ?? []),
      ...ofLeaveLeft(employment, parts, grounds),
    ];
  });
}

const CODES = {
  WORKED: 'SALARY',
  PAID_LEAVE: 'PAID_LEAVE',
  UNPAID_LEAVE: 'UNPAID_LEAVE',
  SICK_LEAVE: 'SICK_LEAVE',
  MATERNITY: 'MATERNITY',
} as const;

function ofDays(part: SalaryPart, { before, sickPayShare }: EarningGrounds): Earning {
  const { terms, exchange } = part.segment;
  const common = {
    code: CODES[part.kind],
    componentId: null,
    name: null,
    quantity: String(part.days),
    unit: 'DAYS',
    rate: terms.pay.amount,
    exchange,
    costCentre: terms.costCentre,
  } as const;
  const average = averagePay(before, BigInt(part.days) * DAY);
  switch (part.kind) {
    case 'WORKED':
      return { ...common, basis: part.basis, amount: part.amount };
    case 'PAID_LEAVE':
      return average === null
        ? { ...common, basis: part.basis, amount: part.amount }
        : { ...common, basis: 'GROSS', amount: average };
    case 'SICK_LEAVE':
      return average === null
        ? { ...common, basis: part.basis, amount: shareOf(part.amount, sickPayShare) }
        : { ...common, basis: 'GROSS', amount: shareOf(average, sickPayShare) };
    // Unpaid leave earns nothing, and maternity is paid by the State.
    case 'UNPAID_LEAVE':
    case 'MATERNITY':
      return { ...common, basis: 'GROSS', amount: 0n };
  }
}

/** Null for what is kept back, which is no earning. */
function ofComponent(component: PayComponent, employment: EmploymentBasis): Earning | null {
  const { segments, monthWorkingDays } = employment;
  const terms = segments.findLast(({ from }) => from <= component.from)?.terms ?? segments[0]?.terms;
  if (terms === undefined) return null;
  const common = { componentId: component.id, name: component.name, costCentre: terms.costCentre } as const;
  switch (component.kind) {
    case 'OVERTIME':
      return {
        ...common,
        code: 'OVERTIME',
        basis: terms.pay.basis,
        quantity: component.hours,
        unit: 'HOURS',
        rate: component.multiplier,
        amount: overtimePay(terms, monthWorkingDays, component),
      };
    case 'BONUS':
    case 'COMMISSION':
    case 'ALLOWANCE':
    case 'BENEFIT_IN_KIND':
      return {
        ...common,
        code: component.kind,
        basis: component.basis,
        quantity: null,
        unit: null,
        rate: component.amount,
        amount: parseAmount(component.amount, GEL_MINOR_UNITS, 'amount'),
      };
    case 'DEDUCTION':
    case 'ADVANCE':
    case 'COURT_ORDER':
      return null;
  }
}

/**
 * Leave that is left when somebody leaves is paid by average pay, or by the agreed one where nothing was worked before. More
 * leave taken than earned is told with what it is worth, and not kept back: whether it may be is a matter of the contract, and
 * who has decided so adds a deduction.
 */
function ofLeaveLeft(
  { leaveToSettle, segments }: EmploymentBasis,
  parts: readonly SalaryPart[],
  { before }: EarningGrounds,
): Earning[] {
  const last = segments.at(-1);
  if (leaveToSettle === null || leaveToSettle === 0n || last === undefined) return [];
  const leave = leaveToSettle < 0n ? -leaveToSettle : leaveToSettle;
  const average = averagePay(before, leave);
  const agreed = parts.filter(({ basis }) => basis === last.terms.pay.basis);
  const days = BigInt(agreed.reduce((sum, part) => sum + part.days, 0)) * DAY;
  const whole = agreed.reduce((sum, part) => sum + part.amount, 0n);
  const byAgreement = days === 0n ? 0n : roundHalfUp(whole * leave, days * TETRI) / days;
  const worth = average ?? byAgreement;
  const isOverdrawn = leaveToSettle < 0n;
  return [
    {
      code: isOverdrawn ? 'LEAVE_OVERDRAWN' : 'LEAVE_COMPENSATION',
      componentId: null,
      name: null,
      basis: average === null && !isOverdrawn ? last.terms.pay.basis : 'GROSS',
      quantity: formatLeaveDays(leave),
      unit: 'DAYS',
      rate: isOverdrawn ? formatAmount(worth) : last.terms.pay.amount,
      amount: isOverdrawn ? 0n : worth,
      costCentre: last.terms.costCentre,
    },
  ];
}

/** Earnings after net ones were grossed up: each in gross, with the pay that all of them make together. */
export interface Grossed {
  readonly pay: Pay;
  readonly earnings: readonly (Earning & { readonly gross: Amount })[];
}

/**
 * Grosses up what was promised net, on top of everything that is gross; what that costs is shared out over the net ones
 * in proportion, so that the lines sum to the gross pay.
 */
export function grossUp(
  earnings: readonly Earning[],
  circumstances: PayCircumstances,
  rules: PayRules,
): Grossed {
  const sum = (some: readonly Earning[]): Amount => some.reduce((total, { amount }) => total + amount, 0n);
  const promisedNet = earnings.filter(({ basis }) => basis === 'NET');
  const gross = sum(earnings.filter(({ basis }) => basis === 'GROSS'));
  const net = sum(promisedNet);
  const onGross = payOfGross(gross, circumstances, rules);
  const pay = net === 0n ? onGross : payOfNet(onGross.net + net, circumstances, rules);
  const shares = shareByWeight(
    pay.gross - gross,
    promisedNet.map(({ amount }) => amount),
  );
  const grossOf = new Map(promisedNet.map((earning, index) => [earning, shares[index] ?? 0n]));
  return { pay, earnings: earnings.map((one) => ({ ...one, gross: grossOf.get(one) ?? one.amount })) };
}

/**
 * Shares an amount out by weights that are not negative, to the tetri: the tetri that are left go to the parts that lost
 * most by rounding down, the earlier first. Everything goes to the first part when nothing has weight.
 */
export function shareByWeight(amount: Amount, weights: readonly bigint[]): Amount[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) return weights.map((_weight, index) => (index === 0 ? amount : 0n));
  const tetri = amount / TETRI;
  const parts = weights.map((weight, index) => {
    const exact = tetri * weight;
    return { index, tetri: exact / whole, lost: exact % whole };
  });
  let left = tetri - parts.reduce((sum, part) => sum + part.tetri, 0n);
  const shares = parts.map((part) => part.tetri);
  for (const { index } of [...parts].sort((a, b) =>
    a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1,
  )) {
    if (left === 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left--;
  }
  return shares.map((share) => share * TETRI);
}

/** Earnings by which average pay is reckoned: what was earned by work, not what was paid for days without it. */
export function earnedByWork({ earnings }: Grossed): Amount {
  const counted: readonly EarningCode[] = ['SALARY', 'OVERTIME', 'BONUS', 'COMMISSION', 'ALLOWANCE'];
  return earnings.reduce((sum, { code, gross }) => (counted.includes(code) ? sum + gross : sum), 0n);
}

export function shareOf(amount: Amount, share: bigint): Amount {
  return roundToTetri(convertExactly(amount, share));
}

export const shown = (amount: Amount): string => formatAmount(amount);
