import type { TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { parseScaled, RATE_DECIMALS, roundHalfUp, TETRI, type Amount } from '#shared/domain/money.ts';

/** Lari for one unit of a currency, by day. */
export type RatesByDay = ReadonlyMap<CalendarDate, bigint>;

/** A rate goes on over weekends and holidays; older than this it only counts for days about which the bank was asked. */
const LONGEST_HOLIDAY_DAYS = 14;
const DAY_MILLISECONDS = 86_400_000;
const RATE_SCALE = 10n ** BigInt(RATE_DECIMALS);

/**
 * The official rate of each day of a span, read from the ledger.
 * @throws DomainError BAD_USER_INPUT naming the currency and the first day without a rate.
 */
export async function readRates(
  sql: TransactionSql,
  currency: string,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<RatesByDay> {
  const rows = await sql<
    { day: string; rate: string | null; valid_from: string | null; is_asked: boolean | null }[]
  >`
    /* officialRates */ select day, rate::text as rate, valid_from, is_asked
    from ledger_published.official_rates(${currency}, ${from}::date, ${to}::date)`;
  return new Map(
    rows.map(({ day, rate, valid_from, is_asked }) => {
      if (rate === null || valid_from === null || (is_asked !== true && isOld(day, valid_from)))
        throw badInput('currency', currency, `has no official rate on ${day}`);
      return [day, parseScaled(rate, RATE_DECIMALS, 'rate')] as const;
    }),
  );
}

function isOld(day: string, validFrom: string): boolean {
  return Date.parse(day) - Date.parse(validFrom) > LONGEST_HOLIDAY_DAYS * DAY_MILLISECONDS;
}

/** The rate of a day of a span that was read. Pure. */
export function rateOf(rates: RatesByDay, day: CalendarDate): bigint {
  const rate = rates.get(day);
  if (rate === undefined) throw new Error(`the rates were read without ${day}`);
  return rate;
}

/** The mean of the rates of all days of a span, weekends and holidays with the rate that goes on over them. Pure. */
export function averageRate(rates: RatesByDay, from: CalendarDate, to: CalendarDate): bigint {
  const within = [...rates].filter(([day]) => day >= from && day <= to).map(([, rate]) => rate);
  const sum = within.reduce((total, rate) => total + rate, 0n);
  const count = BigInt(within.length);
  return (2n * sum + count) / (2n * count);
}

/** Lari in a currency, half up to the hundredth. Pure. */
export function inCurrency(amount: Amount, rate: bigint): Amount {
  const magnitude = (amount < 0n ? -amount : amount) * RATE_SCALE;
  // A digit more than is kept decides which way it is rounded; what is cut off behind it is less than half.
  const exact = (magnitude * 10n) / rate;
  const rounded = roundHalfUp(exact, TETRI * 10n) / 10n;
  return amount < 0n ? -rounded : rounded;
}
