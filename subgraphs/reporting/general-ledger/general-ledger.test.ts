import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { recordYear } from '#test/year-of-trade.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let minSeq: number;
let customer: string;
beforeAll(async () => {
  system = await startSystem({ companies: 3, chart: loadChart(), years: [2025, 2026] });
  us = system.company(0).as('chief_accountant');
  minSeq = await recordYear(system.company(0), 2025);
  const { counterparties } = await system
    .company(0)
    .as('admin')
    .query<{ counterparties: { edges: { node: { id: string } }[] } }>(
      '{ counterparties(first: 1) { edges { node { id } } } }',
    );
  customer = counterparties.edges[0]?.node.id ?? '';
});
afterAll(() => system.close());

const CARD = `code seq opening debit credit closing entries(first: 100) {
  edges { cursor node { date seq line debit credit currency currencyAmount balance description
    transaction { id number } counterparty { id } source { id } } } }`;
const LEDGER = `query ($from: Date!, $to: Date!, $accountIds: [ID!], $counterpartyId: ID, $dimension: ReportDimensionInput,
  $first: Int = 100, $after: String, $minSeq: Int) {
  generalLedger(from: $from, to: $to, accountIds: $accountIds, counterpartyId: $counterpartyId, dimension: $dimension,
    first: $first, after: $after, minSeq: $minSeq) {
    seq debit credit pageInfo { hasNextPage endCursor } edges { node { code opening debit credit closing } } }
}`;
const ONE = `query ($accountId: ID!, $from: Date!, $to: Date!, $counterpartyId: ID, $dimension: ReportDimensionInput, $minSeq: Int) {
  accountCard(accountId: $accountId, from: $from, to: $to, counterpartyId: $counterpartyId, dimension: $dimension,
    minSeq: $minSeq) { ${CARD} }
}`;
const PAGE = `query ($accountId: ID!, $from: Date!, $to: Date!, $first: Int!, $after: String) {
  accountCard(accountId: $accountId, from: $from, to: $to) { seq entries(first: $first, after: $after) {
    edges { node { seq line balance } } pageInfo { hasNextPage endCursor } } }
}`;

interface Entry {
  readonly date: string;
  readonly seq: number;
  readonly line: number;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string;
  readonly currency: string;
  readonly currencyAmount: string;
  readonly description: string;
  readonly transaction: { readonly number: string };
  readonly counterparty: { readonly id: string } | null;
}
interface Card {
  readonly code: string;
  readonly seq: number;
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
  readonly closing: string;
  readonly entries: { readonly edges: readonly { readonly node: Entry }[] };
}
interface Ledger {
  readonly seq: number;
  readonly debit: string;
  readonly credit: string;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Omit<Card, 'entries' | 'seq'> }[];
}

const YEAR = { from: '2025-01-01', to: '2025-12-31' };

async function ledger(given: object, by = us): Promise<Ledger> {
  return (await by.query<{ generalLedger: Ledger }>(LEDGER, { ...YEAR, minSeq, ...given })).generalLedger;
}
async function card(code: string, given: object = {}): Promise<Card> {
  const accountId = system.company(0).accountId(code);
  const { accountCard } = await us.query<{ accountCard: Card }>(ONE, {
    accountId,
    ...YEAR,
    minSeq,
    ...given,
  });
  return accountCard;
}
const entriesOf = (of: Card) => of.entries.edges.map(({ node }) => node);

