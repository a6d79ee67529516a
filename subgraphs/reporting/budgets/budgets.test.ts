import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { recordYear } from '#test/year-of-trade.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
beforeAll(async () => {
  system = await startSystem({ chart: loadChart(), years: [2025] });
  us = system.company(0).as('chief_accountant');
  const minSeq = await recordYear(system.company(0), 2025);
  await us.query('query ($minSeq: Int) { booksRead(minSeq: $minSeq) { seq } }', { minSeq });
});
afterAll(() => system.close());

const SET = `mutation ($input: SetBudgetInput!) {
  setBudget(input: $input) { budget { year account { code } months total } }
}`;
const COMPARE = `query ($from: Int!, $to: Int!, $dimension: ReportDimensionInput) {
  budgetComparison(fromYear: 2025, fromMonth: $from, toYear: 2025, toMonth: $to, dimension: $dimension) {
    plannedProfit actualProfit rows { account { code } budget actual variance effectOnProfit percent }
  }
}`;
const evenly = (amount: string) => Array.from({ length: 12 }, () => amount);
const plan = (code: string, months: readonly string[], more: object = {}) => ({
  input: { year: 2025, accountId: system.company(0).accountId(code), months, ...more },
});

describe('a budget', () => {
  it('is held against what came of it, and says what that does to profit', async () => {
    expect(await us.query(SET, plan('6110', evenly('10000')))).toEqual({
      setBudget: {
        budget: { year: 2025, account: { code: '6110' }, months: evenly('10000.00'), total: '120000.00' },
      },
    });
    await us.query(SET, plan('7410', evenly('2500.50')));
    expect(await us.query(COMPARE, { from: 1, to: 3 })).toEqual({
      budgetComparison: {
        plannedProfit: '22498.50',
        actualProfit: '2070.00',
        rows: [
          {
            account: { code: '6110' },
            budget: '30000.00',
            actual: '25000.00',
            variance: '-5000.00',
            effectOnProfit: '-5000.00',
            percent: '83.33',
          },
          {
            account: { code: '7210' },
            budget: '0.00',
            actual: '13750.00',
            variance: '13750.00',
            effectOnProfit: '-13750.00',
            percent: null,
          },
          {
            account: { code: '7410' },
            budget: '7501.50',
            actual: '9000.00',
            variance: '1498.50',
            effectOnProfit: '-1498.50',
            percent: '119.98',
          },
          {
            account: { code: '7415' },
            budget: '0.00',
            actual: '180.00',
            variance: '180.00',
            effectOnProfit: '-180.00',
            percent: null,
          },
        ],
      },
    });
  });

  it('may be of a cost centre, is replaced by the next one, and taken away by zeros', async () => {
    const dimension = { name: 'costCentre', value: 'SHOP' };
    await us.query(SET, plan('7410', evenly('1.00'), { dimension }));
    await us.query(SET, plan('7410', evenly('3000.00'), { dimension }));
    const planned = async () => {
      const { budgetComparison } = await us.query<{ budgetComparison: { plannedProfit: string } }>(COMPARE, {
        from: 3,
        to: 3,
        dimension,
      });
      return budgetComparison.plannedProfit;
    };
    expect(await planned()).toBe('-3000.00');
    await us.query(SET, plan('7410', evenly('0'), { dimension }));
    expect(await planned()).toBe('0.00');
  });

  it.each([
    ['months', () => plan('6110', ['1.00'])],
    ['months[3]', () => plan('6110', ['1', '1', '1', '1.001', '1', '1', '1', '1', '1', '1', '1', '1'])],
    ['year', () => ({ input: { ...plan('6110', evenly('1')).input, year: 1999 } })],
    ['accountId', () => plan('1110', evenly('1'))],
    ['dimension.value', () => plan('6110', evenly('1'), { dimension: { name: 'costCentre', value: '' } })],
  ])('is refused, naming %s', async (field, variables) => {
    expect(await us.refusal(SET, variables())).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('is not asked about for years and months that are none', async () => {
    expect(await us.refusal(COMPARE, { from: 0, to: 3 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'fromMonth',
    });
    expect(
      await us.refusal('{ budgetComparison(fromYear: 1, fromMonth: 1, toYear: 2025, toMonth: 1) { seq } }'),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'fromYear' });
    expect(await us.refusal(COMPARE, { from: 4, to: 3 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'fromMonth',
    });
  });
});
