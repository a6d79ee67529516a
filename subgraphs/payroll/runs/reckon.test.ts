import { describe, expect, it } from 'vitest';
import { parseAmount, parseScaled, RATE_DECIMALS, type Amount } from '#shared/domain/money.ts';
import type { CostCentre, EmploymentTerms } from '../employments/employment.ts';
import type { PayBasis } from '../employments/pay-basis.ts';
import { FIVE_DAYS } from '../calendar/working-time.ts';
import type { Payslip } from './payslip.ts';
import { reckonPayslip, type PaidBefore, type PayTerms, type Reckoning } from './reckon.ts';

const gel = (text: string): Amount => parseAmount(text, 2, 'amount');
const rate = (text: string): bigint => parseScaled(text, RATE_DECIMALS, 'rate');
const terms = (payYear: number, incomeTaxRate = '0.2'): PayTerms => ({
  payYear,
  rules: {
    validFrom: '2019-01-01',
    validTo: null,
    incomeTaxRate: rate(incomeTaxRate),
    employeePensionRate: rate('0.02'),
    employerPensionRate: rate('0.02'),
    source: 'test',
  },
  sickPayShare: rate('1'),
  rates: new Map(),
});

interface Work {
  readonly amount: string;
  readonly basis?: 'GROSS' | 'NET';
  readonly relief?: { readonly yearly: string; readonly usedBefore?: string };
  readonly centres?: readonly (readonly [days: number, value: string])[];
}

/** Somebody in the pension scheme who has worked all twenty working days of a month. */
function basisOf(year: number, month: number, { amount, basis = 'GROSS', relief, centres }: Work): PayBasis {
  const contract = (costCentre: CostCentre | null): EmploymentTerms => ({
    from: '2020-01-01',
    position: 'accountant',
    costCentre,
    schedule: FIVE_DAYS,
    pay: { amount, unit: 'MONTHLY', basis },
  });
  const away = { PAID_LEAVE: 0, UNPAID_LEAVE: 0, SICK_LEAVE: 0, MATERNITY: 0 };
  const spent = centres ?? [[20, '']];
  return {
    employeeId: 'nino',
    employeeVersion: 7,
    employeeNumber: '1',
    year,
    month,
    pension: { from: '2019-01-01', decision: 'PARTICIPATES', ground: null },
    relief:
      relief === undefined
        ? null
        : {
            ground: 'WAR_VETERAN',
            yearlyAmount: gel(relief.yearly),
            usedBefore: gel(relief.usedBefore ?? '0'),
          },
    employments: [
      {
        employmentId: 'job',
        isSecondary: false,
        start: '2020-01-01',
        end: null,
        monthWorkingDays: 20,
        segments: spent.map(([days, value]) => ({
          from: '2026-01-01',
          to: '2026-01-31',
          terms: contract(value === '' ? null : { name: 'cost centre', value }),
          workingDays: days,
          workedDays: days,
          absentDays: away,
        })),
        components: [],
        leaveToSettle: null,
      },
    ],
  };
}

function reckon(basis: PayBasis, more: Partial<Reckoning> = {}): Payslip {
  const payslip = reckonPayslip({
    basis,
    isCorrection: false,
    before: [],
    past: [],
    taken: new Map(),
    terms: terms(basis.year),
    pastTerms: new Map(),
    stateBrackets: [
      { above: 0n, share: rate('0.02') },
      { above: gel('24000'), share: rate('0.01') },
      { above: gel('60000'), share: 0n },
    ],
    ...more,
  });
  if (payslip === null) throw new Error('there is nothing to pay');
  return payslip;
}

/** What a payslip was, as later months remember it. */
function paid(payslip: Payslip, year: number, month: number, payYear = year): PaidBefore {
  return {
    year,
    month,
    payYear,
    number: 1,
    gross: gel(payslip.gross),
    relief: gel(payslip.relief),
    earned: gel(payslip.earned),
    workedDays: payslip.workedDays,
    months: payslip.months.map((one) => ({ month: one.month, gross: gel(one.gross) })),
  };
}

const sums = ({ gross, employeePension, relief, incomeTax, net }: Payslip): string =>
  [gross, employeePension, relief, incomeTax, net].join(' ');

describe('relief of a year', () => {
  const veteran: Work = { amount: '2000.00', relief: { yearly: '3000.00', usedBefore: '500.00' } };

  it('is used until it is spent, less what was used before', () => {
    const january = reckon(basisOf(2026, 1, veteran));
    // 2,000 − 40 = 1,960 remain; all of it is covered by 2,500.
    expect(sums(january)).toBe('2000.00 40.00 1960.00 0.00 1960.00');
    const february = reckon(basisOf(2026, 2, veteran), { before: [paid(january, 2026, 1)] });
    // 540 are left: (1,960 − 540) × 20 % = 284.
    expect(sums(february)).toBe('2000.00 40.00 540.00 284.00 1676.00');
  });

  it('is that of the year of payment: December paid in January uses the new one', () => {
    const november = paid(
      reckon(basisOf(2025, 11, { amount: '4000.00', relief: { yearly: '3000.00' } })),
      2025,
      11,
    );
    expect(november.relief).toBe(gel('3000'));
    const december = basisOf(2025, 12, {
      amount: '2000.00',
      relief: { yearly: '3000.00', usedBefore: '500.00' },
    });
    expect(sums(reckon(december, { before: [november] }))).toBe('2000.00 40.00 0.00 392.00 1568.00');
    const inJanuary = reckon(december, { before: [november], terms: terms(2026) });
    expect(sums(inJanuary)).toBe('2000.00 40.00 1960.00 0.00 1960.00');
    const january = reckon(basisOf(2026, 1, veteran), {
      before: [november, paid(inJanuary, 2025, 12, 2026)],
    });
    // 3,000 − 500 − 1,960 = 540 are left for the pay of January itself.
    expect(sums(january)).toBe('2000.00 40.00 540.00 284.00 1676.00');
  });
});

