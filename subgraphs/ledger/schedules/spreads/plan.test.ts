import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysIn } from '#shared/domain/date.ts';
import { formatAmount, TETRI } from '#shared/domain/money.ts';
import { parseSpan, planParts, SPREAD_METHODS, type SpreadMethod } from './plan.ts';

const plan = (method: SpreadMethod, amount: bigint, from: string, to: string | null, months: number | null) =>
  planParts(method, amount * TETRI, parseSpan(from, to, months)).map(
    (part) => `${part.date} ${formatAmount(part.amount)}`,
  );

describe('an amount that is spread', () => {
  it('is the same each month, and the last takes the rest', () => {
    expect(plan('EQUAL_MONTHS', 100_00n, '2026-01-15', null, 3)).toEqual([
      '2026-01-31 33.33',
      '2026-02-28 33.33',
      '2026-03-31 33.34',
    ]);
  });

  it('goes by the days of each month, leap years too', () => {
    // 17 + 29 + 14 days of 60.
    expect(plan('BY_DAYS', 600_00n, '2028-01-15', '2028-03-14', null)).toEqual([
      '2028-01-31 170.00',
      '2028-02-29 290.00',
      '2028-03-31 140.00',
    ]);
    expect(plan('BY_DAYS', 365_00n, '2026-01-01', null, 12)[1]).toBe('2026-02-28 28.00');
  });

  it('ends the day before the same day months later, also where that day is missing', () => {
    expect(parseSpan('2026-01-15', null, 12).to).toBe('2027-01-14');
    expect(parseSpan('2026-01-01', null, 12).to).toBe('2026-12-31');
    expect(parseSpan('2026-01-31', null, 1).to).toBe('2026-02-28');
  });

  it('is refused when a part would come to nothing', () => {
    const refusal = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return error;
      }
      return null;
    };
    expect(refusal(() => plan('EQUAL_MONTHS', 6n, '2026-01-01', null, 12))).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'amount', value: '0.06' },
    });
    for (const [field, to, months] of [
      ['months', null, 0],
      ['months', null, 601],
      ['months', null, null],
      ['months', '2026-05-01', 3],
      ['to', '2025-12-31', null],
      ['to', '2099-12-31', null],
    ] as const)
      expect(refusal(() => parseSpan('2026-01-01', to, months))).toMatchObject({ details: { field } });
  });

  it('comes to itself, whatever it is: to the tetri, no part below one, all but the last half up', () => {
    const day = fc
      .tuple(
        fc.integer({ min: 2000, max: 2060 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
      )
      .map(([year, month, of]) => {
        const text = (part: number) => String(part).padStart(2, '0');
        return `${String(year)}-${text(month)}-${text(Math.min(of, daysIn(year, month)))}`;
      });
    fc.assert(
      fc.property(
        fc.constantFrom(...SPREAD_METHODS),
        // Enough for a part of a day among 61 months.
        fc.bigInt({ min: 200_000n, max: 10n ** 13n }),
        day,
        fc.integer({ min: 1, max: 60 }),
        (method, amount, from, months) => {
          const span = parseSpan(from, null, months);
          const parts = planParts(method, amount * TETRI, span);
          expect(parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(amount * TETRI);
          expect(parts.every((part) => part.amount >= TETRI && part.amount % TETRI === 0n)).toBe(true);
          expect(parts.map(({ date }) => date)).toEqual([...new Set(parts.map(({ date }) => date))].sort());
          expect((parts[0]?.date ?? '') >= from).toBe(true);
          if (method !== 'EQUAL_MONTHS') return;
          expect(parts).toHaveLength(months);
          const half = (2n * amount + BigInt(months)) / (2n * BigInt(months));
          for (const part of parts.slice(0, -1)) expect(part.amount).toBe(half * TETRI);
        },
      ),
    );
  });
});
