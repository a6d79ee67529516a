/** A year of a trading company, made up of chance with a seed: the documents as somebody enters them. */

export interface LineInput {
  readonly name: string;
  readonly unit: number;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly treatment: string;
  readonly ground?: string;
  readonly isFixedAsset?: boolean;
  readonly isCreditBlocked?: boolean;
  readonly creditableShare?: string;
  readonly cost?: string;
}

/** An advance and what deliveries set off of it, in their order. */
export interface AdvanceUse {
  /** Position of the advance among the documents. */
  readonly advance: number;
  readonly amount: string;
}

export interface DocumentInput {
  readonly kind: 'SALE' | 'ADVANCE' | 'PURCHASE' | 'REVERSE_CHARGE' | 'IMPORT' | 'EXPORT';
  readonly date: string;
  readonly priceMode: 'INCLUSIVE' | 'EXCLUSIVE';
  readonly lines: readonly LineInput[];
  readonly uses: readonly AdvanceUse[];
  /** Of an import, GEL. */
  readonly customs: { readonly value: string; readonly duty: string; readonly vat: string } | null;
  readonly creditMonth: string | null;
}

export interface CorrectionInput {
  /** Position of the document among the documents. */
  readonly of: number;
  readonly reason: 'OPERATION_CANCELLED' | 'PRICE_CHANGED' | 'GOODS_RETURNED';
  readonly date: string;
  readonly lines: readonly LineInput[];
}

export interface TradingYear {
  readonly documents: readonly DocumentInput[];
  readonly corrections: readonly CorrectionInput[];
}

/** The chance of this seed: numbers from 0 to 1, the same ones each time (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Amounts in tetri as text in GEL. */
const gel = (tetri: number): string =>
  `${String(Math.floor(tetri / 100))}.${String(tetri % 100).padStart(2, '0')}`;

/**
 * @param count documents in all, corrections among them
 */