describe('what the State adds', () => {
  it('is reckoned of the income of the year of payment, 2 % to 24,000 and 1 % to 60,000', () => {
    const pays: PaidBefore[] = [];
    const added: string[] = [];
    for (let month = 1; month <= 12; month++) {
      const slip = reckon(basisOf(2026, month, { amount: '6000.00' }), { before: pays });
      added.push(slip.statePension);
      pays.push(paid(slip, 2026, month));
    }
    expect(added.slice(0, 4)).toEqual(['120.00', '120.00', '120.00', '120.00']);
    expect(added.slice(4, 10)).toEqual(['60.00', '60.00', '60.00', '60.00', '60.00', '60.00']);
    expect(added.slice(10)).toEqual(['0.00', '0.00']);
    expect(added.reduce((sum, text) => sum + gel(text), 0n)).toBe(gel('840'));
  });
});

describe('a month of the past', () => {
  it('that is reckoned again comes to what was paid, whatever else was paid with it', () => {
    // Promised 1,000 net with relief, and 500 of arrears for October in the same pay.
    const work: Work = {
      amount: '1000.00',
      basis: 'NET',
      relief: { yearly: '3000.00', usedBefore: '2500.00' },
    };
    const before = [paid({ ...reckon(basisOf(2026, 9, work)), months: [] }, 2026, 9)].map((one) => ({
      ...one,
      relief: 0n,
      months: [{ month: '2026-09', gross: 0n }],
    }));
    const pastTerms = new Map(['2026-09', '2026-10'].map((month) => [month, terms(2026)]));
    const october = reckon(basisOf(2026, 10, work), {
      before,
      past: [basisOf(2026, 9, { ...work, amount: '400.00', basis: 'GROSS' })],
      pastTerms,
    });
    expect(october.lines.map(({ code, amount }) => `${code} ${amount}`)).toEqual([
      // 500 of relief spare 100 of tax: (1,000 − 100) ÷ 0.784.
      'SALARY 1147.96',
      'ARREARS 400.00',
    ]);
    const history = [...before, paid(october, 2026, 10)];
    const november = reckon(basisOf(2026, 11, work), {
      before: history,
      past: [basisOf(2026, 10, work)],
      pastTerms,
    });
    expect(november.lines.map(({ code }) => code)).toEqual(['SALARY']);
  });

  it('is reckoned by the rates of its own payment: another rate since makes no arrears', () => {
    const work: Work = { amount: '1000.00', basis: 'NET' };
    const june = reckon(basisOf(2026, 6, work));
    expect(june.gross).toBe('1275.51');
    const july = reckon(basisOf(2026, 7, work), {
      terms: terms(2026, '0.25'),
      before: [paid(june, 2026, 6)],
      past: [basisOf(2026, 6, work)],
      pastTerms: new Map([['2026-06', terms(2026)]]),
    });
    // 1,000 ÷ (0.98 × 0.75), and nothing for June.
    expect(july.lines.map(({ code, amount }) => `${code} ${amount}`)).toEqual(['SALARY 1360.54']);
    expect(july.net).toBe('1000.00');
  });

  it('that was paid too much is taken back as far as there is pay, and the file is looked at again', () => {
    const june = paid(reckon(basisOf(2026, 6, { amount: '3000.00' })), 2026, 6);
    const july = reckon(basisOf(2026, 7, { amount: '500.00' }), {
      before: [june],
      past: [basisOf(2026, 6, { amount: '1000.00' })],
      pastTerms: new Map([['2026-06', terms(2026)]]),
    });
    expect(july.lines.map(({ code, amount }) => `${code} ${amount}`)).toEqual([
      'SALARY 500.00',
      'ARREARS -500.00',
    ]);
    expect(july).toMatchObject({ gross: '0.00', netToPay: '0.00', employeeVersion: 0 });
    const august = reckon(basisOf(2026, 8, { amount: '2000.00' }), {
      before: [june, paid(july, 2026, 7)],
      past: [basisOf(2026, 6, { amount: '1000.00' }), basisOf(2026, 7, { amount: '500.00' })],
      pastTerms: new Map([
        ['2026-06', terms(2026)],
        ['2026-07', terms(2026)],
      ]),
    });
    // 1,500 of the 2,000 were still owed.
    expect(august).toMatchObject({ gross: '500.00', employeeVersion: 7 });
  });
});

describe('costs', () => {
  it('of a month in two cost centres follow the days, and the pension to the tetri', () => {
    const { costs, employerPension, gross } = reckon(
      basisOf(2026, 3, {
        amount: '1000.01',
        centres: [
          [7, 'shop'],
          [13, 'office'],
        ],
      }),
    );
    // 350.0035 and 650.0065: the tetri that is left goes to whom more was cut off.
    expect(costs).toEqual([
      { name: 'cost centre', value: 'shop', gross: '350.00', employerPension: '7.00' },
      { name: 'cost centre', value: 'office', gross: '650.01', employerPension: '13.00' },
    ]);
    expect([gross, employerPension]).toEqual(['1000.01', '20.00']);
  });
});
