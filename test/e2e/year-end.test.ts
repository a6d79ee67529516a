import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { mutation, record } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';
import { recordYear } from '#test/year-of-trade.ts';

let system: System;
let us: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2025, 2026] });
  us = system.company(0).as('chief_accountant');
  await recordYear(system.company(0), 2025);
});
afterAll(() => system.close());

const CLOSE_MONTH =
  'mutation ($input: PeriodActionInput!) { closePeriod(input: $input) { period { status } } }';
const REOPEN_MONTH =
  'mutation ($input: PeriodActionInput!) { reopenPeriod(input: $input) { period { status } } }';
const YEAR = `fiscalYear { year status result
  closing { date fiscalPeriod source { subgraph type id purpose } entries { account { code } debitGel creditGel } }
  changes { status reason by { id } transaction { id reverses { id } source { type purpose } } } }`;
const CLOSE = `mutation ($input: YearActionInput!) { closeYear(input: $input) { ${YEAR} } }`;
const REOPEN = `mutation ($input: YearActionInput!) { reopenYear(input: $input) { ${YEAR} } }`;
const of2025 = (more: object = {}) => ({ input: { year: 2025, reason: 'წელი დასრულდა', ...more } });

interface Year {
  readonly status: string;
  readonly result: string | null;
  readonly closing: {
    readonly source: object;
    readonly entries: readonly {
      readonly account: { readonly code: string };
      readonly debitGel: string;
      readonly creditGel: string;
    }[];
  } | null;
  readonly changes: readonly {
    readonly status: string;
    readonly transaction: { readonly id: string; readonly source: object | null } | null;
  }[];
}
const close = (more: object = {}) =>
  us
    .query<{ closeYear: { fiscalYear: Year } }>(CLOSE, of2025(more))
    .then((answer) => answer.closeYear.fiscalYear);
const reopen = () =>
  us
    .query<{ reopenYear: { fiscalYear: Year } }>(REOPEN, of2025({ reason: 'the auditor asked' }))
    .then((answer) => answer.reopenYear.fiscalYear);

/** All that reporting says of the year, once it has read everything that is posted. */
async function statements(): Promise<object> {
  const { transactions } = await us.query<{ transactions: { edges: { node: { seq: number } }[] } }>(
    '{ transactions(first: 100, filter: { statuses: [POSTED, REVERSED] }) { edges { node { seq } } } }',
  );
  const minSeq = Math.max(...transactions.edges.map(({ node }) => node.seq));
  const year = 'from: "2025-01-01", to: "2025-12-31", minSeq: $minSeq';
  const lines = 'lines { code amount } checks { code holds difference }';
  return us.query(
    `query ($minSeq: Int) {
      incomeStatement(${year}) { ${lines} }
      byNature: incomeStatement(${year}, by: NATURE) { ${lines} }
      cashFlowStatement(${year}) { opening closing ${lines} }
      changesInEquity(${year}) { components { code opening closing changes { code amount } } checks { code holds difference } }
      balanceSheet(asOf: "2025-12-31", minSeq: $minSeq) { ${lines} }
    }`,
    { minSeq },
  );
}

/** What the ledger's trial balance of a day says of accounts, by code. */
async function balances(asOf: string, more = ''): Promise<Record<string, string>> {
  const { trialBalance } = await us.query<{
    trialBalance: { rows: { account: { code: string }; closing: string }[] };
  }>(`{ trialBalance(asOf: "${asOf}"${more}) { rows { account { code } closing } } }`);
  return Object.fromEntries(trialBalance.rows.map(({ account, closing }) => [account.code, closing]));
}
const ofResult = (sheet: Record<string, string>) =>
  Object.entries(sheet).filter(([code, closing]) => /^[6-9]/.test(code) && closing !== '0.00');

