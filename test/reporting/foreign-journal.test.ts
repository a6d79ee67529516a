import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BeancountWriter } from '#cli/export/beancount.ts';
import { csvLines } from '#cli/export/csv.ts';
import { HledgerWriter } from '#cli/export/hledger.ts';
import { isWhole, readJournal } from '#cli/journal-csv/read-journal.ts';
import { journalHeader } from '#cli/journal-csv/write-journal.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import { dayAfter } from '#shared/domain/date.ts';
import { foreignTrade, publishRates } from '#test/foreign-trade.ts';
import { startSystem, type System } from '#test/system.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const DAYS = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-03-10', '2026-12-31'];

let system: System;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'davtari-foreign-'));
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2026] });
  await publishRates(system, [
    ['USD', '2026-01-31', '2.8123'],
    ['USD', '2026-02-28', '2.7511'],
    ['JPY', '2026-01-31', '1.7969', 100],
    ['JPY', '2026-02-28', '1.8011', 100],
  ]);
  const trade = foreignTrade(system, 0);
  const counterpartyId = await trade.counterparty();
  const usd = { currency: 'USD', counterpartyId };
  const owed = await trade.post(
    '2026-01-10',
    { account: '1410', debit: '1234.56', rate: '2.70', ...usd },
    '6110',
  );
  await trade.post(
    '2026-01-12',
    { account: '1230', debit: '100001', rate: '0.0181', currency: 'JPY' },
    '5150',
  );
  await trade.post(
    '2026-01-13',
    { account: '3210', credit: '777.77', rate: '2.71', currency: 'USD' },
    '1110',
  );
  await trade.revalue('2026-01-31', { reversal: 'KEEP' });
  const paid = await trade.post(
    '2026-02-10',
    { account: '1410', credit: '400.01', rate: '2.78', ...usd },
    '1110',
  );
  await trade.match([{ id: owed, amount: '400.01' }, paid]);
  await trade.revalue('2026-02-28');
  const rest = await trade.post(
    '2026-03-10',
    { account: '1410', credit: '834.55', rate: '2.90', ...usd },
    '1110',
  );
  await trade.match([owed, rest]);
});
afterAll(async () => {
  await system.close();
  rmSync(folder, { recursive: true });
});

async function exported(writer: {
  header(company: string): string;
  transaction: HledgerWriter['transaction'];
}): Promise<string> {
  const text = [writer.header('შპს კომპანია')];
  for await (const transaction of system.ledger.exportTransactions(system.company(0).id))
    text.push(writer.transaction(transaction));
  return text.join('');
}

/** Balances in lari of all accounts by code, without those at zero. */
async function balances(company: number, asOf: string): Promise<Record<string, string>> {
  const rows = await system.owner.sql<{ code: string; gel: string }[]>`
    select a.code, sum(j.debit_gel - j.credit_gel)::text as gel
    from ledger.journal_entries j join ledger.accounts a on a.company_id = j.company_id and a.id = j.account_id
    where j.company_id = ${system.company(company).id} and j.transaction_date <= ${asOf}::date
    group by a.code having sum(j.debit_gel - j.credit_gel) <> 0 order by a.code`;
  return Object.fromEntries(rows.map(({ code, gel }) => [code, gel]));
}

/** What reporting shows on an account at the end of a day, and the ledger's own trial balance. */
async function shown(asOf: string): Promise<Record<string, string>> {
  const us = system.company(0).as('chief_accountant');
  const { trialBalance } = await us.query<{ trialBalance: { seq: number } }>(
    `{ trialBalance(asOf: "${asOf}") { seq } }`,
  );
  const { balanceSheet } = await us.query<{
    balanceSheet: { lines: { accounts: { amount: string; account: { code: string } }[] }[] };
  }>(
    `{ balanceSheet(asOf: "${asOf}", minSeq: ${String(trialBalance.seq)}) { lines { accounts { amount account { code } } } } }`,
  );
  return Object.fromEntries(
    balanceSheet.lines.flatMap(({ accounts }) =>
      accounts.map(({ account, amount }) => [account.code, amount]),
    ),
  );
}

describe('a journal with revaluations and settlements in foreign currency', () => {
  it.runIf(has('hledger'))(
    'balances in hledger, which sees the same lari on each account on each day',
    async () => {
      const file = join(folder, 'books.journal');
      writeFileSync(file, await exported(new HledgerWriter()));
      for (const day of DAYS) {
        const run = spawnSync(
          'hledger',
          ['-f', file, '--strict', 'balance', '-e', dayAfter(day), '--cost', '--flat', '-O', 'csv'],
          { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } },
        );
        expect(run.stderr).toBe('');
        const seen: Record<string, string> = {};
        for (const [name = '', amount = ''] of parse(run.stdout, { relax_column_count: true })) {
          const code = /^[A-Z]\w+:(\S+)/.exec(name)?.[1];
          const lari = /^(-?[\d.]+) GEL$/.exec(amount)?.[1];
          if (code !== undefined && lari !== undefined) seen[code] = lari;
        }
        expect([day, seen]).toEqual([day, await balances(0, day)]);
      }
    },
  );

  it.runIf(has('bean-check'))('passes the check of beancount', async () => {
    const file = join(folder, 'books.beancount');
    writeFileSync(file, await exported(new BeancountWriter()));
    const run = spawnSync('bean-check', [file], { encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, '']);
  });

  it('is imported from CSV to the same balances, in currency and in lari', async () => {
    const file = join(folder, 'books.csv');
    writeFileSync(file, await exported({ header: journalHeader, transaction: csvLines }));
    const { id, users } = system.company(1);
    for await (const items of readJournal(file)) {
      const drafts = items.filter(isWhole).map(({ draft }) => draft);
      expect(drafts.length).toBe(items.length);
      const outcomes = await system.ledger.recordTransactions(
        { companyId: id, userId: users.chief_accountant.id },
        drafts,
      );
      for (const outcome of outcomes) if ('error' in outcome) throw outcome.error;
    }
    for (const day of DAYS) expect([day, await balances(1, day)]).toEqual([day, await balances(0, day)]);
    const inCurrencies = (company: number) => system.owner.sql`
      select a.code, t.currency, sum(t.debit - t.credit)::text as amount, sum(t.debit_gel - t.credit_gel)::text as gel
      from ledger.account_turnover t join ledger.accounts a on a.company_id = t.company_id and a.id = t.account_id
      where t.company_id = ${system.company(company).id} and t.level = 'year' group by 1, 2 order by 1, 2`;
    expect([...(await inCurrencies(1))]).toEqual([...(await inCurrencies(0))]);
  });

  it('is what the statement of financial position shows', async () => {
    for (const day of DAYS) {
      const [sheet, books] = [await shown(day), await balances(0, day)];
      for (const code of ['1230', '1410'])
        expect([day, code, sheet[code] ?? '0.00']).toEqual([day, code, books[code] ?? '0.00']);
      expect([day, sheet['3210']]).toEqual([day, books['3210']?.replace('-', '')]);
    }
  });
});
