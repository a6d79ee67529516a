import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { OfficialRate } from './official-rates.ts';

/** The rate of a company on a day: its own where it has set one, else the official one. */
export interface CompanyRate extends Omit<OfficialRate, 'source'> {
  readonly source: OfficialRate['source'] | 'OWN';
  /** Why the company has a rate of its own, and who set it; null for an official one. */
  readonly reason: string | null;
  readonly setBy: string | null;
}

/** A change of the company's own rate of a day; without a rate it was withdrawn. */
export interface OwnRateChange {
  readonly currency: string;
  readonly date: CalendarDate;
  /** Lari for one unit. */
  readonly rate: string | null;
  readonly published: string | null;
  readonly quantity: number | null;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

interface CompanyRateRow {
  readonly rate: string;
  readonly published: string;
  readonly quantity: number;
  readonly valid_from: string;
  readonly source: CompanyRate['source'];
  readonly recorded_at: string;
  readonly is_asked: boolean;
  readonly reason: string | null;
  readonly set_by: string | null;
}

/**
 * The rate of a company on a day, in lari for one unit: its own where it has set one for that very day (source `OWN`),
 * else the official one that applies then (`NBG`, `ENTERED`); null where neither is known. `isAsked` says whether no newer
 * rate can be missing, which holds for every own one. Whatever in the ledger converts by the rate of a day asks here, or
 * within a statement `ledger.exchange_rate(company, currency, day)`. Tax does not: the law names the official rate.
 */
export async function rateOfCompany(
  database: Database,
  companyId: string,
  currency: string,
  day: CalendarDate,
): Promise<CompanyRate | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<CompanyRateRow[]>`
      /* rateOfCompany */ select trim_scale(rate)::text as rate, trim_scale(published)::text as published, quantity,
        valid_from, source, recorded_at, is_asked, reason, set_by
      from ledger.exchange_rate(${companyId}, ${currency}, ${day}::date)`,
  );
  if (row === undefined) return null;
  const { rate, published, quantity, source, reason } = row;
  return {
    ...{ currency, rate, published, quantity, source, reason },
    validFrom: row.valid_from,
    recordedAt: row.recorded_at,
    isAsked: row.is_asked,
    setBy: row.set_by,
  };
}

/** All changes of the company's own rates of a currency for the days of a span, in order of day, the latest first. */
export function listOwnRates(
  database: Database,
  companyId: string,
  currency: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<OwnRateChange[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<OwnRateChange[]>`
      /* ownRates */ select currency, date::text as date, trim_scale(rate / quantity)::text as rate,
        trim_scale(rate)::text as published, quantity, reason, to_json(changed_at) #>> '{}' as at, changed_by as by
      from ledger.own_exchange_rates
      where company_id = ${companyId} and currency = ${currency} and date between ${from}::date and ${to}::date
      order by date, version desc`,
  );
}
