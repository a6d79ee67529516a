import type { CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { parseScaled } from '#shared/domain/money.ts';

export const VAT_TREATMENTS = [
  'STANDARD',
  'EXEMPT_WITH_CREDIT',
  'EXEMPT_WITHOUT_CREDIT',
  'REVERSE_CHARGE',
  'IMPORT',
  'MARGIN',
] as const;
export type VatTreatment = (typeof VAT_TREATMENTS)[number];

/** A unit of RS.ge. */
export interface Unit {
  readonly code: number;
  readonly nameKa: string;
  readonly nameEn: string;
}

/** The unit that says nothing by itself and needs words of its own. */
export const OTHER_UNIT = 99;

/** The ground of amounts paid before the supply. */
export const ADVANCE_GROUND = 'ADVANCE';

/** Why a line is treated so, and into which box that puts it. */
export interface Ground {
  readonly code: string;
  readonly treatment: VatTreatment;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly isDefault: boolean;
  readonly outputPart: 'OUTPUT' | 'REVERSE_CHARGE' | null;
  readonly outputBox: string | null;
  readonly inputBox: string | null;
  /** False for what is supplied for nothing. */
  readonly isPaid: boolean;
  readonly source: string;
  readonly nameKa: string;
  readonly nameEn: string;
}

/** A figure of the law, as `tax.rates` has it. */
export interface LegalFigure {
  readonly code: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  readonly value: string;
}

export interface VatLawSource {
  readonly units: readonly Unit[];
  readonly grounds: readonly Ground[];
  readonly figures: readonly LegalFigure[];
}

/** Decimals of a rate or share. */
export const PERCENT_DECIMALS = 6;
/** A hundred per cent. */
export const WHOLE = 100n * 10n ** BigInt(PERCENT_DECIMALS);

/** What the law and RS.ge say of tax invoices, on any day. */
export class VatLaw {
  readonly #units: ReadonlyMap<number, Unit>;
  readonly #grounds: readonly Ground[];
  readonly #figures: readonly LegalFigure[];

  constructor({ units, grounds, figures }: VatLawSource) {
    this.#units = new Map(units.map((unit) => [unit.code, unit]));
    this.#grounds = grounds;
    this.#figures = figures;
  }

  hasUnit(code: number): boolean {
    return this.#units.has(code);
  }

  /**
   * A figure in millionths.
   * @throws DomainError BAD_USER_INPUT naming `field` when the law of that day is not known here.
   */
  figure(code: string, date: CalendarDate, field: string): bigint {
    const found = this.#figures.find((figure) => figure.code === code && holds(figure, date));
    if (found === undefined) throw badInput(field, date, `the law of this day is not known (${code})`);
    return parseScaled(found.value, PERCENT_DECIMALS, code);
  }

  /**
   * The ground by its code, or the usual one of the treatment.
   * @throws DomainError BAD_USER_INPUT naming `field` when the treatment has no such ground on that day.
   */
  ground(treatment: VatTreatment, code: string | null, date: CalendarDate, field: string): Ground {
    const found = this.#grounds.find(
      (ground) =>
        ground.treatment === treatment &&
        holds(ground, date) &&
        (code === null ? ground.isDefault : ground.code === code),
    );
    if (found === undefined) throw badInput(field, code, `${treatment} has no such ground on ${date}`);
    return found;
  }
}

function holds(
  { validFrom, validTo }: { readonly validFrom: CalendarDate; readonly validTo: CalendarDate | null },
  date: CalendarDate,
): boolean {
  return validFrom <= date && (validTo === null || date <= validTo);
}
