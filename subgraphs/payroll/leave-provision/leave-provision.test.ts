import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller, type Caller } from '#test/caller.ts';
import { payrollOf, PAY_CHART } from '#test/payroll.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem({ companies: 3, chart: PAY_CHART });
});
afterAll(() => system.close());

const PROVISION = `date employments days total isPaid booked recorded agrees difference
  posting { state total difference transaction { id } refusal { code } }
  list(first: 10) { edges { node { employee { id } employment { id } accrued taken days dailyPay isByAgreement amount } } }`;
const QUERY = `query ($year: Int!, $month: Int!) { leaveProvision(year: $year, month: $month) { ${PROVISION} } }`;
const POST = `mutation ($input: PostLeaveProvisionInput!) {
  postLeaveProvision(input: $input) { provision { ${PROVISION} } } }`;

interface Shown {
  readonly posting: {
    readonly state: string;
    readonly transaction: { readonly id: string } | null;
    readonly refusal: { readonly code: string } | null;
  } | null;
  readonly list: { readonly edges: { readonly node: object }[] };
  readonly [field: string]: unknown;
}

async function provisionOf(by: Caller, month: number): Promise<Shown> {
  const answer = await by.query<{ leaveProvision: Shown }>(QUERY, { year: 2026, month });
  return answer.leaveProvision;
}

/** Posts a month and waits for what the ledger says. */
async function post(by: Caller, month: number): Promise<Shown> {
  await by.query(POST, { input: { year: 2026, month } });
  await expect
    .poll(async () => (await provisionOf(by, month)).posting?.state, { timeout: 30_000, interval: 50 })
    .not.toBe('POSTING');
  return provisionOf(by, month);
}

async function entriesOf(by: Caller, id: string | undefined): Promise<unknown> {
  const { transaction } = await by.query<{
    transaction: {
      date: string;
      description: string;
      entries: { account: { code: string }; debit: string; credit: string }[];
    };
  }>(
    'query ($id: ID!) { transaction(id: $id) { date description entries { account { code } debit credit } } }',
    { id },
  );
  const { date, description, entries } = transaction;
  return [date, description, ...entries.map((one) => `${one.account.code} ${one.debit} ${one.credit}`)];
}

async function balance(by: Caller, code: string): Promise<string | undefined> {
  const { trialBalance } = await by.query<{
    trialBalance: { rows: { account: { code: string }; closing: string }[] };
  }>('{ trialBalance(asOf: "2026-12-31") { rows { account { code } closing } } }');
  return trialBalance.rows.find(({ account }) => account.code === code)?.closing;
}

const order = (by: Caller, field: string, input: object): Promise<unknown> =>
  by.query(
    `mutation ($input: ${field.charAt(0).toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { __typename } }`,
    { input },
  );

