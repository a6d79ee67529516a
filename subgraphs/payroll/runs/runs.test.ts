import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payrollOf, PAY_CHART, type Payroller, type ShownRun } from '#test/payroll.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let used = 0;

beforeAll(async () => {
  system = await startSystem({ companies: 12, chart: PAY_CHART });
});
afterAll(() => system.close());

/** A company that nobody else uses. */
function another(): Promise<Payroller> {
  return payrollOf(system, system.company(used++));
}

interface Slip {
  readonly employee: { readonly id: string };
  readonly [amount: string]: unknown;
}

async function slipsOf({ keeper }: Payroller, { id }: { readonly id: string }): Promise<Slip[]> {
  const { payrollRun } = await keeper.query<{ payrollRun: { payslips: { edges: { node: Slip }[] } } }>(
    `query ($id: ID!) { payrollRun(id: $id) { payslips(first: 50) { edges { node {
      employee { id } gross employeePension relief incomeTax net employerPension statePension benefits courtOrders
      advances deductions netToPay obstacles lines { code quantity amount month }
      costs { name value gross employerPension }
    } } } } }`,
    { id },
  );
  return payrollRun.payslips.edges.map(({ node }) => node);
}

/** The payslip of an employee as an accountant would check it. */
async function slipOf(payroll: Payroller, run: ShownRun, employee: string): Promise<string[]> {
  const slip = (await slipsOf(payroll, run)).find((one) => one.employee.id === employee);
  if (slip === undefined) return [];
  const lines = slip['lines'] as {
    code: string;
    quantity: string | null;
    amount: string;
    month: string | null;
  }[];
  return [
    ...lines.map(({ code, quantity, amount, month }) =>
      [code, quantity ?? month, amount].filter((part) => part !== null).join(' '),
    ),
    ['gross', 'employeePension', 'incomeTax', 'net', 'netToPay']
      .map((name) => String(slip[name]))
      .join(' | '),
  ];
}

