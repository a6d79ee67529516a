import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { credit, debit, record } from '#test/postings.ts';
import { printedText } from '#test/printed-text.ts';
import { recordYear } from '#test/year-of-trade.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let minSeq: number;
beforeAll(async () => {
  system = await startSystem({ chart: loadChart(), years: [2024, 2025] });
  us = system.company(0).as('admin');
  minSeq = await recordYear(system.company(0), 2025);
  await us.query('mutation ($input: SetBudgetInput!) { setBudget(input: $input) { budget { total } } }', {
    input: {
      year: 2025,
      accountId: system.company(0).accountId('6110'),
      months: Array.from({ length: 12 }, () => '2000.00'),
    },
  });
});
afterAll(() => system.close());

const FILE = `query ($report: ReportName!, $dimensionName: String, $from: Date, $to: Date, $compareFrom: Date, $compareTo: Date, $side: DebtSide,
  $method: CashFlowMethod, $expenses: ExpenseClassification, $format: ReportFormat!, $language: ReportLanguage! = EN, $knownAt: DateTime,
  $minSeq: Int) {
  reportFile(report: $report, dimensionName: $dimensionName, from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo, side: $side, method: $method,
    expenses: $expenses, format: $format, language: $language, knownAt: $knownAt, minSeq: $minSeq) { url } }`;
const YEAR = { from: '2025-01-01', to: '2025-12-31' };
const BEFORE = { compareFrom: '2024-01-01', compareTo: '2024-12-31' };

async function fetched(given: object): Promise<Buffer> {
  const { reportFile } = await us.query<{ reportFile: { url: string } }>(FILE, { ...YEAR, minSeq, ...given });
  const response = await fetch(system.url + reportFile.url);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}
async function csv(given: object): Promise<Map<string, string[]>> {
  const text = (await fetched({ format: 'CSV', ...given })).toString('utf8').replace('\uFEFF', '');
  return new Map(
    text
      .trim()
      .split('\r\n')
      .map((line) => {
        const [code = '', ...cells] = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map(
          ([, quoted, plain]) => quoted ?? plain ?? '',
        );
        return [code, cells];
      }),
  );
}
const sheetOf = (bytes: Buffer): string =>
  strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
const formulas = (bytes: Buffer): string[] =>
  [...sheetOf(bytes).matchAll(/<f>([^<]+)<\/f>/g)].map(([, formula]) => formula ?? '');

interface Cell {
  /** In tetri, as the file says it. */
  readonly value: bigint;
  readonly formula: string | null;
}
/** The numbers of a sheet by their place. */
function cellsOf(bytes: Buffer): Map<string, Cell> {
  const found = sheetOf(bytes).matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<f>([^<]+)<\/f>)?<v>([^<]+)<\/v>/g);
  return new Map(
    [...found].map(([, place = '', formula = null, text = '']) => {
      const [whole = '', decimals = ''] = text.split('.');
      return [place, { value: BigInt(whole + decimals.padEnd(2, '0')), formula }];
    }),
  );
}
/** What a formula of ours comes to: `0`, `SUM(B3:B6)`, `B3+B5-C7`, or both. */
function reckoned(cells: ReadonlyMap<string, Cell>, formula: string): bigint {
  const at = (place: string): bigint => cells.get(place)?.value ?? 0n;
  const letters = (name: string): number =>
    Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  let sum = 0n;
  const rest = formula.replace(/SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)/, (_, left, top, right, bottom) => {
    for (const [place, { value }] of cells) {
      const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
      const isAcross =
        letters(column) >= letters(left as string) && letters(column) <= letters(right as string);
      if (isAcross && Number(row) >= Number(top) && Number(row) <= Number(bottom)) sum += value;
    }
    return '';
  });
  const terms = rest.replace(/^0$/, '');
  expect(terms).toMatch(/^([+-]?[A-Z]+\d+)*$/);
  for (const [, sign, place = ''] of terms.matchAll(/([+-]?)([A-Z]+\d+)/g))
    sum += sign === '-' ? -at(place) : at(place);
  return sum;
}

