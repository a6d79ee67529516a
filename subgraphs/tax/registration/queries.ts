import type { Database } from '#db/client.ts';
import { dayAfter, daysIn, monthKey, parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, roundHalfUp, TETRI, type Amount } from '#shared/domain/money.ts';
import { addWorkingDays } from '#shared/domain/working-days.ts';
import type { VatRegistration } from '../profile/profile.ts';
import { readProfile } from '../profile/queries.ts';
import { extraDaysOff, ratesOn } from '../rates/queries.ts';
import { todayInGeorgia } from '../vat-return/queries.ts';
import { listDays, listDocuments } from './supplies.ts';
import {
  findCrossing,
  firstDayOfPeriod,
  forecastCrossing,
  TurnoverWindow,
  type Crossing,
  type DayTurnover,
} from './turnover.ts';

export type RegistrationState = 'REGISTERED' | 'BELOW' | 'MUST_REGISTER';
export type RegistrationHint = 'MAY_REGISTER' | 'MAY_DEREGISTER';

/** The operation by which the threshold was exceeded. */
export interface CrossingRow {
  readonly date: CalendarDate;
  readonly documentType: string;
  readonly documentId: string;
  readonly periodFrom: CalendarDate;
  readonly turnover: string;
  readonly applyBy: CalendarDate;
}

/** How a company stands to the duty to register for VAT, amounts in GEL. */
export interface RegistrationWatch {
  readonly asOf: CalendarDate;
  readonly state: RegistrationState;
  readonly threshold: string;
  readonly periodFrom: CalendarDate;
  readonly turnover: string;
  readonly remaining: string;
  readonly crossing: CrossingRow | null;
  readonly forecast: { readonly date: CalendarDate; readonly monthlyAverage: string } | null;
  readonly hints: readonly RegistrationHint[];
}

interface Terms {
  readonly periodMonths: number;
  readonly applyWorkingDays: number;
  readonly leastMonths: number;
}

/** Full calendar months before the day that a forecast goes by. */
const RECENT_MONTHS = 3;
const BEGINNING = '1900-01-01';

/**
 * Watches the turnover up to the end of a day. Without a registration it counts from the day after the last one ended;
 * with one it looks at the last twelve months only, for whether it may end.
 * @throws DomainError BAD_USER_INPUT for a day to come or one whose law is not known.
 */
export async function readRegistrationWatch(
  database: Database,
  companyId: string,
  given: CalendarDate | null,
): Promise<RegistrationWatch> {
  const today = todayInGeorgia();
  const asOf = given === null ? today : parseDate(given, 'asOf');
  if (asOf > today) throw badInput('asOf', asOf, 'lies in the future');
  const threshold = (await ratesOn(database, asOf)).amount('VAT_REGISTRATION_THRESHOLD', 'asOf');
  const terms = await readTerms(database, asOf);
  const { vatRegistrations } = await readProfile(database, companyId);
  const registration = vatRegistrations.find(({ from, to }) => from <= asOf && (to === null || asOf <= to));
  const since = registration ? firstDayOfPeriod(asOf, terms.periodMonths) : endOfLast(vatRegistrations, asOf);

  const days = await listDays(database, companyId, since, asOf);
  const window = new TurnoverWindow(terms.periodMonths);
  // Who is registered crosses nothing any more.
  const found = await findCrossing(window, registration ? OUT_OF_REACH : threshold, days, (date) =>
    listDocuments(database, companyId, date),
  );
  window.enter(asOf);
  const now = window.largest();

  const recent = recentOf(days, asOf);
  const next = registration || found ? null : forecastCrossing(window, threshold, asOf, recent);
  const state = registration ? 'REGISTERED' : found ? 'MUST_REGISTER' : 'BELOW';
  const daysOff = found ? await extraDaysOff(database) : [];
  return {
    asOf,
    state,
    threshold: formatAmount(threshold),
    periodFrom: now.from,
    turnover: formatAmount(now.amount),
    remaining: formatAmount(now.amount < threshold ? threshold - now.amount : 0n),
    crossing: found && crossingOf(found, addWorkingDays(found.date, terms.applyWorkingDays, daysOff)),
    forecast: next === null ? null : { date: next, monthlyAverage: formatAmount(averageOf(recent.amount)) },
    hints: [
      ...(state === 'BELOW' ? (['MAY_REGISTER'] as const) : []),
      ...(registration && now.amount <= threshold && isOlderThan(registration, terms.leastMonths, asOf)
        ? (['MAY_DEREGISTER'] as const)
        : []),
    ],
  };
}

/** No sum of a company's documents comes near it. */
const OUT_OF_REACH: Amount = 10n ** 40n;

function endOfLast(registrations: readonly VatRegistration[], asOf: CalendarDate): CalendarDate {
  const ended = registrations.flatMap(({ to }) => (to !== null && to < asOf ? [to] : []));
  return ended.length === 0 ? BEGINNING : dayAfter(ended.sort().at(-1) ?? BEGINNING);
}

/** Whether so many months of the registration are over by the end of the day. */
function isOlderThan({ from }: VatRegistration, months: number, asOf: CalendarDate): boolean {
  return from <= firstDayOfPeriod(asOf, months);
}

function crossingOf({ date, document, from, amount }: Crossing, applyBy: CalendarDate): CrossingRow {
  const { documentType, documentId } = document;
  return { date, documentType, documentId, periodFrom: from, turnover: formatAmount(amount), applyBy };
}

/** Turnover of the last full months before the month of the day, and how many days they had. */
function recentOf(
  days: readonly DayTurnover[],
  asOf: CalendarDate,
): { readonly amount: Amount; readonly days: number } {
  const [year = 0, month = 0] = asOf.split('-').map(Number);
  const months = Array.from({ length: RECENT_MONTHS }, (_, index) => {
    const ordinal = year * 12 + (month - 1) - (index + 1);
    return { year: Math.floor(ordinal / 12), month: (ordinal % 12) + 1 };
  });
  const keys = new Set(months.map((one) => monthKey(one.year, one.month)));
  return {
    amount: days.reduce((sum, { date, amount }) => (keys.has(date.slice(0, 7)) ? sum + amount : sum), 0n),
    days: months.reduce((sum, one) => sum + daysIn(one.year, one.month), 0),
  };
}

function averageOf(amount: Amount): Amount {
  return roundHalfUp(amount / BigInt(RECENT_MONTHS), TETRI);
}

async function readTerms(database: Database, date: CalendarDate): Promise<Terms> {
  const [terms] = await database.sql<Terms[]>`
    /* vatRegistrationTerms */
    select period_months as "periodMonths", apply_working_days as "applyWorkingDays",
           least_months as "leastMonths"
    from tax.vat_registration_terms
    where valid_from <= ${date}::date and (valid_to is null or valid_to >= ${date}::date)`;
  if (terms === undefined) throw badInput('asOf', date, 'the law of this day is not known here');
  return terms;
}
