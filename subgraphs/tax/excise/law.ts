import type { CalendarDate } from '#shared/domain/date.ts';

/** A rate of excise, GEL for one unit of its group. */
export interface ExciseRate {
  readonly group: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly rate: string;
}

export interface ExciseLawSource {
  readonly groups: readonly string[];
  /** Rates that are confirmed; those of everybody. */
  readonly common: readonly ExciseRate[];
  /** Rates that the company has entered; each holds until its next one. */
  readonly own: readonly ExciseRate[];
}

/** Which goods bear excise, and by which rates, on any day. */
export class ExciseLaw {
  readonly #groups: ReadonlySet<string>;
  readonly #common: readonly ExciseRate[];
  readonly #own: readonly ExciseRate[];

  constructor({ groups, common, own }: ExciseLawSource) {
    this.#groups = new Set(groups);
    this.#common = common;
    this.#own = own;
  }

  hasGroup(code: string): boolean {
    return this.#groups.has(code);
  }

  /** The rate of a group on a day: the company's own, else the one that is confirmed; null when neither is known. */
  rateOn(group: string, date: CalendarDate): string | null {
    const holds = (one: ExciseRate): boolean =>
      one.group === group && one.validFrom <= date && (one.validTo === null || date <= one.validTo);
    const latest = (rates: readonly ExciseRate[]): ExciseRate | undefined =>
      rates
        .filter(holds)
        .reduce<ExciseRate | undefined>(
          (found, one) => (found === undefined || one.validFrom > found.validFrom ? one : found),
          undefined,
        );
    return (latest(this.#own) ?? latest(this.#common))?.rate ?? null;
  }
}