describe('a year', () => {
  it('is not closed while a month of it is open', async () => {
    expect(await us.refusal(CLOSE, of2025())).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'year',
      value: '2025',
      open: '2025-01',
    });
    for (let month = 1; month <= 12; month++)
      await us.query(CLOSE_MONTH, { input: { year: 2025, month, reason: 'done' } });
  });

  it('goes to retained earnings, and no statement of it changes', async () => {
    const before = await statements();
    const open = await balances('2025-12-31');
    expect(ofResult(open).length).toBeGreaterThan(3);
    const knownAt = new Date().toISOString();
    const year = await close({ idempotencyKey: 'close-2025' });
    expect(year).toMatchObject({
      status: 'CLOSED',
      closing: {
        date: '2025-12-31',
        fiscalPeriod: 13,
        source: { subgraph: 'ledger', type: 'YearEndClosing', id: '2025', purpose: 'closing' },
      },
      changes: [{ status: 'CLOSED', by: { id: system.company(0).users.chief_accountant.id } }],
    });
    expect(await close({ idempotencyKey: 'close-2025' })).toEqual(year);
    const closed = await balances('2025-12-31');
    expect(ofResult(closed)).toEqual([]);
    expect(closed['5330'] ?? '0.00').toBe('0.00');
    const moved = Number(open['5310'] ?? 0) - Number(closed['5310']);
    expect(moved.toFixed(2)).toBe(year.result);
    for (const more of ['', ', withoutYearEndClosing: true'])
      expect(await balances('2025-12-31', `, knownAt: "${knownAt}"${more}`)).toEqual(open);
    expect(await statements()).toEqual(before);
  });

  it('begins the next one with nothing on its accounts of profit or loss', async () => {
    expect(ofResult(await balances('2026-01-01'))).toEqual([]);
  });

  it('shows without its closing what it earned on them', async () => {
    const without = await balances('2025-12-31', ', withoutYearEndClosing: true');
    expect(ofResult(without).length).toBeGreaterThan(3);
  });

  it('is closed once, and its months stay closed', async () => {
    expect(await us.refusal(CLOSE, of2025())).toMatchObject({ code: 'INVALID_TRANSITION', field: 'year' });
    expect(await us.refusal(REOPEN_MONTH, { input: { year: 2025, month: 12, reason: 'x' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'month',
      year: 2025,
    });
  });

  it('is not undone by reversing its entry', async () => {
    const { fiscalYear } = await us.query<{ fiscalYear: { closing: { id: string } } }>(
      '{ fiscalYear(year: 2025) { closing { id } } }',
    );
    const refused = await us.refusal(mutation('reverseTransaction'), {
      input: { id: fiscalYear.closing.id, date: '2026-01-01', reason: 'x' },
    });
    expect(refused).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
  });

  it('takes adjustments as its thirteenth period after it was reopened, and is closed with them', async () => {
    const before = await statements();
    const adjustment = {
      date: '2025-12-31',
      description: 'audit',
      isYearEndAdjustment: true,
      entries: [
        { accountCode: '7490', debit: '10.00' },
        { accountCode: '3110', credit: '10.00' },
      ],
    };
    expect(await us.refusal(mutation('recordTransaction'), { input: adjustment })).toMatchObject({
      code: 'PERIOD_CLOSED',
      field: 'date',
    });
    const reopened = await reopen();
    expect(reopened).toMatchObject({
      status: 'OPEN',
      result: null,
      closing: null,
      changes: [
        { status: 'CLOSED' },
        { status: 'OPEN', reason: 'the auditor asked', transaction: { source: { purpose: 'reopening' } } },
      ],
    });
    expect(await statements()).toEqual(before);
    expect(
      await us.refusal(mutation('recordTransaction'), {
        input: { ...adjustment, isYearEndAdjustment: false },
      }),
    ).toMatchObject({ code: 'PERIOD_CLOSED' });
    expect(
      await us.refusal(mutation('recordTransaction'), { input: { ...adjustment, date: '2025-12-30' } }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'date' });
    const { id } = await record(us, adjustment);
    const { fiscalYear } = await us.query<{
      fiscalYear: { adjustments: { edges: { node: object }[] } };
    }>(
      '{ fiscalYear(year: 2025) { adjustments(first: 5) { edges { node { id fiscalPeriod isYearEndAdjustment } } } } }',
    );
    expect(fiscalYear.adjustments.edges.map(({ node }) => node)).toEqual([
      { id, fiscalPeriod: 13, isYearEndAdjustment: true },
    ]);
    const again = await close();
    expect(again.closing?.source).toMatchObject({ purpose: 'closing-2' });
    expect(ofResult(await balances('2025-12-31'))).toEqual([]);
  });

  it('of an open December takes no adjustments', async () => {
    const refused = await us.refusal(mutation('recordTransaction'), {
      input: {
        date: '2026-12-31',
        description: 'too early',
        isYearEndAdjustment: true,
        entries: [
          { accountCode: '7490', debit: '1.00' },
          { accountCode: '3110', credit: '1.00' },
        ],
      },
    });
    expect(refused).toMatchObject({ code: 'INVALID_TRANSITION', field: 'isYearEndAdjustment' });
  });

  it('is intact after all that, and rebuilt to the same', async () => {
    const { id } = system.company(0);
    const dump = () =>
      system.owner.sql`select * from ledger.year_closings where company_id = ${id} order by version`;
    const before = await dump();
    expect(before).toHaveLength(3);
    expect(await system.ledger.verify(id)).toMatchObject({ isIntact: true, differences: [] });
    await system.ledger.rebuild(id);
    expect(await dump()).toEqual(before);
    expect(await system.ledger.verify(id)).toMatchObject({ isIntact: true, differences: [] });
  });
});

describe('the close checklist', () => {
  it('names drafts of the month with their ids, and blocks nothing by them', async () => {
    const them = system.company(1).as('chief_accountant');
    const { createTransaction } = await them.query<{ createTransaction: { transaction: { id: string } } }>(
      mutation('createTransaction'),
      {
        input: {
          date: '2026-02-10',
          description: 'draft',
          entries: [
            { accountCode: '7490', debit: '1.00' },
            { accountCode: '3110', credit: '1.00' },
          ],
        },
      },
    );
    const ask = async (month: number) =>
      (
        await them.query<{ closeChecklist: { isReady: boolean; items: object[] } | null }>(
          'query ($month: Int!) { closeChecklist(year: 2026, month: $month) { isReady items { code severity of count ids textKa textEn } } }',
          { month },
        )
      ).closeChecklist;
    expect(await ask(2)).toMatchObject({
      isReady: true,
      items: [
        {
          code: 'DRAFTS',
          severity: 'WARNS',
          of: 'Transaction',
          count: 1,
          ids: [createTransaction.transaction.id],
        },
      ],
    });
    expect(await ask(3)).toEqual({ isReady: true, items: [] });
    expect(await ask(13)).toBeNull();
    expect(
      await them.refusal(CLOSE_MONTH, { input: { year: 2026, month: 2, reason: 'x', despite: ['NONE'] } }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'despite[0]', value: 'NONE' });
    await them.query(CLOSE_MONTH, { input: { year: 2026, month: 2, reason: 'x' } });
  });
});
