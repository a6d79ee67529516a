import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Caller } from '#test/caller.ts';
import { recordYear } from '#test/year-of-trade.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let minSeq: number;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2025, 2026] });
  us = system.company(0).as('chief_accountant');
  minSeq = await recordYear(system.company(0), 2025);
});
afterAll(() => system.close());

interface Line {
  readonly code: string;
  readonly kind?: string;
  readonly amount: string | null;
  readonly comparative: string | null;
  readonly variance?: string | null;
  readonly accounts: readonly {
    readonly amount: string;
    readonly comparative?: string | null;
    readonly account: { readonly code: string };
  }[];
}
interface Statement {
  readonly seq: number;
  readonly lines: readonly Line[];
  readonly checks: readonly { readonly code: string; readonly holds: boolean; readonly difference: string }[];
}

const CHECKS = 'checks { code holds expected actual difference }';
const LINES = `lines { code kind amount comparative variance accounts { amount account { code } } } ${CHECKS}`;
const POSITION = `query ($asOf: Date!, $compareTo: Date, $standard: ReportingStandard, $knownAt: DateTime, $minSeq: Int) {
  balanceSheet(asOf: $asOf, compareTo: $compareTo, standard: $standard, knownAt: $knownAt, minSeq: $minSeq) { seq ${LINES} }
}`;
const RESULT = `query ($from: Date!, $to: Date!, $compareFrom: Date, $compareTo: Date, $by: ExpenseClassification,
  $standard: ReportingStandard, $dimension: ReportDimensionInput, $minSeq: Int) {
  incomeStatement(from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo, by: $by, standard: $standard,
    dimension: $dimension, minSeq: $minSeq) { seq ${LINES} }
}`;
const CASH = `query ($from: Date!, $to: Date!, $compareFrom: Date, $compareTo: Date, $method: CashFlowMethod, $minSeq: Int) {
  cashFlowStatement(from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo, method: $method, minSeq: $minSeq) {
    seq opening comparativeOpening closing comparativeClosing totals { activity amount comparative } ${CHECKS}
    lines { code activity step amount comparative variance accounts { amount comparative account { code } } }
  }
}`;
const EQUITY = `query ($from: Date!, $to: Date!, $compareFrom: Date, $compareTo: Date, $minSeq: Int) {
  changesInEquity(from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo, minSeq: $minSeq) {
    seq ${CHECKS}
    components { code opening comparativeOpening closing comparativeClosing changes { code amount comparative variance } }
  }
}`;

/** Lines with an amount, by code. */
function amounts({
  lines,
}: {
  readonly lines: readonly Pick<Line, 'code' | 'amount'>[];
}): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap(({ code, amount }) => (amount === null || amount === '0.00' ? [] : [[code, amount]])),
  );
}

function position(variables: object, caller = us): Promise<Statement> {
  return caller
    .query<{ balanceSheet: Statement }>(POSITION, { minSeq, ...variables })
    .then(({ balanceSheet }) => balanceSheet);
}
function result(variables: object): Promise<Statement> {
  return us
    .query<{ incomeStatement: Statement }>(RESULT, {
      minSeq,
      from: '2025-01-01',
      to: '2025-12-31',
      ...variables,
    })
    .then(({ incomeStatement }) => incomeStatement);
}

interface CashFlows extends Statement {
  readonly opening: string;
  readonly closing: string;
  readonly totals: readonly { readonly activity: string; readonly amount: string }[];
}
function cash(variables: object): Promise<CashFlows> {
  return us
    .query<{ cashFlowStatement: CashFlows }>(CASH, {
      minSeq,
      from: '2025-01-01',
      to: '2025-12-31',
      ...variables,
    })
    .then(({ cashFlowStatement }) => cashFlowStatement);
}

interface Equity extends Statement {
  readonly components: readonly {
    readonly code: string;
    readonly opening: string;
    readonly closing: string;
    readonly changes: readonly {
      readonly code: string;
      readonly amount: string;
      readonly comparative: string | null;
    }[];
  }[];
}
function equity(variables: object): Promise<Equity> {
  return us
    .query<{ changesInEquity: Equity }>(EQUITY, {
      minSeq,
      from: '2025-01-01',
      to: '2025-12-31',
      ...variables,
    })
    .then(({ changesInEquity }) => changesInEquity);
}

