import { dayAfter, dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { WorkingTime } from '../calendar/working-time.ts';
import type { Employment } from '../employments/employment.ts';
import type { Absence, AbsenceKind, LeaveRules } from './absence.ts';
import { maternityDays } from './state-paid.ts';
import { accruedLeave, daysBetween, monthsLater, takenLeave } from './leave.ts';

export type AbsenceWarning =
  | 'RIGHT_NOT_YET_ARISEN'
  | 'BEYOND_BALANCE'
  | 'UNPAID_BEYOND_YEARLY_DAYS'
  | 'SICK_TOO_LONG_IN_A_ROW'
  | 'SICK_TOO_LONG_IN_SIX_MONTHS'
  | 'MATERNITY_TOO_LONG';

/** What somebody should look at before a new absence stands beside the others of the same employment. */
export function warningsOf(
  absence: Absence,
  employment: Employment,
  others: readonly Absence[],
  rules: LeaveRules,
  workingTime: WorkingTime,
): readonly AbsenceWarning[] {
  const all = [...others, absence];
  switch (absence.kind) {
    case 'PAID_LEAVE': {
      const left =
        accruedLeave(employment.start, absence.to, rules) -
        takenLeave(employment, all, absence.to, workingTime);
      return [
        ...only(absence.from < rightFrom(employment, rules), 'RIGHT_NOT_YET_ARISEN'),
        ...only(left < 0n, 'BEYOND_BALANCE'),
      ];
    }
    case 'UNPAID_LEAVE': {
      const year = absence.from.slice(0, 4);
      const days = daysWithin(all, 'UNPAID_LEAVE', `${year}-01-01`, `${year}-12-31`);
      return only(days > rules.unpaidLeaveDays, 'UNPAID_BEYOND_YEARLY_DAYS');
    }
    case 'SICK_LEAVE': {
      const since = dayAfter(monthsLater(absence.to, -6));
      return [
        ...only(daysInARow(all, absence) > rules.sickDaysInARow, 'SICK_TOO_LONG_IN_A_ROW'),
        ...only(
          daysWithin(all, 'SICK_LEAVE', since, absence.to) > rules.sickDaysInSixMonths,
          'SICK_TOO_LONG_IN_SIX_MONTHS',
        ),
      ];
    }
    case 'MATERNITY':
      return only(maternityDays(absence, others) > rules.maternityDays, 'MATERNITY_TOO_LONG');
  }
}

/** First day on which there is a right to paid leave. */
export function rightFrom({ start }: Pick<Employment, 'start'>, rules: LeaveRules): CalendarDate {
  return monthsLater(start, rules.rightAfterMonths);
}

function only(isSo: boolean, warning: AbsenceWarning): AbsenceWarning[] {
  return isSo ? [warning] : [];
}

/** Calendar days of a kind from the first day to the last. */
function daysWithin(
  absences: readonly Absence[],
  kind: AbsenceKind,
  first: CalendarDate,
  last: CalendarDate,
): number {
  return absences
    .filter((one) => one.kind === kind && one.from <= last && one.to >= first)
    .reduce((days, { from, to }) => {
      const begin = from > first ? from : first;
      const end = to < last ? to : last;
      return days + daysBetween(begin, end) + 1;
    }, 0);
}

/** Calendar days of sickness that follow each other without a day between them, this one among them. */
function daysInARow(absences: readonly Absence[], { from, to }: Absence): number {
  const sick = absences.filter(({ kind }) => kind === 'SICK_LEAVE');
  let [first, last] = [from, to];
  for (let before = sick.find((one) => one.to === dayBefore(first)); before !== undefined;) {
    first = before.from;
    before = sick.find((one) => one.to === dayBefore(first));
  }
  for (let after = sick.find((one) => one.from === dayAfter(last)); after !== undefined;) {
    last = after.to;
    after = sick.find((one) => one.from === dayAfter(last));
  }
  return daysBetween(first, last) + 1;
}
