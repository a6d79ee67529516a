import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, parseAmount, parseScaled, RATE_DECIMALS, TETRI } from '#shared/domain/money.ts';
import { payOfGross, payOfNet, type Pay } from './calculate.ts';
import type { PayRules } from './rules.ts';

const rate = (text: string) => parseScaled(text, RATE_DECIMALS, 'rate');
const gel = (text: string) => parseAmount(text, 2, 'amount');

const RULES: PayRules = {
  validFrom: '2019-01-01',
  validTo: null,
  incomeTaxRate: rate('0.2'),
  employeePensionRate: rate('0.02'),
  employerPensionRate: rate('0.02'),
  source: 'test',
};
const inScheme = { isPensionParticipant: true, relief: 0n };
const outside = { isPensionParticipant: false, relief: 0n };

const figures = ({ employeePension, incomeTax, net, employerPension, employerCost }: Pay) =>
  [employeePension, incomeTax, net, employerPension, employerCost].map((amount) => formatAmount(amount));

describe('from gross to net', () => {
  // pension, income tax, net, employer's pension, cost
  it.each([
    ['1000.00', inScheme, ['20.00', '196.00', '784.00', '20.00', '1020.00']],
    ['2500.00', inScheme, ['50.00', '490.00', '1960.00', '50.00', '2550.00']],
    ['2500.00', outside, ['0.00', '500.00', '2000.00', '0.00', '2500.00']],
    // 1,025.00 in the scheme: the published example of a benefit that is given net.
    ['1025.00', inScheme, ['20.50', '200.90', '803.60', '20.50', '1045.50']],
    // 0.25: the pension of half a tetri is rounded up.
    ['0.25', inScheme, ['0.01', '0.05', '0.19', '0.01', '0.26']],
  ])('takes from %s', (gross, circumstances, expected) => {
    expect(figures(payOfGross(gel(gross), circumstances, RULES))).toEqual(expected);
  });

  it('does not tax what is relieved, and relieves no more than there is', () => {
    const some = payOfGross(gel('1000.00'), { ...inScheme, relief: gel('500.00') }, RULES);
    expect(figures(some)).toEqual(['20.00', '96.00', '884.00', '20.00', '1020.00']);
    const more = payOfGross(gel('1000.00'), { ...inScheme, relief: gel('6000.00') }, RULES);
    expect(formatAmount(more.relief)).toBe('980.00');
    expect(formatAmount(more.net)).toBe('980.00');
  });
});

describe('from net to gross', () => {
  it.each([
    ['in the scheme', inScheme],
    ['outside the scheme', outside],
  ])(
    'finds the least gross of every net from 1.00 to 20,000.00, %s',
    (_name, circumstances) => {
      let before = 0n;
      for (let net = gel('1.00'); net <= gel('20000.00'); net += TETRI) {
        const pay = payOfNet(net, circumstances, RULES);
        // Thrown rather than expected: there are two million of them.
        if (pay.net !== net) throw new Error(`${formatAmount(net)} gave ${formatAmount(pay.net)}`);
        if (pay.gross <= before) throw new Error(`${formatAmount(net)} needs less than a tetri less`);
        before = pay.gross;
      }
      expect(payOfGross(before, circumstances, RULES).net).toBe(gel('20000.00'));
      expect(payOfGross(before - TETRI, circumstances, RULES).net).toBe(gel('19999.99'));
    },
    60_000,
  );

  it('is undone by going from gross to net, whatever the relief and the rates', () => {
    const tetri = (max: number) => fc.integer({ min: 0, max }).map((n) => BigInt(n) * TETRI);
    const share = (max: number) => fc.integer({ min: 0, max }).map((n) => BigInt(n) * 10n ** 7n);
    fc.assert(
      fc.property(
        tetri(5_000_000),
        tetri(600_000),
        fc.boolean(),
        share(500),
        share(200),
        (net, relief, isPensionParticipant, incomeTaxRate, employeePensionRate) => {
          const rules = { ...RULES, incomeTaxRate, employeePensionRate };
          const circumstances = { isPensionParticipant, relief };
          const pay = payOfNet(net, circumstances, rules);
          expect(pay.net).toBe(net);
          expect(pay.employeePension + pay.incomeTax + pay.net).toBe(pay.gross);
          expect(payOfGross(pay.gross, circumstances, rules)).toEqual(pay);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
