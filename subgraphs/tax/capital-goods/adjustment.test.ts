import { describe, expect, it } from 'vitest';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { adjustmentOf, shareOfYear, WHOLE } from './adjustment.ts';

const gel = parseDatabaseAmount;
const percent = (share: number): bigint => BigInt(share * 1_000_000);

describe('the share of a year', () => {
  it.each([
    ['75.00', '25.00', percent(75)],
    ['79.99', '20.01', percent(79.99)],
    // 20 % of exempt use is no longer ignored, less than that is.
    ['80.00', '20.00', percent(80)],
    ['80.01', '19.99', WHOLE],
    ['0.00', '10.00', 0n],
  ])('of %s and %s without credit', (creditable, exempt, share) => {
    expect(shareOfYear({ creditable: gel(creditable), exempt: gel(exempt) }, percent(20))).toBe(share);
  });

  it('is unknown where nothing was supplied', () => {
    expect(shareOfYear({ creditable: 0n, exempt: 0n }, percent(20))).toBeNull();
  });
});

describe('the adjustment of a year', () => {
  it.each([
    // 1,800.00 credited wholly; of a fifth, 360.00, half is given back.
    ['1800.00', '1800.00', 5, percent(50), '-180.00'],
    ['1800.00', '1800.00', 5, WHOLE, '0.00'],
    ['1800.00', '900.00', 10, WHOLE, '90.00'],
    // A third of a tetri's hundredfold: rounded once.
    ['100.00', '100.00', 5, percent(33.3333), '-13.33'],
    ['0.05', '0.00', 10, WHOLE, '0.01'],
  ])('of VAT %s, credited %s over %d years', (vat, credited, years, share, expected) => {
    const found = adjustmentOf({ vat: gel(vat), credited: gel(credited) }, years, share);
    expect(formatAmount(found)).toBe(expected);
  });
});
