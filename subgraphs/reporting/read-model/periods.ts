import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';

/** Writes down which months of the books are open, by the ledger's log. */
export async function notePeriods(
  sql: TransactionSql,
  { companyId, type, data }: StoredEvent,
): Promise<void> {
  if (type === 'FiscalYearOpened') {
    const { year, periods } = data as { year: number; periods: readonly { month: number }[] };
    const months = periods.map(({ month }) => month);
    await sql`
      /* keepYear */ insert into reporting.periods (company_id, year, month, is_open)
      select ${companyId}, ${year}, m, true from unnest(${months}::int[]) as m
      on conflict (company_id, year, month) do update set is_open = true`;
  } else if (type === 'PeriodClosed' || type === 'PeriodReopened') {
    const { year, month } = data as { year: number; month: number };
    await sql`
      /* keepPeriod */ update reporting.periods set is_open = ${type === 'PeriodReopened'}
      where company_id = ${companyId} and year = ${year} and month = ${month}`;
  }
}
