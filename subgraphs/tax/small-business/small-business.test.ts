import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 4 });
  for (const company of system.companies.slice(0, 3)) {
    await company
      .as('tax_specialist')
      .query('mutation { updateTaxProfile(input: { regime: SMALL_BUSINESS }) { profile { regime } } }');
  }
});
afterAll(() => system.close());

const RECORD = `mutation ($input: RecordSmallBusinessIncomeInput!) {
  recordSmallBusinessIncome(input: $input) { income { id amount } }
}`;
const REVERSE = `mutation ($input: ReverseSmallBusinessIncomeInput!) {
  reverseSmallBusinessIncome(input: $input) { income { id reversedOn } }
}`;
const RETURN = `query ($year: Int!, $month: Int!) {
  smallBusinessReturn(year: $year, month: $month) {
    due income incomeOfYear isAboveThreshold rate tax statusLostFrom documentedTurnover
  }
}`;

async function earn(company: TestCompany, date: string, amount: string): Promise<string> {
  const { recordSmallBusinessIncome } = await company
    .as('tax_specialist')
    .query<{ recordSmallBusinessIncome: { income: { id: string } } }>(RECORD, {
      input: { date, amount, description: 'Sales' },
    });
  return recordSmallBusinessIncome.income.id;
}

async function monthOf(company: TestCompany, year: number, month: number): Promise<object> {
  const answer = await company.as('auditor').query<{ smallBusinessReturn: object }>(RETURN, { year, month });
  return answer.smallBusinessReturn;
}

describe('a small business', () => {
  it('pays 1 %, and 3 % from the beginning of the month in which the year passes 500,000.00', async () => {
    const company = system.company(0);
    await earn(company, '2026-01-31', '300000.00');
    await earn(company, '2026-03-01', '150000.00');
    await earn(company, '2026-03-31', '50000.00');
    expect(await monthOf(company, 2026, 1)).toEqual({
      due: '2026-02-16',
      income: '300000.00',
      incomeOfYear: '300000.00',
      isAboveThreshold: false,
      rate: '1',
      tax: '3000.00',
      statusLostFrom: null,
      documentedTurnover: '0.00',
    });
    // Exactly 500,000.00 has not passed it.
    expect(await monthOf(company, 2026, 3)).toMatchObject({
      incomeOfYear: '500000.00',
      isAboveThreshold: false,
      tax: '2000.00',
    });

    await earn(company, '2026-03-31', '0.01');
    expect(await monthOf(company, 2026, 2)).toMatchObject({ income: '0.00', tax: '0.00', rate: '1' });
    expect(await monthOf(company, 2026, 3)).toMatchObject({
      income: '200000.01',
      isAboveThreshold: true,
      rate: '3',
      tax: '6000.00',
    });
    await earn(company, '2026-12-31', '100.50');
    expect(await monthOf(company, 2026, 12)).toMatchObject({ due: '2027-01-15', rate: '3', tax: '3.02' });
    expect(await monthOf(company, 2027, 1)).toMatchObject({ rate: '1', statusLostFrom: null });
  });

  it('loses the status on 1 January after two consecutive years above the threshold', async () => {
    const company = system.company(1);
    await earn(company, '2024-05-05', '500000.01');
    await earn(company, '2025-05-05', '500000.00');
    expect(await monthOf(company, 2025, 12)).toMatchObject({ isAboveThreshold: false, statusLostFrom: null });
    await earn(company, '2025-12-30', '0.01');
    expect(await monthOf(company, 2025, 11)).toMatchObject({ statusLostFrom: null });
    expect(await monthOf(company, 2025, 12)).toMatchObject({ statusLostFrom: '2026-01-01' });
  });

  it('takes income back in the month of the reversal', async () => {
    const company = system.company(2);
    const id = await earn(company, '2026-05-10', '1000.00');
    const input = { id, date: '2026-06-10', reason: 'returned' };
    await company.as('tax_specialist').query(REVERSE, { input });
    expect(await monthOf(company, 2026, 5)).toMatchObject({ income: '1000.00', tax: '10.00' });
    expect(await monthOf(company, 2026, 6)).toMatchObject({
      income: '-1000.00',
      incomeOfYear: '0.00',
      tax: '-10.00',
    });
    const again = await company.as('tax_specialist').refusal(REVERSE, { input });
    expect(again.code).toBe('INVALID_TRANSITION');
  });

  it('keeps the higher rate to the end of the year, whatever is taken back later', async () => {
    const company = system.company(2);
    const id = await earn(company, '2024-03-10', '500000.01');
    const input = { id, date: '2024-05-10', reason: 'returned' };
    await company.as('tax_specialist').query(REVERSE, { input });
    await earn(company, '2024-06-10', '100.00');
    expect(await monthOf(company, 2024, 5)).toMatchObject({ incomeOfYear: '0.00', rate: '3' });
    expect(await monthOf(company, 2024, 6)).toMatchObject({
      isAboveThreshold: true,
      rate: '3',
      tax: '3.00',
    });
    expect(await monthOf(company, 2025, 1)).toMatchObject({ rate: '1' });
  });

  it('is what the taxpayer must be', async () => {
    const input = { date: '2026-01-01', amount: '1.00', description: 'x' };
    const refusal = await system.company(3).as('tax_specialist').refusal(RECORD, { input });
    expect(refusal.code).toBe('INVALID_TRANSITION');
  });

  it.each([
    ['amount', { amount: '0' }],
    ['amount', { amount: '1.005' }],
    ['description', { description: '' }],
  ])('has no income that cannot be: %s is named', async (field, given) => {
    const input = { date: '2026-01-01', amount: '1.00', description: 'x', ...given };
    const refusal = await system.company(2).as('tax_specialist').refusal(RECORD, { input });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('has no return before the law began', async () => {
    const refusal = await system.company(2).as('auditor').refusal(RETURN, { year: 2018, month: 6 });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: 'year' });
  });
});
