import { dayAfter, daysIn, monthKey, type CalendarDate } from '#shared/domain/date.ts';
import { parseAmount, GEL_MINOR_UNITS, type Amount } from '#shared/domain/money.ts';
import { ABSENCE_KINDS, type Absence, type AbsenceKind, type LeaveRules } from '../absences/absence.ts';
import { accruedLeave, takenLeave, type LeaveDays } from '../absences/leave.ts';
import type { Exchange } from '../pay/exchange.ts';
import type { WorkingTime } from '../calendar/working-time.ts';
import { appliesIn, type PayComponent } from '../components/component.ts';
import { pensionOn, reliefOn, type EmployeeDetails, type PensionDecision } from '../employees/employee.ts';
import { termsOn, type Employment, type EmploymentTerms } from './employment.ts';

/** Everything of one employee that a month's pay rests on, as it is kept. */
export interface PayRecord {
  readonly employeeId: string;
  /** Version of the employee's file that all of this is of. */
  readonly employeeVersion: number;
  readonly employee: Pick<EmployeeDetails, 'number' | 'category' | 'pension' | 'reliefs'>;
  /** Those that touch the month. */
  readonly employments: readonly Employment[];
  readonly components: readonly PayComponent[];
  /** Those of these employments, of all times: leave that is left depends on them. */
  readonly absences: readonly Absence[];
}

/** A part of the month under one set of terms. The segments of an employment cover each of its days once. */
export interface PaySegment {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly terms: EmploymentTerms;
  /** By which rate the agreed pay of the terms came to be GEL, once it is; absent where it was agreed in GEL. */
  readonly exchange?: Exchange;
  /** Working days of the segment: those worked and those absent. */
  readonly workingDays: number;
  readonly workedDays: number;
  readonly absentDays: Readonly<Record<AbsenceKind, number>>;
}

/** What is owed for one employment of a month, before any money is reckoned. */
export interface EmploymentBasis {
  readonly employmentId: string;
  readonly isSecondary: boolean;
  readonly start: CalendarDate;
  readonly end: CalendarDate | null;
  /** Working days of the whole month by the schedule in force each day, whether employed or not. */
  readonly monthWorkingDays: number;
  /** In order. */
  readonly segments: readonly PaySegment[];
  /** Components that belong to this month. */
  readonly components: readonly PayComponent[];
  /** Paid leave left on the last day, in hundredths of a working day, where the employment ends this month. */
  readonly leaveToSettle: LeaveDays | null;
}

export interface PayBasis {
  readonly employeeId: string;
  readonly employeeVersion: number;
  readonly employeeNumber: string;
  readonly year: number;
  readonly month: number;
  /** That of the last day of work in the month; null when nobody has decided, and then nobody may be paid. */
  readonly pension: PensionDecision | null;
  /** Relief of the last day of work in the month: the amount a year, and what of it other employers or times have used. */
  readonly relief: {
    readonly ground: string;
    readonly yearlyAmount: Amount;
    readonly usedBefore: Amount;
  } | null;
  readonly employments: readonly EmploymentBasis[];
}

/** What a pay of this month rests on. Pure; null for who is not employed in it. */
export function payBasisOf(
  record: PayRecord,
  { year, month }: { readonly year: number; readonly month: number },
  workingTime: WorkingTime,
  rules: LeaveRules,
): PayBasis | null {
  const first = `${monthKey(year, month)}-01`;
  const last = `${monthKey(year, month)}-${String(daysIn(year, month)).padStart(2, '0')}`;
  const employments = record.employments
    .filter(({ start, end }) => start <= last && (end === null || end >= first))
    .map((employment) => employmentBasis(employment, record, { first, last }, workingTime, rules));
  if (employments.length === 0) return null;
  const lastDay = employments
    .map(({ segments }) => segments.at(-1)?.to ?? last)
    .reduce((latest, day) => (day > latest ? day : latest));
  const relief = reliefOn(record.employee.reliefs, lastDay);
  const gel = (text: string): Amount => parseAmount(text, GEL_MINOR_UNITS, 'relief');
  return {
    employeeId: record.employeeId,
    employeeVersion: record.employeeVersion,
    employeeNumber: record.employee.number,
    year,
    month,
    pension: pensionOn(record.employee.pension, lastDay),
    relief:
      relief === null
        ? null
        : {
            ground: relief.ground,
            yearlyAmount: gel(relief.yearlyAmount),
            // It was used in the year in which the relief begins, and a new year begins anew.
            usedBefore: relief.from.startsWith(String(year)) ? gel(relief.usedBefore) : 0n,
          },
    employments,
  };
}

interface Month {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

function employmentBasis(
  employment: Employment,
  { components, absences }: PayRecord,
  { first, last }: Month,
  workingTime: WorkingTime,
  rules: LeaveRules,
): EmploymentBasis {
  const { id, start, end, isSecondary } = employment;
  const own = absences.filter(({ employmentId }) => employmentId === id);
  const endsNow = end !== null && end >= first && end <= last;
  const segments = segmentsOf(employment, own, { first, last }, workingTime);
  let monthWorkingDays = 0;
  for (let day = first; day <= last; day = dayAfter(day)) {
    if (workingTime.isWorkingDay(day, termsOn(employment, day).schedule)) monthWorkingDays++;
  }
  return {
    employmentId: id,
    isSecondary,
    start,
    end,
    monthWorkingDays,
    segments,
    components: components.filter(
      (component) => component.employmentId === id && appliesIn(component, first, last),
    ),
    leaveToSettle: endsNow
      ? accruedLeave(start, end, rules) - takenLeave(employment, own, end, workingTime)
      : null,
  };
}

function segmentsOf(
  employment: Employment,
  absences: readonly Absence[],
  { first, last }: Month,
  workingTime: WorkingTime,
): PaySegment[] {
  const from = employment.start > first ? employment.start : first;
  const to = employment.end !== null && employment.end < last ? employment.end : last;
  const touching = absences.filter((absence) => absence.from <= to && absence.to >= from);
  const segments: Building[] = [];
  for (let day = from; day <= to; day = dayAfter(day)) {
    const terms = termsOn(employment, day);
    let segment = segments.at(-1);
    if (segment?.terms !== terms) segments.push((segment = begun(day, terms)));
    segment.to = day;
    if (!workingTime.isWorkingDay(day, terms.schedule)) continue;
    segment.workingDays++;
    const absence = touching.find((one) => one.from <= day && day <= one.to);
    if (absence === undefined) segment.workedDays++;
    else segment.absentDays[absence.kind]++;
  }
  return segments;
}

interface Building {
  readonly from: CalendarDate;
  to: CalendarDate;
  readonly terms: EmploymentTerms;
  workingDays: number;
  workedDays: number;
  readonly absentDays: Record<AbsenceKind, number>;
}

function begun(day: CalendarDate, terms: EmploymentTerms): Building {
  const absentDays = Object.fromEntries(ABSENCE_KINDS.map((kind) => [kind, 0])) as Record<
    AbsenceKind,
    number
  >;
  return { from: day, to: day, terms, workingDays: 0, workedDays: 0, absentDays };
}
