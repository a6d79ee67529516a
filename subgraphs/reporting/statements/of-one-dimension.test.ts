import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { printedText } from '#test/printed-text.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

/** An entry: account, amount in GEL with debits positive, and its project where it has one. */
type Line = readonly [account: string, amount: number, project?: string | undefined];

const PROJECTS = ['BRIDGE', 'ROAD'] as const;
/** Values of the dimension and, as null, what has none of it. */
const PARTS = [...PROJECTS, null];

let system: System;
/** A company with two projects, whose postings are written out below. */
let builder: TestCompany;
/** A company whose projects are on any entry. */
let anyhow: TestCompany;
const minSeqs = new Map<TestCompany, number>();
/** When the builder's books ended with 2025. */
let knownAt: string;

beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2025, 2026] });
  [builder, anyhow] = [system.company(0), system.company(1)];
  await post(builder, [
    ['2025-01-05', ['1210', 50_000], ['5150', -50_000]],
    ['2025-02-01', ['7210', 4_000, 'BRIDGE'], ['3110', -4_000, 'BRIDGE']],
    ['2025-02-10', ['7410', 1_000, 'BRIDGE'], ['7410', 600, 'ROAD'], ['1210', -1_600]],
    ['2025-03-01', ['1410', 9_000, 'ROAD'], ['6110', -9_000, 'ROAD']],
    ['2025-03-20', ['1210', 5_000, 'ROAD'], ['1410', -5_000, 'ROAD']],
    ['2025-04-01', ['3110', 2_500, 'BRIDGE'], ['1210', -2_500]],
    ['2025-05-01', ['1610', 700, 'ROAD'], ['1610', -700, 'BRIDGE']],
    ['2025-06-01', ['7420', 300], ['1210', -300]],
    ['2025-07-01', ['1210', 800, 'BRIDGE'], ['3120', -800]],
  ]);
  knownAt = new Date().toISOString();
  await post(builder, [['2025-03-05', ['1410', 1_000, 'ROAD'], ['6110', -1_000, 'ROAD']]]);
  await post(anyhow, fc.sample(story, { numRuns: 60, seed: 20_261_123 }));
});
afterAll(() => system.close());

type Story = readonly [date: string, ...lines: Line[]];

const project = fc.constantFrom(...PROJECTS, undefined);
const account = fc.constantFrom(
  '1110',
  '1210',
  '1410',
  '1610',
  '3110',
  '4140',
  '5150',
  '6110',
  '7210',
  '7410',
);
const story = fc
  .tuple(
    fc.constantFrom('2025-01-31', '2025-02-01', '2025-06-15', '2025-12-31', '2026-01-01', '2026-03-10'),
    fc.array(fc.tuple(account, fc.integer({ min: 1, max: 9_000 }), project), { minLength: 1, maxLength: 3 }),
    account,
    project,
    fc.constantFrom(1, -1),
  )
  .map(([date, lines, against, of, sign]): Story => {
    const sum = lines.reduce((total, [, amount]) => total + amount, 0);
    return [
      date,
      ...lines.map(([code, amount, name]): Line => [code, sign * amount, name]),
      [against, -sign * sum, of],
    ];
  });

async function post(company: TestCompany, stories: readonly Story[]): Promise<void> {
  const { recordTransactions } = await company.as('chief_accountant').query<{
    recordTransactions: { results: { transaction: { seq: number } | null; error: object | null }[] };
  }>(
    `mutation ($input: RecordTransactionsInput!) {
      recordTransactions(input: $input) { results { transaction { seq } error { code message field } } } }`,
    {
      input: {
        transactions: stories.map(([date, ...lines]) => ({
          date,
          description: 'Of a project',
          entries: lines.map(([accountCode, amount, value]) => ({
            accountCode,
            [amount > 0 ? 'debit' : 'credit']: `${String(Math.abs(amount))}.00`,
            ...(value === undefined ? {} : { dimensions: [{ name: 'project', value }] }),
          })),
        })),
      },
    },
  );
  expect(recordTransactions.results.filter(({ error }) => error !== null)).toEqual([]);
  minSeqs.set(
    company,
    Math.max(...recordTransactions.results.map(({ transaction }) => transaction?.seq ?? 0)),
  );
}

