import { dayBefore, parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { unreachable, type Decision } from '#shared/domain/decider.ts';
import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import { formatLeaveDays, parseLeaveDays } from '../absences/leave.ts';
import { FIVE_DAYS } from '../calendar/working-time.ts';
import { checkCurrency } from '../pay/exchange.ts';
import { checkSchedule, type GivenSchedule } from '../calendar/schedule.ts';
import { demandEmployment, factOf, type EmployeeFile } from '../employees/file.ts';
import type {
  AgreedBasis,
  AgreedPay,
  CostCentre,
  Employment,
  EmploymentEvent,
  EmploymentTerms,
  EndReason,
  PayUnit,
} from './employment.ts';
import { termsOn } from './employment.ts';

export interface GivenPay {
  readonly amount: string;
  readonly unit: PayUnit;
  readonly basis: AgreedBasis;
  readonly currency?: string | null | undefined;
}

/** Absent means "as it was". */
export interface GivenTerms {
  readonly position?: string | null | undefined;
  readonly costCentre?: CostCentre | null | undefined;
  readonly schedule?: GivenSchedule | null | undefined;
  readonly pay?: GivenPay | null | undefined;
}

export type EmploymentCommand =
  | {
      readonly type: 'BeginEmployment';
      readonly employeeId: string;
      readonly id: string;
      readonly given: GivenTerms & {
        readonly start: string;
        readonly end?: string | null | undefined;
        readonly isSecondary?: boolean | null | undefined;
        readonly position: string;
        readonly pay: GivenPay;
        readonly leaveTakenBefore?: string | null | undefined;
      };
    }
  | {
      readonly type: 'ChangeEmploymentTerms';
      readonly employeeId: string;
      readonly id: string;
      readonly given: GivenTerms & { readonly from: string };
    }
  | {
      readonly type: 'EndEmployment';
      readonly employeeId: string;
      readonly id: string;
      readonly end: string;
      readonly reason: EndReason;
    };

export interface EmploymentResult {
  readonly employmentId: string;
}

/**
 * Contracts that are as asked for already yield no event. Pure.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT naming the field.
 */
export function decideEmployment(command: EmploymentCommand, file: EmployeeFile): Decision<EmploymentResult> {
  const { employeeId, id } = command;
  if (file.employee === null) throw notFound('employeeId', employeeId);
  const before = file.employments.find((employment) => employment.id === id);
  const event = changed(command, file);
  demandApart(event.data, file.employments);
  const isSame = JSON.stringify(before) === JSON.stringify(event.data);
  return { events: isSame ? [] : [factOf(employeeId, file, event)], result: { employmentId: id } };
}

function changed(command: EmploymentCommand, file: EmployeeFile): EmploymentEvent {
  switch (command.type) {
    case 'BeginEmployment':
      return { type: 'EmploymentBegun', data: begun(command.id, command.given) };
    case 'ChangeEmploymentTerms': {
      const employment = demandEmployment(file, command.id, 'id');
      return { type: 'EmploymentTermsChanged', data: withTerms(employment, command.given) };
    }
    case 'EndEmployment': {
      const employment = demandEmployment(file, command.id, 'id');
      const end = parseDate(command.end, 'end');
      if (end < employment.start) throw badInput('end', end, `before the first day, ${employment.start}`);
      const beyond = file.absences.find(({ employmentId, to }) => employmentId === command.id && to > end);
      if (beyond !== undefined)
        throw badInput('end', end, `an absence lasts until ${beyond.to}; cancel it first`);
      // Terms of days that will not come are no terms.
      const terms = employment.terms.filter(({ from }) => from <= end);
      return { type: 'EmploymentEnded', data: { ...employment, end, endReason: command.reason, terms } };
    }
    default:
      return unreachable(command);
  }
}

function begun(
  id: string,
  given: Extract<EmploymentCommand, { type: 'BeginEmployment' }>['given'],
): Employment {
  const start = parseDate(given.start, 'start');
  const end = given.end === null || given.end === undefined ? null : parseDate(given.end, 'end');
  if (end !== null && end < start) throw badInput('end', end, `before the first day, ${start}`);
  const leave = parseLeaveDays(given.leaveTakenBefore ?? '0', 'leaveTakenBefore');
  if (leave < 0n || leave > MOST_LEAVE)
    throw badInput('leaveTakenBefore', given.leaveTakenBefore, 'must be between 0 and 1000 days');
  return {
    id,
    start,
    end,
    endReason: null,
    isSecondary: given.isSecondary ?? false,
    terms: [
      {
        from: start,
        position: checkPosition(given.position),
        costCentre: checkCostCentre(given.costCentre ?? null),
        schedule: given.schedule ? checkSchedule(given.schedule, 'schedule') : FIVE_DAYS,
        pay: checkPay(given.pay),
      },
    ],
    leaveTakenBefore: formatLeaveDays(leave),
  };
}

const MOST_LEAVE = 100_000n;
const MOST_TERMS = 200;

function withTerms(
  employment: Employment,
  given: Extract<EmploymentCommand, { type: 'ChangeEmploymentTerms' }>['given'],
): Employment {
  const from = parseDate(given.from, 'from');
  if (from < employment.start) throw badInput('from', from, `before the first day, ${employment.start}`);
  if (employment.end !== null && from > employment.end)
    throw badInput('from', from, `after the last day, ${employment.end}`);
  const was = termsOn(employment, from);
  const terms: EmploymentTerms = {
    from,
    position: given.position ? checkPosition(given.position) : was.position,
    costCentre: given.costCentre === undefined ? was.costCentre : checkCostCentre(given.costCentre),
    schedule: given.schedule ? checkSchedule(given.schedule, 'schedule') : was.schedule,
    pay: given.pay ? checkPay(given.pay) : was.pay,
  };
  if (JSON.stringify({ ...was, from }) === JSON.stringify(terms)) return employment;
  const others = employment.terms.filter((one) => one.from !== from);
  if (others.length >= MOST_TERMS) throw badInput('from', from, `more than ${String(MOST_TERMS)} terms`);
  const all = [...others, terms].sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ...employment, terms: all };
}

