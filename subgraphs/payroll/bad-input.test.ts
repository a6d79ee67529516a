import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payrollOf, PAY_CHART, type Payroller } from '#test/payroll.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let payroll: Payroller;
beforeAll(async () => {
  system = await startSystem({ companies: 1, chart: PAY_CHART });
  payroll = await payrollOf(system, system.company(0));
});
afterAll(() => system.close());

/** What a command is refused with. */
function refusal(name: string, selection: string, input: object): Promise<Record<string, unknown>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return payroll.keeper.refusal(`mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`, {
    input,
  });
}

const PAY = { unit: 'MONTHLY', basis: 'GROSS', amount: '1000.00' };

describe('what cannot be is refused by its field and its value', () => {
  it('a salary below zero, dates out of order and contracts that overlap', async () => {
    const { employee, employment } = await payroll.employ({ pay: PAY, start: '2026-01-01' });
    const begin = (more: object) =>
      refusal('beginEmployment', 'employment { id }', {
        employeeId: employee,
        start: '2026-02-01',
        position: 'driver',
        pay: PAY,
        ...more,
      });
    expect(await begin({ pay: { ...PAY, amount: '-5.00' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'pay.amount',
      value: '-5.00',
    });
    expect(await begin({ end: '2026-01-31' })).toMatchObject({ field: 'end', value: '2026-01-31' });
    expect(await begin({})).toMatchObject({ field: 'start', value: '2026-02-01' });
    expect(
      await refusal('recordAbsence', 'employment { id }', {
        employmentId: employment,
        kind: 'PAID_LEAVE',
        from: '2026-03-02',
        to: '2026-03-01',
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to', value: '2026-03-01' });
  });

  it('a relief above its yearly limit', async () => {
    const { employee } = await payroll.employ({ pay: PAY });
    expect(
      await refusal('updateEmployee', 'employee { id }', {
        id: employee,
        reliefs: [{ ground: 'WAR_VETERAN', from: '2026-01-01', yearlyAmount: '3000.01' }],
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'reliefs.0.yearlyAmount', value: '3000.01' });
  });

  it.each([
    ['iban', 'GE28NB0000000101904917'],
    ['personalNumber', '0100805432'],
  ])('except that %s is never repeated', async (field, value) => {
    const { employee } = await payroll.employ({ pay: PAY });
    const answer = await refusal('updateEmployee', 'employee { id }', { id: employee, [field]: value });
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(JSON.stringify(answer)).not.toContain(value);
  });
});

it('who leaves with more leave taken than earned is shown to owe it', async () => {
  const { employment } = await payroll.employ({
    pay: PAY,
    start: '2026-01-01',
    contract: { leaveTakenBefore: '20' },
  });
  const { endEmployment } = await payroll.keeper.query<{ endEmployment: object }>(
    `mutation ($input: EndEmploymentInput!) {
      endEmployment(input: $input) { employment { leave(asOf: "2026-12-31") { asOf left } } } }`,
    { input: { id: employment, end: '2026-06-30', reason: 'OWN_WISH' } },
  );
  expect(endEmployment).toEqual({ employment: { leave: { asOf: '2026-06-30', left: '-8.00' } } });
});
