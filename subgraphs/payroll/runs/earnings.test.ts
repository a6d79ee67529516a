import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RATE_DECIMALS, parseScaled, TETRI } from '#shared/domain/money.ts';
import { payOfGross } from '../pay/calculate.ts';
import type { PayRules } from '../pay/rules.ts';
import { grossUp, shareByWeight, type Earning } from './earnings.ts';

const rate = (text: string): bigint => parseScaled(text, RATE_DECIMALS, 'rate');
const RULES: PayRules = {
  validFrom: '2019-01-01',
  validTo: null,
  incomeTaxRate: rate('0.2'),
  employeePensionRate: rate('0.02'),
  employerPensionRate: rate('0.02'),
  source: 'test',
};
const tetri = (max: number) => fc.integer({ min: 0, max }).map((n) => BigInt(n) * TETRI);

it('what is shared out by weight sums to the whole, each part within a tetri of its worth', () => {
  fc.assert(
    fc.property(tetri(1e8), fc.array(tetri(1e8), { minLength: 1, maxLength: 9 }), (amount, weights) => {
      const shares = shareByWeight(amount, weights);
      expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(amount);
      const whole = weights.reduce((sum, weight) => sum + weight, 0n);
      if (whole === 0n) return;
      shares.forEach((share, index) => {
        const off = share * whole - amount * (weights[index] ?? 0n);
        expect(off < TETRI * whole && -off < TETRI * whole).toBe(true);
        expect(share % TETRI).toBe(0n);
      });
    }),
    { numRuns: 1_000 },
  );
});

it('what was promised net comes on top of the net of all that is gross, and the lines sum to the gross pay', () => {
  const earning = fc.record({
    basis: fc.constantFrom('GROSS' as const, 'NET' as const),
    amount: tetri(1_000_000),
  });
  fc.assert(
    fc.property(
      fc.array(earning, { maxLength: 6 }),
      tetri(600_000),
      fc.boolean(),
      (given, relief, isPensionParticipant) => {
        const earnings = given.map((one): Earning => ({
          ...one,
          code: 'BONUS',
          componentId: null,
          name: null,
          quantity: null,
          unit: null,
          rate: null,
          costCentre: null,
        }));
        const circumstances = { isPensionParticipant, relief };
        const grossed = grossUp(earnings, circumstances, RULES);
        const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);
        expect(sum(grossed.earnings.map(({ gross }) => gross))).toBe(grossed.pay.gross);
        const of = (basis: string): bigint =>
          sum(given.filter((one) => one.basis === basis).map(({ amount }) => amount));
        const onGross = payOfGross(of('GROSS'), circumstances, RULES);
        expect(grossed.pay.net).toBe(onGross.net + of('NET'));
      },
    ),
    { numRuns: 1_000 },
  );
});