const YEAR = { from: '2025-01-01', to: '2025-12-31' };
const of = (value: string | null) => ({ name: 'project', value });

const CHECKS = 'checks { code holds difference }';
const QUERIES = {
  turnover: `query ($from: Date!, $to: Date!, $dimension: ReportDimensionInput, $knownAt: DateTime, $minSeq: Int) {
    it: turnoverSheet(from: $from, to: $to, first: 100, dimension: $dimension, knownAt: $knownAt, minSeq: $minSeq) {
      debit credit ${CHECKS} edges { node { code openingDebit openingCredit debit credit closingDebit closingCredit } } } }`,
  ledger: `query ($from: Date!, $to: Date!, $dimension: ReportDimensionInput, $knownAt: DateTime, $minSeq: Int) {
    it: generalLedger(from: $from, to: $to, first: 100, dimension: $dimension, knownAt: $knownAt, minSeq: $minSeq) {
      debit credit edges { node { code opening debit credit closing } } } }`,
  position: `query ($from: Date, $to: Date!, $dimension: ReportDimensionInput, $knownAt: DateTime, $minSeq: Int) {
    it: balanceSheet(compareTo: $from, asOf: $to, dimension: $dimension, knownAt: $knownAt, minSeq: $minSeq) {
      lines { code amount comparative } ${CHECKS} } }`,
  pairs: `query ($from: Date!, $to: Date!, $dimension: ReportDimensionInput, $knownAt: DateTime, $minSeq: Int) {
    it: correspondingAccounts(from: $from, to: $to, dimension: $dimension, knownAt: $knownAt, minSeq: $minSeq) {
      pairs { debitCode creditCode amount debitAmount creditAmount } ${CHECKS} } }`,
  cash: `query ($from: Date!, $to: Date!, $dimension: ReportDimensionInput, $knownAt: DateTime, $minSeq: Int) {
    it: cashFlowStatement(from: $from, to: $to, dimension: $dimension, knownAt: $knownAt, minSeq: $minSeq) {
      opening closing totals { activity amount } ${CHECKS}
      lines { code amount accounts { account { code } amount entries(first: 5) { edges { node { debit credit } } } } } } }`,
  card: `query ($from: Date!, $to: Date!, $dimension: ReportDimensionInput, $minSeq: Int, $accountId: ID!) {
    it: accountCard(accountId: $accountId, from: $from, to: $to, dimension: $dimension, minSeq: $minSeq) {
      opening closing entries(first: 10) { edges { node { debit credit balance } } } } }`,
  behind: `query ($to: Date!, $dimension: ReportDimensionInput, $minSeq: Int) {
    it: balanceSheet(asOf: $to, dimension: $dimension, minSeq: $minSeq) {
      lines { accounts { account { code } amount entries(first: 5) { edges { node { debit credit } } } } } } }`,
  result: `query ($from: Date!, $to: Date!, $dimension: ReportDimensionInput, $knownAt: DateTime, $minSeq: Int) {
    it: incomeStatement(from: $from, to: $to, dimension: $dimension, knownAt: $knownAt, minSeq: $minSeq) {
      lines { code amount accounts { account { code } amount } } ${CHECKS} } }`,
};

interface Statement {
  readonly lines: readonly {
    readonly code: string;
    readonly amount: string | null;
    readonly comparative?: string | null;
    readonly accounts: readonly {
      readonly account: { readonly code: string };
      readonly amount: string;
      readonly entries: { readonly edges: readonly { readonly node: { debit: string; credit: string } }[] };
    }[];
  }[];
  readonly checks: readonly Check[];
}
interface CashFlows extends Statement {
  readonly opening: string;
  readonly closing: string;
  readonly totals: readonly { readonly activity: string; readonly amount: string }[];
}
interface Board {
  readonly pairs: readonly {
    readonly debitCode: string;
    readonly creditCode: string;
    readonly amount: string;
    readonly debitAmount: string;
    readonly creditAmount: string;
  }[];
  readonly checks: readonly Check[];
}
interface List {
  readonly debit: string;
  readonly credit: string;
  readonly checks: readonly Check[];
  readonly edges: readonly { readonly node: Readonly<Record<string, string>> }[];
}
interface Check {
  readonly code: string;
  readonly holds: boolean;
  readonly difference: string;
}

