import type { TransactionSql } from '#db/client.ts';
import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';

/** The years that the books were opened for. */
interface OpenedYears {
  readonly first: number | null;
  readonly last: number | null;
}

async function openedYears(sql: TransactionSql, companyId: string): Promise<OpenedYears> {
  const [row] = await sql<OpenedYears[]>`
    /* openedYears */ select min(year) as first, max(year) as last from reporting.periods
    where company_id = ${companyId}`;
  return row ?? { first: null, last: null };
}

/**
 * Reads days that a report was asked for and demands that the books were opened for them: a report of days without books
 * would be empty and pass for zero.
 * @throws DomainError BAD_USER_INPUT naming the day.
 */
export async function demandDays(
  sql: TransactionSql,
  companyId: string,
  days: Readonly<Record<string, string>>,
): Promise<void> {
  const { first, last } = await openedYears(sql, companyId);
  for (const [field, day] of Object.entries(days)) {
    const year = Number(day.slice(0, 4));
    if (first === null || last === null) throw badInput(field, day, 'no year of the books was opened');
    if (year < first || year > last)
      throw badInput(
        field,
        day,
        `outside the books, which are open from ${String(first)} to ${String(last)}`,
      );
  }
}

/** @throws DomainError BAD_USER_INPUT naming the field: malformed, or the first day after the last. */
export function parseSpan(
  given: { readonly from: string; readonly to: string },
  fields: { readonly from: string; readonly to: string } = { from: 'from', to: 'to' },
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const from = parseDate(given.from, fields.from);
  const to = parseDate(given.to, fields.to);
  if (from > to) throw badInput(fields.from, from, `is after ${fields.to}`);
  return { from, to };
}

/** The span of a comparative; null without one. @throws DomainError BAD_USER_INPUT naming the day that is missing. */
export function parseComparative(given: {
  readonly compareFrom?: string | null | undefined;
  readonly compareTo?: string | null | undefined;
}): { readonly from: CalendarDate; readonly to: CalendarDate } | null {
  const [from, to] = [given.compareFrom ?? null, given.compareTo ?? null];
  if (from === null && to === null) return null;
  if (from === null) throw badInput('compareFrom', null, 'a comparative needs its first day, too');
  if (to === null) throw badInput('compareTo', null, 'a comparative needs its last day, too');
  return parseSpan({ from, to }, { from: 'compareFrom', to: 'compareTo' });
}

/** Number of the last posting that was known at a moment; null for all that are known now. */
export async function positionAt(
  sql: TransactionSql,
  companyId: string,
  knownAt: string | null,
): Promise<number | null> {
  if (knownAt === null) return null;
  const [row] = await sql<{ seq: number }[]>`
    /* positionAt */ select coalesce(max(seq), 0)::int as seq from (
      select seq from reporting.transactions
      where company_id = ${companyId} and recorded_at <= ${knownAt}::timestamptz
      order by recorded_at desc, seq desc limit 1) last`;
  return row?.seq ?? 0;
}
