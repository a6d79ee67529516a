import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
let company: TestCompany;

beforeAll(async () => {
  system = await startSystem();
  company = system.company(0);
});
afterAll(() => system.close());

const CALCULATION = `query ($input: PayCalculationInput!) {
  payCalculation(input: $input) { gross employeePension taxable incomeTax net employerPension employerCost }
}`;
const GIVEN = { basis: 'GROSS', date: '2026-11-01', isPensionParticipant: true };

describe('the rules of pay', () => {
  it('are those of the day', async () => {
    const query =
      '{ now: payRules(date: "2026-11-22") { employeePensionRate } then: payRules(date: "2018-12-31") { employeePensionRate incomeTaxRate validTo } }';
    expect(await company.as('auditor').query(query)).toEqual({
      now: { employeePensionRate: '0.02' },
      then: { employeePensionRate: '0', incomeTaxRate: '0.2', validTo: '2018-12-31' },
    });
  });

  it('are not known of old times', async () => {
    const refusal = await company.as('auditor').refusal('{ payRules(date: "2010-12-31") { source } }');
    expect(refusal).toMatchObject({ code: 'NOT_FOUND', field: 'date', value: '2010-12-31' });
  });

  it('lead from gross to net and back', async () => {
    const { payCalculation } = await company
      .as('auditor')
      .query<{ payCalculation: object }>(CALCULATION, { input: { ...GIVEN, amount: '1000.00' } });
    expect(payCalculation).toEqual({
      gross: '1000.00',
      employeePension: '20.00',
      taxable: '980.00',
      incomeTax: '196.00',
      net: '784.00',
      employerPension: '20.00',
      employerCost: '1020.00',
    });
    const back = { ...GIVEN, basis: 'NET', amount: '784.00' };
    expect(await company.as('auditor').query(CALCULATION, { input: back })).toEqual({ payCalculation });
  });

  it.each([
    ['input.amount', { amount: '0.00' }],
    ['input.amount', { amount: '10.001' }],
    ['input.relief', { amount: '10.00', relief: '-1.00' }],
    ['input.date', { amount: '10.00', date: '2001-01-01' }],
  ])('refuse what cannot be reckoned and name %s', async (field, given) => {
    const refusal = await company.as('auditor').refusal(CALCULATION, { input: { ...GIVEN, ...given } });
    expect(refusal['field']).toBe(field);
  });

  it('are shown to those who may read payroll only', async () => {
    const refusal = await company.as('accountant').answer('{ payRules(date: "2026-11-22") { source } }');
    expect(refusal.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
