import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateJournal } from '#cli/demo/journal/generate.ts';
import { hledgerAccount } from '#cli/export/account-name.ts';
import { HledgerWriter } from '#cli/export/hledger.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import { dayAfter } from '#shared/domain/date.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Caller } from '#test/caller.ts';
import { recordYear } from '#test/year-of-trade.ts';
import { startSystem, type System } from '#test/system.ts';

const hasHledger = spawnSync('hledger', ['--version']).status === 0;

let system: System;
let us: Caller;
let folder: string;
let minSeq: number;
beforeAll(async () => {
  system = await startSystem({ chart: loadChart(), years: [2024, 2025, 2026] });
  const company = system.company(0);
  us = company.as('chief_accountant');
  const drafts = [...generateJournal({ seed: 4, transactions: 1_500, from: '2024-02-01', to: '2026-06-30' })];
  const actor = { companyId: company.id, userId: company.users.chief_accountant.id };
  const outcomes = await system.ledger.recordTransactions(
    actor,
    drafts.map(({ draft }) => draft),
  );
  for (const outcome of outcomes) if ('error' in outcome) throw outcome.error;
  minSeq = await recordYear(company, 2025);
  folder = mkdtempSync(join(tmpdir(), 'davtari-hledger-'));
  await writeJournal();
});
afterAll(async () => {
  await system.close();
  rmSync(folder, { recursive: true });
});

/** The journal as it is exported, and which of its accounts are cash: hledger is told by their declaration. */
async function writeJournal(): Promise<void> {
  const writer = new HledgerWriter();
  const [text, cash] = [[writer.header('შპს კომპანია')], new Set<string>()];
  for await (const transaction of system.ledger.exportTransactions(system.company(0).id)) {
    text.push(writer.transaction(transaction));
    for (const entry of transaction.entries)
      if (/^1[12]/.test(entry.accountCode)) cash.add(`account ${hledgerAccount(entry)}  ; type: C\n`);
  }
  writeFileSync(join(folder, 'cash.journal'), [...cash].join(''));
  writeFileSync(join(folder, 'books.journal'), `include cash.journal\n${text.join('')}`);
}

