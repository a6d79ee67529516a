import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { credit, debit } from '#test/postings.ts';
import { recordYear } from '#test/year-of-trade.ts';
import { startSystem, type System } from '#test/system.ts';
import { aged as agedIn } from './ages.ts';

let system: System;
let us: Caller;
let minSeq: number;
let customer: string;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2025, 2026] });
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

const YEAR = { from: '2025-01-01', to: '2025-12-31' };
const SIDES = 'openingDebit openingCredit debit credit closingDebit closingCredit';
const SHEET = `query ($from: Date!, $to: Date!, $by: TurnoverBreakdown, $dimensionName: String, $accountIds: [ID!],
  $first: Int = 500, $after: String, $minSeq: Int) {
  turnoverSheet(from: $from, to: $to, by: $by, dimensionName: $dimensionName, accountIds: $accountIds, first: $first,
    after: $after, minSeq: $minSeq) {
    seq ${SIDES} checks { code holds expected actual } pageInfo { hasNextPage endCursor }
    edges { node { code ${SIDES} currency dimensionValue counterparty { id } currencyDebit currencyClosing } } } }`;
const PAIRS = `query ($from: Date!, $to: Date!, $minSeq: Int) { correspondingAccounts(from: $from, to: $to, minSeq: $minSeq) {
  seq pairs { debitCode creditCode amount } checks { code holds expected } } }`;
const AGES = 'days0To30 days31To60 days61To90 over90 prepaid balance';
const AGED = `query ($side: DebtSide!, $asOf: Date!, $accountIds: [ID!], $first: Int = 500, $after: String, $minSeq: Int) {
  agedBalances(side: $side, asOf: $asOf, accountIds: $accountIds, first: $first, after: $after, minSeq: $minSeq) {
    seq ${AGES} accounts { code } checks { code holds expected actual } pageInfo { hasNextPage endCursor }
    edges { node { code ${AGES} counterparty { id } } } } }`;
const ACT = `query ($counterpartyId: ID!, $from: Date!, $to: Date!, $first: Int = 100, $after: String, $minSeq: Int) {
  reconciliationAct(counterpartyId: $counterpartyId, from: $from, to: $to, minSeq: $minSeq) {
    seq opening debit credit closing counterparty { id } accounts { code opening debit credit closing }
    entries(first: $first, after: $after) { edges { cursor node { date balance account { code } } } } } }`;

