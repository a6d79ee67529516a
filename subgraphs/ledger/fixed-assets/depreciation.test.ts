import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depreciate, type AssetLife, type Step } from './depreciation.ts';
import { leavingWith } from './leaving.ts';
import { parseMonth, type Month } from './months.ts';

const START: Month = parseMonth('2026-01', 'month');
const TETRI = 100n;
const lari = (text: string) => BigInt(text.replace('.', '')) * TETRI;
const straight = (cost: string, months: number, more: object = {}): AssetLife => ({
  terms: {
    method: 'STRAIGHT_LINE',
    start: START,
    cost: lari(cost),
    accumulated: 0n,
    residual: 0n,
    months,
    units: null,
    ...more,
  },
  steps: [],
  units: new Map(),
});

describe('depreciation', () => {
  it('by a straight line never takes more than is left, though each month is rounded up', () => {
    const { months } = depreciate(straight('0.10', 16));
    // 0.10 over 16 months is 0.00625 a month, a tetri when rounded.
    expect(months.map(({ amount }) => amount)).toEqual(Array.from({ length: 10 }, () => TETRI));
  });

  it('stops while the residual value is above the carrying amount, and goes on when it is below again', () => {
    const life: AssetLife = {
      ...straight('1200.00', 12),
      steps: [
        { from: START + 2, residual: lari('1100.00') },
        { from: START + 4, residual: 0n, months: 10 },
      ],
    };
    const { months, accumulated } = depreciate(life);
    expect(months.map(({ amount }) => amount / TETRI).slice(0, 6)).toEqual([
      10000n,
      10000n,
      0n,
      0n,
      10000n,
      10000n,
    ]);
    expect(accumulated).toBe(lari('1200.00'));
  });

  it('is nothing for what does not wear out, and for what is not in use', () => {
    expect(depreciate(straight('1.00', 1, { method: 'NONE' })).months).toEqual([]);
    expect(depreciate(straight('1.00', 1, { start: null })).accumulated).toBe(0n);
  });

  it('by units stops at the month of which nobody has said them', () => {
    const life: AssetLife = {
      ...straight('100.00', 1, { method: 'UNITS_OF_PRODUCTION', months: null, units: 10n }),
      units: new Map([[START, 4n]]),
    };
    const { months, missingUnits } = depreciate(life);
    expect(months.map(({ amount }) => amount)).toEqual([lari('40.00')]);
    expect(missingUnits).toBe(START + 1);
  });
});

const amounts = fc.bigInt({ min: 1n, max: 10n ** 9n }).map((tetri) => tetri * TETRI);

/** Changes that a company might make: other lives, residual values within the cost, additions, and parts that leave. */
const changes = fc.array(
  fc.record({
    after: fc.nat({ max: 40 }),
    months: fc.option(fc.integer({ min: 1, max: 120 })),
    residualShare: fc.option(fc.integer({ min: 0, max: 100 })),
    addition: fc.option(fc.bigInt({ min: 1n, max: 10n ** 6n })),
    leaves: fc.option(fc.integer({ min: 1, max: 99 })),
  }),
  { maxLength: 5 },
);

describe('over any life', () => {
  it('what is depreciated, and what left, is what it cost less the residual value', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 240 }),
        changes,
        (cost, residualShare, months, given) => {
          let life: AssetLife = {
            ...straight('0.00', months),
            terms: { ...straight('0.00', months).terms, cost, residual: share(cost, residualShare) },
          };
          let from = START;
          let gone = 0n;
          for (const change of given) {
            from += change.after;
            const before = depreciate(life, from - 1);
            const addition = change.addition === null ? 0n : change.addition * TETRI;
            // Nothing leaves while something else is yet to come.
            const isToCome = life.steps.some((known) => known.isBehind !== true && known.from >= from);
            const part = change.leaves === null || isToCome ? 0n : share(before.cost, change.leaves);
            const { accumulated, residualLeft } =
              part === 0n ? { accumulated: 0n, residualLeft: 0n } : leavingWith(part, before);
            gone += accumulated;
            const leaves: Step = {
              from: from - 1,
              isBehind: true,
              cost: -part,
              accumulated: -accumulated,
              residual: residualLeft,
            };
            const step: Step = {
              from,
              cost: addition,
              months: change.months ?? Math.max(before.monthsLeft ?? 0, 1),
              ...(change.residualShare !== null && {
                residual: share(before.cost - part, change.residualShare),
              }),
            };
            life = { ...life, steps: [...life.steps, ...(part === 0n ? [] : [leaves]), step] };
          }
          const end = depreciate(life);
          const booked = end.months.reduce((sum, { amount }) => sum + amount, 0n);
          expect(booked).toBe(end.accumulated + gone);
          const depreciable = end.cost - end.residual;
          // A residual value that was raised above what was left leaves more than it should have.
          expect(end.accumulated >= depreciable).toBe(true);
          for (const month of end.months) expect(month.amount >= 0n && month.carrying >= 0n).toBe(true);
          if (given.every(({ residualShare: raised }) => raised === null))
            expect(end.accumulated).toBe(depreciable);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('what months come to one by one is what they come to at once', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 100 }), fc.nat({ max: 110 }), (cost, months, until) => {
        const life = { ...straight('0.00', months), terms: { ...straight('0.00', months).terms, cost } };
        const whole = depreciate(life);
        const part = depreciate(life, START + until);
        expect(part.months).toEqual(whole.months.slice(0, until + 1));
      }),
    );
  });
});

/** Whole per cent of an amount, to the tetri below. */
function share(amount: bigint, percent: number): bigint {
  return ((amount * BigInt(percent)) / (100n * TETRI)) * TETRI;
}
