import type { CalendarDate } from '#shared/domain/date.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { InvoiceContent, Truth, VatItem, VatPart } from './invoice.ts';
import type { VatTreatment } from './law.ts';

/** In which months a document counts. */
export interface Months {
  /** Day whose month takes the VAT that is owed. */
  readonly due: CalendarDate;
  /** Month, as `2026-02`, that takes the credit. */
  readonly credit: string;
}

interface Addition {
  /** What it is of: a line, or an advance that is set off. */
  readonly of: string;
  readonly line: number | null;
  readonly part: VatPart;
  readonly box: string;
  readonly treatment: VatTreatment;
  readonly isFixedAsset: boolean;
  base: Amount;
  vat: Amount;
}

type Source = Pick<InvoiceContent, 'direction' | 'kind' | 'counterpartyId'>;

/**
 * What a truth adds to the return besides what an earlier truth added already: the differences alone, which are all
 * there is when there was none before. Pure.
 */
export function vatItems(source: Source, before: Truth | null, after: Truth, months: Months): VatItem[] {
  const sums = new Map<string, Addition>();
  for (const addition of additionsOf(source, after)) add(sums, addition, 1n);
  if (before !== null) for (const addition of additionsOf(source, before)) add(sums, addition, -1n);
  return numbered(Array.from(sums.values()), after.lines.length).map(({ addition, line }) => {
    const { part, box, treatment, isFixedAsset, base, vat } = addition;
    const month = part === 'INPUT' ? months.credit : months.due.slice(0, 7);
    return {
      year: Number(month.slice(0, 4)),
      month: Number(month.slice(5, 7)),
      part,
      box,
      line,
      date: months.due,
      counterpartyId: source.counterpartyId,
      treatment,
      isFixedAsset,
      base: formatAmount(base),
      vat: formatAmount(vat),
    };
  });
}

function additionsOf({ direction, kind }: Source, { lines, advances }: Truth): Addition[] {
  const owes = direction === 'ISSUED' || kind === 'REVERSE_CHARGE';
  const additions: Addition[] = [];
  for (const { line, treatment, isFixedAsset, boxes, ...figures } of lines) {
    const common = { of: `line ${String(line)}`, line, treatment, isFixedAsset };
    const { outputPart, outputBox, inputBox } = boxes;
    if (owes && outputPart !== null && outputBox !== null) {
      additions.push({
        ...common,
        part: outputPart,
        box: outputBox,
        base: read(figures.base),
        vat: read(figures.vat),
      });
    }
    if (direction === 'RECEIVED' && inputBox !== null) {
      const base = read(figures.creditableBase);
      additions.push({ ...common, part: 'INPUT', box: inputBox, base, vat: read(figures.creditableVat) });
    }
  }
  for (const { invoiceId, boxes, ...figures } of advances) {
    const common = { of: invoiceId, line: null, treatment: 'STANDARD', isFixedAsset: false } as const;
    if (direction === 'ISSUED' && boxes.outputBox !== null) {
      additions.push({
        ...common,
        part: 'OUTPUT',
        box: boxes.outputBox,
        base: -read(figures.base),
        vat: -read(figures.vat),
      });
    }
    if (direction === 'RECEIVED' && boxes.inputBox !== null) {
      const base = -read(figures.creditableBase);
      additions.push({
        ...common,
        part: 'INPUT',
        box: boxes.inputBox,
        base,
        vat: -read(figures.creditableVat),
      });
    }
  }
  return additions;
}

function add(sums: Map<string, Addition>, addition: Addition, sign: bigint): void {
  const { of, part, box, treatment, isFixedAsset } = addition;
  const key = JSON.stringify([of, part, box, treatment, isFixedAsset]);
  const known = sums.get(key);
  if (known === undefined) {
    sums.set(key, { ...addition, base: sign * addition.base, vat: sign * addition.vat });
    return;
  }
  known.base += sign * addition.base;
  known.vat += sign * addition.vat;
}

/** Gives each its line: its own where no other of the box has it, else one beyond the last. */
function numbered(additions: readonly Addition[], lastLine: number): { addition: Addition; line: number }[] {
  const taken = new Set<string>();
  let next = additions.reduce((last, { line }) => Math.max(last, line ?? 0), lastLine) + 1;
  return additions
    .filter(({ base, vat }) => base !== 0n || vat !== 0n)
    .map((addition) => {
      const { part, box } = addition;
      let line = addition.line ?? next++;
      if (taken.has(`${part} ${box} ${String(line)}`)) line = next++;
      taken.add(`${part} ${box} ${String(line)}`);
      return { addition, line };
    });
}

function read(text: string): Amount {
  return parseDatabaseAmount(text);
}
