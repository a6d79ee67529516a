import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportedTransaction } from '#ledger/ledger.ts';
import { BeancountWriter } from './beancount.ts';
import { HledgerWriter } from './hledger.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

type Entry = ExportedTransaction['entries'][number];
const cash: Entry = {
  accountCode: '1110',
  accountName: 'ნაღდი ფული',
  accountType: 'ASSET',
  debit: '271.50',
  credit: '0',
  currency: 'GEL',
  exchangeRate: '1',
  debitGel: '271.50',
  creditGel: '0',
  description: null,
};
const dollars: Entry = {
  ...cash,
  accountCode: 'US:Bank.1',
  accountName: 'Bank; "first"  and: last',
  debit: '0.00',
  credit: '100.00',
  currency: 'USD',
  exchangeRate: '2.715',
  debitGel: '0.00',
  creditGel: '271.50',
  description: 'კურსი "2.715"; date:2026-13-99 [2026-13-99] \\ end',
};
const hours: Entry = {
  ...cash,
  accountCode: 'hours',
  accountName: '',
  accountType: 'EXPENSE',
  debit: '5',
  currency: 'H2X',
  exchangeRate: '0.002',
  debitGel: '0.01',
};
const transactions: readonly ExportedTransaction[] = [
  {
    id: '1',
    number: '2026-000001',
    date: '2026-01-05',
    description: 'კონვერტაცია "ბანკში"; |\nmore \\',
    reference: null,
    entries: [cash, dollars],
  },
  {
    id: '2',
    number: '2026-000002',
    date: '2026-01-06',
    description: '',
    reference: null,
    entries: [
      hours,
      { ...cash, accountType: 'REVENUE', debit: '0', credit: '0.01', debitGel: '0', creditGel: '0.01' },
    ],
  },
];

const write = (writer: HledgerWriter | BeancountWriter): string =>
  writer.header('შპს "დემო"') + transactions.map((transaction) => writer.transaction(transaction)).join('');

describe('the export for hledger', () => {
  it('names accounts by type, code and name and gives foreign amounts their total in lari', () => {
    expect(write(new HledgerWriter())).toBe(`; შპს "დემო": journal exported by davtari

commodity 1000.00 GEL

account Assets:1110 ნაღდი ფული
account Assets:US/Bank.1 Bank "first" and last
commodity 1000.00 USD

2026-01-05 (2026-000001) კონვერტაცია "ბანკში", | more \\
    Assets:1110 ნაღდი ფული  271.50 GEL
    Assets:US/Bank.1 Bank "first" and last  -100.00 USD @@ 271.50 GEL  ; კურსი "2.715"; date :2026-13-99 [ 2026-13-99] \\ end

account Expenses:hours
commodity 1000. "H2X"
account Income:1110 ნაღდი ფული

2026-01-06 (2026-000002)
    Expenses:hours  5 "H2X" @@ 0.01 GEL
    Income:1110 ნაღდი ფული  -0.01 GEL
`);
  });

  it.skipIf(!has('hledger'))('passes the strict check of hledger (skipped where it is not installed)', () => {
    const run = spawnSync('hledger', ['-f', '-', 'check', '--strict'], {
      input: write(new HledgerWriter()),
      encoding: 'utf8',
      env: { LC_ALL: 'C.UTF-8' },
    });
    expect([run.status, run.stderr]).toEqual([0, '']);
  });
});

describe('the export for beancount', () => {
  it('opens accounts, escapes quotes and gives foreign amounts their total in lari', () => {
    expect(write(new BeancountWriter())).toBe(`option "title" "შპს \\"დემო\\""
option "operating_currency" "GEL"
option "inferred_tolerance_default" "GEL:0.001"

1900-01-01 open Assets:1110-ნაღდი-ფული
1900-01-01 open Assets:US-x3a-Bank-x2e-1-Bank-first-and-last

2026-01-05 * "კონვერტაცია \\"ბანკში\\"; | more \\\\"
  number: "2026-000001"
  Assets:1110-ნაღდი-ფული  271.50 GEL
  Assets:US-x3a-Bank-x2e-1-Bank-first-and-last  -100.00 USD @@ 271.50 GEL
    note: "კურსი \\"2.715\\"; date:2026-13-99 [2026-13-99] \\\\ end"

1900-01-01 open Expenses:Ahours
1900-01-01 open Income:1110-ნაღდი-ფული

2026-01-06 * ""
  number: "2026-000002"
  Expenses:Ahours  5 H2X @@ 0.01 GEL
  Income:1110-ნაღდი-ფული  -0.01 GEL
`);
  });

  it.skipIf(!has('bean-check'))('passes bean-check (skipped where it is not installed)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'davtari-beancount-'));
    writeFileSync(join(folder, 'books.beancount'), write(new BeancountWriter()));
    const run = spawnSync('bean-check', ['--no-cache', join(folder, 'books.beancount')], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect([run.status, run.stdout + run.stderr]).toEqual([0, '']);
  });
});
