import { TETRI, type Amount } from '#shared/domain/money.ts';
import type { Month } from './months.ts';

/** How what an asset costs becomes expense; NONE for what does not wear out, as land (IAS 16.58). */
export const DEPRECIATION_METHODS = ['STRAIGHT_LINE', 'UNITS_OF_PRODUCTION', 'NONE'] as const;
export type DepreciationMethod = (typeof DEPRECIATION_METHODS)[number];

/** What depreciation starts from; all amounts in lari. */
export interface Terms {
  readonly method: DepreciationMethod;
  /** The first month that is depreciated here; null as long as the asset is not in use. */
  readonly start: Month | null;
  readonly cost: Amount;
  /** What was depreciated before. */
  readonly accumulated: Amount;
  readonly residual: Amount;
  /** Months of life from `start` on; null where they do not count. */
  readonly months: number | null;
  /** Units that are left at `start`, in their millionths; null where they do not count. */
  readonly units: bigint | null;
}

/** What is otherwise from a month on; what is not named stays. Nothing of it reaches back. */
export interface Step {
  readonly from: Month;
  /** True when it happens behind the depreciation of the month: a part leaves when the month is depreciated. */
  readonly isBehind?: boolean;
  /** Added to cost, or taken away from it. */
  readonly cost?: Amount;
  /** Added to what is depreciated: below zero for what leaves with a part of the asset. */
  readonly accumulated?: Amount;
  readonly residual?: Amount;
  readonly method?: DepreciationMethod;
  /** Months of life, or units, from this month on. */
  readonly months?: number | null;
  readonly units?: bigint | null;
  /** True when nothing is left of the asset. */
  readonly isEnd?: boolean;
}

/** All that the depreciation of an asset follows from. */
export interface AssetLife {
  readonly terms: Terms;
  /** In the order in which they are to be taken within a month. */
  readonly steps: readonly Step[];
  /** Units of months, in their millionths. */
  readonly units: ReadonlyMap<Month, bigint>;
}

/** A month of an asset: what it takes, and how the asset stands behind it. */
export interface DepreciatedMonth {
  readonly month: Month;
  readonly amount: Amount;
  readonly accumulated: Amount;
  readonly carrying: Amount;
}

export interface Depreciated {
  readonly months: readonly DepreciatedMonth[];
  readonly cost: Amount;
  readonly accumulated: Amount;
  readonly residual: Amount;
  readonly method: DepreciationMethod;
  /** Of the life, behind the last month. */
  readonly monthsLeft: number | null;
  readonly unitsLeft: bigint | null;
  /** The month whose units nobody has said, at which it stops. */
  readonly missingUnits: Month | null;
}

/** No life is longer: with what was changed again and again it must end all the same. */
const LATEST: Month = 2400 * 12;

/**
 * The depreciation of an asset up to a month, or to its end. A pure function of its life: whatever was booked must be what
 * this says. Each month takes what was left when its terms began, divided by the months or units that were left then, half up
 * to the tetri and never more than is left; the last takes the rest, so that the residual value remains to the tetri.
 * @returns the months, and how the asset stands when the month behind the last begins
 */
export function depreciate(life: AssetLife, until: Month = LATEST): Depreciated {
  const { terms } = life;
  let { cost, accumulated, residual, method, months, units } = terms;
  let [base, baseMonths, baseUnits] = [left(), months, units];
  const steps = [...life.steps].sort((a, b) => placeOf(a) - placeOf(b));
  const result: DepreciatedMonth[] = [];
  let missingUnits: Month | null = null;
  let next = 0;
  let isEnded = false;
  function left(): Amount {
    const rest = cost - accumulated - residual;
    return rest > 0n ? rest : 0n;
  }
  function takeSteps(place: number): void {
    const first = next;
    for (let step = steps[next]; step !== undefined && placeOf(step) <= place; step = steps[++next]) {
      cost += step.cost ?? 0n;
      accumulated += step.accumulated ?? 0n;
      residual = step.residual ?? residual;
      method = step.method ?? method;
      if (step.months !== undefined) months = step.months;
      if (step.units !== undefined) units = step.units;
      isEnded ||= step.isEnd === true;
    }
    if (next > first) [base, baseMonths, baseUnits] = [left(), months, units];
  }

  for (let month = terms.start ?? until + 1; month <= until; month++) {
    takeSteps(beginOf(month));
    const isDone = left() === 0n || method === 'NONE';
    if (isEnded || (isDone && next === steps.length)) break;
    let amount = 0n;
    if (method === 'UNITS_OF_PRODUCTION' && left() > 0n) {
      const produced = life.units.get(month);
      if (produced === undefined) {
        missingUnits = month;
        break;
      }
      units = (units ?? 0n) - produced;
      amount = units <= 0n ? left() : share(base, produced, baseUnits ?? 1n, left());
    } else if (method === 'STRAIGHT_LINE') {
      amount = (months ?? 1) <= 1 ? left() : share(base, 1n, BigInt(baseMonths ?? 1), left());
    }
    if (months !== null && months > 0) months -= 1;
    accumulated += amount;
    takeSteps(beginOf(month) + 1);
    result.push({ month, amount, accumulated, carrying: cost - accumulated });
  }
  if (missingUnits === null) takeSteps(beginOf(until + 1));
  return {
    months: result,
    cost,
    accumulated,
    residual,
    method,
    monthsLeft: months,
    unitsLeft: units,
    missingUnits,
  };
}

/** A part of an amount, half up to the tetri, and no more than is left. */
function share(amount: Amount, part: bigint, whole: bigint, most: Amount): Amount {
  const unit = TETRI * whole;
  const rounded = ((2n * amount * part + unit) / (2n * unit)) * TETRI;
  return rounded > most ? most : rounded;
}

/** Where the beginning of a month is among the steps; behind its depreciation is one more. */
function beginOf(month: Month): number {
  return month * 2;
}

function placeOf({ from, isBehind = false }: Step): number {
  return beginOf(from) + (isBehind ? 1 : 0);
}