describe('a statement as a file', () => {
  it('has the figures of the query, with the comparative and what has changed', async () => {
    const sheet = await csv({ report: 'BALANCE_SHEET', compareTo: '2024-12-31' });
    const { balanceSheet } = await us.query<{
      balanceSheet: {
        lines: { code: string; amount: string | null; comparative: string; variance: string }[];
      };
    }>(
      `query ($minSeq: Int) { balanceSheet(asOf: "2025-12-31", compareTo: "2024-12-31", minSeq: $minSeq) {
        lines { code amount comparative variance } } }`,
      { minSeq },
    );
    const told = balanceSheet.lines.filter(({ amount }) => amount !== null && amount !== '0.00');
    expect(told.length).toBeGreaterThan(8);
    for (const { code, amount, comparative, variance } of told)
      expect(sheet.get(code)?.slice(1, 4)).toEqual([amount, comparative, variance]);
    // What has no amount is left out, and its heading with it.
    expect(sheet.has('INTANGIBLE_ASSETS')).toBe(false);
    expect(sheet.get('TOTAL_ASSETS')?.[1]).toBe(sheet.get('TOTAL_EQUITY_AND_LIABILITIES')?.[1]);
  });

  it('is XLSX whose totals are formulas over the lines shown, right to the tetri', async () => {
    const bytes = await fetched({ report: 'INCOME_STATEMENT', format: 'XLSX', ...BEFORE });
    const rows = await readSheet(bytes);
    const place = (name: string) => rows.findIndex(([first]) => first === name) + 1;
    const amount = (name: string) => Number(rows[place(name) - 1]?.[1]);
    expect(amount('Gross profit')).toBe(amount('Revenue') + amount('Cost of sales'));
    const all = formulas(bytes);
    expect(all).toContain(`B${String(place('Revenue'))}+B${String(place('Cost of sales'))}`);
    expect(all).toContain(`B${String(place('Revenue'))}-C${String(place('Revenue'))}`);
    const xml = sheetOf(bytes);
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('fitToPage="1"');
  });

  it.each([
    { report: 'BALANCE_SHEET', compareTo: '2024-12-31' },
    { report: 'INCOME_STATEMENT', ...BEFORE },
    { report: 'INCOME_STATEMENT', expenses: 'NATURE' },
    { report: 'CASH_FLOW_STATEMENT', ...BEFORE },
    { report: 'CASH_FLOW_STATEMENT', method: 'INDIRECT' },
    { report: 'CHANGES_IN_EQUITY', ...BEFORE },
    { report: 'CORRESPONDING_ACCOUNTS' },
    { report: 'BUDGET_COMPARISON' },
    { report: 'MONTHLY_RESULTS' },
    { report: 'MARGIN_BY_DIMENSION', dimensionName: 'costCentre' },
    { report: 'TURNOVER_SHEET' },
    { report: 'GENERAL_LEDGER' },
    { report: 'AGED_BALANCES', side: 'RECEIVABLE' },
  ])('comes to the same when a spreadsheet reckons it again: $report', async (given) => {
    const cells = cellsOf(await fetched({ ...given, format: 'XLSX' }));
    const sums = [...cells].filter(([, { formula }]) => formula !== null);
    expect(sums.length).toBeGreaterThan(0);
    for (const [place, { value, formula }] of sums)
      expect([place, formula, reckoned(cells, formula ?? '')]).toEqual([place, formula, value]);
  });

  it.each(['CSV', 'XLSX', 'PDF'])('has the same bytes when it is fetched again, as %s', async (format) => {
    const question = { report: 'CHANGES_IN_EQUITY', format, ...BEFORE };
    expect((await fetched(question)).equals(await fetched(question))).toBe(true);
  });

  it('is PDF in Georgian, headed by the company, with lines to sign on', async () => {
    const [page = ''] = await printedText(
      await fetched({ report: 'BALANCE_SHEET', format: 'PDF', language: 'KA', compareTo: '2024-12-31' }),
    );
    for (const text of [
      system.company(0).name,
      'ფინანსური მდგომარეობის ანგარიშგება',
      '31.12.2025, ₾',
      'მთავარი ბუღალტერი',
    ])
      expect(page).toContain(text);
  });

  it.each(['DIRECT', 'INDIRECT'])('leads from opening to closing cash by the %s method', async (method) => {
    const flows = await csv({ report: 'CASH_FLOW_STATEMENT', method, ...BEFORE });
    const sheet = await csv({ report: 'BALANCE_SHEET' });
    expect(flows.get('CLOSING_CASH')?.[1]).toBe(sheet.get('CASH')?.[1]);
    expect(flows.get('OPENING_CASH')?.[1]).toBe('0.00');
    expect(flows.get('CHANGE_OF_CASH')?.[1]).toBe(flows.get('CLOSING_CASH')?.[1]);
  });

  it('shows changes in equity component by component, and what they come to', async () => {
    const equity = await csv({ report: 'CHANGES_IN_EQUITY' });
    expect(equity.get('code')).toEqual(['name', 'Share capital, ₾', 'Retained earnings, ₾', 'Total, ₾']);
    const sheet = await csv({ report: 'BALANCE_SHEET' });
    expect(equity.get('CLOSING')?.slice(1)).toEqual(
      ['SHARE_CAPITAL', 'RETAINED_EARNINGS', 'TOTAL_EQUITY'].map((code) => sheet.get(code)?.[1]),
    );
  });

  it('pairs accounts as a chess-board, whose rows and columns come to the turnover', async () => {
    const board = await csv({ report: 'CORRESPONDING_ACCOUNTS' });
    const total = (board.get('TOTAL') ?? []).slice(1).map(Number);
    const across = total.slice(0, -1).reduce((sum, amount) => sum + amount, 0);
    expect(across).toBeCloseTo(total.at(-1) ?? 0, 2);
    const turnover = await csv({ report: 'TURNOVER_SHEET' });
    const debits = [...turnover.values()].slice(1).reduce((sum, cells) => sum + Number(cells[3] ?? 0), 0);
    expect(total.at(-1)).toBeCloseTo(debits, 2);
  });

  it('holds the budget against what came of it', async () => {
    const comparison = await csv({ report: 'BUDGET_COMPARISON' });
    expect(comparison.get('6110')?.slice(1)).toEqual([
      '24000.00',
      '25000.00',
      '1000.00',
      '1000.00',
      '104.17',
    ]);
    const rows = await readSheet(await fetched({ report: 'BUDGET_COMPARISON', format: 'XLSX' }));
    expect(rows.some(([name]) => name === 'Profit')).toBe(true);
  });

  it('tells income, expenses and profit month by month', async () => {
    const months = await csv({ report: 'MONTHLY_RESULTS' });
    expect([...months.keys()].slice(1)).toEqual([
      ...Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`),
      'TOTAL',
    ]);
    const statement = await csv({ report: 'INCOME_STATEMENT' });
    expect(months.get('TOTAL')?.[3]).toBe(statement.get('PROFIT')?.[1]);
    const { monthlyResults } = await us.query<{
      monthlyResults: { months: { month: string; income: string; expenses: string; profit: string }[] };
    }>(
      '{ monthlyResults(from: "2025-01-01", to: "2025-12-31") { months { month income expenses profit } } }',
    );
    for (const { month, income, expenses, profit } of monthlyResults.months)
      expect(months.get(month.slice(0, 7))?.slice(1)).toEqual([income, expenses, profit]);
    expect(
      await us.refusal(FILE, {
        report: 'MONTHLY_RESULTS',
        format: 'CSV',
        from: '2010-01-01',
        to: '2025-12-31',
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
  });

  it('tells what each value of a dimension brought', async () => {
    const margins = await csv({ report: 'MARGIN_BY_DIMENSION', dimensionName: 'costCentre' });
    const { marginByDimension } = await us.query<{
      marginByDimension: { values: Record<string, string | null>[] };
    }>(`{ marginByDimension(name: "costCentre", from: "2025-01-01", to: "2025-12-31") {
      values { value revenue costOfSales grossProfit otherCosts profit grossMargin } } }`);
    expect(marginByDimension.values.length).toBeGreaterThan(0);
    for (const { value, ...figures } of marginByDimension.values)
      expect(margins.get(value ?? '')?.slice(1)).toEqual(Object.values(figures).map((one) => one ?? ''));
    expect(await us.refusal(FILE, { report: 'MARGIN_BY_DIMENSION', format: 'CSV', ...YEAR })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'dimensionName',
    });
  });

  it('holds first digits against Benford’s law', async () => {
    const { benfordTest } = await us.query<{
      benfordTest: { digits: { digit: number; count: number; observed: string; expected: string }[] };
    }>('{ benfordTest(from: "2025-01-01", to: "2025-12-31") { digits { digit count observed expected } } }');
    const digits = await csv({ report: 'BENFORD_TEST' });
    expect(benfordTest.digits).toHaveLength(9);
    for (const { digit, count, observed, expected } of benfordTest.digits)
      expect(digits.get(String(digit))).toEqual([String(count), observed, expected]);
    const [page = ''] = await printedText(await fetched({ report: 'BENFORD_TEST', format: 'PDF' }));
    expect(page).toContain('Too few amounts');
  });

  it('tells ratios with what they are made of', async () => {
    const ratios = await csv({ report: 'FINANCIAL_RATIOS' });
    const [, , value, numerator, denominator] = ratios.get('CURRENT_RATIO') ?? [];
    expect(Number(value)).toBeCloseTo(Number(numerator) / Number(denominator), 2);
  });

  it('tells ratios of a mean that lies between two tetri', async () => {
    const { seq } = await record(us, {
      date: '2025-12-31',
      description: 'A tetri of capital',
      entries: [debit('1210', '0.01'), credit('5150', '0.01')],
    });
    const ratios = await csv({ report: 'FINANCIAL_RATIOS', minSeq: seq });
    const { balanceSheet } = await us.query<{
      balanceSheet: { lines: { code: string; amount: string | null }[] };
    }>('{ balanceSheet(asOf: "2025-12-31") { lines { code amount } } }');
    const total = balanceSheet.lines.find(({ code }) => code === 'TOTAL_ASSETS')?.amount ?? '';
    expect(total).toMatch(/[13579]$/);
    // Half of an odd number of tetri, half up.
    expect(Number(ratios.get('RETURN_ON_ASSETS')?.[4])).toBeCloseTo(Number(total) / 2 + 0.005, 2);
  });

  it('needs both days of a comparative', async () => {
    expect(
      await us.refusal(FILE, {
        report: 'INCOME_STATEMENT',
        format: 'CSV',
        ...YEAR,
        compareFrom: '2024-01-01',
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'compareTo' });
  });

  it.each([
    { report: 'BALANCE_SHEET', compareTo: '2024-12-31' },
    { report: 'INCOME_STATEMENT', ...BEFORE },
    { report: 'CASH_FLOW_STATEMENT', ...BEFORE },
    { report: 'CHANGES_IN_EQUITY', ...BEFORE },
  ])('says what was known at a moment: $report', async (given) => {
    const before = await csv(given);
    const knownAt = new Date().toISOString();
    const { seq } = await record(us, {
      date: '2025-06-30',
      description: 'A sale that was forgotten',
      entries: [debit('1210', '50.00'), credit('6110', '50.00')],
    });
    expect(await csv({ ...given, minSeq: seq })).not.toEqual(before);
    expect(await csv({ ...given, minSeq: seq, knownAt })).toEqual(before);
    const [page = ''] = await printedText(
      await fetched({ ...given, minSeq: seq, knownAt, format: 'PDF', language: 'EN' }),
    );
    expect(page).toContain(`As known at ${knownAt.slice(0, 10).split('-').reverse().join('.')}`);
  });

  it('is refused as it was known where it cannot be had so', async () => {
    const knownAt = '2025-06-30T12:00:00Z';
    for (const report of ['FINANCIAL_RATIOS', 'BUDGET_COMPARISON'])
      expect(await us.refusal(FILE, { report, format: 'CSV', ...YEAR, knownAt })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'knownAt',
      });
  });
});
