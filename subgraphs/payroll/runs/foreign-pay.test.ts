import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payrollOf, PAY_CHART, type Payroller, type ShownRun } from '#test/payroll.ts';
import { printedText } from '#test/printed-text.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let used = 0;
beforeAll(async () => {
  system = await startSystem({ companies: 5, chart: PAY_CHART });
});
afterAll(() => system.close());

const another = (): Promise<Payroller> => payrollOf(system, system.company(used++));
const START = `mutation ($input: StartPayrollRunInput!) { startPayrollRun(input: $input) { run { id rates { currency rate } } } }`;
const OCTOBER = { year: 2026, month: 10, payDate: '2026-10-28' };
const usd = (rate: string) => ({ rates: [{ currency: 'USD', rate }] });

interface Slip {
  readonly employee: { readonly id: string };
  readonly [field: string]: unknown;
}
async function slips({ keeper }: Payroller, { id }: ShownRun): Promise<Slip[]> {
  const { payrollRun } = await keeper.query<{ payrollRun: { payslips: { edges: { node: Slip }[] } } }>(
    `query ($id: ID!) { payrollRun(id: $id) { payslips(first: 10) { edges { node { employee { id } gross netToPay
      obstacles lines { code rate amount month exchange { currency amount rate } } } } } } }`,
    { id },
  );
  return payrollRun.payslips.edges.map(({ node }) => node);
}