async function ask<T>(
  name: keyof typeof QUERIES,
  value: string | null | undefined,
  given: object = YEAR,
  company = builder,
): Promise<T> {
  const { it } = await company.as('chief_accountant').query<{ it: T }>(QUERIES[name], {
    minSeq: minSeqs.get(company),
    dimension: value === undefined ? null : of(value),
    ...given,
  });
  return it;
}

/** Balances of debits and credits by account, as sums that may be added up. */
const figuresOf = (list: List): Map<string, Amount> =>
  new Map(
    list.edges.flatMap(({ node }) => {
      const amount = (name: string): Amount => parseDatabaseAmount(node[name] ?? '0');
      const [opening, closing] =
        'opening' in node
          ? [amount('opening'), amount('closing')]
          : [
              amount('openingDebit') - amount('openingCredit'),
              amount('closingDebit') - amount('closingCredit'),
            ];
      return [
        [`${node['code'] ?? ''} opening`, opening],
        [`${node['code'] ?? ''} debit`, amount('debit')],
        [`${node['code'] ?? ''} credit`, amount('credit')],
        [`${node['code'] ?? ''} closing`, closing],
      ] as const;
    }),
  );
const linesOf = ({ lines }: Statement): Map<string, Amount> =>
  new Map(
    lines.flatMap(({ code, amount, comparative }) => [
      [code, parseDatabaseAmount(amount ?? '0')] as const,
      [`${code} before`, parseDatabaseAmount(comparative ?? '0')] as const,
    ]),
  );

/** What the parts come to, without zeros. */
function added(parts: readonly ReadonlyMap<string, Amount>[]): Record<string, Amount> {
  const sums = new Map<string, Amount>();
  for (const part of parts) for (const [key, amount] of part) sums.set(key, (sums.get(key) ?? 0n) + amount);
  return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0n));
}

const days = fc.constantFrom(
  '2025-01-01',
  '2025-01-31',
  '2025-02-01',
  '2025-06-15',
  '2025-12-31',
  '2026-01-01',
  '2026-12-31',
);
const span = fc.tuple(days, days).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
const RUNS = { numRuns: 8, endOnFailure: true };

type Figures = (
  value: string | null | undefined,
  given: object,
  company: TestCompany,
) => Promise<ReadonlyMap<string, Amount>>;

const list =
  (name: 'turnover' | 'ledger'): Figures =>
  async (...asked) =>
    figuresOf(await ask<List>(name, ...asked));
const statement =
  (name: 'position' | 'result'): Figures =>
  async (...asked) =>
    linesOf(await ask<Statement>(name, ...asked));

/** By what is debited and by what is credited: a pair may have two values. */
const board: Figures = async (...asked) => {
  const { pairs, checks } = await ask<Board>('pairs', ...asked);
  expect(checks.map(({ holds }) => holds)).toEqual([true, true]);
  return new Map(
    pairs.flatMap(({ debitCode, creditCode, debitAmount, creditAmount }) => [
      [`${debitCode} ← ${creditCode} debit`, parseDatabaseAmount(debitAmount)],
      [`${debitCode} ← ${creditCode} credit`, parseDatabaseAmount(creditAmount)],
    ]),
  );
};
const cash: Figures = async (...asked) => {
  const flows = await ask<CashFlows>('cash', ...asked);
  const [opening, closing] = [parseDatabaseAmount(flows.opening), parseDatabaseAmount(flows.closing)];
  const lines = linesOf(flows);
  // What it begins with and what moved is what it ends with.
  expect(closing).toBe([...lines.values()].reduce((sum, amount) => sum + amount, opening));
  return new Map([...lines, ['opening', opening], ['closing', closing]]);
};

/** What all values of the dimension and entries without it come to is what is had of everything, in any span. */
async function demandParts(figures: Figures): Promise<void> {
  await fc.assert(
    fc.asyncProperty(span, fc.constantFrom(0, 1), async (given, at) => {
      const company = system.company(at);
      const parts: ReadonlyMap<string, Amount>[] = [];
      for (const value of PARTS) parts.push(await figures(value, given, company));
      expect(added(parts)).toEqual(added([await figures(undefined, given, company)]));
    }),
    RUNS,
  );
}

