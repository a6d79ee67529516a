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

const YEAR = 'from: "2025-01-01", to: "2025-12-31"';

describe('ratios of a year', () => {
  it('are what anybody reckons from the statements', async () => {
    const { financialRatios } = await us.query<{
      financialRatios: {
        ratios: { code: string; value: string | null; numerator: string; denominator: string }[];
      };
    }>(
      `{ financialRatios(${YEAR}) { seq ratios { code name(language: EN) unit value numerator denominator } } }`,
    );
    const values = Object.fromEntries(financialRatios.ratios.map(({ code, value }) => [code, value]));
    expect(values).toEqual({
      CURRENT_RATIO: '5.6753',
      QUICK_RATIO: '4.2218',
      CASH_RATIO: '3.6261',
      DEBT_TO_EQUITY: '0.5586',
      EQUITY_RATIO: '64.1615',
      GROSS_MARGIN: '45.0000',
      OPERATING_MARGIN: '-1.3200',
      NET_MARGIN: '-4.5200',
      // The means of nothing on 31 December 2024 and of what there was a year later.
      RETURN_ON_ASSETS: '-3.0938',
      RETURN_ON_EQUITY: '-4.8218',
      DAYS_OF_RECEIVABLES: '26.2800',
      DAYS_OF_INVENTORIES: '215.6818',
      DAYS_OF_PAYABLES: '132.7273',
    });
    expect(financialRatios.ratios[0]).toMatchObject({ numerator: '63450.0000', denominator: '11180.0000' });
  });
});

describe('months of the books', () => {
  it('are all there, and sum to the result of the year', async () => {
    const { monthlyResults } = await us.query<{
      monthlyResults: { months: { month: string; income: string; expenses: string; profit: string }[] };
    }>(`{ monthlyResults(${YEAR}) { months { month income expenses profit } } }`);
    expect(monthlyResults.months).toHaveLength(12);
    expect(monthlyResults.months.filter(({ profit }) => profit !== '0.00')).toEqual([
      { month: '2025-02-01', income: '20000.00', expenses: '11000.00', profit: '9000.00' },
      { month: '2025-03-01', income: '5000.00', expenses: '11930.00', profit: '-6930.00' },
      { month: '2025-06-01', income: '0.00', expenses: '2000.00', profit: '-2000.00' },
      { month: '2025-12-01', income: '0.00', expenses: '1200.00', profit: '-1200.00' },
    ]);
  });
});

describe('margins by a dimension', () => {
  it('tell what each cost centre brought', async () => {
    expect(
      await us.query(
        `{ marginByDimension(name: "costCentre", ${YEAR}) {
          values { value revenue costOfSales grossProfit otherCosts profit grossMargin } } }`,
      ),
    ).toEqual({
      marginByDimension: {
        values: [
          {
            value: 'SHOP',
            revenue: '25000.00',
            costOfSales: '-13750.00',
            grossProfit: '11250.00',
            otherCosts: '-9180.00',
            profit: '2070.00',
            grossMargin: '45.00',
          },
        ],
      },
    });
  });
});

describe('first digits', () => {
  it('are counted, and too few to say anything in a small book', async () => {
    const { benfordTest } = await us.query<{
      benfordTest: { total: number; conformity: string; digits: { digit: number; count: number }[] };
    }>(`{ benfordTest(${YEAR}) { total conformity deviation digits { digit count observed expected } } }`);
    expect(benfordTest).toMatchObject({ conformity: 'TOO_FEW' });
    expect(benfordTest.digits.reduce((sum, { count }) => sum + count, 0)).toBe(benfordTest.total);
    const ofBank = await us.query<{ benfordTest: { total: number } }>(
      `{ benfordTest(${YEAR}, accountIds: ["${system.company(0).accountId('1110')}"]) { total } }`,
    );
    expect(ofBank.benfordTest.total).toBe(1);
  });

  it.each([
    ['to', 'monthlyResults(from: "2025-01-01", to: "2199-12-31") { seq }'],
    ['from', `benfordTest(from: "2025-12-31", to: "2025-01-01") { seq }`],
    ['from', `financialRatios(from: "1999-12-31", to: "2025-01-01") { seq }`],
  ])('and other questions are refused, naming %s', async (field, question) => {
    expect(await us.refusal(`{ ${question} }`)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
