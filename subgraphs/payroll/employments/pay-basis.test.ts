import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, daysIn, monthKey } from '#shared/domain/date.ts';
import { formatAmount, parseAmount, TETRI } from '#shared/domain/money.ts';
import type { Absence, AbsenceKind, LeaveRules } from '../absences/absence.ts';
import { FIVE_DAYS, WorkingTime, type WorkSchedule } from '../calendar/working-time.ts';
import type { PayComponent } from '../components/component.ts';
import type { Employment, EmploymentTerms } from './employment.ts';
import { payBasisOf, type EmploymentBasis, type PayRecord } from './pay-basis.ts';
import { overtimePay, salaryParts, shareOut } from './salary.ts';

const RULES: LeaveRules = {
  validFrom: '2000-01-01',
  validTo: null,
  paidLeaveDays: 24,
  rightAfterMonths: 11,
  unpaidLeaveDays: 15,
  sickDaysInARow: 40,
  sickDaysInSixMonths: 60,
  maternityDays: 730,
  maternityPaidDays: 183,
  maternityPaidDaysComplicated: 200,
  sickPayShare: 10n ** 10n,
  source: 'test',
};
const GEORGIA = new WorkingTime();
const NOVEMBER = { year: 2026, month: 11 };

const terms = (from: string, amount: string, more: Partial<EmploymentTerms> = {}): EmploymentTerms => ({
  from,
  position: 'accountant',
  costCentre: null,
  schedule: FIVE_DAYS,
  pay: { amount, unit: 'MONTHLY', basis: 'GROSS' },
  ...more,
});
const employment = (given: Partial<Employment> = {}): Employment => ({
  id: 'job',
  start: '2024-01-01',
  end: null,
  endReason: null,
  isSecondary: false,
  terms: [terms(given.start ?? '2024-01-01', '2000.00')],
  leaveTakenBefore: '0.00',
  ...given,
});
const absence = (kind: AbsenceKind, from: string, to: string): Absence => ({
  id: `${kind} ${from}`,
  employmentId: 'job',
  kind,
  from,
  to,
});
const record = (given: Partial<PayRecord>): PayRecord => ({
  employeeId: 'nino',
  employeeVersion: 1,
  employee: { number: '7', category: 'CITIZEN', pension: [], reliefs: [] },
  employments: [employment()],
  components: [],
  absences: [],
  ...given,
});

function basisOf(given: Partial<PayRecord>, month = NOVEMBER): EmploymentBasis {
  const [only] = payBasisOf(record(given), month, GEORGIA, RULES)?.employments ?? [];
  if (only === undefined) throw new Error('nobody is employed');
  return only;
}

const shown = (basis: EmploymentBasis) =>
  salaryParts(basis).map(({ kind, days, amount }) => `${kind} ${String(days)} ${formatAmount(amount)}`);

