import {
  GEL_MINOR_UNITS,
  parseAmount,
  parseScaled,
  roundHalfUp,
  TETRI,
  type Amount,
} from '#shared/domain/money.ts';
import { ABSENCE_KINDS, type AbsenceKind } from '../absences/absence.ts';
import type { EmploymentBasis, PaySegment } from './pay-basis.ts';
import type { AgreedBasis, EmploymentTerms } from './employment.ts';

/** A part of an agreed pay: what was agreed for so many working days of a segment, worked or absent. */
export interface SalaryPart {
  readonly segment: PaySegment;
  readonly kind: 'WORKED' | AbsenceKind;
  readonly days: number;
  readonly basis: AgreedBasis;
  /** What was agreed for these days, GEL: for absences it says what is not earned by work. */
  readonly amount: Amount;
}

const HOURS = 10_000n;

/**
 * The agreed pay of a month shared out over what its days were spent on: of a monthly pay each working day is worth the
 * same, of an hourly one each hour. The parts sum to the whole, which is rounded once, half up: the tetri that remain go
 * to the parts that lost most by rounding down, the earlier first. Pays agreed gross and net are kept apart.
 */
export function salaryParts({ segments, monthWorkingDays }: EmploymentBasis): readonly SalaryPart[] {
  const parts = segments.flatMap((segment) =>
    (['WORKED', ...ABSENCE_KINDS] as const)
      .map((kind) => ({
        segment,
        kind,
        days: kind === 'WORKED' ? segment.workedDays : segment.absentDays[kind],
        basis: segment.terms.pay.basis,
      }))
      .filter(({ days }) => days > 0),
  );
  const shared = new Map<object, Amount>();
  for (const basis of ['GROSS', 'NET'] as const) {
    const some = parts.filter((part) => part.basis === basis);
    const worth = some.map((part) => exactWorth(part.segment.terms, part.days, monthWorkingDays));
    shareOut(worth, BigInt(monthWorkingDays) * HOURS).forEach((amount, index) => {
      const part = some[index];
      if (part !== undefined) shared.set(part, amount);
    });
  }
  return parts.map((part) => ({ ...part, amount: shared.get(part) ?? 0n }));
}

/**
 * What an hour is worth times a number of hours, GEL, half up: overtime of `hours` at `multiplier`. An hour of a monthly
 * pay is its share of the hours that the month has by the schedule.
 */
export function overtimePay(
  terms: EmploymentTerms,
  monthWorkingDays: number,
  given: { readonly hours: string; readonly multiplier: string },
): Amount {
  const pay = amountOf(terms);
  const times = parseScaled(given.hours, 4, 'hours') * parseScaled(given.multiplier, 4, 'multiplier');
  const { unit } = terms.pay;
  const hours = unit === 'HOURLY' ? HOURS : BigInt(monthWorkingDays) * hoursPerDay(terms);
  // Hours and multiplier bring four decimals each; the hours of the month take four of them away.
  const divisor = hours * HOURS;
  return hours === 0n ? 0n : roundHalfUp(pay * times, divisor * TETRI) / divisor;
}

/** Shares a sum of exact parts (in units of 1/divisor) out in whole tetri, which sum to the rounded whole. */
export function shareOut(exact: readonly bigint[], divisor: bigint): Amount[] {
  if (divisor === 0n) return exact.map(() => 0n);
  const unit = divisor * TETRI;
  const whole = roundHalfUp(
    exact.reduce((sum, part) => sum + part, 0n),
    unit,
  );
  const amounts = exact.map((part) => part / unit);
  let left = whole / unit - amounts.reduce((sum, part) => sum + part, 0n);
  const order = exact
    .map((part, index) => ({ lost: part % unit, index }))
    .sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1));
  for (const { index } of order) {
    if (left === 0n) break;
    amounts[index] = (amounts[index] ?? 0n) + 1n;
    left--;
  }
  return amounts.map((tetri) => tetri * TETRI);
}

/** Worth of so many days, in units of 1 / (working days of the month × HOURS). */
function exactWorth(terms: EmploymentTerms, days: number, monthWorkingDays: number): bigint {
  const pay = amountOf(terms) * BigInt(days);
  return terms.pay.unit === 'HOURLY' ? pay * hoursPerDay(terms) * BigInt(monthWorkingDays) : pay * HOURS;
}

function amountOf({ pay }: EmploymentTerms): Amount {
  return parseAmount(pay.amount, GEL_MINOR_UNITS, 'pay.amount');
}

function hoursPerDay({ schedule }: EmploymentTerms): bigint {
  return parseScaled(schedule.hoursPerDay, 4, 'schedule.hoursPerDay');
}