describe('pay that was agreed in another currency', () => {
  it('is reckoned and paid in GEL at the rate of the run, which the payslip states', async () => {
    const payroll = await another();
    const { employee } = await payroll.employ({ pay: { amount: '1000.00', currency: 'USD' } });
    const { employment } = await payroll.keeper.query<{ employment: object }>(
      'query ($id: ID!) { employment: employee(id: $id) { employments { terms { pay { amount currency } } } } }',
      { id: employee },
    );
    expect(employment).toEqual({
      employments: [{ terms: [{ pay: { amount: '1000.00', currency: 'USD' } }] }],
    });
    const run = await payroll.pay(2026, 10, usd('2.71235'));
    expect(run.totals).toMatchObject({ gross: '2712.35', employeePension: '54.25', netToPay: '2126.48' });
    expect((await slips(payroll, run))[0]?.['lines']).toEqual([
      {
        code: 'SALARY',
        rate: '2712.35',
        amount: '2712.35',
        month: null,
        exchange: { currency: 'USD', amount: '1000.00', rate: '2.71235' },
      },
    ]);
    const { payslipFile } = await payroll.keeper.query<{ payslipFile: { url: string } }>(
      `{ payslipFile(runId: "${run.id}", employeeId: "${employee}") { url } }`,
    );
    const bytes = Buffer.from(await (await fetch(system.url + payslipFile.url)).arrayBuffer());
    expect((await printedText(bytes))[0]).toContain('1,000.00 USD × 2.71235');

    // The same agreement at another rate is no raise.
    const november = await payroll.start(2026, 11, usd('2.80'));
    const { payrollRun } = await payroll.keeper.query<{ payrollRun: object }>(
      `query ($id: ID!) { payrollRun(id: $id) { rates { currency rate }
        differences(first: 5) { edges { node { parts { reason } } } } } }`,
      { id: november.id },
    );
    expect(payrollRun).toEqual({
      rates: [{ currency: 'USD', rate: '2.8' }],
      differences: {
        edges: [
          { node: { parts: [{ reason: 'EXCHANGE_RATE' }, { reason: 'PENSION' }, { reason: 'INCOME_TAX' }] } },
        ],
      },
    });
  });

  it('is reckoned at the official rate of the day of payment, unless the run names another', async () => {
    const payroll = await another();
    await payroll.employ({ pay: { amount: '1000.00', currency: 'CHF' } });
    await system.owner.sql`
      insert into ledger.official_rates (currency, valid_from, quantity, rate, source)
      values ('CHF', '2026-09-25', 100, 340.125, 'ENTERED')`;
    // The rate of the 28th is not known: that of the 25th may be another one.
    const input = { year: 2026, month: 9, payDate: '2026-09-28' };
    expect(await payroll.keeper.refusal(START, { input })).toMatchObject({ field: 'rates', value: 'CHF' });
    const { startPayrollRun } = await payroll.keeper.query<{
      startPayrollRun: { run: { id: string; rates: object[] } };
    }>(START, { input: { ...input, payDate: '2026-09-25' } });
    expect(startPayrollRun.run.rates).toEqual([{ currency: 'CHF', rate: '3.40125' }]);
    const run = await payroll.past(startPayrollRun.run.id, 'CALCULATING');
    expect(run.totals).toMatchObject({ gross: '3401.25' });
    await payroll.command('cancelPayrollRun', { id: run.id, reason: 'another rate was agreed' });
    const named = await payroll.start(2026, 9, {
      payDate: '2026-09-25',
      rates: [{ currency: 'CHF', rate: '3.5' }],
    });
    expect(named.totals).toMatchObject({ gross: '3500.00' });
  });

  it('is grossed up where it was agreed net, after it is GEL', async () => {
    const payroll = await another();
    await payroll.employ({ pay: { amount: '1000.00', basis: 'NET', currency: 'EUR' } });
    const run = await payroll.start(2026, 10, { rates: [{ currency: 'EUR', rate: '3.1360' }] });
    expect(run.totals).toMatchObject({ gross: '4000.00', netToPay: '3136.00' });
  });

  it.each([
    ['rates', 'USD', {}],
    ['rates', 'USD', { rates: [{ currency: 'EUR', rate: '3' }] }],
    ['rates[0].currency', 'GEL', { rates: [{ currency: 'GEL', rate: '1' }] }],
    ['rates[0].currency', 'USX', { rates: [{ currency: 'USX', rate: '1' }] }],
    ['rates[0].rate', '0', { rates: [{ currency: 'USD', rate: '0' }] }],
    ['rates[0].rate', '-2.7', { rates: [{ currency: 'USD', rate: '-2.7' }] }],
    ['rates[1].currency', 'USD', { rates: [...usd('2.7').rates, ...usd('2.8').rates] }],
  ])('starts no run with a wrong %s (%s)', async (field, value, more) => {
    foreign ??= employed();
    const payroll = await foreign;
    expect(await payroll.keeper.refusal(START, { input: { ...OCTOBER, ...more } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
      value,
    });
  });

  it('is worth nothing that could be told as leave before a run has named its rate', async () => {
    foreign ??= employed();
    const { keeper } = await foreign;
    expect(await keeper.refusal('{ leaveProvision(year: 2026, month: 10) { total } }')).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'month',
      value: 'USD',
    });
  });

  it('bars the approval where the run has no rate for it, and past months follow their own rates', async () => {
    const payroll = await another();
    const gel = await payroll.employ({ pay: { amount: '1000.00' } });
    const dollars = await payroll.employ({ pay: { amount: '1000.00', currency: 'USD' } });
    await payroll.pay(2026, 9, usd('2.5'));
    const october = await payroll.start(2026, 10, usd('2.6'));
    const change = (id: string, from: string, pay: object) =>
      payroll.keeper.query(
        'mutation ($input: ChangeEmploymentTermsInput!) { changeEmploymentTerms(input: $input) { employment { id } } }',
        { input: { id, from, pay: { unit: 'MONTHLY', basis: 'GROSS', ...pay } } },
      );
    // Somebody agrees on euros for the past month, too, after the run was started without their rate.
    await change(gel.employment, '2026-09-01', { amount: '500.00', currency: 'EUR' });
    await payroll.command('recalculatePayrollRun', { id: october.id });
    const barred = await payroll.past(october.id, 'CALCULATING');
    expect(barred.obstacles).toBe(1);
    const slip = (await slips(payroll, barred)).find((one) => one.employee.id === gel.employee);
    expect(slip).toMatchObject({ obstacles: ['NO_EXCHANGE_RATE'] });
    await payroll.command('cancelPayrollRun', { id: october.id, reason: 'no rate of the euro' });

    // A raise in dollars from September on is reckoned at September's rate, euros at the first rate that is named.
    await change(dollars.employment, '2026-09-01', { amount: '1100.00', currency: 'USD' });
    const again = await payroll.start(2026, 10, {
      rates: [...usd('2.6').rates, { currency: 'EUR', rate: '3' }],
    });
    expect(again.obstacles).toBe(0);
    const lines = Object.fromEntries(
      (await slips(payroll, again)).map((one) => [
        one.employee.id,
        (one['lines'] as { code: string; amount: string }[]).map(({ code, amount }) => `${code} ${amount}`),
      ]),
    );
    expect(lines).toEqual({
      [dollars.employee]: ['SALARY 2860.00', 'ARREARS 250.00'],
      [gel.employee]: ['SALARY 1500.00', 'ARREARS 500.00'],
    });

    // A forecast goes by the last rates, unless it is told others.
    const FORECAST = `query ($rates: [PayrollRateInput!]!) {
      payrollForecast(year: 2026, month: 11, payDate: "2026-11-28", rates: $rates) { gross obstacles } }`;
    const { id, digest } = again;
    await payroll.command('approvePayrollRun', { id, digest }, payroll.approver);
    await payroll.command('postPayrollRun', { id });
    await payroll.past(id, 'POSTING');
    expect(await payroll.keeper.query(FORECAST, { rates: [] })).toEqual({
      payrollForecast: { gross: '4360.00', obstacles: 0 },
    });
    expect(await payroll.keeper.query(FORECAST, usd('3'))).toEqual({
      payrollForecast: { gross: '4800.00', obstacles: 0 },
    });
  });
});

let foreign: Promise<Payroller> | undefined;
async function employed(): Promise<Payroller> {
  const payroll = await another();
  await payroll.employ({ pay: { amount: '1000.00', currency: 'USD' } });
  return payroll;
}
