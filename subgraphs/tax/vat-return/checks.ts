import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { totalVat, type Figure, type FilledForm } from './form.ts';

export const CHECK_NAMES = ['OUTPUT', 'REVERSE_CHARGE', 'INPUT', 'NET', 'UNPLACED'] as const;
/** What is compared: a part of the return, the net amount, or VAT that no box of the form takes. */
export type CheckName = (typeof CHECK_NAMES)[number];

/** An equality that must hold between the return and the books, GEL. */
export interface Check {
  readonly name: CheckName;
  /** What the documents say. */
  readonly expected: string;
  /** What the books say: how the VAT accounts moved in the month. */
  readonly actual: string;
  /** actual − expected. */
  readonly difference: string;
}

/**
 * How the VAT accounts of each part moved in the month, settlements apart, GEL: output and reverse charge credited, input
 * debited.
 */
export interface Movement {
  readonly output: string;
  readonly reverseCharge: string;
  readonly input: string;
}

/** Holds a filled form against the movement of the VAT accounts. Pure. */
export function checkAgainstBooks({ figures, net, unplaced }: FilledForm, movement: Movement): Check[] {
  const moved = [movement.output, movement.reverseCharge, movement.input].map(parseDatabaseAmount);
  const [output = 0n, reverseCharge = 0n, input = 0n] = moved;
  return [
    compared('OUTPUT', vatOf(figures, 'OUTPUT'), output),
    compared('REVERSE_CHARGE', vatOf(figures, 'REVERSE_CHARGE'), reverseCharge),
    compared('INPUT', vatOf(figures, 'INPUT'), input),
    compared('NET', parseDatabaseAmount(net), output + reverseCharge - input),
    compared('UNPLACED', 0n, parseDatabaseAmount(unplaced)),
  ];
}

export function hasDifference(checks: readonly Check[]): boolean {
  return checks.some(({ difference }) => parseDatabaseAmount(difference) !== 0n);
}

function vatOf(figures: readonly Figure[], part: Figure['part']): bigint {
  return parseDatabaseAmount(totalVat(figures, part));
}

function compared(name: CheckName, expected: bigint, actual: bigint): Check {
  return {
    name,
    expected: formatAmount(expected),
    actual: formatAmount(actual),
    difference: formatAmount(actual - expected),
  };
}
