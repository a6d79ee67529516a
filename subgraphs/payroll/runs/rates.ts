import type { Database } from '#db/client.ts';
import { lastDayOf, monthKey } from '#shared/domain/date.ts';
import { RATE_DECIMALS } from '#shared/domain/money.ts';
import type { NamedRate } from '../pay/exchange.ts';

/** Currencies other than GEL that pay of a month was agreed in, in the order of their codes. */
export async function readAgreedCurrencies(
  database: Database,
  companyId: string,
  { year, month }: { readonly year: number; readonly month: number },
): Promise<string[]> {
  if (!Number.isInteger(year) || year < 2000 || year > 2200 || month < 1 || month > 12) return [];
  const [first, last] = [`${monthKey(year, month)}-01`, lastDayOf(year, month)];
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ currency: string }[]>`
      /* agreedCurrencies */ select distinct t.terms -> 'pay' ->> 'currency' as currency
      from payroll.employments e
      cross join lateral (
        select x as terms, lead(x ->> 'from') over (order by x ->> 'from') as next
        from jsonb_array_elements(e.terms) x) t
      where e.company_id = ${companyId} and e.start_date <= ${last} and (e.end_date is null or e.end_date >= ${first})
        and t.terms ->> 'from' <= ${last} and (t.next is null or t.next > ${first})
        and t.terms -> 'pay' ? 'currency'
      order by 1`,
  );
  return rows.map(({ currency }) => currency);
}

/**
 * Official rates of these currencies on a day (National Bank of Georgia, as the ledger has them); a currency is left out when
 * the rate of that day is not known: an older one would be another one's.
 */
export async function readOfficialRates(
  database: Database,
  currencies: readonly string[],
  day: string,
): Promise<NamedRate[]> {
  if (currencies.length === 0) return [];
  const rows = await database.sql<NamedRate[]>`
    /* officialRates */ select c.currency, trim_scale(round(o.rate, ${RATE_DECIMALS}))::text as rate
    from unnest(${[...currencies]}::text[]) as c(currency)
    cross join lateral ledger_published.official_rate(c.currency, ${day}) o
    where o.is_asked or o.valid_from = ${day}`;
  return rows.map((row) => ({ ...row }));
}

/**
 * The last rates that runs of pay have named, up to and including those of a month: each currency by the last run that named
 * it.
 */
export async function readLastRates(
  database: Database,
  companyId: string,
  { year, month }: { readonly year: number; readonly month: number },
): Promise<NamedRate[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<NamedRate[]>`
      /* lastRates */ select distinct on (x.currency) x.currency, x.rate
      from payroll.runs r cross join lateral jsonb_to_recordset(r.rates) as x(currency text, rate text)
      where r.company_id = ${companyId} and r.state <> 'CANCELLED' and r.year * 12 + r.month <= ${year * 12 + month}
      order by x.currency, r.year desc, r.month desc, r.number desc`,
  );
  return rows.map((row) => ({ ...row }));
}
