import { badInput } from '#shared/domain/errors.ts';
import { parseScaled } from '#shared/domain/money.ts';
import { WEEKDAYS, type Weekday, type WorkSchedule } from './working-time.ts';

export interface GivenSchedule {
  readonly weekdays: readonly Weekday[];
  readonly hoursPerDay: string;
}

const HOUR = 100n;
/** Forty hours a week, 48 in enterprises of a specific regime (Labour Code, article 24); the rest is overtime. */
const MOST_WEEKLY_HOURS = 48n;

/**
 * A schedule with its days in order.
 * @throws DomainError BAD_USER_INPUT naming the field.
 */
export function checkSchedule(given: GivenSchedule, field: string): WorkSchedule {
  const weekdays = WEEKDAYS.filter((day) => given.weekdays.includes(day));
  if (weekdays.length === 0) throw badInput(`${field}.weekdays`, given.weekdays, 'no day is worked');
  if (weekdays.length !== given.weekdays.length)
    throw badInput(`${field}.weekdays`, given.weekdays, 'a day is named twice');
  const hours = parseScaled(given.hoursPerDay, 2, `${field}.hoursPerDay`);
  if (hours <= 0n || hours > 24n * HOUR)
    throw badInput(`${field}.hoursPerDay`, given.hoursPerDay, 'must be more than 0 and at most 24');
  if (hours * BigInt(weekdays.length) > MOST_WEEKLY_HOURS * HOUR)
    throw badInput(`${field}.hoursPerDay`, given.hoursPerDay, 'makes more than 48 hours a week');
  return { weekdays, hoursPerDay: formatHours(hours) };
}

/** Hours in hundredths, without zeros at the end. */
export function formatHours(hours: bigint): string {
  const digits = hours.toString().padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -2) : `${digits.slice(0, -2)}.${fraction}`;
}
