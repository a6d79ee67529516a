import { afterAll, beforeAll, expect, it } from 'vitest';
import { payrollOf, PAY_CHART, type Payroller } from '#test/payroll.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let payroll: Payroller;
beforeAll(async () => {
  system = await startSystem({ chart: PAY_CHART });
  payroll = await payrollOf(system, system.company(0));
});
afterAll(() => system.close());

const RECORD = `mutation ($input: RecordAbsenceInput!) { recordAbsence(input: $input) {
  warnings absence { id isComplicated statePaid { days until } } } }`;
async function away(employmentId: string, input: object): Promise<object> {
  const { recordAbsence } = await payroll.keeper.query<{ recordAbsence: object }>(RECORD, {
    input: { employmentId, kind: 'MATERNITY', ...input },
  });
  return recordAbsence;
}

it('is paid by the State for 183 days, for 200 after complications, and for nothing beyond', async () => {
  const { employment } = await payroll.employ({ pay: { amount: '1000.00' } });
  expect(await away(employment, { from: '2026-10-01', to: '2028-09-29' })).toMatchObject({
    warnings: [],
    absence: { isComplicated: false, statePaid: { days: 183, until: '2027-04-01' } },
  });
  const other = await payroll.employ({ pay: { amount: '1000.00' } });
  expect(
    await away(other.employment, { from: '2026-10-01', to: '2027-12-31', isComplicated: true }),
  ).toMatchObject({ absence: { isComplicated: true, statePaid: { days: 200, until: '2027-04-18' } } });
});

it('is one leave when it is entered in pieces', async () => {
  const { employment } = await payroll.employ({ pay: { amount: '1000.00' } });
  const piece = (from: string, to: string) => away(employment, { from, to });
  expect(await piece('2026-10-01', '2026-12-31')).toMatchObject({
    absence: { statePaid: { days: 92, until: '2026-12-31' } },
  });
  expect(await piece('2027-01-01', '2027-06-30')).toMatchObject({
    absence: { statePaid: { days: 91, until: '2027-04-01' } },
  });
  expect(await piece('2027-07-01', '2028-09-29')).toMatchObject({
    warnings: [],
    absence: { statePaid: { days: 0, until: null } },
  });
  expect(await piece('2028-09-30', '2028-10-01')).toMatchObject({ warnings: ['MATERNITY_TOO_LONG'] });
});

it('has complications at no other absence', async () => {
  const { employment } = await payroll.employ({ pay: { amount: '1000.00' } });
  const input = {
    employmentId: employment,
    kind: 'SICK_LEAVE',
    from: '2026-10-01',
    to: '2026-10-02',
    isComplicated: true,
  };
  expect(await payroll.keeper.refusal(RECORD, { input })).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'isComplicated',
    value: 'true',
  });
  const { recordAbsence } = await payroll.keeper.query<{ recordAbsence: object }>(RECORD, {
    input: { ...input, isComplicated: false },
  });
  expect(recordAbsence).toMatchObject({ absence: { isComplicated: false, statePaid: null } });
});

it('costs the employer nothing, and sickness the average pay', async () => {
  const run = await payroll.start(2026, 11);
  const { payrollRun } = await payroll.keeper.query<{
    payrollRun: { payslips: { edges: { node: { gross: string; lines: { code: string }[] } }[] } };
  }>(
    `query ($id: ID!) { payrollRun(id: $id) {
      payslips(first: 10) { edges { node { gross netToPay lines { code quantity amount } } } } } }`,
    { id: run.id },
  );
  const slips = payrollRun.payslips.edges.map(({ node }) => node);
  const onLeave = slips.filter(({ lines }) => lines.some(({ code }) => code === 'MATERNITY'));
  expect(onLeave).toHaveLength(3);
  for (const slip of onLeave)
    expect(slip).toEqual({
      gross: '0.00',
      netToPay: '0.00',
      lines: [{ code: 'MATERNITY', quantity: '20', amount: '0.00' }],
    });
  expect(run.totals).toMatchObject({ gross: '1000.00' });
});
