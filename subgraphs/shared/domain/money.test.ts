import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convertExactly,
  formatAmount,
  formatDatabaseAmount,
  formatRate,
  parseAmount,
  parseDatabaseAmount,
  parseScaled,
  RATE_DECIMALS,
  roundHalfUp,
  roundToTetri,
} from './money.ts';

const minorUnits = fc.integer({ min: 0, max: 4 });
const units = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });

describe('an amount', () => {
  it.each([
    ['0', 2, '0.00'],
    ['12.5', 2, '12.50'],
    ['-0.01', 2, '-0.01'],
    ['007.10', 2, '7.10'],
    ['1200', 0, '1200'],
    ['0.0001', 4, '0.0001'],
    ['999999999999999.99', 2, '999999999999999.99'],
    ['0000000000000000000001', 2, '1.00'],
  ])('%s with %i decimals is written %s', (text, decimals, written) => {
    expect(formatAmount(parseAmount(text, decimals, 'amount'), decimals)).toBe(written);
  });

  it.each([
    ['1e5', 2],
    ['NaN', 2],
    ['Infinity', 2],
    ['', 2],
    [' ', 2],
    [' 1', 2],
    ['1 ', 2],
    ['1 000', 2],
    ['1,5', 2],
    ['1.', 2],
    ['.5', 2],
    ['+1', 2],
    ['--1', 2],
    ['0x1F', 2],
    ['١', 2],
    ['1.005', 2],
    ['1.0', 0],
    ['0.00001', 4],
    ['1000000000000000', 2],
    ['1\u0000', 2],
    ['1\n', 2],
    [12.5, 2],
    [null, 2],
    [undefined, 2],
  ])('refuses %j with %i decimals, naming the field', (text, decimals) => {
    expect(() => parseAmount(text, decimals, 'entries[3].debit')).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        details: expect.objectContaining({ field: 'entries[3].debit' }),
      }),
    );
  });

  it('comes back as it was written, whatever the currency', () => {
    fc.assert(
      fc.property(units, minorUnits, (whole, decimals) => {
        const amount = whole * 10n ** BigInt(4 - decimals);
        fc.pre(amount > -(10n ** 19n) && amount < 10n ** 19n);
        expect(parseAmount(formatAmount(amount, decimals), decimals, 'a')).toBe(amount);
      }),
    );
  });

  it('is never written with fewer decimals than it has', () => {
    expect(() => formatAmount(1n, 2)).toThrow();
    expect(() => formatAmount(100n, 0)).toThrow();
  });

  it('is read from the database even when a sum has more digits than one amount may have', () => {
    expect(formatDatabaseAmount('123456789012345678901.2500')).toBe('123456789012345678901.25');
    expect(parseDatabaseAmount('-0.5')).toBe(-5_000n);
    expect(() => parseDatabaseAmount('NaN')).toThrow();
  });
});

describe('rounding', () => {
  it.each([
    ['149', '100'],
    ['150', '200'],
    ['-149', '-100'],
    ['-150', '-200'],
    ['0', '0'],
    ['250', '300'],
  ])('takes %s to the multiple %s of a hundred: half goes away from zero', (value, rounded) => {
    expect(roundHalfUp(BigInt(value), 100n)).toBe(BigInt(rounded));
  });

  it('moves a value by half a unit at most, and alike on both sides of zero', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 12n }), (value, half) => {
        const unit = half * 2n;
        const rounded = roundHalfUp(value, unit);
        expect(rounded % unit).toBe(0n);
        const moved = rounded > value ? rounded - value : value - rounded;
        expect(moved <= half).toBe(true);
        expect(roundHalfUp(-value, unit)).toBe(-rounded);
      }),
    );
  });

  it('converts by a rate to the tetri', () => {
    const at = (amount: string, rate: string) =>
      formatAmount(
        roundToTetri(convertExactly(parseAmount(amount, 2, 'a'), parseScaled(rate, RATE_DECIMALS, 'rate'))),
      );
    expect(at('100.00', '2.7123')).toBe('271.23');
    expect(at('33.33', '2.7123')).toBe('90.40');
    expect(at('0.01', '0.5')).toBe('0.01');
    expect(at('0.01', '0.4999999999')).toBe('0.00');
    expect(at('-0.01', '0.5')).toBe('-0.01');
  });
});

describe('a rate', () => {
  it('is written without trailing zeros and comes back the same', () => {
    expect(formatRate(parseScaled('2.7100', RATE_DECIMALS, 'r'))).toBe('2.71');
    expect(formatRate(parseScaled('1', RATE_DECIMALS, 'r'))).toBe('1');
    expect(formatRate(parseScaled('0.0000000001', RATE_DECIMALS, 'r'))).toBe('0.0000000001');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n - 1n }), (rate) => {
        expect(parseScaled(formatRate(rate), RATE_DECIMALS, 'r')).toBe(rate);
      }),
    );
  });
});