export function tradingYear(year: number, count: number, seed: number): TradingYear {
  const chance = chanceOf(seed);
  const whole = (from: number, to: number): number => from + Math.floor(chance() * (to - from + 1));
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(chance() * values.length)] as T;
  const day = (month: number): string =>
    `${String(year)}-${String(month).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`;
  const price = (): string => gel(whole(100, 200_000));
  const quantity = (): string => oneOf(['1', '1', '2', '7', '12', '2.5', '0.333', '1.125', '10.75']);
  const line = (treatment: string, more: Partial<LineInput> = {}): LineInput => ({
    name: 'საქონელი',
    unit: 1,
    quantity: quantity(),
    unitPrice: price(),
    treatment,
    ...more,
  });
  const lines = (make: () => LineInput): LineInput[] => Array.from({ length: whole(1, 3) }, make);
  const saleLine = (): LineInput => {
    const dice = chance();
    if (dice < 0.76) return line('STANDARD');
    if (dice < 0.8) return line('STANDARD', { ground: 'FREE_SUPPLY' });
    if (dice < 0.83) return line('STANDARD', { ground: 'BARTER' });
    if (dice < 0.87) return line('EXEMPT_WITH_CREDIT', { ground: oneOf(['LISTED_PERSON', 'ARTICLE_172']) });
    if (dice < 0.9) return line('EXEMPT_WITH_CREDIT');
    if (dice < 0.95)
      return line('EXEMPT_WITHOUT_CREDIT', oneOf([{}, { ground: 'LAND' }, { ground: 'FINANCIAL' }]));
    return line('MARGIN', { quantity: '1', cost: price() });
  };
  const purchaseLine = (): LineInput => {
    const dice = chance();
    if (dice < 0.7) return line('STANDARD');
    if (dice < 0.78) return line('STANDARD', { creditableShare: oneOf(['96', '95', '60', '33.333']) });
    if (dice < 0.86)
      return line('STANDARD', { isFixedAsset: true, creditableShare: oneOf(['100', '85', '80', '50']) });
    if (dice < 0.92) return line('STANDARD', { isCreditBlocked: true });
    return line('EXEMPT_WITHOUT_CREDIT');
  };
  const base = { uses: [], customs: null, creditMonth: null } as const;
  const mode = (): 'INCLUSIVE' | 'EXCLUSIVE' => oneOf(['INCLUSIVE', 'EXCLUSIVE']);

  const documents: DocumentInput[] = [];
  const corrections: CorrectionInput[] = [];
  while (documents.length + corrections.length < count) {
    const month = whole(1, 12);
    const date = day(month);
    const dice = chance();
    if (dice < 0.38) {
      documents.push({ ...base, kind: 'SALE', date, priceMode: mode(), lines: lines(saleLine) });
    } else if (dice < 0.44) {
      documents.push({
        ...base,
        kind: 'EXPORT',
        date,
        priceMode: 'EXCLUSIVE',
        lines: lines(() => line('EXEMPT_WITH_CREDIT', { ground: 'EXPORT' })),
      });
    } else if (dice < 0.5) {
      // An advance, and one or two deliveries that set it off, the last one wholly or not.
      const tetri = whole(1_000, 900_000);
      documents.push({
        ...base,
        kind: 'ADVANCE',
        date,
        priceMode: 'INCLUSIVE',
        lines: [line('STANDARD', { quantity: '1', unitPrice: gel(tetri) })],
      });
      const advance = documents.length - 1;
      const first = whole(1, tetri);
      for (const [index, part] of [first, tetri - first].entries()) {
        if (part === 0 || month + index + 1 > 12 || chance() < 0.15) break;
        documents.push({
          ...base,
          kind: 'SALE',
          date: day(month + index + 1),
          priceMode: 'INCLUSIVE',
          lines: [line('STANDARD', { quantity: '1', unitPrice: gel(part + whole(0, 50_000)) })],
          uses: [{ advance, amount: gel(part) }],
        });
      }
    } else if (dice < 0.8) {
      const later = month < 11 && chance() < 0.08;
      const creditMonth = later ? `${String(year)}-${String(month + whole(1, 2)).padStart(2, '0')}` : null;
      documents.push({
        ...base,
        kind: 'PURCHASE',
        date,
        priceMode: mode(),
        lines: lines(purchaseLine),
        creditMonth,
      });
    } else if (dice < 0.86) {
      documents.push({
        ...base,
        kind: 'REVERSE_CHARGE',
        date,
        priceMode: 'EXCLUSIVE',
        lines: [
          line('REVERSE_CHARGE', oneOf([{}, {}, { creditableShare: '40' }, { ground: 'CUSTOMS_WAREHOUSE' }])),
        ],
      });
    } else if (dice < 0.92) {
      const [value, duty] = [whole(10_000, 5_000_000), oneOf([0, whole(100, 90_000)])];
      // 18 % of the base, half a tetri upwards.
      const vat = Math.floor(((value + duty) * 18 + 50) / 100);
      documents.push({
        ...base,
        kind: 'IMPORT',
        date,
        priceMode: 'EXCLUSIVE',
        lines: [],
        customs: { value: gel(value), duty: gel(duty), vat: gel(vat) },
      });
    } else {
      const of = whole(0, Math.max(0, documents.length - 1));
      const original = documents[of];
      const isTwice = corrections.some((correction) => correction.of === of);
      const isPlain = original !== undefined && original.uses.length === 0 && original.creditMonth === null;
      if (!isPlain || isTwice || !['SALE', 'PURCHASE'].includes(original.kind)) continue;
      const reason = oneOf(['OPERATION_CANCELLED', 'PRICE_CHANGED', 'GOODS_RETURNED'] as const);
      const changed = original.lines.map((one) => {
        if (reason === 'PRICE_CHANGED') return { ...one, unitPrice: price() };
        return { ...one, quantity: String(Math.round(Number(one.quantity) * 500) / 1000) };
      });
      corrections.push({
        of,
        reason,
        date: day(whole(Number(original.date.slice(5, 7)), 12)),
        lines: reason === 'OPERATION_CANCELLED' ? [] : changed,
      });
    }
  }
  return {
    documents,
    // Nothing is corrected before it happened.
    corrections: corrections.map((correction) => {
      const { date } = documents[correction.of] as DocumentInput;
      return correction.date < date ? { ...correction, date } : correction;
    }),
  };
}