describe('an agreed pay, shared out over the days of a month', () => {
  // November 2026 has 21 working days on five days a week: Saint George’s Day, the 23rd, is a Monday, and leaves 20.
  it.each<[string, Partial<PayRecord>, string[]]>([
    ['is whole for a whole month', {}, ['WORKED 20 2000.00']],
    [
      'of who begins on the 16th is that of 10 of 20 days',
      { employments: [employment({ start: '2026-11-16' })] },
      ['WORKED 10 1000.00'],
    ],
    [
      'of who leaves on the 6th is that of 5 of 20 days',
      { employments: [employment({ end: '2026-11-06' })] },
      ['WORKED 5 500.00'],
    ],
    [
      'follows a raise in the middle of the month',
      {
        employments: [
          employment({ terms: [terms('2024-01-01', '2000.00'), terms('2026-11-16', '3000.00')] }),
        ],
      },
      ['WORKED 10 1000.00', 'WORKED 10 1500.00'],
    ],
    [
      'says what days of absence would have been worth',
      { absences: [absence('UNPAID_LEAVE', '2026-11-02', '2026-11-04')] },
      ['WORKED 17 1700.00', 'UNPAID_LEAVE 3 300.00'],
    ],
    [
      'counts no holiday and no weekend as absence',
      { absences: [absence('SICK_LEAVE', '2026-11-20', '2026-11-24')] },
      ['WORKED 18 1800.00', 'SICK_LEAVE 2 200.00'],
    ],
    [
      'gives the tetri that is left to the part that lost most',
      {
        employments: [employment({ terms: [terms('2024-01-01', '1000.01')] })],
        absences: [absence('UNPAID_LEAVE', '2026-11-02', '2026-11-10')],
      },
      ['WORKED 13 650.01', 'UNPAID_LEAVE 7 350.00'],
    ],
    [
      'by the hour is that of the hours',
      {
        employments: [
          employment({
            terms: [
              terms('2024-01-01', '12.35', { pay: { amount: '12.35', unit: 'HOURLY', basis: 'GROSS' } }),
            ],
          }),
        ],
      },
      ['WORKED 20 1976.00'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(shown(basisOf(given))).toEqual(expected);
  });

  it('keeps what was agreed net apart from what was agreed gross', () => {
    const net = terms('2026-11-16', '3000.00', { pay: { amount: '3000.00', unit: 'MONTHLY', basis: 'NET' } });
    const basis = basisOf({ employments: [employment({ terms: [terms('2024-01-01', '2000.00'), net] })] });
    expect(salaryParts(basis).map((part) => [part.basis, formatAmount(part.amount)])).toEqual([
      ['GROSS', '1000.00'],
      ['NET', '1500.00'],
    ]);
  });

  it('is nobody’s who is not employed in the month', () => {
    const gone = record({ employments: [employment({ end: '2026-10-31' })] });
    expect(payBasisOf(gone, NOVEMBER, GEORGIA, RULES)).toBeNull();
  });
});

describe('overtime', () => {
  it.each([
    ['a monthly pay', terms('2024-01-01', '2000.00'), '10', '1.5', '187.50'],
    [
      'an hourly pay',
      terms('2024-01-01', '12.35', { pay: { amount: '12.35', unit: 'HOURLY', basis: 'GROSS' } }),
      '2.5',
      '1.25',
      '38.59',
    ],
  ])('of %s', (_name, agreed, hours, multiplier, expected) => {
    expect(formatAmount(overtimePay(agreed, 20, { hours, multiplier }))).toBe(expected);
  });
});

describe('the circumstances of a month', () => {
  const people = {
    pension: [
      { from: '2024-01-01', decision: 'PARTICIPATES', ground: null },
      { from: '2026-11-10', decision: 'OUTSIDE', ground: 'LEFT_SCHEME' },
    ],
    reliefs: [
      { ground: 'WAR_VETERAN', from: '2026-02-01', to: null, yearlyAmount: '3000.00', usedBefore: '400.00' },
    ],
  } as const;
  const circumstances = (month: number, year = 2026, given: Partial<PayRecord> = {}) => {
    const basis = payBasisOf(
      record({ employee: { number: '7', category: 'CITIZEN', ...people }, ...given }),
      { year, month },
      GEORGIA,
      RULES,
    );
    return [basis?.pension?.decision, basis?.relief && formatAmount(basis.relief.usedBefore)];
  };

  it('are those of the last day of work, and a relief begins anew each year', () => {
    expect(circumstances(1)).toEqual(['PARTICIPATES', null]);
    expect(circumstances(10)).toEqual(['PARTICIPATES', '400.00']);
    expect(circumstances(11)).toEqual(['OUTSIDE', '400.00']);
    expect(circumstances(11, 2026, { employments: [employment({ end: '2026-11-09' })] })[0]).toBe(
      'PARTICIPATES',
    );
    expect(circumstances(1, 2027)).toEqual(['OUTSIDE', '0.00']);
  });

  it('tell that nobody has decided on the pension scheme', () => {
    expect(payBasisOf(record({}), NOVEMBER, GEORGIA, RULES)?.pension).toBeNull();
  });

  it('name the leave that is left when the employment ends', () => {
    const ending = employment({ start: '2026-01-01', end: '2026-11-15', leaveTakenBefore: '2.50' });
    const taken = [absence('PAID_LEAVE', '2026-08-03', '2026-08-07')];
    // Ten full months and 15 of 30 days are 21 days, less 5 and 2.5.
    expect(basisOf({ employments: [ending], absences: taken }).leaveToSettle).toBe(1350n);
    expect(
      basisOf({ employments: [ending], absences: taken }, { year: 2026, month: 10 }).leaveToSettle,
    ).toBeNull();
  });

  it('hold the components of the month', () => {
    const bonus = (
      id: string,
      from: string,
      isRecurring: boolean,
      to: string | null = null,
    ): PayComponent => ({
      id,
      employmentId: 'job',
      kind: 'BONUS',
      name: id,
      isRecurring,
      from,
      to,
      amount: '1.00',
      basis: 'GROSS',
    });
    const components = [
      bonus('of this month', '2026-11-30', false),
      bonus('of the last', '2026-10-31', false),
      bonus('each month', '2026-01-05', true),
      bonus('until today', '2026-01-05', true, '2026-11-01'),
      bonus('until October', '2026-01-05', true, '2026-10-31'),
      bonus('from December', '2026-12-01', true),
    ];
    expect(basisOf({ components }).components.map(({ id }) => id)).toEqual([
      'of this month',
      'each month',
      'until today',
    ]);
  });
});

const month = fc.record({
  year: fc.integer({ min: 2020, max: 2030 }),
  month: fc.integer({ min: 1, max: 12 }),
});
const schedules: WorkSchedule[] = [
  FIVE_DAYS,
  { weekdays: [...FIVE_DAYS.weekdays, 'SATURDAY'], hoursPerDay: '6.5' },
  { weekdays: ['TUESDAY', 'SUNDAY'], hoursPerDay: '4' },
];

describe('segments', () => {
  it('cover each day of the employment in the month once, and count each working day once', () => {
    const day = (at: { year: number; month: number }) =>
      fc
        .integer({ min: -40, max: 70 })
        .map((days) => new Date(Date.UTC(at.year, at.month - 1, 1 + days)).toISOString().slice(0, 10));
    const story = month.chain((at) =>
      fc.record({
        at: fc.constant(at),
        start: day(at),
        end: fc.option(day(at)),
        changes: fc.uniqueArray(
          fc.tuple(day(at), fc.constantFrom(...schedules), fc.integer({ min: 0, max: 1e7 })),
          {
            selector: ([date]) => date,
            maxLength: 4,
          },
        ),
        away: fc.array(fc.tuple(day(at), day(at), fc.constantFrom<AbsenceKind>('SICK_LEAVE', 'PAID_LEAVE')), {
          maxLength: 1,
        }),
      }),
    );
    fc.assert(
      fc.property(story, ({ at, start, end, changes, away }) => {
        fc.pre(end === null || end >= start);
        const first = `${monthKey(at.year, at.month)}-01`;
        const last = `${monthKey(at.year, at.month)}-${String(daysIn(at.year, at.month))}`;
        const later = changes
          .filter(([date]) => date > start)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([date, schedule, tetri]) => terms(date, formatAmount(BigInt(tetri) * TETRI), { schedule }));
        const job = employment({ start, end, terms: [terms(start, '1234.56'), ...later] });
        const absences = away
          .filter(([from, to]) => from <= to)
          .map(([from, to, kind]) => absence(kind, from, to));
        const basis = payBasisOf(record({ employments: [job], absences }), at, GEORGIA, RULES);
        if (start > last || (end !== null && end < first)) {
          expect(basis).toBeNull();
          return;
        }
        const [only] = basis?.employments ?? [];
        if (only === undefined) throw new Error('no basis');
        let expected = start > first ? start : first;
        for (const segment of only.segments) {
          expect(segment.from).toBe(expected);
          expect(segment.to >= segment.from).toBe(true);
          const away = Object.values(segment.absentDays).reduce((sum, days) => sum + days, 0);
          expect(segment.workedDays + away).toBe(segment.workingDays);
          expected = dayAfter(segment.to);
        }
        expect(expected).toBe(dayAfter(end !== null && end < last ? end : last));
        const all = only.segments.reduce((sum, { workingDays }) => sum + workingDays, 0);
        expect(all).toBeLessThanOrEqual(only.monthWorkingDays);
        if (start <= first && (end === null || end >= last)) {
          expect(all).toBe(only.monthWorkingDays);
          if (later.length === 0) {
            const sum = salaryParts(only).reduce((total, { amount }) => total + amount, 0n);
            expect(formatAmount(sum)).toBe('1234.56');
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('share a sum out to the tetri, each part within a tetri of its own worth', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 14n }), { minLength: 1, maxLength: 12 }),
        fc.bigInt({ min: 1n, max: 10n ** 7n }),
        (exact, divisor) => {
          const shares = shareOut(exact, divisor);
          const off =
            shares.reduce((sum, share) => sum + share, 0n) * divisor -
            exact.reduce((sum, one) => sum + one, 0n);
          // The whole is within half a tetri of the truth.
          expect(off * 2n <= TETRI * divisor && off * -2n <= TETRI * divisor).toBe(true);
          shares.forEach((share, index) => {
            const lost = share * divisor - (exact[index] ?? 0n);
            expect(lost < TETRI * divisor && -lost < TETRI * divisor).toBe(true);
            expect(share % TETRI).toBe(0n);
          });
        },
      ),
    );
  });

  it('pay nothing where no day is worked', () => {
    expect(shareOut([parseAmount('5.00', 2, 'x')], 0n)).toEqual([0n]);
  });
});
