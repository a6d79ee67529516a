import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '#test/caller.ts';
import { payrollOf, PAY_CHART } from '#test/payroll.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({
    companies: 2,
    chart: [...PAY_CHART, { code: '7411', names: { en: '7411' }, type: 'EXPENSE' as const }],
  });
});
afterAll(() => system.close());

const CHOOSE = `mutation ($input: ChoosePayrollPostingAccountInput!) {
  choosePayrollPostingAccount(input: $input) { account { role accountCode isDefault } }
}`;
const LIST = '{ payrollPostingAccounts { role accountCode isDefault name(language: EN) } }';
const CHOSEN = { role: 'SALARY_EXPENSE', accountCode: '7411' };

describe('accounts that pay is posted on', () => {
  it('are the usual ones until the company chooses others, for itself and from then on', async () => {
    const payroll = await payrollOf(system, system.company(0));
    await payroll.employ({ pay: { amount: '1000.00' } });
    await payroll.pay(2026, 3);
    const { choosePayrollPostingAccount } = await payroll.keeper.query<{
      choosePayrollPostingAccount: object;
    }>(CHOOSE, { input: CHOSEN });
    expect(choosePayrollPostingAccount).toEqual({ account: { ...CHOSEN, isDefault: false } });
    await payroll.pay(2026, 4);
    const { trialBalance } = await payroll.keeper.query<{
      trialBalance: { rows: { account: { code: string }; closing: string }[] };
    }>('{ trialBalance(asOf: "2026-12-31") { rows { account { code } closing } } }');
    expect(
      trialBalance.rows
        .filter(({ account }) => account.code.startsWith('741'))
        .map(({ account, closing }) => `${account.code} ${closing}`),
    ).toEqual(['7410 1000.00', '7411 1000.00', '7415 40.00']);

    const { payrollPostingAccounts } = await system
      .company(1)
      .as('admin')
      .query<{ payrollPostingAccounts: { role: string }[] }>(LIST);
    expect(payrollPostingAccounts).toHaveLength(13);
    expect(payrollPostingAccounts.find(({ role }) => role === 'SALARY_EXPENSE')).toEqual({
      role: 'SALARY_EXPENSE',
      accountCode: '7410',
      isDefault: true,
      name: 'Salaries',
    });
  });

  it.each([
    ['role', { ...CHOSEN, role: 'COFFEE' }],
    ['accountCode', { ...CHOSEN, accountCode: '74 11' }],
  ])('are refused for a wrong %s', async (field, input) => {
    expect(await system.company(1).as('admin').refusal(CHOOSE, { input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
  });

  it('are chosen by nobody who only enters pay', async () => {
    const keeper = createCaller(
      system.url,
      await system.company(1).tokenWith(['payroll:read', 'payroll:write']),
    );
    expect(await keeper.refusal(CHOOSE, { input: CHOSEN })).toMatchObject({ code: 'FORBIDDEN' });
  });
});
