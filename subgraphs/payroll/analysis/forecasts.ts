import type { Database } from '#db/client.ts';
import { readForecast, type Forecast, type ForecastOf } from './forecast.ts';

/** Forecasts that are remembered; the oldest goes when there are more. */
const MOST_KNOWN = 50;

/** Where forecasts of all companies come from. */
export interface Forecasts {
  /** @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION */
  read(companyId: string, of: ForecastOf): Promise<Forecast>;
}

/**
 * Reckoning a month of thousands takes seconds, so one is reckoned at a time, whoever asks: a chunk of people is in memory and
 * on the processor, not one for each request. Who asks the same while nothing has happened in the company's log is answered
 * by what was reckoned for the one before.
 */
export function createForecasts(database: Database): Forecasts {
  const known = new Map<string, Promise<Forecast>>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: async (companyId, of) => {
      const key = JSON.stringify([companyId, await lastSeq(database, companyId), of]);
      const before = known.get(key);
      if (before !== undefined) return before;
      const forecast = last.then(() => readForecast(database, companyId, of));
      known.set(key, forecast);
      // Whoever asked is told why it failed; the next is reckoned, and the same may be asked again.
      last = forecast.catch(() => known.delete(key));
      const [oldest] = known.keys();
      if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
      return forecast;
    },
  };
}

async function lastSeq(database: Database, companyId: string): Promise<number> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ seq: number }[]>`
      /* forecastAt */ select last_seq::int as seq from payroll.head where company_id = ${companyId}`,
  );
  return row?.seq ?? 0;
}
