import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let minSeq: number;

beforeAll(async () => {
  system = await startSystem({ chart: loadChart(), years: [2025, 2026] });
  us = system.company(0).as('admin');
  const { sql } = system.owner;
  // A dollar costs 2.50 in the first half of the year and 3 in the second; of 2026 nothing is known.
  await sql`
    insert into ledger.official_rates (currency, valid_from, quantity, rate, source) values
      ('USD', '2025-01-01', 1, 2.5, 'ENTERED'), ('USD', '2025-07-01', 1, 3, 'ENTERED'),
      ('JPY', '2025-01-01', 100, 2, 'ENTERED')`;
  await sql`
    insert into ledger.official_rate_days (day)
    select d::date from generate_series('2025-01-01'::date, '2025-12-31'::date, interval '1 day') as d`;
  await record('2025-01-10', '1210', '5150', '1000.00');
  await record('2025-08-01', '1210', '6110', '300.00');
});
afterAll(() => system.close());

interface Line {
  readonly code: string;
  readonly amount: string | null;
  readonly accounts: readonly { readonly amount: string }[];
}
const SHEET = `query ($asOf: Date!, $currency: String, $knownAt: DateTime, $minSeq: Int) {
  balanceSheet(asOf: $asOf, currency: $currency, knownAt: $knownAt, minSeq: $minSeq) { currency
    lines { code amount accounts { amount } } checks { code holds } } }`;
const RESULT = `query ($from: Date!, $to: Date!, $currency: String, $minSeq: Int) {
  incomeStatement(from: $from, to: $to, currency: $currency, minSeq: $minSeq) { currency lines { code amount }
    checks { holds } } }`;

async function sheet(currency: string, asOf = '2025-12-31') {
  const { balanceSheet } = await us.query<{
    balanceSheet: { currency: string; lines: Line[]; checks: { holds: boolean }[] };
  }>(SHEET, { asOf, currency, minSeq });
  const lines = new Map(balanceSheet.lines.map((line) => [line.code, line]));
  return { ...balanceSheet, amount: (code: string) => lines.get(code)?.amount, lines };
}

describe('a statement in another currency', () => {
  it('has balances at the rate of the day, equity at those of its days, results at the mean of the year', async () => {
    const drawn = await sheet('USD');
    expect(drawn.currency).toBe('USD');
    expect(drawn.amount('CASH')).toBe('433.33');
    expect(drawn.amount('SHARE_CAPITAL')).toBe('400.00');
    // 181 days at 2.50 and 184 at 3: 2.752… a dollar.
    expect(drawn.amount('RETAINED_EARNINGS')).toBe('109.01');
    expect(drawn.amount('TRANSLATION_DIFFERENCE')).toBe('-75.68');
    expect(drawn.amount('TOTAL_EQUITY')).toBe('433.33');
    expect(drawn.checks.every(({ holds }) => holds)).toBe(true);
    // The difference is in no books, so no account stands behind it.
    expect(drawn.lines.get('TRANSLATION_DIFFERENCE')?.accounts).toEqual([]);
    const { incomeStatement } = await us.query<{ incomeStatement: { lines: Line[] } }>(RESULT, {
      from: '2025-01-01',
      to: '2025-12-31',
      currency: 'USD',
      minSeq,
    });
    expect(incomeStatement.lines.find(({ code }) => code === 'PROFIT')?.amount).toBe('109.01');
  });

  it('differs by nothing while rates stand still, and minds for how many units a rate is', async () => {
    expect((await sheet('USD', '2025-06-30')).amount('TRANSLATION_DIFFERENCE')).toBe('0.00');
    expect((await sheet('JPY')).amount('CASH')).toBe('65000.00');
  });

  it('is in lari without a difference unless something else is asked', async () => {
    const drawn = await sheet('GEL');
    expect(drawn.amount('CASH')).toBe('1300.00');
    expect(drawn.lines.has('TRANSLATION_DIFFERENCE')).toBe(false);
  });

  it('is fetched as a file that says its currency', async () => {
    const { reportFile } = await us.query<{ reportFile: { url: string } }>(
      `query ($minSeq: Int) { reportFile(report: BALANCE_SHEET, to: "2025-12-31", currency: "USD", format: CSV, language: EN,
        minSeq: $minSeq) { url } }`,
      { minSeq },
    );
    const text = await (await fetch(system.url + reportFile.url)).text();
    expect(text).toContain('"31.12.2025, USD"');
    expect(text).toContain('TRANSLATION_DIFFERENCE,Translation difference,-75.68');
  });

  it('is refused where there is no rate, naming the currency and the day', async () => {
    const refused = (given: object) => us.refusal(SHEET, { asOf: '2025-12-31', ...given });
    expect(await refused({ currency: 'EUR' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'currency',
      value: 'EUR',
      message: expect.stringContaining('2025-01-01') as string,
    });
    // The rate of July goes on for a while and no longer, since nobody asked the bank.
    expect(await refused({ currency: 'USD', asOf: '2026-02-01' })).toMatchObject({
      field: 'currency',
      message: expect.stringContaining('2026-01-01') as string,
    });
    expect(await refused({ currency: 'XXQ' })).toMatchObject({ field: 'currency' });
    expect(await refused({ currency: 'USD', knownAt: '2025-12-31T00:00:00Z' })).toMatchObject({
      field: 'knownAt',
    });
  });
});

async function record(date: string, debit: string, credit: string, amount: string): Promise<void> {
  const { recordTransaction } = await us.query<{ recordTransaction: { transaction: { seq: number } } }>(
    'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }',
    {
      input: {
        date,
        description: 'Something that happened',
        entries: [
          { accountCode: debit, debit: amount },
          { accountCode: credit, credit: amount },
        ],
      },
    },
  );
  minSeq = recordTransaction.transaction.seq;
}