/** Accounts of a report of hledger with what they cost in lari, by code, and the rows of its sums by their names. */
function hledger(...args: string[]): { accounts: Record<string, string>; sums: Record<string, string> } {
  const run = spawnSync(
    'hledger',
    ['-f', join(folder, 'books.journal'), ...args, '--cost', '--flat', '--no-elide', '-O', 'csv'],
    { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const accounts: Record<string, string> = {};
  const sums: Record<string, string> = {};
  for (const [name = '', amount = ''] of parse(run.stdout, { relax_column_count: true })) {
    const lari =
      /^(-?[\d.,]+) GEL$/.exec(amount)?.[1]?.replaceAll(',', '') ?? (amount === '0' ? '0.00' : undefined);
    if (lari === undefined) continue;
    const code = /^[A-Z]\w+:(\S+)/.exec(name)?.[1];
    if (code === undefined) sums[name] = lari;
    else if (lari !== '0.00') accounts[code] = lari;
  }
  return { accounts, sums };
}

interface Statement {
  readonly lines: readonly {
    readonly code: string;
    readonly amount: string | null;
    readonly accounts: readonly { readonly amount: string; readonly account: { readonly code: string } }[];
  }[];
  readonly closing?: string;
}

async function statement(call: string): Promise<Statement> {
  const { report } = await us.query<{ report: Statement }>(
    `{ report: ${call} { lines { code amount accounts { amount account { code } } } } }`,
  );
  return report;
}

const amount = ({ lines }: Statement, code: string) => lines.find((line) => line.code === code)?.amount;

/** Accounts of a statement by code; those on lines that swung are turned back. */
function accountsOf({ lines }: Statement): Record<string, string> {
  return Object.fromEntries(
    lines.flatMap(({ code, accounts }) =>
      accounts.map(({ account, amount: shown }) => [
        account.code,
        code === 'TAX_ASSETS' ? formatAmount(-parseDatabaseAmount(shown)) : shown,
      ]),
    ),
  );
}

describe.runIf(hasHledger)('hledger, given the exported journal', () => {
  it.each(['2024-02-29', '2024-12-31', '2025-07-15', '2025-12-31', '2026-06-30'])(
    'shows the same balance sheet on %s, account by account',
    compareSheets,
  );

  it.each([
    ['2024-02-01', '2024-12-31'],
    ['2025-01-01', '2025-12-31'],
    ['2025-03-10', '2025-11-20'],
    ['2024-02-01', '2026-06-30'],
  ])('shows the same profit or loss from %s to %s, account by account', (from, to) =>
    compareResults(from, to),
  );

  it.each([
    ['2024-02-01', '2024-12-31'],
    ['2025-01-01', '2025-12-31'],
    ['2025-03-10', '2025-11-20'],
  ])('shows the same change of cash from %s to %s', compareCash);
});

/** What hledger has no name for: the entries that close a year, which statements of the year leave out. */
const WITHOUT_CLOSINGS = 'not:desc:წლის დახურვა';

describe.runIf(hasHledger)('hledger, given the journal of years that are closed', () => {
  beforeAll(async () => {
    const closeMonth =
      'mutation ($input: PeriodActionInput!) { closePeriod(input: $input) { period { status } } }';
    const closeYear =
      'mutation ($input: YearActionInput!) { closeYear(input: $input) { fiscalYear { status } } }';
    for (const year of [2024, 2025]) {
      // Months before the first posting are closed with it.
      for (let month = year === 2024 ? 2 : 1; month <= 12; month++)
        await us.query(closeMonth, { input: { year, month, reason: 'done' } });
      await us.query(closeYear, { input: { year, reason: 'done' } });
    }
    const { trialBalance } = await us.query<{ trialBalance: { seq: number } }>(
      '{ trialBalance(asOf: "2026-12-31") { seq } }',
    );
    minSeq = trialBalance.seq;
    await writeJournal();
  });

  it.each(['2024-12-31', '2025-07-15', '2025-12-31', '2026-06-30'])(
    'shows the same balance sheet on %s, account by account',
    compareSheets,
  );

  it('finds nothing left on the accounts of profit or loss at the end of each year', () => {
    for (const end of ['2024-12-31', '2025-12-31'])
      expect(hledger('incomestatement', '-e', dayAfter(end)).accounts).toEqual({});
  });

  it.each([
    ['2024-02-01', '2024-12-31'],
    ['2025-01-01', '2025-12-31'],
    ['2025-03-10', '2026-06-30'],
  ])('shows the same profit or loss from %s to %s without the closings', (from, to) =>
    compareResults(from, to, WITHOUT_CLOSINGS),
  );

  it.each([['2025-01-01', '2025-12-31']])('shows the same change of cash from %s to %s', compareCash);
});

async function compareSheets(asOf: string): Promise<void> {
  const ours = await statement(`balanceSheet(asOf: "${asOf}", minSeq: ${String(minSeq)})`);
  const theirs = hledger('balancesheet', '-e', dayAfter(asOf));
  const accounts = accountsOf(ours);
  expect(Object.keys(theirs.accounts).length).toBeGreaterThan(4);
  for (const [code, balance] of Object.entries(theirs.accounts))
    expect([code, accounts[code]]).toEqual([code, balance]);
  const profitAndEquity = Object.keys(accounts).filter((code) => /^[5-9]/.test(code));
  expect(
    Object.keys(accounts)
      .filter((code) => !profitAndEquity.includes(code))
      .sort(),
  ).toEqual(Object.keys(theirs.accounts).sort());
  // Assets less liabilities: the net that hledger shows is what equity must be.
  expect(amount(ours, 'TOTAL_EQUITY')).toBe(theirs.sums['Net:']);
}

async function compareResults(from: string, to: string, ...which: string[]): Promise<void> {
  const ours = await statement(`incomeStatement(from: "${from}", to: "${to}", minSeq: ${String(minSeq)})`);
  const theirs = hledger('incomestatement', '-b', from, '-e', dayAfter(to), ...which);
  const accounts = accountsOf(ours);
  expect(Object.keys(theirs.accounts).sort()).toEqual(Object.keys(accounts).sort());
  for (const [code, turnover] of Object.entries(theirs.accounts)) {
    // hledger shows expenses as they are, a statement by function shows them as less profit.
    const shown =
      /^(6|81|91)/.test(code) && code !== '9120'
        ? accounts[code]
        : formatAmount(-parseDatabaseAmount(accounts[code] ?? ''));
    expect([code, shown]).toEqual([code, turnover]);
  }
  expect(amount(ours, 'PROFIT')).toBe(theirs.sums['Net:']);
}

async function compareCash(from: string, to: string): Promise<void> {
  const { report } = await us.query<{
    report: { opening: string; closing: string; lines: { amount: string }[] };
  }>(
    `{ report: cashFlowStatement(from: "${from}", to: "${to}", minSeq: ${String(minSeq)}) { opening closing lines { amount } } }`,
  );
  const theirs = hledger('cashflow', '-b', from, '-e', dayAfter(to));
  const flows = report.lines.reduce((sum, line) => sum + parseDatabaseAmount(line.amount), 0n);
  const theirFlows = Object.values(theirs.accounts).map((change) => parseDatabaseAmount(change));
  expect(theirFlows.length).toBeGreaterThan(1);
  expect(flows).toBe(theirFlows.reduce((sum, change) => sum + change, 0n));
  expect(parseDatabaseAmount(report.closing) - parseDatabaseAmount(report.opening)).toBe(flows);
}