describe('the projects of a company and what has none come to the whole', () => {
  it('in the turnover sheet', () => demandParts(list('turnover')), 60_000);
  it('in the general ledger', () => demandParts(list('ledger')), 60_000);
  it('in the statement of financial position', () => demandParts(statement('position')), 60_000);
  it('in the statement of profit or loss', () => demandParts(statement('result')), 60_000);
  it('in corresponding accounts', () => demandParts(board), 60_000);
  it('in the statement of cash flows', () => demandParts(cash), 60_000);
});

describe('the turnover sheet of a project', () => {
  it('has its entries only, and says by how much its debits are not its credits', async () => {
    const { edges, checks } = await ask<List>('turnover', 'ROAD', { from: '2025-03-10', to: '2025-12-31' });
    const row = (node: Readonly<Record<string, string>>) => [
      ...[node['code'], node['openingDebit'], node['openingCredit'], node['debit'], node['credit']],
      ...[node['closingDebit'], node['closingCredit']],
    ];
    expect(edges.map(({ node }) => row(node))).toEqual([
      ['1210', '0.00', '0.00', '5000.00', '0.00', '5000.00', '0.00'],
      ['1410', '10000.00', '0.00', '0.00', '5000.00', '5000.00', '0.00'],
      ['1610', '0.00', '0.00', '700.00', '0.00', '700.00', '0.00'],
      ['6110', '0.00', '10000.00', '0.00', '0.00', '0.00', '10000.00'],
      ['7410', '600.00', '0.00', '0.00', '0.00', '600.00', '0.00'],
    ]);
    // Pay went out of the bank without a project, and materials came from the other one.
    expect(checks).toEqual([
      { code: 'OPENING_DEBITS_EQUAL_CREDITS', holds: false, difference: '-600.00' },
      { code: 'DEBITS_EQUAL_CREDITS', holds: false, difference: '-700.00' },
      { code: 'CLOSING_DEBITS_EQUAL_CREDITS', holds: false, difference: '-1300.00' },
    ]);
  });

  it('is had as it was known at a moment', async () => {
    const { edges } = await ask<List>('turnover', 'ROAD', { ...YEAR, knownAt });
    expect(edges.find(({ node }) => node['code'] === '6110')?.node['credit']).toBe('9000.00');
    const without = await ask<List>('turnover', null, { ...YEAR, knownAt });
    expect(figuresOf(without)).toEqual(figuresOf(await ask<List>('turnover', null)));
  });

  it('is had by account only', async () => {
    for (const by of ['CURRENCY', 'COUNTERPARTY'])
      expect(
        await builder.as('chief_accountant').refusal(
          `query ($d: ReportDimensionInput, $by: TurnoverBreakdown) {
            turnoverSheet(from: "2025-01-01", to: "2025-12-31", first: 5, by: $by, dimension: $d) { seq } }`,
          { d: of('ROAD'), by },
        ),
      ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'dimension', value: 'project' });
  });
});

describe('the financial position of a project', () => {
  it('balances by what its entries were posted against without it', async () => {
    const sheet = await ask<Statement>('position', 'ROAD', { to: '2025-12-31' });
    const amounts = Object.fromEntries(
      sheet.lines.flatMap(({ code, amount }) =>
        amount === null || amount === '0.00' ? [] : [[code, amount]],
      ),
    );
    expect(amounts).toMatchObject({
      CASH: '5000.00',
      TRADE_RECEIVABLES: '5000.00',
      INVENTORIES: '700.00',
      TOTAL_ASSETS: '10700.00',
      RETAINED_EARNINGS: '9400.00',
      OUTSIDE_DIMENSION: '1300.00',
      TOTAL_EQUITY_AND_LIABILITIES: '10700.00',
    });
    expect(sheet.checks).toEqual([
      { code: 'ASSETS_EQUAL_EQUITY_AND_LIABILITIES', holds: true, difference: '0.00' },
      { code: 'DEBITS_EQUAL_CREDITS', holds: false, difference: '1300.00' },
    ]);
  });

  it('shows behind each figure the entries that it is made of', async () => {
    for (const value of PARTS) {
      const { lines } = await ask<Statement>('behind', value, { to: '2025-12-31' });
      for (const { account, amount, entries } of lines.flatMap((line) => line.accounts)) {
        const net = entries.edges.reduce(
          (sum, { node }) => sum + parseDatabaseAmount(node.debit) - parseDatabaseAmount(node.credit),
          0n,
        );
        const shown = parseDatabaseAmount(amount);
        expect([account.code, net < 0n ? -net : net]).toEqual([account.code, shown < 0n ? -shown : shown]);
      }
    }
  });

  it('says nothing of the kind of the company as a whole', async () => {
    const { lines, checks } = await ask<Statement>('position', undefined);
    expect(lines.map(({ code }) => code)).not.toContain('OUTSIDE_DIMENSION');
    expect(checks.every(({ holds }) => holds)).toBe(true);
  });

  it('is in the currency of the books', async () => {
    expect(
      await builder.as('chief_accountant').refusal(
        `query ($d: ReportDimensionInput) {
          balanceSheet(asOf: "2025-12-31", dimension: $d, currency: "USD") { seq } }`,
        { d: of('ROAD') },
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'currency', value: 'USD' });
  });
});

