import type { DocumentInput, LineInput, TradingYear } from './trading-year.ts';

/**
 * The boxes of twelve returns reckoned from the documents as they were entered, by the words of the law and with an
 * arithmetic of its own: nothing of the program is used. Amounts are whole tetri.
 */
export interface Box {
  base: bigint;
  vat: bigint;
}
/** By `<month> <part> <box>`. */
export type Boxes = ReadonlyMap<string, Box>;

const BOX_OF_GROUND: Readonly<Record<string, string>> = {
  FREE_SUPPLY: '3',
  BARTER: '7',
  LISTED_PERSON: '9',
  ARTICLE_172: '11',
  EXPORT: '14',
  FINANCIAL: '14.1',
  LAND: '14.2',
};
const BOX_OF_TREATMENT: Readonly<Record<string, string>> = {
  STANDARD: '1',
  MARGIN: '1.1',
  EXEMPT_WITH_CREDIT: '13',
  EXEMPT_WITHOUT_CREDIT: '14.3',
};

/** A plain decimal in units of 10⁻ᵈ. */
function scaled(text: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
}

/** A quotient of numbers that are not negative, to the nearest whole one, halves upwards. */
const nearest = (dividend: bigint, divisor: bigint): bigint => (dividend + divisor / 2n) / divisor;

interface Reckoned {
  readonly part: 'OUTPUT' | 'REVERSE_CHARGE' | 'INPUT';
  readonly box: string;
  readonly base: bigint;
  readonly vat: bigint;
}

export function recompute({ documents, corrections }: TradingYear): Boxes {
  const boxes = new Map<string, Box>();
  const add = (month: string, { part, box, base, vat }: Reckoned, sign = 1n): void => {
    const key = `${String(Number(month))} ${part} ${box}`;
    const sum = boxes.get(key) ?? { base: 0n, vat: 0n };
    sum.base += sign * base;
    sum.vat += sign * vat;
    boxes.set(key, sum);
  };

  const usedOf = new Map<number, { amount: bigint; vat: bigint }>();
  for (const document of documents) {
    const month = document.date.slice(5, 7);
    for (const line of linesOf(document))
      add(line.part === 'INPUT' ? (document.creditMonth?.slice(5, 7) ?? month) : month, line);
    for (const { advance, amount } of document.uses) {
      const gross = scaled(documents[advance]?.lines[0]?.unitPrice ?? '0', 2);
      const vatOfAll = nearest(gross * 18n, 118n);
      const before = usedOf.get(advance) ?? { amount: 0n, vat: 0n };
      const used = before.amount + scaled(amount, 2);
      // What is set off in all has its share of the VAT in all, so that nothing is left of an advance used up.
      const vatInAll = nearest(vatOfAll * used, gross);
      const vat = vatInAll - before.vat;
      add(month, { part: 'OUTPUT', box: '2', base: scaled(amount, 2) - vat, vat }, -1n);
      usedOf.set(advance, { amount: used, vat: vatInAll });
    }
  }
  for (const { of, date, lines } of corrections) {
    const original = documents[of];
    if (original === undefined) throw new Error(`a correction of nothing: ${String(of)}`);
    for (const line of linesOf(original)) add(date.slice(5, 7), line, -1n);
    for (const line of linesOf({ ...original, lines })) add(date.slice(5, 7), line);
  }
  return boxes;
}

function linesOf(document: DocumentInput): Reckoned[] {
  const { kind, customs, lines, priceMode } = document;
  if (customs !== null) {
    const base = scaled(customs.value, 2) + scaled(customs.duty, 2);
    return [{ part: 'INPUT', box: '2', base, vat: nearest(base * 18n, 100n) }];
  }
  return lines.flatMap((line): Reckoned[] => {
    const { base, vat } = taxOf(line, priceMode, kind === 'PURCHASE');
    switch (kind) {
      case 'SALE':
      case 'EXPORT': {
        const box = BOX_OF_GROUND[line.ground ?? ''] ?? BOX_OF_TREATMENT[line.treatment] ?? '';
        return [{ part: 'OUTPUT', box, base, vat }];
      }
      case 'ADVANCE':
        return [{ part: 'OUTPUT', box: '2', base, vat }];
      case 'PURCHASE':
        return line.treatment === 'STANDARD' ? [credit(line, '1', base, vat)] : [];
      case 'REVERSE_CHARGE': {
        const box = line.ground === 'CUSTOMS_WAREHOUSE' ? '2' : '1';
        return [{ part: 'REVERSE_CHARGE', box, base, vat }, credit(line, '4', base, vat)];
      }
      case 'IMPORT':
        return [];
    }
  });
}

function taxOf(line: LineInput, priceMode: DocumentInput['priceMode'], isBought: boolean): Box {
  const amount = nearest(scaled(line.quantity, 6) * scaled(line.unitPrice, 6), 10n ** 10n);
  if (line.treatment.startsWith('EXEMPT')) return { base: amount, vat: 0n };
  if (line.treatment === 'MARGIN' && !isBought) {
    const margin = amount - scaled(line.cost ?? '0', 2);
    const vat = margin > 0n ? nearest(margin * 18n, 118n) : 0n;
    return { base: margin > 0n ? margin - vat : 0n, vat };
  }
  if (priceMode === 'EXCLUSIVE') return { base: amount, vat: nearest(amount * 18n, 100n) };
  const vat = nearest(amount * 18n, 118n);
  return { base: amount - vat, vat };
}

/** Less than 5 per cent of other use does not count, nor less than 20 of a fixed asset (Tax Code, article 176). */
function credit(line: LineInput, box: string, base: bigint, vat: bigint): Reckoned {
  const given = scaled(line.creditableShare ?? '100', 6);
  const ignored = (line.isFixedAsset ? 20n : 5n) * 10n ** 6n;
  const whole = 100n * 10n ** 6n;
  const share = line.isCreditBlocked ? 0n : whole - given < ignored ? whole : given;
  return {
    part: 'INPUT',
    box,
    base: nearest(base * share, whole),
    vat: nearest(vat * share, whole),
  };
}
