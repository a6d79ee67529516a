import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getNamedType, GraphQLNonNull, isObjectType, parse, type GraphQLField } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { record } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let account: string;
let minSeq: number;
beforeAll(async () => {
  system = await startSystem({ companies: 3, chart: loadChart(), years: [2025, 2026] });
  us = system.company(0).as('chief_accountant');
  account = system.company(0).accountId('1210');
  const { seq } = await record(us, {
    date: '2025-03-10',
    description: 'sale',
    entries: [
      { accountCode: '1210', debit: '100.00' },
      { accountCode: '6110', credit: '100.00' },
    ],
  });
  minSeq = Number(seq);
  await us.query('query ($minSeq: Int) { booksRead(minSeq: $minSeq) { seq } }', { minSeq });
});
afterAll(() => system.close());

/** Questions of the ledger and of reporting about a span or a day, as they are in the SDL. */
const QUESTIONS = ['ledger', 'reporting'].flatMap((subgraph) => {
  const text = readFileSync(`subgraphs/${subgraph}/generated/subgraph.graphql`, 'utf8');
  return Object.values(buildSubgraphSchema(parse(text)).getQueryType()?.getFields() ?? {});
});
const has = (field: GraphQLField<unknown, unknown>, name: string): boolean =>
  field.args.some((arg) => arg.name === name && getNamedType(arg.type).name === 'Date');
const SPANS = QUESTIONS.filter((field) => has(field, 'from') && has(field, 'to'));
const DAYS = QUESTIONS.filter(({ args }) => args.some(({ type }) => getNamedType(type).name === 'Date'));

const REPORTING = new Set(
  Object.keys(
    buildSubgraphSchema(parse(readFileSync('subgraphs/reporting/generated/subgraph.graphql', 'utf8')))
      .getQueryType()
      ?.getFields() ?? {},
  ),
);
const RECORD =
  'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }';
const SALE = {
  date: '2025-03-10',
  description: 'sale',
  entries: [
    { accountCode: '1210', debit: '100.00' },
    { accountCode: '6110', credit: '100.00' },
  ],
};

/** What a question needs besides its days. */
const GIVEN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  exchangeRate: { currency: 'USD' },
  exchangeRates: { currency: 'USD' },
  ownExchangeRates: { currency: 'USD' },
  marginByDimension: { name: 'project' },
  cashForecast: { weeks: 4 },
  reconciliationAct: { counterpartyId: UNKNOWN_ID },
  agedBalances: { side: 'RECEIVABLE' },
  reportFile: { report: 'INCOME_STATEMENT', format: 'CSV', language: 'EN' },
};
/** The span before, as statements are compared with it. */
const COMPARED = { compareFrom: '2025-01-01', compareTo: '2025-06-30' };
/** Tried with groups that are there where groups are tried. */
const OF_GROUPS = new Set([
  'consolidatedBalanceSheet',
  'consolidatedIncomeStatement',
  'consolidatedCashFlowStatement',
  'consolidatedChangesInEquity',
]);

/** Asks with all days that the question knows, the others right. */
function asked(field: GraphQLField<unknown, unknown>, days: Readonly<Record<string, string>>) {
  const right: Record<string, unknown> = {
    ...{ from: '2025-01-01', to: '2025-12-31', asOf: '2025-12-31', date: '2025-12-31', until: '2025-12-31' },
    ...{ first: 5, accountId: account, id: account },
    ...GIVEN[field.name],
  };
  const given = Object.fromEntries(
    field.args.flatMap(({ name, type }) => {
      const value =
        days[name] ?? (type instanceof GraphQLNonNull || name === 'first' ? right[name] : undefined);
      return value === undefined && GIVEN[field.name]?.[name] === undefined
        ? []
        : [[name, value ?? GIVEN[field.name]?.[name]] as const];
    }),
  );
  const types = field.args
    .filter(({ name }) => name in given)
    .map(({ name, type }) => `$${name}: ${String(type)}`);
  const passed = Object.keys(given).map((name) => `${name}: $${name}`);
  const selection = isObjectType(getNamedType(field.type)) ? '{ __typename }' : '';
  return { query: `query (${types.join(', ')}) { ${field.name}(${passed.join(', ')}) ${selection} }`, given };
}