describe('the pay of a month', () => {
  // November 2026 has 20 working days.
  it('is that of each contract, with what is kept back and what is received in kind', async () => {
    const payroll = await another();
    const plain = await payroll.employ({ pay: { amount: '1000.00' } });
    const outside = await payroll.employ({
      pay: { amount: '2500.00' },
      person: {
        birthDate: '1970-01-01',
        pension: [{ from: '2019-01-01', decision: 'OUTSIDE', ground: 'LEFT_SCHEME' }],
      },
    });
    const net = await payroll.employ({ pay: { amount: '784.00', basis: 'NET' } });
    const joined = await payroll.employ({ pay: { amount: '2000.00' }, start: '2026-11-16' });
    const kept = await payroll.employ({ pay: { amount: '3000.00' } });
    const from = '2026-11-01';
    await payroll.add({
      employmentId: kept.employment,
      kind: 'BONUS',
      name: 'bonus',
      from,
      amount: '500.00',
      basis: 'GROSS',
    });
    await payroll.add({
      employmentId: kept.employment,
      kind: 'ADVANCE',
      name: 'advance',
      from,
      amount: '400.00',
    });
    await payroll.add({
      employmentId: kept.employment,
      kind: 'COURT_ORDER',
      name: 'order',
      from,
      share: '0.25',
      priority: 1,
    });
    const insured = await payroll.employ({ pay: { amount: '900.00' } });
    await payroll.add({
      employmentId: insured.employment,
      kind: 'BENEFIT_IN_KIND',
      name: 'insurance',
      from,
      amount: '125.00',
      basis: 'GROSS',
    });
    const run = await payroll.start(2026, 11);

    expect(await slipOf(payroll, run, plain.employee)).toEqual([
      'SALARY 20 1000.00',
      '1000.00 | 20.00 | 196.00 | 784.00 | 784.00',
    ]);
    expect(await slipOf(payroll, run, outside.employee)).toEqual([
      'SALARY 20 2500.00',
      '2500.00 | 0.00 | 500.00 | 2000.00 | 2000.00',
    ]);
    expect(await slipOf(payroll, run, net.employee)).toEqual([
      'SALARY 20 1000.00',
      '1000.00 | 20.00 | 196.00 | 784.00 | 784.00',
    ]);
    expect(await slipOf(payroll, run, joined.employee)).toEqual([
      'SALARY 10 1000.00',
      '1000.00 | 20.00 | 196.00 | 784.00 | 784.00',
    ]);
    expect(await slipOf(payroll, run, kept.employee)).toEqual([
      'SALARY 20 3000.00',
      'BONUS 500.00',
      'COURT_ORDER 686.00',
      'ADVANCE 400.00',
      '3500.00 | 70.00 | 686.00 | 2744.00 | 1658.00',
    ]);
    expect(await slipOf(payroll, run, insured.employee)).toEqual([
      'SALARY 20 900.00',
      'BENEFIT_IN_KIND 125.00',
      '1025.00 | 20.50 | 200.90 | 803.60 | 678.60',
    ]);
    expect(run).toMatchObject({
      state: 'CALCULATED',
      employees: 6,
      obstacles: 0,
      progress: { done: 6, employees: 6 },
      totals: { gross: '10025.00', incomeTax: '1974.90', netToPay: '6688.60', advances: '400.00' },
    });
  });

  it('pays leave by the average of the months before, the leave that is left at the end, and relief until it is used', async () => {
    const payroll = await another();
    const leaver = await payroll.employ({ pay: { amount: '2000.00' }, start: '2026-01-01' });
    const veteran = await payroll.employ({
      pay: { amount: '2000.00' },
      start: '2026-01-01',
      person: { reliefs: [{ ground: 'WAR_VETERAN', from: '2026-01-01', usedBefore: '1500.00' }] },
    });
    const september = await payroll.pay(2026, 9);
    // 3,000 a year less 1,500 leaves 1,500: taxable 1,960 − 1,500.
    expect(await slipOf(payroll, september, veteran.employee)).toEqual([
      'SALARY 22 2000.00',
      '2000.00 | 40.00 | 92.00 | 1868.00 | 1868.00',
    ]);
    await payroll.away({
      employmentId: veteran.employment,
      kind: 'PAID_LEAVE',
      from: '2026-10-01',
      to: '2026-10-02',
    });
    await payroll.away({
      employmentId: leaver.employment,
      kind: 'UNPAID_LEAVE',
      from: '2026-10-01',
      to: '2026-10-02',
    });
    const october = await payroll.pay(2026, 10);
    // October has 21 working days. Two of leave are 2,000 / 22 × 2, the other 19 are 2,000 × 19 / 21.
    expect(await slipOf(payroll, october, veteran.employee)).toEqual([
      'SALARY 19 1809.52',
      'PAID_LEAVE 2 181.82',
      '1991.34 | 39.83 | 390.30 | 1561.21 | 1561.21',
    ]);
    await payroll.keeper.query(
      'mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) { employment { id } } }',
      { input: { id: leaver.employment, end: '2026-11-30', reason: 'OWN_WISH' } },
    );
    const BALANCE = `query ($id: ID!, $year: Int!) { employee(id: $id) {
      reliefBalance(year: $year) { year ground limit usedBefore used left } } }`;
    const balance = (id: string, year: number) => payroll.keeper.query(BALANCE, { id, year });
    expect(await balance(veteran.employee, 2026)).toEqual({
      employee: {
        reliefBalance: {
          ...{ year: 2026, ground: 'WAR_VETERAN', limit: '3000.00' },
          ...{ usedBefore: '1500.00', used: '1500.00', left: '0.00' },
        },
      },
    });
    // A new year begins anew, and who has no relief has no balance.
    expect(await balance(veteran.employee, 2027)).toMatchObject({
      employee: { reliefBalance: { usedBefore: '0.00', used: '0.00', left: '3000.00' } },
    });
    expect(await balance(veteran.employee, 2025)).toEqual({ employee: { reliefBalance: null } });
    expect(await balance(leaver.employee, 2026)).toEqual({ employee: { reliefBalance: null } });
    const november = await payroll.start(2026, 11);
    // 22 days of leave are left; 3,809.52 were earned on 41 days.
    expect(await slipOf(payroll, november, leaver.employee)).toContain('LEAVE_COMPENSATION 22.00 2044.13');
  });

  it('warns the approver of who leaves with more leave taken than earned, and says what that is worth', async () => {
    const payroll = await another();
    const { employee, employment } = await payroll.employ({
      pay: { amount: '2100.00' },
      start: '2026-01-01',
      contract: { leaveTakenBefore: '26' },
    });
    const stays = await payroll.employ({ pay: { amount: '2100.00' } });
    await payroll.pay(2026, 10);
    await payroll.keeper.query(
      'mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) { employment { id } } }',
      { input: { id: employment, end: '2026-11-30', reason: 'OWN_WISH' } },
    );
    const november = await payroll.start(2026, 11);
    // 22 days were earned and 26 taken: four days of 2,100 / 21. The pay is that of the month.
    expect(await slipOf(payroll, november, employee)).toEqual([
      'SALARY 20 2100.00',
      'LEAVE_OVERDRAWN 4.00 0.00',
      '2100.00 | 42.00 | 411.60 | 1646.40 | 1646.40',
    ]);
    const { payrollRun } = await payroll.keeper.query<{ payrollRun: object }>(
      `query ($id: ID!) { payrollRun(id: $id) { warnings obstacles
        payslips(first: 5, onlyWarnings: true) { edges { node { employee { id } warnings lines { code rate } } } }
        differences(first: 5) { edges { node { employee { id } difference warnings } } } } }`,
      { id: november.id },
    );
    expect(payrollRun).toEqual({
      warnings: 1,
      obstacles: 0,
      payslips: {
        edges: [
          {
            node: {
              employee: { id: employee },
              warnings: ['LEAVE_OVERDRAWN'],
              lines: [
                { code: 'SALARY', rate: '2100.00' },
                { code: 'LEAVE_OVERDRAWN', rate: '400.00' },
              ],
            },
          },
        ],
      },
      // The sum is that of October; the warning is to be seen nevertheless.
      differences: {
        edges: [{ node: { employee: { id: employee }, difference: '0.00', warnings: ['LEAVE_OVERDRAWN'] } }],
      },
    });
    expect(await slipOf(payroll, november, stays.employee)).toHaveLength(2);
  });

  it('makes arrears of what was changed for a past month, and sets off what was paid too much', async () => {
    const payroll = await another();
    const raised = await payroll.employ({ pay: { amount: '1000.00' } });
    const absent = await payroll.employ({ pay: { amount: '1000.00' } });
    await payroll.pay(2026, 10);
    await payroll.keeper.query(
      'mutation ($input: ChangeEmploymentTermsInput!) { changeEmploymentTerms(input: $input) { employment { id } } }',
      {
        input: {
          id: raised.employment,
          from: '2026-10-01',
          pay: { amount: '1200.00', unit: 'MONTHLY', basis: 'GROSS' },
        },
      },
    );
    await payroll.away({
      employmentId: absent.employment,
      kind: 'UNPAID_LEAVE',
      from: '2026-10-29',
      to: '2026-10-30',
    });
    const november = await payroll.start(2026, 11);
    expect(await slipOf(payroll, november, raised.employee)).toEqual([
      'SALARY 20 1200.00',
      'ARREARS 2026-10 200.00',
      '1400.00 | 28.00 | 274.40 | 1097.60 | 1097.60',
    ]);
    // Two of 21 days were paid and not worked.
    expect(await slipOf(payroll, november, absent.employee)).toEqual([
      'SALARY 20 1000.00',
      'ARREARS 2026-10 -95.24',
      '904.76 | 18.10 | 177.33 | 709.33 | 709.33',
    ]);
    await payroll.command('cancelPayrollRun', { id: november.id, reason: 'the difference goes first' });
    const correction = await payroll.pay(2026, 10, { isCorrection: true });
    expect(correction).toMatchObject({ number: 2, employees: 1, totals: { gross: '200.00' } });
    const after = await payroll.start(2026, 11);
    expect(await slipOf(payroll, after, raised.employee)).toEqual([
      'SALARY 20 1200.00',
      '1200.00 | 24.00 | 235.20 | 940.80 | 940.80',
    ]);
    expect((await slipOf(payroll, after, absent.employee))[1]).toBe('ARREARS 2026-10 -95.24');
  });
});