function demandChecks({ checks }: Pick<Statement, 'checks'>): void {
  expect(checks.length).toBeGreaterThan(0);
  for (const { code, holds, difference } of checks)
    expect([code, holds, difference]).toEqual([code, true, '0.00']);
}

describe('the statement of financial position', () => {
  it('shows what a year of trade leaves, by lines of IFRS for SMEs', async () => {
    const sheet = await position({ asOf: '2025-12-31' });
    expect(amounts(sheet)).toEqual({
      PROPERTY_PLANT_EQUIPMENT: '9600.00',
      TOTAL_NON_CURRENT_ASSETS: '9600.00',
      INVENTORIES: '16250.00',
      TRADE_RECEIVABLES: '3600.00',
      // VAT paid is more than VAT owed: an asset, not a liability below zero.
      TAX_ASSETS: '3060.00',
      CASH: '40540.00',
      TOTAL_CURRENT_ASSETS: '63450.00',
      TOTAL_ASSETS: '73050.00',
      SHARE_CAPITAL: '50000.00',
      RETAINED_EARNINGS: '-3130.00',
      TOTAL_EQUITY: '46870.00',
      LONG_TERM_BORROWINGS: '15000.00',
      TOTAL_NON_CURRENT_LIABILITIES: '15000.00',
      TRADE_PAYABLES: '10000.00',
      ADVANCES_RECEIVED: '1180.00',
      TOTAL_CURRENT_LIABILITIES: '11180.00',
      TOTAL_LIABILITIES: '26180.00',
      TOTAL_EQUITY_AND_LIABILITIES: '73050.00',
    });
    demandChecks(sheet);
    expect(sheet.seq).toBe(minSeq);
  });

  it('shows each account on one line, and its entries with their documents', async () => {
    const { balanceSheet } = await us.query<{
      balanceSheet: {
        lines: {
          code: string;
          accounts: {
            account: { code: string };
            amount: string;
            entries: {
              edges: { cursor: string; node: Record<string, unknown> }[];
              pageInfo: { hasNextPage: boolean };
            };
          }[];
        }[];
      };
    }>(
      `query ($minSeq: Int) { balanceSheet(asOf: "2025-12-31", minSeq: $minSeq) { lines { code accounts {
        account { code } amount
        entries(first: 1) { edges { cursor node {
          date debit credit description source { id } transaction { description } counterparty { name }
        } } pageInfo { hasNextPage } } } } } }`,
      { minSeq },
    );
    const receivables = balanceSheet.lines.find(({ code }) => code === 'TRADE_RECEIVABLES');
    expect(receivables?.accounts).toEqual([
      {
        account: { code: '1410' },
        amount: '3600.00',
        entries: {
          edges: [
            {
              cursor: expect.any(String) as string,
              node: {
                date: '2025-02-10',
                debit: '23600.00',
                credit: '0.00',
                description: 'Sale on credit',
                source: null,
                transaction: { description: 'Sale on credit' },
                counterparty: { name: 'შპს მუშტარი' },
              },
            },
          ],
          pageInfo: { hasNextPage: true },
        },
      },
    ]);
    const codes = balanceSheet.lines.flatMap(({ accounts }) => accounts.map(({ account }) => account.code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('compares two days, and knows other standards', async () => {
    const sheet = await position({ asOf: '2025-12-31', compareTo: '2025-01-31', standard: 'CATEGORY_IV' });
    const cashLine = sheet.lines.find(({ code }) => code === 'CASH');
    expect(cashLine).toMatchObject({ amount: '40540.00', comparative: '55840.00', variance: '-15300.00' });
    expect(sheet.lines.some(({ code }) => code === 'ADVANCES_RECEIVED')).toBe(false);
    expect(amounts(sheet)['TRADE_PAYABLES']).toBe('11180.00');
    // In January VAT was an asset as well; each column swings by itself.
    expect(sheet.lines.find(({ code }) => code === 'TAX_ASSETS')).toMatchObject({ comparative: '7560.00' });
    demandChecks(await position({ asOf: '2025-12-31', standard: 'IFRS' }));
  });
});

describe('the statement of profit or loss', () => {
  it('shows expenses by function', async () => {
    const statement = await result({});
    expect(amounts(statement)).toEqual({
      REVENUE: '25000.00',
      COST_OF_SALES: '-13750.00',
      GROSS_PROFIT: '11250.00',
      ADMINISTRATIVE_EXPENSES: '-11580.00',
      OPERATING_PROFIT: '-330.00',
      FINANCE_COSTS: '-800.00',
      PROFIT_BEFORE_TAX: '-1130.00',
      PROFIT: '-1130.00',
    });
    demandChecks(statement);
  });

  it('shows expenses by nature, with the same profit', async () => {
    expect(amounts(await result({ by: 'NATURE' }))).toMatchObject({
      MATERIALS_AND_GOODS: '-13750.00',
      EMPLOYEE_BENEFITS: '-9180.00',
      DEPRECIATION: '-2400.00',
      OPERATING_PROFIT: '-330.00',
      PROFIT: '-1130.00',
    });
  });

  it('compares two quarters', async () => {
    const quarters = await result({
      from: '2025-04-01',
      to: '2025-06-30',
      compareFrom: '2025-01-01',
      compareTo: '2025-03-31',
    });
    expect(quarters.lines.find(({ code }) => code === 'PROFIT')).toMatchObject({
      amount: '-2000.00',
      comparative: '2070.00',
      variance: '-4070.00',
    });
  });

  it('looks at one cost centre alone', async () => {
    expect(amounts(await result({ dimension: { name: 'costCentre', value: 'SHOP' } }))).toMatchObject({
      REVENUE: '25000.00',
      ADMINISTRATIVE_EXPENSES: '-9180.00',
      PROFIT: '2070.00',
    });
  });
});

describe('the statement of cash flows', () => {
  it('shows by the direct method what came in and went out', async () => {
    const statement = await cash({});
    expect(amounts(statement)).toEqual({
      FROM_CUSTOMERS: '27080.00',
      TO_SUPPLIERS: '-27560.00',
      TO_EMPLOYEES: '-7056.00',
      TAXES: '-2224.00',
      INTEREST_PAID: '-800.00',
      ASSETS_BOUGHT: '-12000.00',
      BORROWINGS_RECEIVED: '20000.00',
      BORROWINGS_REPAID: '-5000.00',
      CAPITAL: '50000.00',
      DIVIDENDS_PAID: '-1900.00',
    });
    expect(statement).toMatchObject({
      opening: '0.00',
      closing: '40540.00',
      totals: [
        { activity: 'OPERATING', amount: '-10560.00', comparative: null },
        { activity: 'INVESTING', amount: '-12000.00', comparative: null },
        { activity: 'FINANCING', amount: '63100.00', comparative: null },
        { activity: 'EXCHANGE', amount: '0.00', comparative: null },
      ],
    });
    demandChecks(statement);
  });

  it('shows by the indirect method how the loss became cash', async () => {
    const statement = await cash({ method: 'INDIRECT' });
    expect(amounts(statement)).toEqual({
      PROFIT: '-1130.00',
      PROPERTY_PLANT_EQUIPMENT: '2400.00',
      INVENTORIES: '-16250.00',
      TRADE_RECEIVABLES: '-3600.00',
      OTHER_TAXES: '-3160.00',
      TRADE_PAYABLES: '10000.00',
      ADVANCES_RECEIVED: '1180.00',
      ASSETS_BOUGHT: '-12000.00',
      BORROWINGS_RECEIVED: '20000.00',
      BORROWINGS_REPAID: '-5000.00',
      CAPITAL: '50000.00',
      DIVIDENDS_PAID: '-1900.00',
    });
    expect(statement.totals[0]).toMatchObject({ activity: 'OPERATING', amount: '-10560.00' });
    demandChecks(statement);
  });

  it('begins with the cash there was, in any span', async () => {
    const statement = await cash({ from: '2025-07-06', to: '2025-08-31' });
    expect(statement).toMatchObject({ opening: '47540.00', closing: '42540.00' });
    expect(amounts(statement)).toEqual({ BORROWINGS_REPAID: '-5000.00' });
    demandChecks(statement);
  });
});

describe('a comparative', () => {
  const HALVES = { from: '2025-07-01', to: '2025-12-31', compareFrom: '2025-01-01', compareTo: '2025-06-30' };
  const FIRST = { from: HALVES.compareFrom, to: HALVES.compareTo };
  const SECOND = { from: HALVES.from, to: HALVES.to };

  it.each(['DIRECT', 'INDIRECT'])('of cash flows, %s, is what its own statement says', async (method) => {
    const both = await cash({ ...HALVES, method });
    const [now, before] = [await cash({ ...SECOND, method }), await cash({ ...FIRST, method })];
    expect(both).toMatchObject({
      opening: now.opening,
      closing: now.closing,
      comparativeOpening: before.opening,
      comparativeClosing: before.closing,
      totals: now.totals.map(({ activity, amount }, at) => ({
        ...{ activity, amount, comparative: before.totals[at]?.amount },
      })),
    });
    expect(before.closing).toBe(now.opening);
    expect(amounts(both)).toEqual(amounts(now));
    const comparatives = both.lines.map(({ code, comparative }) => ({ code, amount: comparative }));
    expect(amounts({ lines: comparatives })).toEqual(amounts(before));
    // Every line of either is there once, and its accounts add up in both columns.
    expect(new Set(both.lines.map(({ code }) => code))).toEqual(
      new Set([...now.lines, ...before.lines].map(({ code }) => code)),
    );
    for (const { code, amount, comparative, variance, accounts } of both.lines) {
      const sum = (of: readonly (string | null | undefined)[]) =>
        of.reduce((total, one) => total + parseDatabaseAmount(one ?? ''), 0n);
      expect([code, sum(accounts.map((account) => account.amount))]).toEqual([
        code,
        parseDatabaseAmount(amount ?? ''),
      ]);
      expect([code, sum(accounts.map((account) => account.comparative))]).toEqual([
        ...[code, parseDatabaseAmount(comparative ?? '')],
      ]);
      expect(parseDatabaseAmount(variance ?? '')).toBe(
        parseDatabaseAmount(amount ?? '') - parseDatabaseAmount(comparative ?? ''),
      );
    }
    expect(both.checks.map(({ code }) => code)).toEqual(
      [...now.checks, ...now.checks].map(({ code }) => code),
    );
    demandChecks(both);
  });

  it('of changes in equity is what its own statement says', async () => {
    const both = await equity(HALVES);
    const [now, before] = [await equity(SECOND), await equity(FIRST)];
    expect(both.components).toMatchObject(
      now.components.map(({ code, opening, closing, changes }, at) => ({
        ...{ code, opening, closing },
        comparativeOpening: before.components[at]?.opening,
        comparativeClosing: before.components[at]?.closing,
        changes: changes.map((change, place) => ({
          ...change,
          comparative: before.components[at]?.changes[place]?.amount,
          variance: expect.any(String) as string,
        })),
      })),
    );
    expect(both.components.find(({ code }) => code === 'SHARE_CAPITAL')).toMatchObject({
      opening: '50000.00',
      comparativeOpening: '0.00',
      comparativeClosing: '50000.00',
    });
    demandChecks(both);
  });

  it('has two days in order, and both', async () => {
    const bad = (field: string, value: unknown) => ({ code: 'BAD_USER_INPUT', field, value });
    for (const query of [CASH, EQUITY]) {
      const asked = (given: object) => us.refusal(query, { ...SECOND, minSeq, ...given });
      expect(await asked({ compareFrom: '2025-01-01' })).toMatchObject({ field: 'compareTo' });
      expect(await asked({ compareTo: '2025-01-31' })).toMatchObject({ field: 'compareFrom' });
      expect(await asked({ compareFrom: '2025-03-01', compareTo: '2025-02-28' })).toMatchObject(
        bad('compareFrom', '2025-03-01'),
      );
      expect(await asked({ compareFrom: '2019-01-01', compareTo: '2019-12-31' })).toMatchObject(
        bad('compareFrom', '2019-01-01'),
      );
    }
  });
});

describe('the statement of changes in equity', () => {
  it('leads from the opening to the closing balance of each component', async () => {
    const statement = await equity({});
    const shown = statement.components
      .filter(({ changes, opening }) => opening !== '0.00' || changes.some(({ amount }) => amount !== '0.00'))
      .map(({ code, opening, closing, changes }) => [code, opening, amounts({ lines: changes }), closing]);
    expect(shown).toEqual([
      ['SHARE_CAPITAL', '0.00', { CONTRIBUTIONS: '50000.00' }, '50000.00'],
      ['RETAINED_EARNINGS', '0.00', { PROFIT: '-1130.00', DIVIDENDS: '-2000.00' }, '-3130.00'],
    ]);
    demandChecks(statement);
  });
});

describe('what was learned later', () => {
  it('is left out of statements as they were known before', async () => {
    const company = system.company(1);
    const caller = company.as('admin');
    const lastOfYear = await recordYear(company, 2025);
    const shot = async (knownAt?: string) => {
      const variables = { asOf: '2025-12-31', knownAt };
      const span = `from: "2025-01-01", to: "2025-12-31"${knownAt === undefined ? '' : `, knownAt: "${knownAt}"`}`;
      return {
        position: amounts(
          (await caller.query<{ balanceSheet: Statement }>(POSITION, { minSeq: lastOfYear, ...variables }))
            .balanceSheet,
        ),
        ...(await caller.query<object>(`{
          incomeStatement(${span}) { lines { code amount } ${CHECKS} }
          cashFlowStatement(${span}) { lines { code amount } closing ${CHECKS} }
          changesInEquity(${span}) { components { code closing changes { code amount } } ${CHECKS} }
        }`)),
      };
    };
    const before = await shot();
    const moment = new Date().toISOString();
    const { recordTransaction } = await caller.query<{ recordTransaction: { transaction: { seq: number } } }>(
      `mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }`,
      {
        input: {
          date: '2025-05-05',
          description: 'A sale that was forgotten',
          entries: [
            { accountCode: '1210', debit: '118.00' },
            { accountCode: '6110', credit: '100.00' },
            { accountCode: '3330', credit: '18.00' },
          ],
        },
      },
    );
    await caller.query('query ($minSeq: Int) { booksRead(minSeq: $minSeq) { seq } }', {
      minSeq: recordTransaction.transaction.seq,
    });
    const after = await shot();
    expect(after.position['CASH']).toBe('40658.00');
    expect(await shot(moment)).toEqual(before);
  });
});

describe('accounts that stand on no line', () => {
  it('stop a statement until the company says where they stand', async () => {
    const company = system.company(1);
    const caller = company.as('admin');
    const { createAccount } = await caller.query<{ createAccount: { account: { id: string } } }>(
      'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }',
      { input: { code: 'X1', name: 'უცნაური', type: 'ASSET' } },
    );
    const { recordTransaction } = await caller.query<{ recordTransaction: { transaction: { seq: number } } }>(
      `mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }`,
      {
        input: {
          date: '2026-01-10',
          description: 'Something odd',
          entries: [
            { accountCode: 'X1', debit: '5.00' },
            { accountCode: '1110', credit: '5.00' },
          ],
        },
      },
    );
    const { seq } = recordTransaction.transaction;
    const refusal = {
      code: 'BAD_USER_INPUT',
      field: 'standard',
      message: expect.stringContaining('X1') as string,
    };
    expect(await caller.refusal(POSITION, { asOf: '2026-01-31', minSeq: seq })).toMatchObject(refusal);
    // What cash is, and what equity is, is said by the lines of the statement of financial position.
    for (const query of [CASH, EQUITY]) {
      const january = { from: '2026-01-01', to: '2026-01-31' };
      expect(await caller.refusal(query, { ...january, minSeq: seq })).toMatchObject(refusal);
      // In the months before nothing was on the account; in those behind it is what they begin with.
      await caller.query(query, { from: '2025-01-01', to: '2025-12-31', minSeq: seq });
      const february = { from: '2026-02-01', to: '2026-02-28', minSeq: seq };
      expect(await caller.refusal(query, february)).toMatchObject(refusal);
      expect(
        await caller.refusal(query, {
          ...{ from: '2025-01-01', to: '2025-01-31', minSeq: seq },
          ...{ compareFrom: january.from, compareTo: january.to },
        }),
      ).toMatchObject(refusal);
    }
    const MAPPINGS =
      '{ statementMappings(standard: IFRS_SME, statement: FINANCIAL_POSITION) { unmapped lines { code name(language: EN) } accounts { account { code } lineCode isChosen } } }';
    type Mappings = {
      statementMappings: {
        unmapped: string[];
        accounts: { account: { code: string }; lineCode: string | null; isChosen: boolean }[];
      };
    };
    expect((await caller.query<Mappings>(MAPPINGS)).statementMappings.unmapped).toEqual(['X1']);

    const MAP = `mutation ($input: MapStatementAccountInput!) { mapStatementAccount(input: $input) { mapping { account { code } lineCode isChosen } } }`;
    const input = {
      standard: 'IFRS_SME',
      statement: 'FINANCIAL_POSITION',
      accountId: createAccount.account.id,
    };
    expect(await caller.refusal(MAP, { input: { ...input, lineCode: 'TOTAL_ASSETS' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'lineCode',
      value: 'TOTAL_ASSETS',
    });
    expect(
      await caller.refusal(MAP, {
        input: { ...input, statement: 'PROFIT_OR_LOSS_BY_NATURE', lineCode: 'REVENUE' },
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'accountId' });
    expect(await caller.query(MAP, { input: { ...input, lineCode: 'OTHER_CURRENT_ASSETS' } })).toEqual({
      mapStatementAccount: {
        mapping: { account: { code: 'X1' }, lineCode: 'OTHER_CURRENT_ASSETS', isChosen: true },
      },
    });
    const sheet = await position({ asOf: '2026-01-31' }, caller);
    expect(amounts(sheet)['OTHER_CURRENT_ASSETS']).toBe('5.00');
    demandChecks(sheet);
    // Another standard has not been told.
    expect(await caller.refusal(POSITION, { asOf: '2026-01-31', standard: 'IFRS' })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('are none in the Georgian chart, whatever the standard and the statement', async () => {
    for (const standard of ['CATEGORY_IV', 'IFRS_SME', 'IFRS'])
      for (const statement of [
        'FINANCIAL_POSITION',
        'PROFIT_OR_LOSS_BY_FUNCTION',
        'PROFIT_OR_LOSS_BY_NATURE',
      ]) {
        const { statementMappings } = await us.query<{
          statementMappings: { unmapped: string[]; accounts: object[] };
        }>(
          `{ statementMappings(standard: ${standard}, statement: ${statement}) { unmapped accounts { lineCode } } }`,
        );
        expect([standard, statement, statementMappings.unmapped]).toEqual([standard, statement, []]);
        expect(statementMappings.accounts.length).toBeGreaterThan(30);
      }
  });
});

describe('bad questions', () => {
  it.each([
    ['asOf', POSITION, { asOf: '2024-12-31' }],
    ['asOf', POSITION, { asOf: '2025-02-30' }],
    ['compareTo', POSITION, { asOf: '2025-12-31', compareTo: '2030-01-01' }],
    ['from', RESULT, { from: '2025-02-01', to: '2025-01-01' }],
    ['from', RESULT, { from: '2020-02-01', to: '2025-01-01' }],
    ['compareTo', RESULT, { from: '2025-01-01', to: '2025-01-31', compareFrom: '2025-01-01' }],
    [
      'compareFrom',
      RESULT,
      { from: '2025-01-01', to: '2025-01-31', compareFrom: '2025-02-01', compareTo: '2025-01-01' },
    ],
    ['to', CASH, { from: '2025-01-01', to: '2031-01-01' }],
    ['from', EQUITY, { from: '2026-12-31', to: '2026-01-01' }],
    ['minSeq', POSITION, { asOf: '2025-12-31', minSeq: -1 }],
  ])('are refused, naming %s', async (field, query, variables) => {
    expect(await us.refusal(query, variables)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('are those of whoever may not see reports', async () => {
    const stranger = system.company(0).as('tax_specialist');
    expect(await stranger.refusal(POSITION, { asOf: '2025-12-31' })).toMatchObject({ code: 'FORBIDDEN' });
  });
});
