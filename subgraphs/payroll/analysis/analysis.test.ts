import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '#test/caller.ts';
import { payrollOf, PAY_CHART } from '#test/payroll.ts';
import { startSystem, type System } from '#test/system.ts';
import { pensionDue } from './forecast.ts';

let system: System;
let used = 0;

beforeAll(async () => {
  system = await startSystem({ companies: 5, chart: PAY_CHART });
});
afterAll(() => system.close());

const MONTHS = `query ($from: Date!, $to: Date!) { payrollMonths(from: $from, to: $to) {
  year month headCount { start joiners leavers end } paidEmployees gross employerPension cost averagePay
  costCentres { name value employees gross employerPension cost } } }`;
const FORECAST = `query ($year: Int!, $month: Int!, $payDate: Date!) {
  payrollForecast(year: $year, month: $month, payDate: $payDate) {
    year month employees obstacles gross total items { kind due amount } } }`;

const SALES = { costCentre: { name: 'department', value: 'Sales' } };

describe('months of pay', () => {
  it('tell what each department cost, and sum to what the run says and to the books', async () => {
    const payroll = await payrollOf(system, system.company(used++));
    await payroll.employ({ pay: { amount: '1000.00' }, contract: SALES });
    await payroll.employ({ pay: { amount: '2000.01' }, contract: SALES });
    await payroll.employ({ pay: { amount: '500.00' } });
    await payroll.pay(2026, 3);
    const { payrollMonths } = await payroll.keeper.query<{ payrollMonths: object[] }>(MONTHS, {
      from: '2026-02-28',
      to: '2026-03-01',
    });
    const headCount = { start: 3, joiners: 0, leavers: 0, end: 3 };
    const nothing = { paidEmployees: 0, gross: '0.00', employerPension: '0.00', cost: '0.00' };
    expect(payrollMonths).toEqual([
      { year: 2026, month: 2, headCount, ...nothing, averagePay: null, costCentres: [] },
      {
        year: 2026,
        month: 3,
        headCount,
        paidEmployees: 3,
        gross: '3500.01',
        employerPension: '70.00',
        cost: '3570.01',
        averagePay: '1166.67',
        costCentres: [
          {
            name: 'department',
            value: 'Sales',
            employees: 2,
            gross: '3000.01',
            employerPension: '60.00',
            cost: '3060.01',
          },
          {
            name: null,
            value: null,
            employees: 1,
            gross: '500.00',
            employerPension: '10.00',
            cost: '510.00',
          },
        ],
      },
    ]);
    const { trialBalance } = await payroll.keeper.query<{
      trialBalance: { rows: { account: { code: string }; closing: string }[] };
    }>('{ trialBalance(asOf: "2026-03-31") { rows { account { code } closing } } }');
    expect(
      trialBalance.rows
        .filter(({ account }) => ['7410', '7415'].includes(account.code))
        .map(({ closing }) => closing),
    ).toEqual(['3500.01', '70.00']);
  });

  it('count people, not contracts: a renewal is no leaving, and a second contract nobody new', async () => {
    const payroll = await payrollOf(system, system.company(used++));
    const stays = await payroll.employ({ pay: { amount: '1000.00' } });
    const begin = (given: object) =>
      payroll.keeper.query(
        'mutation ($input: BeginEmploymentInput!) { beginEmployment(input: $input) { employment { id } } }',
        {
          input: {
            position: 'x',
            pay: { unit: 'MONTHLY', basis: 'GROSS', amount: '100.00' },
            ...given,
          },
        },
      );
    await begin({ employeeId: stays.employee, start: '2026-02-10', isSecondary: true });
    const renewed = await payroll.employ({ pay: { amount: '1000.00' }, contract: { end: '2026-01-31' } });
    await begin({ employeeId: renewed.employee, start: '2026-02-01', end: '2026-02-28' });
    await payroll.employ({
      pay: { amount: '1000.00' },
      start: '2026-02-01',
      contract: { end: '2026-02-15' },
    });
    await payroll.employ({ pay: { amount: '1000.00' }, start: '2026-03-31' });
    const { payrollMonths } = await payroll.keeper.query<{ payrollMonths: { headCount: object }[] }>(MONTHS, {
      from: '2026-01-01',
      to: '2026-04-30',
    });
    expect(payrollMonths.map(({ headCount }) => headCount)).toEqual([
      { start: 2, joiners: 0, leavers: 0, end: 2 },
      { start: 2, joiners: 1, leavers: 2, end: 1 },
      { start: 1, joiners: 1, leavers: 0, end: 2 },
      { start: 2, joiners: 0, leavers: 0, end: 2 },
    ]);
  });

  it.each([
    ['to', { from: '2026-02-01', to: '2026-01-31' }],
    ['to', { from: '2023-01-31', to: '2026-01-01' }],
  ])('are refused where %s is wrong', async (field, given) => {
    const { keeper } = await payrollOf(system, system.company(0));
    expect(await keeper.refusal(MONTHS, given)).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(
      await keeper.query<{ payrollMonths: unknown[] }>(MONTHS, { from: '2023-02-01', to: '2026-01-31' }),
    ).toMatchObject({ payrollMonths: { length: 36 } });
  });
});

