import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, parseAmount } from '#shared/domain/money.ts';
import { dividedBy, percentOf, percentOfDivided, Rates } from './rate.ts';

const lari = (text: string): bigint => parseAmount(text, 2, 'amount');
const FIFTEEN = 15_000_000n;
const DIVISOR = 850_000n;
const money = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((tetri) => tetri * 100n);
const rate = fc.bigInt({ min: 0n, max: 10n ** 8n });

describe('percentages', () => {
  it.each([
    ['100.00', '18', '18.00'],
    ['0.25', '10', '0.03'],
    ['0.24', '10', '0.02'],
    ['-0.25', '10', '-0.03'],
  ])('of %s at %s %% are %s', (amount, percent, expected) => {
    expect(formatAmount(percentOf(lari(amount), BigInt(percent) * 1_000_000n))).toBe(expected);
  });

  it('of a divided amount are rounded once', () => {
    expect(formatAmount(percentOfDivided(lari('0.03'), FIFTEEN, DIVISOR))).toBe('0.01');
    expect(formatAmount(dividedBy(lari('1000'), DIVISOR))).toBe('1176.47');
  });

  it('are within half a tetri of what they would be exactly', () => {
    fc.assert(
      fc.property(money, rate, (amount, percent) => {
        const scale = 10n ** 8n;
        const error = percentOf(amount, percent) * scale - amount * percent;
        expect((error < 0n ? -error : error) <= 50n * scale).toBe(true);
      }),
    );
  });

  it('of the opposite are the opposite', () => {
    fc.assert(
      fc.property(money, rate, (amount, percent) => {
        expect(percentOf(-amount, percent)).toBe(-percentOf(amount, percent));
      }),
    );
  });
});

describe('rates of a day', () => {
  it('name the day when a rate of it is not known', () => {
    expect(() => new Rates('2001-01-01', []).text('VAT_STANDARD')).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field: 'date', value: '2001-01-01' } }),
    );
  });
});
