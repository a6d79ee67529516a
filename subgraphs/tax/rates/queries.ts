import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { Rates, type Rate } from './rate.ts';

/** Rates that hold on a day, by code. */
export async function listRates(database: Database, date: CalendarDate): Promise<Rate[]> {
  const rows = await database.sql<Rate[]>`
    /* ratesOfDay */
    select code, trim_scale(value)::text as value, unit, valid_from as "validFrom", valid_to as "validTo", source,
           title_ka as "titleKa", title_en as "titleEn"
    from tax.rates
    where valid_from <= ${date}::date and (valid_to is null or valid_to >= ${date}::date)
    order by code, valid_from`;
  // Rows of postgres.js carry more than their columns.
  return rows.map((row) => ({ ...row }));
}

/** The rates of a day for a decision. */
export async function ratesOn(database: Database, date: CalendarDate): Promise<Rates> {
  return new Rates(date, await listRates(database, date));
}

/** Days that the Government declared free besides the holidays of the law. */
export async function extraDaysOff(database: Database): Promise<readonly CalendarDate[]> {
  const rows = await database.sql<{ date: CalendarDate }[]>`
    /* extraDaysOff */ select date from tax.extra_days_off order by date`;
  return rows.map(({ date }) => date);
}
