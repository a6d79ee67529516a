import { parseScaled, TETRI, type Amount } from '#shared/domain/money.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';

export const RATE_UNITS = ['PERCENT', 'PERCENT_PER_DAY', 'FACTOR', 'GEL', 'DAYS', 'MONTHS'] as const;
export type RateUnit = (typeof RATE_UNITS)[number];

/** A figure that the law sets, for the days from `validFrom` to `validTo`. */
export interface Rate {
  readonly code: string;
  readonly value: string;
  readonly unit: RateUnit;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** The article that says so. */
  readonly source: string;
  readonly titleKa: string;
  readonly titleEn: string;
}

/** Decimals that the value of a rate may have. */
export const VALUE_DECIMALS = 6;
const SCALE = 10n ** BigInt(VALUE_DECIMALS);
const HUNDRED = 100n;

/** The rates of one day, as decisions are given them. */
export class Rates {
  readonly date: CalendarDate;
  readonly #byCode: ReadonlyMap<string, Rate>;

  constructor(date: CalendarDate, rates: readonly Rate[]) {
    this.date = date;
    this.#byCode = new Map(rates.map((rate) => [rate.code, rate]));
  }

  /**
   * The value as text, the way it is kept in events.
   * @throws DomainError BAD_USER_INPUT naming `field` when the law of that day is not known here.
   */
  text(code: string, field = 'date'): string {
    const rate = this.#byCode.get(code);
    if (rate === undefined) throw badInput(field, this.date, `the rate ${code} of this day is not known`);
    return rate.value;
  }

  /** The value in millionths. */
  scaled(code: string, field = 'date'): bigint {
    return parseScaled(this.text(code, field), VALUE_DECIMALS, code);
  }

  /** A threshold in GEL. */
  amount(code: string, field = 'date'): Amount {
    return this.scaled(code, field) / HUNDRED;
  }

  /** A number of days or months. */
  count(code: string, field = 'date'): number {
    return Number(this.scaled(code, field) / SCALE);
  }
}

/** So many per cent of an amount, to the tetri, half up. `percent` is in millionths of a per cent. */
export function percentOf(amount: Amount, percent: bigint): Amount {
  return divideHalfUp(amount * percent, SCALE * HUNDRED * TETRI) * TETRI;
}

/** An amount divided by a factor in millionths, to the tetri, half up. */
export function dividedBy(amount: Amount, factor: bigint): Amount {
  return divideHalfUp(amount * SCALE, factor * TETRI) * TETRI;
}

/** So many per cent of an amount that was first divided by a factor; rounded once, at the end. */
export function percentOfDivided(amount: Amount, percent: bigint, factor: bigint): Amount {
  return divideHalfUp(amount * percent, factor * HUNDRED * TETRI) * TETRI;
}

/** A quotient to the nearest whole number, halves away from zero: the commercial rule. */
function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const quotient = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -quotient : quotient;
}