describe('the account card of a project', () => {
  it('runs on with the balance of its entries, and so does that of what has no project', async () => {
    const accountId = builder.accountId('1210');
    const card = async (value: string | null) => {
      const { opening, closing, entries } = await ask<{
        opening: string;
        closing: string;
        entries: { edges: { node: { debit: string; credit: string; balance: string } }[] };
      }>('card', value, { from: '2025-02-01', to: '2025-12-31', accountId });
      return [opening, ...entries.edges.map(({ node }) => node.balance), closing];
    };
    expect(await card('ROAD')).toEqual(['0.00', '5000.00', '5000.00']);
    expect(await card('BRIDGE')).toEqual(['0.00', '800.00', '800.00']);
    expect(await card(null)).toEqual(['50000.00', '48400.00', '45900.00', '45600.00', '45600.00']);
  });
});

describe('corresponding accounts of a project', () => {
  const pairs = async (value: string, given: object = YEAR) =>
    (await ask<Board>('pairs', value, given)).pairs.map(
      ({ debitCode, creditCode, amount, debitAmount, creditAmount }) =>
        `${debitCode} ← ${creditCode}: ${amount}, debited ${debitAmount}, credited ${creditAmount}`,
    );

  it('are those of which either entry has it', async () => {
    expect(await pairs('ROAD')).toEqual([
      '1210 ← 1410: 5000.00, debited 5000.00, credited 5000.00',
      '1410 ← 6110: 10000.00, debited 10000.00, credited 10000.00',
      '1610 ← 1610: 700.00, debited 700.00, credited 0.00',
      '7410 ← 1210: 600.00, debited 600.00, credited 0.00',
    ]);
    expect(await pairs('BRIDGE')).toEqual([
      '1210 ← 3120: 800.00, debited 800.00, credited 0.00',
      '1610 ← 1610: 700.00, debited 0.00, credited 700.00',
      '3110 ← 1210: 2500.00, debited 2500.00, credited 0.00',
      '7210 ← 3110: 4000.00, debited 4000.00, credited 4000.00',
      '7410 ← 1210: 1000.00, debited 1000.00, credited 0.00',
    ]);
  });

  it('are had as they were known at a moment', async () => {
    expect(await pairs('ROAD', { ...YEAR, knownAt })).toContain(
      '1410 ← 6110: 9000.00, debited 9000.00, credited 9000.00',
    );
    expect(added([await board(null, { ...YEAR, knownAt }, builder)])).toEqual(
      added([await board(null, YEAR, builder)]),
    );
  });
});

