import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { CentreCost } from '../postings/accrual.ts';

/** Cost of a run in one cost centre, and who works there; nulls name what has none. */
export interface PeopledCentre extends CentreCost {
  readonly employeeIds: readonly string[];
}

/** People who must share a cost centre for its cost to be posted by itself, unless whoever posts says otherwise. */
export const LEAST_PEOPLE = 3;

/**
 * Costs as they are posted. Whoever reads the books reads what a cost centre costs; where one or two people work, that
 * would be their pay. So centres of fewer people are posted together, without a centre, and the smallest of the others
 * with them while even those together are too few. The sums stay the same. Pure.
 */
export function postedCentres(centres: readonly PeopledCentre[], least: number): CentreCost[] {
  const bySize = [...centres].sort((a, b) => peopleOf([a]) - peopleOf([b]));
  const together = bySize.filter((one) => one.name === null || peopleOf([one]) < least);
  for (const one of bySize) {
    if (together.length === 0 || peopleOf(together) >= least) break;
    if (!together.includes(one)) together.push(one);
  }
  const apart = centres.filter((one) => !together.includes(one));
  return [...(together.length === 0 ? [] : [sumOf(together)]), ...apart];
}

function peopleOf(centres: readonly PeopledCentre[]): number {
  return new Set(centres.flatMap(({ employeeIds }) => employeeIds)).size;
}

function sumOf(centres: readonly CentreCost[]): CentreCost {
  const sum = (field: 'gross' | 'employerPension'): string =>
    formatAmount(centres.reduce((total, centre) => total + parseDatabaseAmount(centre[field]), 0n));
  return { name: null, value: null, gross: sum('gross'), employerPension: sum('employerPension') };
}
