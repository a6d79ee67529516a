import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Absence, LeaveRules } from './absence.ts';
import { daysBetween } from './leave.ts';

/** Calendar days of a leave that the State pays, and the last of them; null where it pays none. */
export interface StatePaid {
  readonly days: number;
  readonly until: CalendarDate | null;
}

/**
 * What the State pays of a leave for pregnancy, childbirth and child care: its first days, 183 or, after complications or
 * for twins, 200 (Labour Code, article 37); the employer pays and posts nothing. A leave that was entered in pieces, each
 * beginning on the day after the one before it, is one. Null for other absences. Pure.
 *
 * @param others absences of the same employment
 */
export function statePaidOf(
  absence: Absence,
  others: readonly Absence[],
  rules: LeaveRules,
): StatePaid | null {
  if (absence.kind !== 'MATERNITY') return null;
  const whole = maternityUpTo(absence, others);
  const limit = whole.some(({ isComplicated }) => isComplicated === true)
    ? rules.maternityPaidDaysComplicated
    : rules.maternityPaidDays;
  const before = whole.reduce((sum, one) => (one.id === absence.id ? sum : sum + lengthOf(one)), 0);
  const left = Math.max(0, limit - before);
  const days = Math.min(left, lengthOf(absence));
  return { days, until: days === 0 ? null : dayLater(absence.from, days - 1) };
}

/** Calendar days of a leave with those that it follows without a day between them. */
export function maternityDays(absence: Absence, others: readonly Absence[]): number {
  return maternityUpTo(absence, others).reduce((sum, one) => sum + lengthOf(one), 0);
}

function maternityUpTo(absence: Absence, others: readonly Absence[]): Absence[] {
  const pieces = [absence];
  const maternity = others.filter(({ kind, id }) => kind === 'MATERNITY' && id !== absence.id);
  for (let first = absence.from; ;) {
    const before = maternity.find(({ to }) => to === dayBefore(first));
    if (before === undefined) return pieces;
    pieces.push(before);
    first = before.from;
  }
}

function lengthOf({ from, to }: Absence): number {
  return daysBetween(from, to) + 1;
}

function dayLater(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