describe('the cash flows of a project', () => {
  it('are told by the entry beside cash, and say what cash moved by without the project', async () => {
    const { opening, closing, totals, checks, lines } = await ask<CashFlows>('cash', 'BRIDGE');
    expect([opening, closing]).toEqual(['0.00', '800.00']);
    // Paid were 1,000 of pay and 2,500 to a supplier out of cash without a project; 800 came in for it.
    expect(totals.filter(({ amount }) => amount !== '0.00')).toEqual([
      { activity: 'OPERATING', amount: '-2700.00' },
      { activity: 'OUTSIDE', amount: '3500.00' },
    ]);
    expect(lines.find(({ code }) => code === 'OUTSIDE_DIMENSION')?.amount).toBe('3500.00');
    expect(checks).toEqual([{ code: 'FLOWS_EQUAL_CHANGE_OF_CASH', holds: false, difference: '-3500.00' }]);
  });

  it('show behind each figure the entries that it is made of', async () => {
    for (const value of PARTS) {
      const { lines } = await ask<CashFlows>('cash', value);
      for (const { account, amount, entries } of lines.flatMap((line) => line.accounts)) {
        const net = entries.edges.reduce(
          (sum, { node }) => sum + parseDatabaseAmount(node.credit) - parseDatabaseAmount(node.debit),
          0n,
        );
        expect([value, account.code, net]).toEqual([value, account.code, parseDatabaseAmount(amount)]);
      }
    }
  });

  it('are had by the direct method', async () => {
    for (const query of [
      'cashFlowStatement(from: "2025-01-01", to: "2025-12-31", dimension: $d, method: INDIRECT) { seq }',
      `reportFile(report: CASH_FLOW_STATEMENT, from: "2025-01-01", to: "2025-12-31", dimension: $d, method: INDIRECT,
        format: CSV) { url }`,
    ])
      expect(
        await builder
          .as('chief_accountant')
          .refusal(`query ($d: ReportDimensionInput) { ${query} }`, { d: of('ROAD') }),
      ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'method', value: 'INDIRECT' });
  });
});

describe('a dimension that no entry has', () => {
  const refused = (query: string, d: object) =>
    builder.as('chief_accountant').refusal(`query ($d: ReportDimensionInput) { ${query} }`, { d });
  const days = 'from: "2025-01-01", to: "2025-12-31", dimension: $d';
  it.each([
    `turnoverSheet(${days}, first: 5) { seq }`,
    `generalLedger(${days}, first: 5) { seq }`,
    `incomeStatement(${days}) { seq }`,
    `cashFlowStatement(${days}) { seq }`,
    `correspondingAccounts(${days}) { seq }`,
    `balanceSheet(asOf: "2025-12-31", dimension: $d) { seq }`,
    `reportFile(report: TURNOVER_SHEET, ${days}, format: CSV) { url }`,
    `reportFile(report: BALANCE_SHEET, ${days}, format: CSV) { url }`,
  ])('is refused by name, a value of it by value: %s', async (query) => {
    expect(await refused(query, { name: 'projcet', value: 'ROAD' })).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', field: 'dimension.name', value: 'projcet' },
    });
    expect(await refused(query, { name: 'projcet', value: null })).toMatchObject({ field: 'dimension.name' });
    expect(await refused(query, of('TUNNEL'))).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', field: 'dimension.value', value: 'TUNNEL' },
    });
    expect(await refused(query, { name: 'project' })).toMatchObject({ field: 'dimension.value' });
  });

  it('is nothing that changes in equity or ratios are had of, also as files', async () => {
    for (const report of ['CHANGES_IN_EQUITY', 'FINANCIAL_RATIOS', 'AGED_BALANCES'])
      expect(
        await refused(`reportFile(report: ${report}, ${days}, format: CSV) { url }`, of('ROAD')),
      ).toMatchObject({
        ...{ code: 'BAD_USER_INPUT', field: 'dimension', value: 'project' },
      });
  });
});

describe('a file of a project', () => {
  async function file(report: string, value: string | null, language: string): Promise<string> {
    const { reportFile } = await builder.as('chief_accountant').query<{ reportFile: { url: string } }>(
      `query ($report: ReportName!, $d: ReportDimensionInput, $language: ReportLanguage!) {
        reportFile(report: $report, from: "2025-01-01", to: "2025-12-31", dimension: $d, format: PDF, language: $language) { url } }`,
      { report, d: of(value), language },
    );
    const bytes = await (await fetch(system.url + reportFile.url)).arrayBuffer();
    return (await printedText(Buffer.from(bytes))).join(' ');
  }

  it.each([
    'TURNOVER_SHEET',
    'GENERAL_LEDGER',
    'BALANCE_SHEET',
    'INCOME_STATEMENT',
    'CASH_FLOW_STATEMENT',
    'CORRESPONDING_ACCOUNTS',
  ])('names it in its head in both languages: %s', async (report) => {
    expect(await file(report, 'ROAD', 'EN')).toContain('project: ROAD');
    expect(await file(report, null, 'EN')).toContain('project: without a value');
    expect(await file(report, null, 'KA')).toContain('project: მნიშვნელობის გარეშე');
  });
});
