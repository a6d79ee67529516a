import type { Database } from '#db/client.ts';
import { dayAfter, type CalendarDate } from '#shared/domain/date.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { NbgClient } from './nbg.ts';
import { keepRates, lastAskedDay } from './official-rates.ts';

export interface FollowOptions {
  readonly database: Database;
  readonly client: NbgClient;
  readonly log: Logger;
  readonly everyMs?: number;
  readonly now?: () => Date;
}

export interface RateFollower {
  /** Finishes the question under way and stops. */
  close(): Promise<void>;
}

const HOUR_MILLISECONDS = 60 * 60_000;
/** Georgia has one time zone and no summer time. */
const TBILISI_MILLISECONDS = 4 * HOUR_MILLISECONDS;
/** However long nothing was fetched, no more days are made up for at a time. */
const MOST_DAYS = 31;
const FIRST_DAYS_BACK = 7;

/** Fetches the days that are missing, one after the other, and answers how many rates were new. */
export async function fetchDays(
  { database, client }: Pick<FollowOptions, 'database' | 'client'>,
  from: CalendarDate,
  to: CalendarDate,
  onDay: (day: CalendarDate, fresh: number) => void = () => undefined,
): Promise<number> {
  let total = 0;
  for (let day = from; day <= to; day = dayAfter(day)) {
    const fresh = await keepRates(database, await client.ratesOn(day), 'NBG', day);
    total += fresh;
    onDay(day, fresh);
  }
  return total;
}

/**
 * Keeps the official rates up to date by itself: once an hour the days since the last one that was asked about, up to
 * tomorrow, whose rate the bank announces in the evening. Today and tomorrow are asked about again, because the answer
 * before the announcement is yesterday's rate. Processes may do so beside each other: what is known is not written again.
 */
export function followNbg(options: FollowOptions): RateFollower {
  const { database, log, everyMs = HOUR_MILLISECONDS, now = () => new Date() } = options;
  const closing = new AbortController();
  const ended = run();

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        const today = dayOf(now());
        const last = await lastAskedDay(database.sql);
        const from = later(
          earlier(last ?? daysBefore(today, FIRST_DAYS_BACK), today),
          daysBefore(today, MOST_DAYS),
        );
        const fresh = await fetchDays(options, from, dayAfter(today));
        if (fresh > 0) log.info({ event: 'rates.fetched', from, to: dayAfter(today), fresh });
      } catch (err) {
        if (!closing.signal.aborted) log.warn({ event: 'rates.unavailable', err });
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs);
        closing.signal.addEventListener(
          'abort',
          () => {
            clearTimeout(timer);
            resolve();
          },
          { once: true },
        );
        if (closing.signal.aborted) resolve();
      });
    }
  }

  return {
    async close() {
      closing.abort();
      await options.client.close();
      await ended;
    },
  };
}

function dayOf(moment: Date): CalendarDate {
  return new Date(moment.getTime() + TBILISI_MILLISECONDS).toISOString().slice(0, 10);
}

function daysBefore(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(day) - days * 24 * HOUR_MILLISECONDS).toISOString().slice(0, 10);
}

function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}
