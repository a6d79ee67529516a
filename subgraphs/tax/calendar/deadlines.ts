import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { extraDaysOff } from '../rates/queries.ts';
import { daysOfPeriod, termOf, type Deadline, type Period, type Term } from './deadline.ts';

/** The deadlines of the law: all, or those with a code. */
export async function listDeadlines(database: Database, code?: string): Promise<Deadline[]> {
  const rows = await database.sql<Deadline[]>`
    /* deadlines */
    select code, tax, kind, applies_to as "appliesTo", valid_from as "validFrom", valid_to as "validTo",
           months_after as "monthsAfter", years_after as "yearsAfter", month, day, source, title_ka as "titleKa",
           title_en as "titleEn", form_ka as "formKa", form_en as "formEn"
    from tax.deadlines where ${code ?? null}::text is null or code = ${code ?? null} order by code, valid_from`;
  return rows.map((row) => ({ ...row }));
}

/**
 * The term of the deadline with this code, for a month or a year as the deadline is.
 * @throws DomainError BAD_USER_INPUT naming `code`, `month` or `year`.
 */
export async function termNamed(
  database: Database,
  {
    code,
    year,
    month = null,
  }: { readonly code: string; readonly year: number; readonly month?: number | null | undefined },
): Promise<Term> {
  const [deadline] = await listDeadlines(database, code);
  if (deadline === undefined) throw badInput('code', code, 'there is no such deadline');
  if ((deadline.monthsAfter === null) !== (month === null))
    throw badInput('month', month, month === null ? 'this return is monthly' : 'this return is yearly');
  return termOfPeriod(database, code, { year, month });
}

const FIRST_YEAR = 2000;
const LAST_YEAR = 2199;

/** @throws DomainError BAD_USER_INPUT naming `year` or `month`. */
export function demandPeriod({ year, month }: Period): void {
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw badInput('year', year, `a year from ${FIRST_YEAR} to ${LAST_YEAR} is needed`);
  if (month !== null && (month < 1 || month > 12)) throw badInput('month', month, 'a month is 1 to 12');
}

/**
 * When the return of a period is due.
 * @throws DomainError BAD_USER_INPUT naming `year` when the law of that period is not known here.
 */
export async function termOfPeriod(database: Database, code: string, period: Period): Promise<Term> {
  demandPeriod(period);
  const [deadlines, extra] = await Promise.all([listDeadlines(database, code), extraDaysOff(database)]);
  const { first } = daysOfPeriod(period);
  const holds = ({
    validFrom,
    validTo,
  }: {
    validFrom: CalendarDate;
    validTo: CalendarDate | null;
  }): boolean => validFrom <= first && (validTo === null || first <= validTo);
  const deadline = deadlines.find(holds);
  if (deadline === undefined) throw badInput('year', period.year, 'the law of this period is not known');
  return termOf(deadline, period, extra);
}