describe('from after to', () => {
  it.each(SPANS.map(({ name }) => name).filter((name) => !OF_GROUPS.has(name)))(
    'is refused by %s',
    async (name) => {
      const field = SPANS.find((one) => one.name === name);
      if (field === undefined) throw new Error(name);
      const { query, given } = asked(field, { from: '2025-06-02', to: '2025-06-01' });
      expect(await us.refusal(query, given)).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'from',
        value: '2025-06-02',
      });
    },
  );
});

describe('days that are none', () => {
  it.each(
    DAYS.filter(({ name }) => !OF_GROUPS.has(name)).flatMap((field) =>
      field.args
        .filter(({ type }) => getNamedType(type).name === 'Date')
        .map(({ name }) => [field.name, name] as const),
    ),
  )('are refused by %s as %s', async (name, argument) => {
    const field = DAYS.find((one) => one.name === name);
    if (field === undefined) throw new Error(name);
    const others: Record<string, string> = {
      ...(argument.startsWith('compare') && has(field, 'compareFrom') ? COMPARED : {}),
      ...(name === 'reportFile' ? { from: '2025-01-01', to: '2025-12-31' } : {}),
    };
    const { query, given } = asked(field, { ...others, [argument]: '2025-02-30' });
    expect(await us.refusal(query, given)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: argument,
      value: '2025-02-30',
    });
  });
});

describe('days outside the books', () => {
  // The ledger answers balances of any day; reports are about books that there are.
  const REPORTS = DAYS.filter(
    ({ name }) => !OF_GROUPS.has(name) && REPORTING.has(name) && name !== 'reportFile',
  );

  it.each(
    REPORTS.flatMap((field) =>
      field.args
        .filter(({ type }) => getNamedType(type).name === 'Date')
        .map(({ name }) => [field.name, name] as const),
    ),
  )('are refused by %s as %s', async (name, argument) => {
    const field = DAYS.find((one) => one.name === name);
    if (field === undefined) throw new Error(name);
    const others = argument.startsWith('compare') && has(field, 'compareFrom') ? COMPARED : {};
    const day = argument === 'to' || argument === 'compareTo' ? '2031-01-01' : '2019-01-01';
    const { query, given } = asked(field, { ...others, [argument]: day });
    expect(await us.refusal(query, given)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: argument,
      value: day,
    });
  });

  it.each(['2019-01-01', '2031-01-01'])('take no posting: %s', async (date) => {
    expect(await us.refusal(RECORD, { input: { ...SALE, date } })).toMatchObject({
      code: 'PERIOD_CLOSED',
      field: 'date',
      value: date,
    });
  });
});

describe('accounts that stand on no line', () => {
  it('are named by the statement that they would be missing from', async () => {
    const them = system.company(1).as('chief_accountant');
    await them.query(
      `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }`,
      { input: { code: 'X1', name: 'odd', type: 'EXPENSE' } },
    );
    const { seq } = await record(them, {
      date: '2025-03-10',
      description: 'odd',
      entries: [
        { accountCode: 'X1', debit: '5.00' },
        { accountCode: '1210', credit: '5.00' },
      ],
    });
    const span = 'from: "2025-01-01", to: "2025-12-31"';
    await them.query('query ($minSeq: Int) { booksRead(minSeq: $minSeq) { seq } }', { minSeq: Number(seq) });
    for (const question of ['incomeStatement', 'financialRatios'])
      expect([question, await them.refusal(`{ ${question}(${span}) { __typename } }`)]).toMatchObject([
        question,
        { code: 'BAD_USER_INPUT', field: 'standard', message: expect.stringContaining('X1') as string },
      ]);
  });
});