describe('the forecast of a month', () => {
  it('is what the run of the month then comes to, by the days on which it is due', async () => {
    const payroll = await payrollOf(system, system.company(used++));
    const { employment } = await payroll.employ({ pay: { amount: '1000.00' } });
    await payroll.employ({ pay: { amount: '800.00', basis: 'NET' }, start: '2026-04-13' });
    await payroll.employ({
      pay: { amount: '2500.00' },
      person: {
        birthDate: '1970-01-01',
        sex: 'FEMALE',
        pension: [{ from: '2019-01-01', decision: 'OUTSIDE', ground: 'LEFT_SCHEME' }],
      },
    });
    for (const [kind, amount] of [
      ['BONUS', '250.00'],
      ['DEDUCTION', '40.00'],
    ])
      await payroll.add({ employmentId: employment, kind, name: 'x', from: '2026-04-01', amount });
    const given = { year: 2026, month: 4, payDate: '2026-04-28' };
    const { payrollForecast } = await payroll.keeper.query<{
      payrollForecast: { gross: string; total: string; items: { kind: string; amount: string }[] };
    }>(FORECAST, given);

    const { totals } = await payroll.pay(2026, 4);
    const sum = (...names: string[]): string =>
      names.reduce((total, name) => total + Number(totals?.[name]), 0).toFixed(2);
    expect(payrollForecast).toEqual({
      year: 2026,
      month: 4,
      employees: 3,
      obstacles: 0,
      gross: totals?.['gross'],
      total: sum('netToPay', 'incomeTax', 'deductions', 'employeePension', 'employerPension'),
      items: [
        { kind: 'NET_PAY', due: '2026-04-28', amount: totals?.['netToPay'] },
        { kind: 'INCOME_TAX', due: '2026-04-28', amount: totals?.['incomeTax'] },
        { kind: 'KEPT_FOR_OTHERS', due: '2026-04-28', amount: '40.00' },
        { kind: 'PENSION', due: '2026-05-15', amount: sum('employeePension', 'employerPension') },
      ],
    });
    expect(await payroll.keeper.refusal(FORECAST, given)).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'month',
      value: '2026-04',
    });
  });

  it.each([
    ['year', { year: 1999, month: 4, payDate: '2026-04-28' }],
    ['month', { year: 2026, month: 13, payDate: '2026-04-28' }],
    ['payDate', { year: 2026, month: 5, payDate: '2026-04-30' }],
  ])('is refused for a wrong %s', async (field, given) => {
    const { keeper } = await payrollOf(system, system.company(0));
    expect(await keeper.refusal(FORECAST, given)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('has pensions paid on a working day', () => {
    // A Sunday, a Saturday, and a 15th between days of rest.
    expect(pensionDue('2026-10-30')).toBe('2026-11-16');
    expect(pensionDue('2026-07-01')).toBe('2026-08-17');
    expect(pensionDue('2026-12-31')).toBe('2027-01-15');
  });
});

it('nobody analyses pay without the permission to read it', async () => {
  const token = await system.company(0).tokenWith(['payroll:write', 'reports:financial']);
  const writer = createCaller(system.url, token);
  expect(await writer.refusal(MONTHS, { from: '2026-01-01', to: '2026-01-31' })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await writer.refusal(FORECAST, { year: 2026, month: 4, payDate: '2026-04-28' })).toMatchObject({
    code: 'FORBIDDEN',
  });
});
