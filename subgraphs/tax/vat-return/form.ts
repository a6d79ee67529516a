import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';

export const VAT_PARTS = ['OUTPUT', 'REVERSE_CHARGE', 'INPUT'] as const;
/** Parts I to III of annex A. */
export type VatPart = (typeof VAT_PARTS)[number];

/** A box of the form. */
export interface VatBox {
  readonly part: VatPart;
  /** Number of the box within its part, for example `6.1`. */
  readonly box: string;
  readonly titleKa: string;
  readonly titleEn: string;
  /** Whether the form has a column for the tax beside that for the base. */
  readonly hasVat: boolean;
  /** A total adds up all other boxes of its part. */
  readonly isTotal: boolean;
}

/** The form that holds for a month, its boxes in their order. */
export interface VatForm {
  readonly titleKa: string;
  readonly titleEn: string;
  readonly boxes: readonly VatBox[];
}

/** What the documents of a month add to a box, GEL. */
export interface BoxSum {
  readonly part: VatPart;
  readonly box: string;
  readonly base: string;
  readonly vat: string;
}

/** A filled box: decimal text, GEL. `vat` is null where the form has no column for it. */
export interface Figure {
  readonly part: VatPart;
  readonly box: string;
  readonly isTotal: boolean;
  readonly base: string;
  readonly vat: string | null;
}

export interface FilledForm {
  readonly figures: readonly Figure[];
  /** I.15 + II.4 − III.9: what is due to the budget, or comes back when negative. */
  readonly net: string;
  /** VAT that documents say and no box of the form takes. */
  readonly unplaced: string;
}

/** Fills the boxes of a form with the sums of a month. Pure. */
export function fillForm(form: VatForm, sums: readonly BoxSum[]): FilledForm {
  const bySum = new Map(sums.map((sum) => [`${sum.part} ${sum.box}`, sum]));
  const totals: Record<VatPart, { base: Amount; vat: Amount }> = {
    OUTPUT: { base: 0n, vat: 0n },
    REVERSE_CHARGE: { base: 0n, vat: 0n },
    INPUT: { base: 0n, vat: 0n },
  };
  let unplaced = sums.reduce((all, { vat }) => all + magnitude(parseDatabaseAmount(vat)), 0n);
  for (const { part, box, hasVat, isTotal } of form.boxes) {
    const sum = isTotal ? undefined : bySum.get(`${part} ${box}`);
    if (sum === undefined) continue;
    totals[part].base += parseDatabaseAmount(sum.base);
    if (!hasVat) continue;
    const vat = parseDatabaseAmount(sum.vat);
    totals[part].vat += vat;
    unplaced -= magnitude(vat);
  }
  const figures = form.boxes.map(({ part, box, hasVat, isTotal }): Figure => {
    const sum = bySum.get(`${part} ${box}`);
    const base = isTotal ? totals[part].base : parseDatabaseAmount(sum?.base ?? '0');
    const vat = isTotal ? totals[part].vat : parseDatabaseAmount(sum?.vat ?? '0');
    return { part, box, isTotal, base: formatAmount(base), vat: hasVat ? formatAmount(vat) : null };
  });
  return {
    figures,
    net: formatAmount(totals.OUTPUT.vat + totals.REVERSE_CHARGE.vat - totals.INPUT.vat),
    unplaced: formatAmount(unplaced),
  };
}

/** The tax of the total of a part. */
export function totalVat(figures: readonly Figure[], part: VatPart): string {
  return figures.find((figure) => figure.part === part && figure.isTotal)?.vat ?? '0.00';
}

/** How far each box moved from one filing to the next; boxes that stayed are left out. */
export function differences(
  before: readonly Figure[],
  after: readonly Figure[],
): { part: VatPart; box: string; base: string; vat: string }[] {
  const earlier = new Map(before.map((figure) => [`${figure.part} ${figure.box}`, figure]));
  return after.flatMap((figure) => {
    const was = earlier.get(`${figure.part} ${figure.box}`);
    const base = parseDatabaseAmount(figure.base) - parseDatabaseAmount(was?.base ?? '0');
    const vat = parseDatabaseAmount(figure.vat ?? '0') - parseDatabaseAmount(was?.vat ?? '0');
    if (base === 0n && vat === 0n) return [];
    return [{ part: figure.part, box: figure.box, base: formatAmount(base), vat: formatAmount(vat) }];
  });
}

function magnitude(amount: Amount): Amount {
  return amount < 0n ? -amount : amount;
}
