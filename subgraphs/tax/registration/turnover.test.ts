import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '#shared/domain/date.ts';
import {
  findCrossing,
  firstDayOfPeriod,
  forecastCrossing,
  TurnoverWindow,
  type Crossing,
  type DocumentTurnover,
} from './turnover.ts';

interface Sale {
  readonly date: string;
  readonly amount: bigint;
}
const TETRI = 100n;
const gel = (amount: number): bigint => BigInt(Math.round(amount * 100)) * TETRI;
const THRESHOLD = gel(100_000);
const named = (index: number): string => `document ${String(index)}`;

/** What the program does: days from the sums, documents when they are asked for. */
async function crossing(sales: readonly Sale[], threshold = THRESHOLD, asked: string[] = []) {
  const byDay = new Map<string, DocumentTurnover[]>();
  sales.forEach(({ date, amount }, index) => {
    const document = { documentType: 'TaxInvoice', documentId: named(index), amount };
    byDay.set(date, [...(byDay.get(date) ?? []), document]);
  });
  const days = [...byDay].map(([date, documents]) => ({
    date,
    amount: documents.reduce((sum, { amount }) => sum + amount, 0n),
    rises: documents.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n),
  }));
  return findCrossing(new TurnoverWindow(12), threshold, days, (date) => {
    asked.push(date);
    return Promise.resolve(byDay.get(date) ?? []);
  });
}

/** The rule to the letter: after each sale, every period of up to twelve months that ends with it. */
function crossingByTheLetter(sales: readonly Sale[], threshold: bigint): string | null {
  for (let last = 0; last < sales.length; last += 1) {
    const end = sales[last]?.date ?? '';
    const [year, rest] = [Number(end.slice(0, 4)), end.slice(4)];
    // Twelve months before a 29 February ends a 28 February.
    const yearAgo = rest === '-02-29' ? `${String(year - 1)}-02-28` : `${String(year - 1)}${rest}`;
    for (const begin of new Set(sales.slice(0, last + 1).map(({ date }) => date))) {
      if (begin <= yearAgo) continue;
      const sum = sales
        .slice(0, last + 1)
        .filter(({ date }) => date >= begin)
        .reduce((all, { amount }) => all + amount, 0n);
      if (sum > threshold) return named(last);
    }
  }
  return null;
}

const at = (found: Crossing | null) => found?.document.documentId ?? null;

describe('turnover in any continuous twelve months', () => {
  it('is not exceeded by exactly 100,000.00, and is by a tetri more', async () => {
    const year = [
      { date: '2025-03-15', amount: gel(60_000) },
      { date: '2026-03-14', amount: gel(40_000) },
    ];
    expect(await crossing(year)).toBeNull();
    expect(await crossing([...year, { date: '2026-03-14', amount: gel(0.01) }])).toMatchObject({
      date: '2026-03-14',
      from: '2025-03-15',
      amount: gel(100_000.01),
      document: { documentId: 'document 2' },
    });
  });

  it('forgets what lies twelve months back, to the day', async () => {
    const sales = (second: string) => [
      { date: '2025-03-15', amount: gel(60_000) },
      { date: second, amount: gel(60_000) },
    ];
    expect(await crossing(sales('2026-03-14'))).not.toBeNull();
    expect(await crossing(sales('2026-03-15'))).toBeNull();
  });

  it.each([
    ['2026-03-14', '2025-03-15'],
    ['2025-12-31', '2025-01-01'],
    ['2024-02-29', '2023-03-01'],
    ['2025-02-28', '2024-02-29'],
    ['2025-03-01', '2024-03-02'],
  ])('that end with %s began on %s', (last, first) => {
    expect(firstDayOfPeriod(last, 12)).toBe(first);
  });

  it('is that of a shorter period when goods came back before it', async () => {
    const found = await crossing([
      { date: '2025-01-10', amount: gel(50_000) },
      { date: '2025-02-10', amount: gel(-50_000) },
      { date: '2025-06-10', amount: gel(100_000.01) },
    ]);
    expect(found).toMatchObject({ from: '2025-06-10', amount: gel(100_000.01) });
  });

  it('is exceeded by a sale even if the same day brings its return', async () => {
    const found = await crossing([
      { date: '2025-01-10', amount: gel(99_000) },
      { date: '2025-05-05', amount: gel(2_000) },
      { date: '2025-05-05', amount: gel(-2_000) },
    ]);
    expect(at(found)).toBe('document 1');
  });

  it('looks into those days only on which it may have been exceeded', async () => {
    const asked: string[] = [];
    await crossing(
      [
        { date: '2025-01-10', amount: gel(99_000) },
        { date: '2025-05-05', amount: gel(2_000) },
        { date: '2025-05-06', amount: gel(2_000) },
      ],
      THRESHOLD,
      asked,
    );
    expect(asked).toEqual(['2025-05-05']);
  });

  it('is exceeded by the same document as the rule to the letter says', async () => {
    const sale = fc.record({
      gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 20, max: 120 })),
      amount: fc.bigInt({ min: -400n, max: 900n }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(sale, { maxLength: 40 }),
        fc.bigInt({ min: 1n, max: 4000n }),
        fc.constantFrom<string>('2023-02-27', '2024-01-01', '2023-12-30'),
        async (given, threshold, start) => {
          let date = start;
          const sales = given.map(({ gap, amount }) => {
            for (let day = 0; day < gap; day += 1) date = dayAfter(date);
            return { date, amount };
          });
          expect(at(await crossing(sales, threshold))).toBe(crossingByTheLetter(sales, threshold));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the forecast', () => {
  const standing = (today: string, ...sales: Sale[]): TurnoverWindow => {
    const window = new TurnoverWindow(12);
    for (const { date, amount } of sales) {
      window.enter(date);
      window.add(amount);
    }
    window.enter(today);
    return window;
  };

  it('goes on as the recent days did, a day after the other', () => {
    const window = standing('2025-06-30', { date: '2025-06-30', amount: gel(91_000) });
    // 91 days brought 9,100.00: a hundred a day, and 9,000.00 are left, which the 91st day exceeds.
    const day = forecastCrossing(window, THRESHOLD, '2025-06-30', { amount: gel(9_100), days: 91 });
    expect(day).toBe('2025-09-29');
  });

  it('lets go of what will lie twelve months back by then', () => {
    const sold = { date: '2025-01-01', amount: gel(60_000) };
    // Fifty a day make 18,250.00 a year, and the 60,000.00 are gone before they can meet.
    const slow = standing('2025-06-30', sold);
    expect(forecastCrossing(slow, THRESHOLD, '2025-06-30', { amount: gel(4_550), days: 91 })).toBeNull();
  });

  it('is none without turnover', () => {
    const window = standing('2025-06-30');
    expect(forecastCrossing(window, THRESHOLD, '2025-06-30', { amount: 0n, days: 91 })).toBeNull();
    expect(forecastCrossing(window, THRESHOLD, '2025-06-30', { amount: -1n, days: 91 })).toBeNull();
  });
});
