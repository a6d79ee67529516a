import { counted, knownFact, type Making } from '../making.ts';
import { printedDay, type Words } from '../words.ts';

const STANDARDS = {
  CATEGORY_IV: {
    ka: 'IV კატეგორიის საწარმოთა ფინანსური ანგარიშგების სტანდარტი',
    en: 'Financial reporting standard for category IV entities',
  },
  IFRS_SME: { ka: 'მცირე და საშუალო საწარმოების ფასს', en: 'IFRS for SMEs' },
  IFRS: { ka: 'ფასს', en: 'IFRS' },
} as const;

/** What stands above a statement: by what it is drawn up, in what it counts, and up to where while months are open. */
export function statementFacts(
  making: Making,
  words: Words,
  {
    standard,
    seq,
    currency = 'GEL',
    knownAt = null,
  }: {
    readonly standard: keyof typeof STANDARDS | null;
    readonly seq: number;
    readonly currency?: string;
    readonly knownAt?: string | null;
  },
): (readonly [string, string])[] {
  return [
    ...(standard === null ? [] : [[words.standard, STANDARDS[standard][making.language]] as const]),
    [words.currencyOfReport, currency === 'GEL' ? words.lari : currency],
    ...knownFact({ knownAt }, words),
    ...counted(making, words, seq),
  ];
}

/** `01.01.2025 – 31.12.2025` */
export function titleOfSpan({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${printedDay(from)} – ${printedDay(to)}`;
}