/**
 * An employee has one main contract at a time. Others must be marked as secondary, and two contracts for the same
 * position at the same time are one.
 */
function demandApart(employment: Employment, all: readonly Employment[]): void {
  for (const other of all) {
    if (other.id === employment.id || !overlap(employment, other)) continue;
    const [later] = [employment.start, other.start].sort().reverse();
    const day: CalendarDate = later ?? employment.start;
    if (!employment.isSecondary && !other.isSecondary)
      throw badInput(
        'start',
        employment.start,
        `overlaps with the contract from ${other.start} to ${other.end ?? 'no end'}`,
      );
    if (termsOn(employment, day).position === termsOn(other, day).position)
      throw badInput(
        'position',
        termsOn(employment, day).position,
        `the contract from ${other.start} is for the same position`,
      );
  }
}

function overlap(one: Employment, other: Employment): boolean {
  return (
    (one.end === null || dayBefore(other.start) < one.end) &&
    (other.end === null || dayBefore(one.start) < other.end)
  );
}

function checkPosition(position: string): string {
  return parseText(position, 'position', 150);
}

function checkCostCentre(given: CostCentre | null): CostCentre | null {
  if (given === null) return null;
  return {
    name: parseText(given.name, 'costCentre.name', 50),
    value: parseText(given.value, 'costCentre.value', 100),
  };
}

function checkPay({ amount: text, unit, basis, currency }: GivenPay): AgreedPay {
  const isForeign = currency !== null && currency !== undefined && currency !== FUNCTIONAL_CURRENCY;
  if (isForeign) checkCurrency(currency, 'pay.currency');
  const amount = parseAmount(text, GEL_MINOR_UNITS, 'pay.amount');
  if (amount <= 0n) throw badInput('pay.amount', text, 'a pay is more than zero');
  return { amount: formatAmount(amount), unit, basis, ...(isForeign && { currency }) };
}