describe('from the calculation to the books', () => {
  it('approves what was reviewed, by another person, and posts costs by cost centre without a name', async () => {
    const payroll = await another();
    const [a, b] = ['sales', 'shop'].map((value) => ({ costCentre: { name: 'cost centre', value } }));
    await payroll.employ({ pay: { amount: '1000.00' }, contract: a ?? {} });
    await payroll.employ({ pay: { amount: '1000.00' }, contract: a ?? {} });
    await payroll.employ({ pay: { amount: '333.33' }, contract: b ?? {} });
    const first = await payroll.start(2026, 10);
    const again = await payroll.command('recalculatePayrollRun', { id: first.id });
    expect(again).toMatchObject({ calculation: 2 });
    const run = await payroll.past(first.id, 'CALCULATING');
    // The same comes of the same.
    expect(run.digest).toBe(first.digest);

    const APPROVE = `mutation ($input: ApprovePayrollRunInput!) { approvePayrollRun(input: $input) { run { id } } }`;
    const approval = { input: { id: run.id, digest: run.digest } };
    expect(await payroll.keeper.refusal(APPROVE, approval)).toMatchObject({
      code: 'FORBIDDEN',
      field: 'id',
      value: approval.input.id,
    });
    const other = { input: { id: run.id, digest: 'f00' } };
    expect(await payroll.approver.refusal(APPROVE, other)).toMatchObject({
      code: 'CONFLICT',
      field: 'digest',
    });
    const POST = `mutation ($input: PostPayrollRunInput!) { postPayrollRun(input: $input) { run { id } } }`;
    expect(await payroll.keeper.refusal(POST, { input: { id: run.id } })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
    await payroll.approver.query(APPROVE, approval);
    // Of 2025 no period is open.
    await payroll.command('postPayrollRun', { id: run.id, date: '2025-12-31' });
    expect(await payroll.past(run.id, 'POSTING')).toMatchObject({
      state: 'POSTING_REFUSED',
      refusal: { code: 'PERIOD_CLOSED' },
    });
    await payroll.command('postPayrollRun', { id: run.id, leastPeoplePerCentre: 1 });
    const posted = await payroll.past(run.id, 'POSTING');
    expect(posted).toMatchObject({ state: 'POSTED', refusal: null });
    expect(await payroll.keeper.refusal(POST, { input: { id: run.id } })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });

    const { transaction } = await payroll.keeper.query<{
      transaction: {
        description: string;
        date: string;
        entries: {
          account: { code: string };
          debit: string;
          credit: string;
          description: string | null;
          dimensions: { value: string }[];
        }[];
      };
    }>(
      `query ($id: ID!) { transaction(id: $id) { description date entries {
        account { code } debit credit description dimensions { value } } } }`,
      { id: posted.transaction?.id },
    );
    expect(transaction).toMatchObject({ description: 'Pay of 2026-10', date: '2026-10-31' });
    expect(
      transaction.entries.map(({ account, debit, credit, dimensions }) =>
        [account.code, debit, credit, ...dimensions.map(({ value }) => value)].join(' '),
      ),
    ).toEqual([
      '7410 2000.00 0.00 sales',
      '7415 40.00 0.00 sales',
      '7410 333.33 0.00 shop',
      '7415 6.67 0.00 shop',
      '3130 0.00 1829.33',
      '3320 0.00 457.33',
      '3371 0.00 46.67',
      '3372 0.00 46.67',
    ]);
  });

  it('posts a cost centre of one person together with others, unless it is told to post each by itself', async () => {
    const payroll = await another();
    const centre = (value: string) => ({ contract: { costCentre: { name: 'cost centre', value } } });
    for (const amount of ['1000.00', '1100.00', '1200.00'])
      await payroll.employ({ pay: { amount }, ...centre('shop') });
    for (const amount of ['500.00', '600.00', '700.00', '800.00'])
      await payroll.employ({ pay: { amount }, ...centre('sales') });
    await payroll.employ({ pay: { amount: '9876.54' }, ...centre('board') });
    const run = await payroll.pay(2026, 10);
    const { transaction } = await payroll.keeper.query<{
      transaction: {
        entries: { account: { code: string }; debit: string; dimensions: { value: string }[] }[];
      };
    }>(
      'query ($id: ID!) { transaction(id: $id) { entries { account { code } debit dimensions { value } } } }',
      {
        id: run.transaction?.id,
      },
    );
    expect(
      transaction.entries
        .filter(({ debit }) => debit !== '0.00')
        .map(({ account, debit, dimensions }) =>
          [account.code, debit, ...dimensions.map(({ value }) => value)].join(' '),
        ),
    ).toEqual(['7410 13176.54', '7415 263.53', '7410 2600.00 sales', '7415 52.00 sales']);
    const POST = `mutation ($input: PostPayrollRunInput!) { postPayrollRun(input: $input) { run { id } } }`;
    const next = await payroll.start(2026, 11);
    await payroll.command('approvePayrollRun', { id: next.id, digest: next.digest }, payroll.approver);
    const wrong = { input: { id: next.id, leastPeoplePerCentre: 0 } };
    expect(await payroll.keeper.refusal(POST, wrong)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'leastPeoplePerCentre',
    });
  });

  it('refuses a second run for a month, one while another is open, and one with an obstacle', async () => {
    const payroll = await another();
    const undecided = await payroll.employ({ pay: { amount: '1000.00' }, person: { pension: [] } });
    const run = await payroll.start(2026, 10);
    expect(run).toMatchObject({ obstacles: 1 });
    expect(await slipsOf(payroll, run)).toMatchObject([
      { employee: { id: undecided.employee }, obstacles: ['NO_PENSION_DECISION'] },
    ]);
    const APPROVE = `mutation ($input: ApprovePayrollRunInput!) { approvePayrollRun(input: $input) { run { id } } }`;
    expect(
      await payroll.approver.refusal(APPROVE, { input: { id: run.id, digest: run.digest } }),
    ).toMatchObject({ code: 'INVALID_TRANSITION', obstacles: 1 });
    const START = `mutation ($input: StartPayrollRunInput!) { startPayrollRun(input: $input) { run { id } } }`;
    const refusal = (given: object) =>
      payroll.keeper.refusal(START, { input: { year: 2026, month: 10, payDate: '2026-10-28', ...given } });
    expect(await refusal({})).toMatchObject({ code: 'CONFLICT', field: 'month' });
    expect(await refusal({ month: 11, payDate: '2026-11-28' })).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await refusal({ month: 13 })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'month' });
    expect(await refusal({ payDate: '2026-09-30' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'payDate',
    });
    await payroll.command('cancelPayrollRun', { id: run.id, reason: 'no decision' });
    expect(await refusal({ isCorrection: true })).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect((await payroll.start(2026, 10)).state).toBe('CALCULATED');
  });

  it('explains why somebody is paid another sum than the month before', async () => {
    const payroll = await another();
    const raised = await payroll.employ({ pay: { amount: '1000.00' } });
    await payroll.employ({ pay: { amount: '500.00' } });
    await payroll.pay(2026, 10);
    await payroll.keeper.query(
      'mutation ($input: ChangeEmploymentTermsInput!) { changeEmploymentTerms(input: $input) { employment { id } } }',
      {
        input: {
          id: raised.employment,
          from: '2026-11-01',
          pay: { amount: '1500.00', unit: 'MONTHLY', basis: 'GROSS' },
        },
      },
    );
    const joined = await payroll.employ({ pay: { amount: '1000.00' }, start: '2026-11-01' });
    const run = await payroll.start(2026, 11);
    const { payrollRun } = await payroll.keeper.query<{ payrollRun: { differences: { edges: unknown[] } } }>(
      `query ($id: ID!) { payrollRun(id: $id) { differences(first: 10) { edges { node {
        employee { id } difference parts { reason amount } } } } } }`,
      { id: run.id },
    );
    expect(payrollRun.differences.edges).toEqual([
      {
        node: {
          employee: { id: raised.employee },
          difference: '392.00',
          parts: [
            { reason: 'RAISE', amount: '500.00' },
            { reason: 'PENSION', amount: '-10.00' },
            { reason: 'INCOME_TAX', amount: '-98.00' },
          ],
        },
      },
      {
        node: {
          employee: { id: joined.employee },
          difference: '784.00',
          parts: [{ reason: 'NEW', amount: '784.00' }],
        },
      },
    ]);
  });
});