describe('the general ledger', () => {
  it('shows accounts in the order of codes, and what was debited was credited', async () => {
    const { seq, debit, credit, edges } = await ledger({});
    expect(seq).toBe(minSeq);
    expect(debit).toBe(credit);
    const codes = edges.map(({ node }) => node.code);
    expect(codes).toEqual([...codes].sort());
    expect(codes).not.toContain('1430');
    expect(edges.find(({ node }) => node.code === '1410')?.node).toMatchObject({
      opening: '0.00',
      debit: '23600.00',
      credit: '20000.00',
      closing: '3600.00',
    });
  });

  it('agrees with the trial balance of the ledger in opening, turnover and closing', async () => {
    const { trialBalance } = await us.query<{
      trialBalance: {
        rows: { account: { code: string }; debit: string; credit: string }[];
      };
    }>('{ trialBalance(asOf: "2025-06-30") { rows { account { code } debit credit } } }');
    const { edges } = await ledger({ from: '2025-07-01', to: '2025-12-31' });
    const before = edges.filter(({ node }) => node.opening !== '0.00');
    const signed = Object.fromEntries(
      trialBalance.rows.map(({ account, debit, credit }) => [
        account.code,
        (Number(debit) - Number(credit)).toFixed(2),
      ]),
    );
    expect(before.length).toBeGreaterThan(10);
    for (const { node } of before) expect([node.code, node.opening]).toEqual([node.code, signed[node.code]]);
  });

  it('comes page by page and loses no account', async () => {
    const all = (await ledger({})).edges.map(({ node }) => node.code);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Ledger = await ledger({ first: 4, after });
      seen.push(...page.edges.map(({ node }) => node.code));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
  });

  it('shows chosen accounts only, a heading standing for all below it', async () => {
    const accountId = (code: string) => system.company(0).accountId(code);
    const { edges } = await ledger({ accountIds: [accountId('1410'), accountId('6110')] });
    expect(edges.map(({ node }) => node.code)).toEqual(['1410', '6110']);
    const { accounts } = await us.query<{
      accounts: { edges: { node: { id: string; code: string; isHeading: boolean } }[] };
    }>('{ accounts(first: 100) { edges { node { id code isHeading } } } }');
    const heading = accounts.edges.find(({ node }) => node.isHeading && node.code.startsWith('12'))?.node;
    const below = await ledger({ accountIds: [heading?.id] });
    expect(below.edges.map(({ node }) => node.code)).toEqual(['1210', '1220']);
  });

  it('is filtered by counterparty and by dimension, sums and all', async () => {
    const byCustomer = await ledger({ counterpartyId: customer });
    expect(byCustomer.edges.map(({ node }) => [node.code, node.debit, node.credit])).toEqual([
      ['1410', '23600.00', '20000.00'],
      ['3120', '0.00', '1180.00'],
    ]);
    const shop = await ledger({ dimension: { name: 'costCentre', value: 'SHOP' } });
    expect(shop.edges.map(({ node }) => [node.code, node.closing])).toContainEqual(['6110', '-25000.00']);
    expect(shop.edges.map(({ node }) => node.code)).not.toContain('1210');
  });

  it('refuses days that make no span or have no books, accounts that are none, and two filters at once', async () => {
    const refused = (given: object) => us.refusal(LEDGER, { ...YEAR, ...given });
    expect(await refused({ from: '2025-12-31', to: '2025-01-01' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'from',
    });
    expect(await refused({ from: '2019-01-01' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'from',
      value: '2019-01-01',
    });
    expect(await refused({ accountIds: [UNKNOWN_ID] })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'accountIds',
    });
    expect(
      await refused({ counterpartyId: customer, dimension: { name: 'costCentre', value: 'SHOP' } }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'dimension' });
    expect(await refused({ counterpartyId: 'x' })).toMatchObject({ field: 'counterpartyId' });
    expect(await refused({ after: 'x' })).toMatchObject({ field: 'after' });
  });

  it('is nothing to another company', async () => {
    const theirs = system.company(1).as('chief_accountant');
    expect(await ledger({ minSeq: null }, theirs)).toMatchObject({ seq: 0, edges: [] });
  });
});

describe('the card of an account', () => {
  it('runs on from the balance before to the balance at the end, entry by entry', async () => {
    const shown = await card('1410');
    expect(
      entriesOf(shown).map(({ date, debit, credit, balance }) => [date, debit, credit, balance]),
    ).toEqual([
      ['2025-02-10', '23600.00', '0.00', '23600.00'],
      ['2025-03-03', '0.00', '20000.00', '3600.00'],
    ]);
    expect(entriesOf(shown)[0]).toMatchObject({
      description: 'Sale on credit',
      counterparty: { id: customer },
      transaction: { number: expect.stringContaining('2025-') as string },
    });
    const later = await card('1410', { from: '2025-03-01' });
    expect([later.opening, later.closing]).toEqual(['23600.00', '3600.00']);
    expect(entriesOf(later)[0]?.balance).toBe('3600.00');
  });

  it('says amounts in the currency of the entry, too', async () => {
    const [entry] = entriesOf(await card('1220'));
    expect(entry).toMatchObject({ currency: 'USD', currencyAmount: '1000.00', debit: '2700.00' });
  });

  it('has the same balances read page by page as read at once', async () => {
    const accountId = system.company(0).accountId('1210');
    const all = entriesOf(await card('1210'));
    expect(all.length).toBeGreaterThan(10);
    const seen: { seq: number; line: number; balance: string }[] = [];
    for (let after: string | null = null; ;) {
      const { accountCard }: { accountCard: PageOfCard } = await us.query(PAGE, {
        accountId,
        ...YEAR,
        first: 3,
        after,
      });
      seen.push(...accountCard.entries.edges.map(({ node }) => node));
      if (!accountCard.entries.pageInfo.hasNextPage) break;
      after = accountCard.entries.pageInfo.endCursor;
    }
    expect(seen).toEqual(all.map(({ seq, line, balance }) => ({ seq, line, balance })));
    expect((await card('1210')).closing).toBe(seen.at(-1)?.balance);
  });

  it('has the same balances page by page under a filter', async () => {
    const accountId = system.company(0).accountId('1410');
    const query = `query ($accountId: ID!, $counterpartyId: ID, $after: String) {
      accountCard(accountId: $accountId, from: "2025-01-01", to: "2025-12-31", counterpartyId: $counterpartyId) {
        entries(first: 1, after: $after) { edges { cursor node { balance } } } } }`;
    interface Answer {
      accountCard: { entries: { edges: { cursor: string; node: { balance: string } }[] } };
    }
    const first = await us.query<Answer>(query, { accountId, counterpartyId: customer });
    const second = await us.query<Answer>(query, {
      accountId,
      counterpartyId: customer,
      after: first.accountCard.entries.edges[0]?.cursor,
    });
    expect(second.accountCard.entries.edges[0]?.node.balance).toBe('3600.00');
  });

  it('is there without an entry, and null for what is no account', async () => {
    expect(await card('1430')).toMatchObject({ opening: '0.00', closing: '0.00', entries: { edges: [] } });
    expect(await us.query(ONE, { ...YEAR, accountId: UNKNOWN_ID })).toEqual({ accountCard: null });
    expect(await us.query(ONE, { ...YEAR, accountId: 'x' })).toEqual({ accountCard: null });
  });

  it('needs the permission to read financial reports', async () => {
    const token = await system.company(0).tokenWith(['accounts:read']);
    const answer = await createCaller(system.url, token).answer(ONE, {
      ...YEAR,
      accountId: system.company(0).accountId('1210'),
    });
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

it('is had as it was known at a moment: ledger, card with its pages, act, turnover, ages and the trial balance', async () => {
  const company = system.company(2);
  const caller = company.as('admin');
  const seq = await recordYear(company, 2025);
  const { counterparties } = await caller.query<{ counterparties: { edges: { node: { id: string } }[] } }>(
    '{ counterparties(first: 1) { edges { node { id } } } }',
  );
  const counterpartyId = counterparties.edges[0]?.node.id ?? '';
  const query = `query ($accountId: ID!, $counterpartyId: ID!, $knownAt: DateTime, $minSeq: Int) {
    generalLedger(from: "2025-03-01", to: "2025-12-31", first: 100, knownAt: $knownAt, minSeq: $minSeq) {
      seq debit credit edges { node { code opening debit credit closing entries(first: 20) { edges { cursor node { seq balance } } } } } }
    accountCard(accountId: $accountId, from: "2025-03-01", to: "2025-12-31", knownAt: $knownAt, minSeq: $minSeq) {
      seq opening closing entries(first: 2) { edges { node { seq balance } } pageInfo { endCursor } } }
    reconciliationAct(counterpartyId: $counterpartyId, from: "2025-03-01", to: "2025-12-31", knownAt: $knownAt, minSeq: $minSeq) {
      seq opening debit credit closing entries(first: 100) { edges { node { seq balance } } } } }`;
  const FILE = `query ($report: ReportName!, $counterpartyId: ID!, $knownAt: DateTime) { reportFile(report: $report,
    from: "2025-03-01", to: "2025-12-31", counterpartyId: $counterpartyId, format: CSV, knownAt: $knownAt) { url } }`;
  const variables = { accountId: company.accountId('1410'), counterpartyId };
  // Terms of its own, so that its debts are aged day by day.
  await caller.query(
    'mutation ($input: SetPaymentTermsInput!) { setPaymentTerms(input: $input) { terms { receivableDays } } }',
    { input: { counterpartyId, receivableDays: 14, payableDays: 14 } },
  );
  const given = 'knownAt: $knownAt, minSeq: $minSeq';
  const sheet = (
    by: string,
  ) => `turnoverSheet(from: "2025-03-01", to: "2025-12-31", first: 40, ${by}, ${given}) {
    seq openingDebit debit credit closingCredit checks { code holds } edges { node {
      code currency dimensionValue counterparty { id } openingDebit debit credit closingDebit currencyDebit } } }`;
  const ages = (
    asOf: string,
    by: string,
  ) => `agedBalances(side: RECEIVABLE, asOf: "${asOf}", by: ${by}, first: 20, ${given}) {
    seq balance notDue checks { code holds } edges { node {
      code counterparty { id } notDue days0To30 days31To60 days61To90 over90 balance } } }`;
  const sheets = `query ($knownAt: DateTime, $minSeq: Int) {
    accounts: ${sheet('by: ACCOUNT')} currencies: ${sheet('by: CURRENCY')}
    board: correspondingAccounts(from: "2025-03-01", to: "2025-12-31", ${given}) {
      seq pairs { debitCode creditCode amount debitAmount creditAmount } checks { code holds } }
    counterparties: ${sheet('by: COUNTERPARTY')} centres: ${sheet('by: DIMENSION, dimensionName: "costCentre"')}
    old: ${ages('2025-12-31', 'TRANSACTION_DATE')} due: ${ages('2025-05-20', 'DUE_DATE')} }`;
  interface Trial {
    readonly rows: readonly { account: { code: string }; opening: string; debit: string; credit: string }[];
  }
  const trial = (given: Record<string, unknown>): Promise<{ trialBalance: Trial }> =>
    caller.query(
      `query ($from: Date = "2025-03-01", $asOf: Date = "2025-12-31", $knownAt: DateTime) {
        trialBalance(from: $from, asOf: $asOf, knownAt: $knownAt) { seq
          rows { account { code } opening debit credit closing } totals { openingDebit debit credit closingCredit } } }`,
      given,
    );
  const file = async (report: string, knownAt: string | null): Promise<string> => {
    const { reportFile } = await caller.query<{ reportFile: { url: string } }>(FILE, {
      ...{ report, counterpartyId, knownAt },
    });
    return (await fetch(system.url + reportFile.url)).text();
  };
  const shot = async (knownAt: string | null, reached: number) => ({
    lists: await caller.query<object>(query, { ...variables, knownAt, minSeq: reached }),
    ledger: await file('GENERAL_LEDGER', knownAt),
    act: await file('RECONCILIATION_ACT', knownAt),
    sheets: await caller.query<Record<string, object>>(sheets, { knownAt, minSeq: reached }),
    trial: await trial({ knownAt }),
  });
  const before = await shot(null, seq);
  const knownAt = new Date().toISOString();
  let last = 0;
  // Before the first day, on a day of it, and behind it.
  for (const date of ['2025-02-10', '2025-05-10', '2026-01-10']) {
    const { recordTransaction } = await caller.query<{ recordTransaction: { transaction: { seq: number } } }>(
      `mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }`,
      {
        input: {
          date,
          description: 'Learned late',
          entries: [
            { accountCode: '1410', debit: '70.00', counterpartyId },
            {
              ...{ accountCode: '6110', credit: '70.00' },
              dimensions: [{ name: 'costCentre', value: 'SHOP' }],
            },
          ],
        },
      },
    );
    last = recordTransaction.transaction.seq;
  }
  const after = await shot(null, last);
  for (const part of ['lists', 'ledger', 'act', 'trial'] as const)
    expect(after[part]).not.toEqual(before[part]);
  for (const [name, list] of Object.entries(after.sheets))
    expect([name, list]).not.toEqual([name, before.sheets[name]]);
  expect(await shot(knownAt, last)).toEqual(before);
  // What the ledger says was known is what reporting says.
  for (const moment of [knownAt, null]) {
    const { accounts } = await caller.query<{ accounts: { seq: number; edges: { node: object }[] } }>(
      `query ($knownAt: DateTime) { accounts: turnoverSheet(from: "2025-03-01", to: "2025-12-31", first: 100,
        knownAt: $knownAt) { edges { node { code openingDebit openingCredit debit credit } } } }`,
      { knownAt: moment },
    );
    const { trialBalance } = await trial({ knownAt: moment });
    expect(
      trialBalance.rows.map(({ account, opening, debit, credit }) => ({
        code: account.code,
        openingDebit: opening.startsWith('-') ? '0.00' : opening,
        openingCredit: opening.startsWith('-') ? opening.slice(1) : '0.00',
        debit,
        credit,
      })),
    ).toEqual(accounts.edges.map(({ node }) => node));
  }
  const nothing = await trial({ knownAt: '2000-01-01T00:00:00Z' });
  expect(nothing.trialBalance).toMatchObject({ seq: 0, rows: [] });
});

interface PageOfCard {
  readonly entries: {
    readonly edges: readonly { readonly node: { seq: number; line: number; balance: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}
