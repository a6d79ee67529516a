import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { PublishedRate } from './nbg.ts';

/** A rate that applies on a day. */
export interface OfficialRate {
  readonly currency: string;
  /** Lari for one unit, decimal text without trailing zeros. */
  readonly rate: string;
  /** Lari for `quantity` units, as the bank publishes it. */
  readonly published: string;
  readonly quantity: number;
  readonly validFrom: CalendarDate;
  readonly source: 'NBG' | 'ENTERED';
  readonly recordedAt: string;
  /** Whether the bank was asked about the day itself: if so, an older rate is one that goes on. */
  readonly isAsked: boolean;
}

/** Writes down rates that are new, or other than what was known of their day. Answers how many. */
export async function keepRates(
  database: Database,
  rates: readonly PublishedRate[],
  source: OfficialRate['source'],
  askedFor: CalendarDate | null,
): Promise<number> {
  return database.sql.begin(async (sql) => {
    const kept = await sql`
      /* keepRates */ insert into ledger.official_rates (currency, valid_from, quantity, rate, source)
      select g.currency, g."validFrom", g.quantity, g.rate, ${source}
      from json_to_recordset(${JSON.stringify(rates)}::text::json)
        as g(currency text, "validFrom" date, quantity int, rate numeric)
      left join lateral (
        select r.rate, r.quantity from ledger.official_rates r
        where r.currency = g.currency and r.valid_from = g."validFrom" order by r.recorded_at desc limit 1) known on true
      where (known.rate, known.quantity) is distinct from (g.rate, g.quantity)`;
    if (askedFor !== null)
      await sql`
        /* keepRateDay */ insert into ledger.official_rate_days (day) values (${askedFor})
        on conflict (day) do update set fetched_at = excluded.fetched_at`;
    return kept.count;
  });
}

interface RateRow {
  readonly rate: string;
  readonly published: string;
  readonly quantity: number;
  readonly valid_from: string;
  readonly source: OfficialRate['source'];
  readonly recorded_at: string;
  readonly is_asked: boolean;
}

/** The rate of a currency that applies on a day; null where none is known. */
export async function officialRate(
  database: Database,
  companyId: string,
  currency: string,
  day: CalendarDate,
): Promise<OfficialRate | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<RateRow[]>`
      /* officialRate */ select trim_scale(rate)::text as rate, trim_scale(published)::text as published, quantity,
        valid_from, source, recorded_at, is_asked
      from ledger_published.official_rate(${currency}, ${day}::date)`,
  );
  return row === undefined ? null : shown(currency, row);
}

/** Rates of a currency that began to apply within a span, the last known of each day, in order. */
export async function officialRates(
  database: Database,
  companyId: string,
  currency: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<OfficialRate[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<RateRow[]>`
      /* officialRates */ select distinct on (r.valid_from) trim_scale(r.rate / r.quantity)::text as rate,
        trim_scale(r.rate)::text as published, r.quantity, r.valid_from, r.source, r.recorded_at, d.day is not null as is_asked
      from ledger.official_rates r
      left join ledger.official_rate_days d on d.day = r.valid_from
      where r.currency = ${currency} and r.valid_from between ${from}::date and ${to}::date
      order by r.valid_from, r.recorded_at desc`,
  );
  return rows.map((row) => shown(currency, row));
}

/** The last day that the bank was asked about; null when it never was. */
export async function lastAskedDay(sql: TransactionSql | Database['sql']): Promise<CalendarDate | null> {
  const [row] = await sql<{ day: string | null }[]>`
    /* lastAskedDay */ select max(day) as day from ledger.official_rate_days`;
  return row?.day ?? null;
}

function shown(currency: string, row: RateRow): OfficialRate {
  const { rate, published, quantity, valid_from: validFrom, source, recorded_at, is_asked: isAsked } = row;
  return { currency, rate, published, quantity, validFrom, source, recordedAt: recorded_at, isAsked };
}