describe('the provision for unused leave', () => {
  it('follows what is owed: by average pay, after leave and a raise, and without who has left', async () => {
    const { keeper, approver, ...payroll } = await payrollOf(system, system.company(0));
    const stays = await payroll.employ({ pay: { amount: '1180.00' }, start: '2026-01-01' });
    const leaves = await payroll.employ({ pay: { amount: '2360.00' }, start: '2025-07-01' });
    await payroll.away({
      employmentId: leaves.employment,
      kind: 'PAID_LEAVE',
      from: '2026-02-02',
      to: '2026-02-06',
    });
    for (const month of [1, 2, 3]) await payroll.pay(2026, month);

    const { posting, ...march } = await provisionOf(approver, 3);
    expect(posting).toBeNull();
    expect(march).toEqual({
      date: '2026-03-31',
      employments: 2,
      days: '19.00',
      total: '1922.41',
      isPaid: true,
      booked: '0.00',
      recorded: '0.00',
      agrees: true,
      difference: '1922.41',
      list: {
        edges: [
          // 18, 20 and 21 days of work: 3,540.00 / 59 a day, for two days a month.
          {
            node: {
              employee: { id: stays.employee },
              employment: { id: stays.employment },
              accrued: '6.00',
              taken: '0.00',
              days: '6.00',
              dailyPay: '60.00',
              isByAgreement: false,
              amount: '360.00',
            },
          },
          // Worked for 2,360.00, 1,770.00 and 2,360.00 on 54 days: 6,490.00 × 13 / 54.
          {
            node: {
              employee: { id: leaves.employee },
              employment: { id: leaves.employment },
              accrued: '18.00',
              taken: '5.00',
              days: '13.00',
              dailyPay: '120.19',
              isByAgreement: false,
              amount: '1562.41',
            },
          },
        ],
      },
    });
    const posted = await post(approver, 3);
    expect(posted).toMatchObject({
      booked: '1922.41',
      recorded: '1922.41',
      agrees: true,
      difference: '0.00',
      posting: { state: 'POSTED', total: '1922.41', difference: '1922.41' },
    });
    expect(await entriesOf(keeper, posted.posting?.transaction?.id)).toEqual([
      '2026-03-31',
      'Provision for unused leave, 2026-03',
      '7410 1922.41 0.00',
      '3490 0.00 1922.41',
    ]);

    await order(keeper, 'changeEmploymentTerms', {
      id: stays.employment,
      from: '2026-04-01',
      pay: { amount: '2360.00', unit: 'MONTHLY', basis: 'GROSS' },
    });
    await payroll.away({
      employmentId: stays.employment,
      kind: 'PAID_LEAVE',
      from: '2026-04-01',
      to: '2026-04-03',
    });
    await order(keeper, 'endEmployment', { id: leaves.employment, end: '2026-04-15', reason: 'OWN_WISH' });
    await payroll.pay(2026, 4);
    const april = await post(approver, 4);
    // 1,180.00, 1,180.00 and 16/19 of 2,360.00 on 57 days: 4,347.37 × 5 / 57.
    expect(april).toMatchObject({
      employments: 1,
      days: '5.00',
      total: '381.35',
      booked: '381.35',
      recorded: '381.35',
      agrees: true,
      posting: { state: 'POSTED', total: '381.35', difference: '-1541.06' },
    });
    expect(april.list.edges.map(({ node }) => node)).toMatchObject([{ taken: '3.00', amount: '381.35' }]);
    expect(await entriesOf(keeper, april.posting?.transaction?.id)).toEqual([
      '2026-04-30',
      'Provision for unused leave, 2026-04',
      '3490 1541.06 0.00',
      '7410 0.00 1541.06',
    ]);
    expect(await balance(keeper, '3490')).toBe('-381.35');

    // Whoever may read pay only posts nothing; a month is posted once, and none before one that is posted.
    const reader = createCaller(system.url, await system.company(0).tokenWith(['payroll:read']));
    expect(await reader.refusal(POST, { input: { year: 2026, month: 5 } })).toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const month of [2, 3, 4])
      expect(await approver.refusal(POST, { input: { year: 2026, month } })).toMatchObject({
        code: 'INVALID_TRANSITION',
        field: 'month',
      });
    expect(await approver.refusal(POST, { input: { year: 2026, month: 13 } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'month',
    });
    // What changes afterwards is a difference of the month that is posted next.
    expect(await provisionOf(approver, 3)).toMatchObject({
      booked: '1922.41',
      recorded: '1922.41',
      agrees: true,
    });
  });

  it('goes by the agreed pay where nobody was paid, and is asked for again when the ledger has refused', async () => {
    const { keeper, ...payroll } = await payrollOf(system, system.company(1));
    await payroll.employ({ pay: { amount: '784.00', basis: 'NET' }, start: '2026-01-15' });
    await payroll.employ({
      pay: { amount: '10.00', unit: 'HOURLY' },
      start: '2025-02-01',
      contract: { leaveTakenBefore: '30.00' },
    });
    const { list, ...january } = await provisionOf(keeper, 1);
    // A month of 18 working days: 784.00 × 1.10 / 18 = 47.91 net, which is 61.11 gross. Six days in advance are no claim.
    expect(january).toMatchObject({ employments: 1, days: '1.10', total: '61.11', isPaid: false });
    expect(list.edges.map(({ node }) => node)).toMatchObject([
      { days: '1.10', isByAgreement: true, amount: '61.11' },
      { days: '-6.00', isByAgreement: true, dailyPay: '80.00', amount: '0.00' },
    ]);

    const choose = (accountCode: string): Promise<unknown> =>
      order(keeper, 'choosePayrollPostingAccount', { role: 'LEAVE_PROVISION', accountCode });
    await choose('3999');
    const refused = await post(keeper, 1);
    expect(refused).toMatchObject({
      booked: '0.00',
      agrees: true,
      difference: '61.11',
      posting: { state: 'POSTING_REFUSED', transaction: null },
    });
    expect(refused.posting?.refusal).not.toBeNull();
    await choose('3490');
    expect(await post(keeper, 1)).toMatchObject({
      booked: '61.11',
      agrees: true,
      posting: { state: 'POSTED', refusal: null },
    });
    expect(await balance(keeper, '3490')).toBe('-61.11');
  });

  it('makes good with the next month what was reversed, and posts nothing when nothing has changed', async () => {
    const { keeper, ...payroll } = await payrollOf(system, system.company(2));
    expect(await post(keeper, 1)).toMatchObject({
      total: '0.00',
      posting: { state: 'UNCHANGED', transaction: null },
    });
    await payroll.employ({ pay: { amount: '1180.00' }, start: '2026-01-01' });
    const february = await post(keeper, 2);
    // Four days of a month of 20.
    expect(february).toMatchObject({ days: '4.00', total: '236.00', booked: '236.00', agrees: true });
    await order(keeper, 'reverseTransaction', {
      id: february.posting?.transaction?.id,
      date: '2026-02-28',
      reason: 'by mistake',
    });
    await expect
      .poll(async () => (await provisionOf(keeper, 2)).posting?.state, { timeout: 30_000, interval: 50 })
      .toBe('REVERSED');
    expect(await provisionOf(keeper, 2)).toMatchObject({
      booked: '0.00',
      recorded: '236.00',
      agrees: false,
      difference: '236.00',
    });
    // Six days of a month of 21: 1,180.00 × 6 / 21.
    expect(await post(keeper, 3)).toMatchObject({
      total: '337.14',
      booked: '337.14',
      agrees: true,
      posting: { state: 'POSTED', difference: '337.14' },
    });
    expect(await balance(keeper, '3490')).toBe('-337.14');
  });
});
