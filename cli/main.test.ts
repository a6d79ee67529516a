import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateDrafts } from '#cli/demo/journal/generate.ts';
import { journalHeader, journalLines } from '#cli/journal-csv/write-journal.ts';
import { createCompanyWorld, type CompanyWorld } from '#cli/testing/company-world.ts';
import { davtari } from '#cli/testing/run-davtari.ts';
import type { Actor } from '#shared/domain/actor.ts';

let world: CompanyWorld;
let first: Actor;
let second: Actor;
let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  world = await createCompanyWorld();
  first = await world.company('შპს პირველი', { years: [2024, 2025] });
  second = await world.company('შპს ასლი', { years: [2024, 2025] });
  folder = mkdtempSync(join(tmpdir(), 'davtari-cli-'));
  environment = { DATABASE_URL: world.database.ownerUrl };
  const drafts = [...generateDrafts({ seed: 3, transactions: 800, from: '2024-07-01', to: '2025-06-30' })];
  const odd = {
    date: '2025-07-01',
    description: '"ციტატა", მძიმე;\nმეორე ხაზი',
    entries: [
      { accountCode: '1220', debit: '0.01', currency: 'USD', exchangeRate: '2.7', description: 'a "b", c' },
      { accountCode: '1210', credit: '0.03' },
    ],
  };
  writeFileSync(
    join(folder, 'journal.csv'),
    journalHeader() + [...drafts, odd].map((draft, index) => journalLines(`T${index}`, draft)).join(''),
  );
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const journal = (): string => join(folder, 'journal.csv');

describe('davtari', () => {
  it('explains itself, with examples', async () => {
    const help = await davtari(['import', '--help'], {});
    expect(help.exitCode).toBe(0);
    expect(help.stdout).toContain('$ davtari import journal.csv');
    expect(help.stdout).toContain('--all-or-nothing');
  });

  it.each([
    ['an unknown command', ['post'], /unknown command 'post'/],
    ['a missing file name', ['import'], /missing required argument 'file'/],
    ['an unknown format', ['export', '--format', 'xml'], /Allowed choices are csv, hledger, beancount/],
    [
      'a rehearsal that would open years',
      ['import', 'x.csv', '--dry-run', '--open-years'],
      /cannot go with --open-years/,
    ],
    [
      'a file that is not there',
      ['import', '/nowhere.csv', '--company', 'შპს პირველი'],
      /ENOENT.*nowhere\.csv/,
    ],
    [
      'an unknown company',
      ['verify', '--company', 'შპს უცნობი'],
      /no company has the id, name or tax id შპს უცნობი/,
    ],
    [
      'a user of another company',
      ['import', 'x.csv', '--company', 'შპს პირველი', '--as', 'chief2@books.ge'],
      /is not a user/,
    ],
  ])('refuses %s in one line, with exit code 2', async (_case, words, message) => {
    const run = await davtari(words, environment);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.stdout).toBe('');
  });

  it('asks which company is meant when there are several, and lists them', async () => {
    const run = await davtari(['verify'], environment);
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('there are several companies; choose one with --company');
    expect(run.stderr).toContain(`${first.companyId}  შპს პირველი`);
    expect(run.stderr).toContain(`${second.companyId}  შპს ასლი`);
  });

  it('answers failures as JSON on stdout when machines ask', async () => {
    const run = await davtari(['verify', '--json', '--company', 'x'], environment);
    expect(run.json()).toMatchObject([{ error: { code: 'COMMAND_FAILED' } }]);
    expect([run.exitCode, run.stderr]).toEqual([2, '']);
  });

  it('says when the database cannot be reached', async () => {
    const run = await davtari(['verify'], { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/^davtari: .*ECONNREFUSED/);
    expect(run.stderr).not.toContain('secret');
  });

  it('lets nobody import in the name of someone who may not post', async () => {
    await world.owner.sql.begin(async (sql) => {
      await sql`select set_config('app.company_id', ${second.companyId}, true)`;
      await sql`update identity.memberships set roles = '{auditor}' where user_id = ${second.userId}`;
    });
    const words = ['import', journal(), '--company', 'შპს ასლი', '--as', 'chief2@books.ge'];
    const run = await davtari(words, environment);
    expect([run.exitCode, run.stderr]).toEqual([
      2,
      'davtari: chief2@books.ge lacks the permission transactions:write\n',
    ]);
    await world.owner.sql.begin(async (sql) => {
      await sql`select set_config('app.company_id', ${second.companyId}, true)`;
      await sql`update identity.memberships set roles = '{chief_accountant}' where user_id = ${second.userId}`;
    });
  });
});