describe('currencies and rates', () => {
  const SHEET =
    'query ($currency: String!) { balanceSheet(asOf: "2025-12-31", currency: $currency) { __typename } }';

  it.each(['XYZ', 'usd', ''])('a currency that is none is refused: "%s"', async (currency) => {
    for (const question of [
      'exchangeRate(currency: $currency, date: "2025-12-31") { rate }',
      'exchangeRates(currency: $currency, from: "2025-12-01", to: "2025-12-31") { rate }',
      'ownExchangeRates(currency: $currency, from: "2025-12-01", to: "2025-12-31") { rate }',
    ])
      expect(await us.refusal(`query ($currency: String!) { ${question} }`, { currency })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'currency',
        value: currency,
      });
    expect(await us.refusal(SHEET, { currency })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'currency',
      value: currency,
    });
    const entries = [{ accountCode: '1210', debit: '1.00', currency, exchangeRate: '2' }, SALE.entries[1]];
    expect(await us.refusal(RECORD, { input: { ...SALE, entries } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'entries[0].currency',
      value: currency,
    });
  });

  it('a statement in a currency without a rate says which day has none', async () => {
    expect(await us.refusal(SHEET, { currency: 'USD' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'currency',
      value: 'USD',
      message: expect.stringContaining('2025-01-01') as string,
    });
  });

  it('an entry in foreign currency without a rate is refused, and so is what recurs on a day that has none', async () => {
    const entries = [{ accountCode: '1210', debit: '1.00', currency: 'USD' }, SALE.entries[1]];
    expect(await us.refusal(RECORD, { input: { ...SALE, entries } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'entries[0].exchangeRate',
    });
    await us.query(
      'mutation ($input: CreateRecurringEntryInput!) { createRecurringEntry(input: $input) { recurringEntry { id } } }',
      {
        input: {
          description: 'rent',
          firstOn: '2025-03-31',
          occurrences: 1,
          rule: { unit: 'MONTH', every: 1, lastDayOfMonth: true },
          entries: [
            { accountCode: '7425', debit: '10.00', currency: 'USD' },
            { accountCode: '3110', credit: '10.00', currency: 'USD' },
          ],
        },
      },
    );
    const { postDueEntries } = await us.query<{
      postDueEntries: { results: { transaction: unknown; error: object }[] };
    }>(
      `mutation { postDueEntries(input: { until: "2025-03-31" }) {
        results { transaction { id } error { code field message } } } }`,
    );
    expect(postDueEntries.results).toEqual([
      {
        transaction: null,
        error: {
          code: 'BAD_USER_INPUT',
          field: 'entries[0].exchangeRate',
          message: expect.stringContaining('USD') as string,
        },
      },
    ]);
  });

  it('items in two currencies are not matched', async () => {
    const { createCounterparty } = await us.query<{
      createCounterparty: { counterparty: { id: string } };
    }>(
      'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
      { input: { kind: 'COMPANY', taxId: '206322102', name: 'მყიდველი' } },
    );
    const party = { accountCode: '1410', counterpartyId: createCounterparty.counterparty.id };
    const owed = await record(us, {
      ...SALE,
      entries: [
        { ...party, debit: '270.00' },
        { accountCode: '6110', credit: '270.00' },
      ],
    });
    const paid = await record(us, {
      ...SALE,
      entries: [
        { accountCode: '1210', debit: '270.00' },
        { ...party, credit: '100.00', currency: 'USD', exchangeRate: '2.7' },
      ],
    });
    expect(
      await us.refusal(
        'mutation ($input: MatchOpenItemsInput!) { matchOpenItems(input: $input) { matching { id } } }',
        { input: { items: [{ id: `${owed.id}:1` }, { id: `${paid.id}:2` }] } },
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'items[1].id', value: `${paid.id}:2` });
  });
});

describe('closing out of order', () => {
  const CLOSE = 'mutation ($input: PeriodActionInput!) { closePeriod(input: $input) { period { status } } }';
  const REOPEN =
    'mutation ($input: PeriodActionInput!) { reopenPeriod(input: $input) { period { status } } }';
  const CLOSE_YEAR =
    'mutation ($input: YearActionInput!) { closeYear(input: $input) { fiscalYear { year } } }';

  it('names the month that is to come first', async () => {
    const them = system.company(2).as('chief_accountant');
    await record(them, { ...SALE, date: '2025-02-10' });
    const month = (number: number) => ({ input: { year: 2025, month: number, reason: 'done' } });
    expect(await them.refusal(CLOSE, month(4))).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'month',
      value: '2025-04',
      message: expect.stringContaining('2025-02') as string,
    });
    await them.query(CLOSE, month(2));
    await them.query(CLOSE, month(3));
    expect(await them.refusal(CLOSE, month(3))).toMatchObject({ code: 'INVALID_TRANSITION', field: 'month' });
    expect(await them.refusal(REOPEN, month(2))).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'month',
      value: '2025-02',
      message: expect.stringContaining('2025-03') as string,
    });
    expect(await them.refusal(CLOSE, month(13))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'month' });
    expect(await them.refusal(CLOSE_YEAR, { input: { year: 2025, reason: 'done' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'year',
      message: expect.stringContaining('2025-04') as string,
    });
  });
});
