import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';

interface YearOpened {
  readonly year: number;
  readonly periods: readonly { readonly month: number }[];
}

interface MonthChanged {
  readonly year: number;
  readonly month: number;
}

/** Writes down which months of the books are open, by the ledger's log. */
export async function noteMonths(sql: TransactionSql, { companyId, type, data }: StoredEvent): Promise<void> {
  if (type === 'FiscalYearOpened') {
    const { year, periods } = data as YearOpened;
    const months = periods.map(({ month }) => month);
    await sql`
      /* noteYear */ insert into inventory.months (company_id, year, month, is_open)
      select ${companyId}, ${year}, m, true from unnest(${months}::int[]) as m
      on conflict (company_id, year, month) do update set is_open = true`;
  } else if (type === 'PeriodClosed' || type === 'PeriodReopened') {
    const { year, month } = data as MonthChanged;
    await sql`
      /* noteMonth */ update inventory.months set is_open = ${type === 'PeriodReopened'}
      where company_id = ${companyId} and year = ${year} and month = ${month}`;
  }
}