describe('the books', () => {
  it('take a journal in, tell people in words and set the exit code by refusals', async () => {
    const run = await davtari(['import', journal(), '--company', 'შპს პირველი'], environment);
    expect(run.stdout).toMatch(/^801 transactions in [\d.]+ s: 801 imported\n$/);
    expect([run.exitCode, run.stderr]).toEqual([
      0,
      `Importing ${journal()} into შპს პირველი as chief1@books.ge\n`,
    ]);

    const bad = join(folder, 'bad.csv');
    writeFileSync(bad, `${journalHeader()}B1,2025-01-01,d,1110,5.00,,,,\nB1,2025-01-01,d,1110,,4.00,,,\n`);
    const refused = await davtari(['import', bad, '--company', 'შპს პირველი'], environment);
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout).toMatch(/^refused: lines 2–3 \(B1\), line 2: UNBALANCED_ENTRY: .*1\.00 GEL\n/);
  });

  it('are the same after an export and an import of it, in another company, and so is the next export', async () => {
    const out = join(folder, 'export.csv');
    const exported = await davtari(
      ['export', '--company', 'შპს პირველი', '--output', out, '--json'],
      environment,
    );
    expect(exported.json()).toMatchObject([{ transactions: 801, format: 'csv' }]);
    const imported = await davtari(
      ['import', out, '--company', 'შპს ასლი', '--json', '--concurrency', '1'],
      environment,
    );
    expect(imported.json()).toMatchObject([{ imported: 801, refused: 0 }]);
    expect(await world.balances(second)).toEqual(await world.balances(first));
    const again = await davtari(['export', '--company', 'შპს ასლი'], environment);
    const withoutNumbers = (csv: string): string[] =>
      csv
        .split('\n')
        .map((line) => line.replace(/^\d{4}-\d{6},/, ''))
        .sort();
    expect(withoutNumbers(again.stdout)).toEqual(withoutNumbers(readFileSync(out, 'utf8')));
  });

  it('are exported as a line of JSON for each transaction when machines ask', async () => {
    const run = await davtari(['export', '--company', 'შპს პირველი', '--json'], environment);
    const transactions = run.json<{ description: string; entries: unknown[] }>();
    expect(transactions).toHaveLength(801);
    expect(transactions.some(({ description }) => description === '"ციტატა", მძიმე;\nმეორე ხაზი')).toBe(true);
  });

  it('are verified and rebuilt', async () => {
    const before = await world.balances(first);
    const rebuilt = await davtari(['rebuild', '--company', 'შპს პირველი', '--json'], environment);
    expect(rebuilt.exitCode).toBe(0);
    const [verified] = (await davtari(['verify', '--company', 'შპს პირველი', '--json'], environment)).json<{
      eventCount: number;
      isIntact: boolean;
    }>();
    expect(verified?.isIntact).toBe(true);
    expect(rebuilt.json()).toMatchObject([{ part: 'ledger', events: verified?.eventCount }]);
    for (const part of ['tax', 'inventory', 'reporting']) {
      const other = await davtari(['rebuild', part, '--company', 'შპს პირველი', '--json'], environment);
      expect([other.exitCode, other.json()]).toMatchObject([0, [{ part }]]);
    }
    expect(await world.balances(first)).toEqual(before);
  });

  it('are not touched by an import that is refused as a whole', async () => {
    const before = await world.balances(first);
    const noColumn = join(folder, 'no-column.csv');
    writeFileSync(noColumn, 'transaction,date,description,account,debit\nT1,2025-01-01,d,1110,5.00\n');
    const run = await davtari(['import', noColumn, '--company', 'შპს პირველი'], environment);
    expect([run.exitCode, run.stdout]).toEqual([1, '']);
    expect(run.stderr).toContain('BAD_USER_INPUT: credit: the column is missing');
    expect(await world.balances(first)).toEqual(before);
    expect(existsSync(noColumn)).toBe(true);
  });
});
