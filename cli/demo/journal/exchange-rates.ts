export type ForeignCurrency = 'USD' | 'EUR';

/** Where the invented rates swing around, in ten-thousandths of a lari. */
const MIDDLE = { USD: 27_000, EUR: 31_200 } as const;
const DAY_MS = 86_400_000;

/** An invented but steady rate of a day, GEL for one unit with four decimals. The same date has the same rate. */
export function rateOn(date: string, currency: ForeignCurrency): string {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  const phase = currency === 'USD' ? 0 : 40;
  const swing =
    500 * Math.sin((day + phase) / 58) + 220 * Math.sin((day + phase) / 13) + 35 * Math.sin(day * 2.3);
  const tenThousandths = Math.round(MIDDLE[currency] + swing);
  return `${Math.trunc(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
}
