import type { Amount } from '#shared/domain/money.ts';
import type { Names } from '../mappings/line.ts';

/** What a ratio counts in. */
export type RatioUnit = 'TIMES' | 'PERCENT' | 'DAYS';

/** A ratio, and the two figures that it is made of, so that anybody can reckon it again. */
export interface Ratio extends Names {
  readonly code: string;
  readonly unit: RatioUnit;
  readonly numerator: Amount;
  readonly denominator: Amount;
  /** In ten-thousandths of the unit, half up; null where the denominator is zero. */
  readonly value: bigint | null;
}

/** Figures of statements by the codes of their lines. */
export interface RatioFigures {
  /** At the end of the span. */
  readonly closing: (code: string) => Amount;
  /** Before its first day. */
  readonly opening: (code: string) => Amount;
  /** Over the span. */
  readonly result: (code: string) => Amount;
  readonly days: number;
}

const SCALE = 10_000n;

/**
 * The ratios that lenders and owners ask for. Returns and days rest on the mean of opening and closing balances. Pure.
 */
export function ratios({ closing, opening, result, days }: RatioFigures): Ratio[] {
  const mean = (code: string) => (opening(code) + closing(code)) / 2n;
  const list: [string, RatioUnit, string, string, Amount, Amount][] = [
    [
      'CURRENT_RATIO',
      'TIMES',
      'მიმდინარე ლიკვიდობა',
      'Current ratio',
      closing('TOTAL_CURRENT_ASSETS'),
      closing('TOTAL_CURRENT_LIABILITIES'),
    ],
    [
      'QUICK_RATIO',
      'TIMES',
      'სწრაფი ლიკვიდობა',
      'Quick ratio',
      closing('TOTAL_CURRENT_ASSETS') - closing('INVENTORIES'),
      closing('TOTAL_CURRENT_LIABILITIES'),
    ],
    [
      'CASH_RATIO',
      'TIMES',
      'ფულადი ლიკვიდობა',
      'Cash ratio',
      closing('CASH'),
      closing('TOTAL_CURRENT_LIABILITIES'),
    ],
    [
      'DEBT_TO_EQUITY',
      'TIMES',
      'ვალდებულებები კაპიტალთან',
      'Debt to equity',
      closing('TOTAL_LIABILITIES'),
      closing('TOTAL_EQUITY'),
    ],
    [
      'EQUITY_RATIO',
      'PERCENT',
      'კაპიტალის წილი აქტივებში',
      'Equity ratio',
      closing('TOTAL_EQUITY'),
      closing('TOTAL_ASSETS'),
    ],
    [
      'GROSS_MARGIN',
      'PERCENT',
      'საერთო მოგების მარჟა',
      'Gross margin',
      result('GROSS_PROFIT'),
      result('REVENUE'),
    ],
    [
      'OPERATING_MARGIN',
      'PERCENT',
      'საოპერაციო მარჟა',
      'Operating margin',
      result('OPERATING_PROFIT'),
      result('REVENUE'),
    ],
    ['NET_MARGIN', 'PERCENT', 'წმინდა მარჟა', 'Net margin', result('PROFIT'), result('REVENUE')],
    [
      'RETURN_ON_ASSETS',
      'PERCENT',
      'აქტივების უკუგება',
      'Return on assets',
      result('PROFIT'),
      mean('TOTAL_ASSETS'),
    ],
    [
      'RETURN_ON_EQUITY',
      'PERCENT',
      'კაპიტალის უკუგება',
      'Return on equity',
      result('PROFIT'),
      mean('TOTAL_EQUITY'),
    ],
    [
      'DAYS_OF_RECEIVABLES',
      'DAYS',
      'მოთხოვნების ბრუნვის დღეები',
      'Days of receivables',
      mean('TRADE_RECEIVABLES') * BigInt(days),
      result('REVENUE'),
    ],
    [
      'DAYS_OF_INVENTORIES',
      'DAYS',
      'მარაგების ბრუნვის დღეები',
      'Days of inventories',
      mean('INVENTORIES') * BigInt(days),
      -result('COST_OF_SALES'),
    ],
    [
      'DAYS_OF_PAYABLES',
      'DAYS',
      'ვალდებულებების ბრუნვის დღეები',
      'Days of payables',
      mean('TRADE_PAYABLES') * BigInt(days),
      -result('COST_OF_SALES'),
    ],
  ];
  return list.map(([code, unit, nameKa, nameEn, numerator, denominator]) => ({
    code,
    unit,
    nameKa,
    nameEn,
    numerator,
    denominator,
    value: quotient(numerator * (unit === 'PERCENT' ? 100n : 1n), denominator),
  }));
}

/** A quotient in ten-thousandths, half away from zero. */
export function quotient(numerator: bigint, denominator: bigint): bigint | null {
  if (denominator === 0n) return null;
  const isNegative = numerator < 0n !== denominator < 0n;
  const [n, d] = [magnitude(numerator) * SCALE, magnitude(denominator)];
  const rounded = (2n * n + d) / (2n * d);
  return isNegative ? -rounded : rounded;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