interface Row {
  readonly code: string;
  readonly debit: string;
  readonly credit: string;
  readonly closingDebit: string;
  readonly closingCredit: string;
  readonly currency: string | null;
  readonly dimensionValue: string | null;
  readonly counterparty: { readonly id: string } | null;
  readonly currencyClosing: string | null;
}
interface Check {
  readonly code: string;
  readonly holds: boolean;
  readonly expected: string;
  readonly actual: string;
}
interface Sheet extends Row {
  readonly seq: number;
  readonly checks: readonly Check[];
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function sheet(given: object = {}): Promise<Sheet> {
  return (await us.query<{ turnoverSheet: Sheet }>(SHEET, { ...YEAR, minSeq, ...given })).turnoverSheet;
}

describe('the turnover sheet', () => {
  it('balances in opening, turnover and closing, and agrees with the books to the tetri', async () => {
    const { seq, checks, edges, debit } = await sheet({ from: '2025-04-01' });
    expect(seq).toBe(minSeq);
    expect(checks.map(({ code, holds }) => [code, holds])).toEqual([
      ['OPENING_DEBITS_EQUAL_CREDITS', true],
      ['DEBITS_EQUAL_CREDITS', true],
      ['CLOSING_DEBITS_EQUAL_CREDITS', true],
    ]);
    expect(debit).not.toBe('0.00');
    expect(edges.find(({ node }) => node.code === '1410')?.node).toMatchObject({
      openingDebit: '3600.00',
      openingCredit: '0.00',
      debit: '0.00',
      credit: '0.00',
      closingDebit: '3600.00',
    });
  });

  it('breaks accounts down by currency, in that currency, too', async () => {
    const { edges } = await sheet({ by: 'CURRENCY', accountIds: [system.company(0).accountId('1220')] });
    expect(edges.map(({ node }) => [node.currency, node.debit, node.currencyClosing])).toEqual([
      ['USD', '2700.00', '1000.00'],
    ]);
  });

  it('breaks accounts down by a dimension, with a row for what has none', async () => {
    const { edges } = await sheet({ by: 'DIMENSION', dimensionName: 'costCentre' });
    const rent = edges.filter(({ node }) => node.code === '7420').map(({ node }) => node);
    // The rent was entered for the shop and taken back with it.
    expect(rent.map(({ dimensionValue, debit, credit }) => [dimensionValue, debit, credit])).toEqual([
      ['SHOP', '1500.00', '1500.00'],
    ]);
    expect(edges.some(({ node }) => node.code === '1210')).toBe(false);
  });

  it('is the subledger by counterparty, and shows whether it equals the control account', async () => {
    const accountId = (code: string) => system.company(0).accountId(code);
    const receivables = await sheet({ by: 'COUNTERPARTY', accountIds: [accountId('1410')] });
    expect(receivables.edges.map(({ node }) => [node.counterparty?.id, node.closingDebit])).toEqual([
      [customer, '3600.00'],
    ]);
    expect(receivables.checks).toMatchObject([{ code: 'SUBLEDGER_EQUALS_CONTROL_ACCOUNTS', holds: true }]);
    // The supplier of the year has no name.
    const payables = await sheet({ by: 'COUNTERPARTY', accountIds: [accountId('3110')] });
    expect(payables.edges.map(({ node }) => [node.counterparty, node.closingCredit])).toEqual([
      [null, '10000.00'],
    ]);
    expect(payables.checks).toMatchObject([{ holds: false, expected: '-10000.00', actual: '0.00' }]);
  });

  it('comes page by page and loses no row', async () => {
    const all = (await sheet()).edges.map(({ node }) => node.code);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Sheet = await sheet({ first: 7, after });
      seen.push(...page.edges.map(({ node }) => node.code));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(all);
  });

  it('refuses a dimension without a name, and one that is not asked for', async () => {
    expect(await us.refusal(SHEET, { ...YEAR, by: 'DIMENSION' })).toMatchObject({ field: 'dimensionName' });
    expect(await us.refusal(SHEET, { ...YEAR, dimensionName: 'costCentre' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'dimensionName',
    });
    expect(await us.refusal(SHEET, { ...YEAR, to: '2031-01-01' })).toMatchObject({ field: 'to' });
  });
});

describe('the chess-board of accounts', () => {
  it('says which account was debited against which, and sums to the turnover', async () => {
    const { correspondingAccounts } = await us.query<{
      correspondingAccounts: { pairs: object[]; checks: Check[] };
    }>(PAIRS, { ...YEAR, minSeq });
    expect(correspondingAccounts.pairs).toContainEqual({
      debitCode: '1210',
      creditCode: '1410',
      amount: '20000.00',
    });
    expect(correspondingAccounts.pairs).toContainEqual({
      debitCode: '1410',
      creditCode: '6110',
      amount: '20000.00',
    });
    expect(correspondingAccounts.checks.map(({ holds }) => holds)).toEqual([true, true]);
    expect(correspondingAccounts.checks[0]?.expected).not.toBe('0.00');
  });
});

interface Aged extends Readonly<Record<string, unknown>> {
  readonly checks: readonly Check[];
  readonly accounts: readonly { readonly code: string }[];
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

async function aged(side: string, asOf: string, more: object = {}): Promise<Aged> {
  return (await us.query<{ agedBalances: Aged }>(AGED, { side, asOf, minSeq, ...more })).agedBalances;
}

describe('aged debts', () => {
  it.each([
    [100, [40, 40, 70], [40, 0, 30, 30, 0]],
    [100, [0, 250, 250], [0, 100, 0, 0, 0]],
    [100, [0, 0, 0], [0, 0, 0, 100, 0]],
    [-5, [10, 10, 10], [0, 0, 0, 0, -5]],
  ] as const)('of %s are the latest charges', async (balance, charged, ages) => {
    const rows = await system.owner.withCompany(
      system.company(0).id,
      (sql) =>
        sql<Record<string, string>[]>`${agedIn(
          sql,
          sql`select ${balance}::numeric as balance, 0.00 as charged_0, ${charged[0]}::numeric as charged_30,
          ${charged[1]}::numeric as charged_60, ${charged[2]}::numeric as charged_90`,
        )}`,
    );
    const columns = ['days_0_to_30', 'days_31_to_60', 'days_61_to_90', 'over_90', 'prepaid'];
    expect(rows.map((row) => columns.map((column) => Number(row[column])))).toEqual([ages]);
  });

  it('are not due, then late by the days since their term has passed', async () => {
    await us.query(
      'mutation ($input: SetPaymentTermsInput!) { setPaymentTerms(input: $input) { terms { receivableDays } } }',
      { input: { receivableDays: 14 } },
    );
    const looked = async (asOf: string) => {
      const { agedBalances } = await us.query<{
        agedBalances: { edges: { node: Record<string, string> }[] };
      }>(
        `query ($asOf: Date!, $minSeq: Int) { agedBalances(side: RECEIVABLE, asOf: $asOf, by: DUE_DATE, first: 5, minSeq: $minSeq) {
          edges { node { notDue days0To30 days31To60 } } } }`,
        { asOf, minSeq },
      );
      return agedBalances.edges.map(({ node }) => Object.values(node));
    };
    // Sold on the 10th of February and to be paid by the 24th.
    expect(await looked('2025-02-24')).toEqual([['23600.00', '0.00', '0.00']]);
    expect(await looked('2025-02-25')).toEqual([['0.00', '23600.00', '0.00']]);
    expect(await looked('2025-03-26')).toEqual([['0.00', '3600.00', '0.00']]);
    expect(await looked('2025-03-27')).toEqual([['0.00', '0.00', '3600.00']]);
  });

  it('grow older with the day they are looked at, and always sum to the control account', async () => {
    const looked = async (asOf: string) => {
      const { edges, checks, accounts } = await aged('RECEIVABLE', asOf);
      expect(accounts).toEqual([{ code: '1410' }]);
      expect(checks.map(({ code, holds }) => [code, holds])).toEqual([
        ['AGES_EQUAL_CONTROL_ACCOUNTS', true],
        ['SUBLEDGER_EQUALS_CONTROL_ACCOUNTS', true],
      ]);
      return edges.map(({ node }) => [
        node['days0To30'],
        node['days31To60'],
        node['days61To90'],
        node['over90'],
      ]);
    };
    expect(await looked('2025-02-09')).toEqual([]);
    expect(await looked('2025-02-28')).toEqual([['23600.00', '0.00', '0.00', '0.00']]);
    // Sold on the 10th of February; 30 days later it is still of the first age.
    expect(await looked('2025-03-12')).toEqual([['3600.00', '0.00', '0.00', '0.00']]);
    expect(await looked('2025-03-13')).toEqual([['0.00', '3600.00', '0.00', '0.00']]);
    expect(await looked('2025-05-11')).toEqual([['0.00', '0.00', '3600.00', '0.00']]);
    expect(await looked('2025-12-31')).toEqual([['0.00', '0.00', '0.00', '3600.00']]);
  });

  it('of ours name nobody where the entries name nobody, and the check tells', async () => {
    const { edges, checks } = await aged('PAYABLE', '2025-12-31');
    expect(
      edges.map(({ node }) => [node['code'], node['counterparty'], node['balance'], node['over90']]),
    ).toEqual([['3110', null, '10000.00', '8500.00']]);
    expect(checks.map(({ holds }) => holds)).toEqual([true, false]);
  });

  it('are of the accounts that are asked for', async () => {
    const advances = await aged('PAYABLE', '2025-12-31', {
      accountIds: [system.company(0).accountId('3120')],
    });
    expect(advances.edges.map(({ node }) => [node['counterparty'], node['balance']])).toEqual([
      [{ id: customer }, '1180.00'],
    ]);
    expect(
      await us.refusal(AGED, { side: 'PAYABLE', asOf: '2025-12-31', accountIds: [UNKNOWN_ID] }),
    ).toMatchObject({ code: 'NOT_FOUND', field: 'accountIds' });
    expect(await us.refusal(AGED, { side: 'PAYABLE', asOf: '2019-12-31' })).toMatchObject({ field: 'asOf' });
  });
});

describe('lists of many counterparties', () => {
  it('come page by page with the totals of all, nobody last, each on the terms that are his', async () => {
    const them = system.company(1).as('admin');
    const ids: string[] = [];
    for (const number of ['1', '2', '3'])
      ids.push(
        (
          await them.query<{ createCounterparty: { counterparty: { id: string } } }>(
            'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
            {
              input: {
                kind: 'FOREIGN',
                country: 'TR',
                taxId: `TR0000000${number}`,
                name: `Customer ${number}`,
              },
            },
          )
        ).createCounterparty.counterparty.id,
      );
    const [first = '', second = '', third = ''] = ids.sort();
    let posted = 0;
    const sold = async (date: string, amount: string, counterpartyId?: string): Promise<void> => {
      const entries = [
        debit('1410', amount, counterpartyId === undefined ? {} : { counterpartyId }),
        credit('6110', amount),
      ];
      const { recordTransaction } = await them.query<{ recordTransaction: { transaction: { seq: number } } }>(
        'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }',
        { input: { date, description: 'Sold', entries } },
      );
      posted = recordTransaction.transaction.seq;
    };
    await sold('2025-03-17', '100.00', first);
    await sold('2025-05-05', '40.00', first);
    await sold('2025-05-06', '7.00', second);
    await sold('2025-04-01', '20.00', third);
    await sold('2025-05-20', '3.00', third);
    await sold('2025-05-31', '5.00');
    for (const input of [{ receivableDays: 10 }, { counterpartyId: third, receivableDays: 45 }])
      await them.query(
        'mutation ($input: SetPaymentTermsInput!) { setPaymentTerms(input: $input) { terms { receivableDays } } }',
        { input },
      );
    const pages = async (query: string, field: string) => {
      const seen: unknown[] = [];
      const totals: unknown[] = [];
      for (let after: string | null = null; ;) {
        const { edges, pageInfo, ...rest } = (
          await them.query<Record<string, Sheet>>(query, { after, minSeq: posted })
        )[field] as Sheet;
        for (const { node } of edges)
          seen.push(Object.values<unknown>({ ...node, counterparty: node.counterparty?.id ?? null }));
        totals.push(rest);
        if (!pageInfo.hasNextPage) return { seen, totals };
        after = pageInfo.endCursor;
      }
    };
    const aged = (by: string) =>
      pages(
        `query ($after: String, $minSeq: Int) { agedBalances(side: RECEIVABLE, asOf: "2025-06-04", by: ${by}, first: 1,
          after: $after, minSeq: $minSeq) { notDue days0To30 over90 balance pageInfo { hasNextPage endCursor }
          edges { node { counterparty { id } notDue days0To30 days31To60 days61To90 } } } }`,
        'agedBalances',
      );
    const onTerms = await aged('DUE_DATE');
    expect(onTerms.seen).toEqual([
      [first, '0.00', '40.00', '0.00', '100.00'],
      [second, '0.00', '7.00', '0.00', '0.00'],
      [third, '3.00', '20.00', '0.00', '0.00'],
      [null, '5.00', '0.00', '0.00', '0.00'],
    ]);
    expect(onTerms.totals).toEqual(
      Array.from({ length: 4 }, () => ({
        notDue: '8.00',
        days0To30: '67.00',
        over90: '0.00',
        balance: '175.00',
      })),
    );
    expect((await aged('TRANSACTION_DATE')).seen).toEqual([
      [first, '0.00', '40.00', '0.00', '100.00'],
      [second, '0.00', '7.00', '0.00', '0.00'],
      [third, '0.00', '3.00', '0.00', '20.00'],
      [null, '0.00', '5.00', '0.00', '0.00'],
    ]);
    const turnover = await pages(
      `query ($after: String, $minSeq: Int) { turnoverSheet(from: "2025-05-06", to: "2025-06-14", by: COUNTERPARTY, first: 1,
        after: $after, minSeq: $minSeq) { openingDebit debit closingDebit checks { holds expected actual }
        pageInfo { hasNextPage endCursor } edges { node { code counterparty { id } openingDebit debit } } } }`,
      'turnoverSheet',
    );
    expect(turnover.seen).toEqual([
      ['1410', first, '140.00', '0.00'],
      ['1410', second, '0.00', '7.00'],
      ['1410', third, '20.00', '3.00'],
      ['1410', null, '0.00', '5.00'],
    ]);
    expect(turnover.totals).toEqual(
      Array.from({ length: 4 }, () => ({
        openingDebit: '160.00',
        debit: '15.00',
        closingDebit: '175.00',
        checks: [{ holds: false, expected: '175.00', actual: '170.00' }],
      })),
    );
  });
});

describe('the reconciliation act', () => {
  it('shows what passed between both, on all accounts, with a balance that runs on', async () => {
    const { reconciliationAct } = await us.query<{
      reconciliationAct: {
        closing: string;
        accounts: { code: string; closing: string }[];
        entries: { edges: { cursor: string; node: { date: string; balance: string; account: object } }[] };
      };
    }>(ACT, { ...YEAR, counterpartyId: customer, minSeq });
    expect(reconciliationAct.closing).toBe('2420.00');
    expect(reconciliationAct.accounts.map(({ code, closing }) => [code, closing])).toEqual([
      ['1410', '3600.00'],
      ['3120', '-1180.00'],
    ]);
    const { edges } = reconciliationAct.entries;
    expect(edges.map(({ node }) => [node.date, node.account, node.balance])).toEqual([
      ['2025-02-10', { code: '1410' }, '23600.00'],
      ['2025-03-03', { code: '1410' }, '3600.00'],
      ['2025-05-01', { code: '3120' }, '2420.00'],
    ]);
    const rest = await us.query<{
      reconciliationAct: { entries: { edges: { node: { balance: string } }[] } };
    }>(ACT, { ...YEAR, counterpartyId: customer, after: edges[1]?.cursor });
    expect(rest.reconciliationAct.entries.edges.map(({ node }) => node.balance)).toEqual(['2420.00']);
  });

  it('is null for whom no entry names', async () => {
    for (const counterpartyId of [UNKNOWN_ID, 'x'])
      expect(await us.query(ACT, { ...YEAR, counterpartyId })).toEqual({ reconciliationAct: null });
  });
});
