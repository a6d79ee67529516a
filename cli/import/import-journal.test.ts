import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateJournal } from '#cli/demo/journal/generate.ts';
import { journalHeader, journalLines } from '#cli/journal-csv/write-journal.ts';
import { createCompanyWorld, type CompanyWorld } from '#cli/testing/company-world.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { importJournal, type ImportOptions, type ImportSummary, type Refusal } from './import-journal.ts';

let world: CompanyWorld;
let folder: string;
beforeAll(async () => {
  world = await createCompanyWorld();
  folder = mkdtempSync(join(tmpdir(), 'davtari-import-'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

let files = 0;
function fileOf(lines: readonly string[]): string {
  const path = join(folder, `journal-${(files += 1)}.csv`);
  writeFileSync(path, journalHeader() + lines.join('\n') + '\n');
  return path;
}

async function run(
  actor: Actor,
  path: string,
  options: Partial<ImportOptions> = {},
): Promise<{ summary: ImportSummary; refusals: Refusal[] }> {
  const refusals: Refusal[] = [];
  const summary = await importJournal({
    ledger: world.ledger,
    actor,
    path,
    source: 'test',
    mode: 'each-for-itself',
    openYears: false,
    createCurrencies: false,
    concurrency: 3,
    onRefused: (refusal) => refusals.push(refusal),
    ...options,
  });
  return { summary, refusals };
}

const sale = (name: string, amount = '118.00', date = '2025-03-05'): string[] => [
  `${name},${date},გაყიდვა,1110,${amount},,,,`,
  `${name},${date},გაყიდვა,6110,,${amount},,,`,
];

const recorded = async (actor: Actor): Promise<number> => {
  let count = 0;
  for await (const transaction of world.ledger.exportTransactions(actor.companyId))
    count += transaction ? 1 : 0;
  return count;
};

function generated(transactions: number): string {
  const lines: string[] = [];
  for (const { index, draft } of generateJournal({
    seed: 11,
    transactions,
    from: '2025-01-01',
    to: '2025-12-31',
  })) {
    lines.push(journalLines(`G${index}`, draft).trimEnd());
  }
  return fileOf(lines);
}

describe('an import', () => {
  it('records a generated journal, and again records nothing', async () => {
    const actor = await world.company('ორჯერ');
    const path = generated(1_200);
    const first = await run(actor, path);
    expect(first).toEqual({
      summary: { found: 1_200, imported: 1_200, replayed: 0, refused: 0, interrupted: false },
      refusals: [],
    });
    const balances = await world.balances(actor);
    const second = await run(actor, path);
    expect(second.summary).toMatchObject({ imported: 0, replayed: 1_200, refused: 0 });
    expect(await world.balances(actor)).toEqual(balances);
    expect(await recorded(actor)).toBe(1_200);
  });

  it('that was stopped midway is completed by running it again', async () => {
    const actor = await world.company('შეჩერებული');
    const path = generated(2_000);
    const stop = new AbortController();
    const stopped = await run(actor, path, {
      signal: stop.signal,
      concurrency: 1,
      onProgress: (phase, done) => {
        if (phase === 'recording' && done >= 250) stop.abort();
      },
    });
    expect(stopped.summary.interrupted).toBe(true);
    expect(stopped.summary.imported).toBeGreaterThanOrEqual(250);
    expect(stopped.summary.imported).toBeLessThan(2_000);
    expect(await recorded(actor)).toBe(stopped.summary.imported);
    const rest = await run(actor, path);
    expect(rest.summary).toMatchObject({ replayed: stopped.summary.imported, refused: 0 });
    expect(await recorded(actor)).toBe(2_000);
  });

  it('tells what was refused by line and reason, and records the rest', async () => {
    const actor = await world.company('უარყოფილი');
    const path = fileOf([
      ...sale('T1'),
      'T2,2025-03-05,d,1110,100.00,,,,',
      'T2,2025-03-05,d,6110,,99.99,,,',
      ...sale('T3'),
      'T4,2025-03-05,d,1110,5.00,,,,',
      'T4,2025-03-05,d,9999,,5.00,,,',
      'T5,2025-03-05,d,1110,5.00,,',
      ...sale('T6'),
    ]);
    const { summary, refusals } = await run(actor, path);
    expect(summary).toEqual({ found: 6, imported: 3, replayed: 0, refused: 3, interrupted: false });
    expect(
      refusals.map(({ transaction, from, to, line, code }) => [transaction, from, to, line, code]),
    ).toEqual([
      ['T2', 4, 5, 4, 'UNBALANCED_ENTRY'],
      ['T4', 8, 9, 9, 'NOT_FOUND'],
      ['T5', 10, 10, 10, 'BAD_USER_INPUT'],
    ]);
    expect((await world.balances(actor)).get('1110')).toBe('354.00');
  });

  it('refuses a transaction whose name was used for another one by the same source', async () => {
    const actor = await world.company('სხვა შინაარსი');
    await run(actor, fileOf(sale('T1', '10.00')));
    const { refusals } = await run(actor, fileOf(sale('T1', '11.00')));
    expect(refusals).toMatchObject([{ transaction: 'T1', line: 2, code: 'IDEMPOTENCY_KEY_REUSED' }]);
    const elsewhere = await run(actor, fileOf(sale('T1', '11.00')), { source: 'another' });
    expect(elsewhere.summary.imported).toBe(1);
  });

  it('opens missing years only when that is asked for', async () => {
    const actor = await world.company('წლები');
    const path = fileOf([...sale('T1', '1.00', '2024-05-05'), ...sale('T2')]);
    const without = await run(actor, path);
    expect(without.refusals).toMatchObject([{ transaction: 'T1', code: 'PERIOD_CLOSED' }]);
    const withYears = await run(actor, path, { openYears: true });
    expect(withYears.summary).toMatchObject({ imported: 1, replayed: 1, refused: 0 });
  });

  it('registers units of the file only when that is asked for', async () => {
    const actor = await world.company('ერთეულები');
    const path = fileOf([
      'T1,2025-03-05,d,1310,2.125,,ITOT,400,',
      'T1,2025-03-05,d,1220,,340.00,USD,2.5000,',
    ]);
    expect((await run(actor, path)).refusals).toMatchObject([{ line: 2, code: 'BAD_USER_INPUT' }]);
    expect((await run(actor, path, { createCurrencies: true })).refusals).toEqual([]);
    expect((await world.balances(actor)).get('1310')).toBe('850.00');
  });
});

describe('bad input is refused with its code and its line:', () => {
  const big = '1'.repeat(16);
  const cases: [string, string, string[], number][] = [
    ['an unbalanced transaction', 'UNBALANCED_ENTRY', ['1110,10.00,,,,', '6110,,10.01,,,'], 2],
    ['fewer than two entries', 'BAD_USER_INPUT', ['1110,10.00,,,,'], 2],
    ['debit and credit on one entry', 'BAD_USER_INPUT', ['1110,10.00,,,,', '6110,10.00,10.00,,,'], 3],
    ['neither debit nor credit', 'BAD_USER_INPUT', ['1110,10.00,,,,', '6110,,,,,'], 3],
    ['zero', 'BAD_USER_INPUT', ['1110,0.00,,,,', '6110,,0.00,,,'], 2],
    ['a negative amount', 'BAD_USER_INPUT', ['1110,-5.00,,,,', '6110,,-5.00,,,'], 2],
    ['too many decimals for the currency', 'BAD_USER_INPUT', ['1110,5.001,,,,', '6110,,5.001,,,'], 2],
    ['an amount too large', 'BAD_USER_INPUT', [`1110,${big},,,,`, `6110,,${big},,,`], 2],
    ['an exponent', 'BAD_USER_INPUT', ['1110,1e5,,,,', '6110,,1e5,,,'], 2],
    ['NaN', 'BAD_USER_INPUT', ['1110,NaN,,,,', '6110,,5.00,,,'], 2],
    ['blanks around an amount', 'BAD_USER_INPUT', ['1110, 5.00,,,,', '6110,,5.00,,,'], 2],
    ['blanks for an amount', 'BAD_USER_INPUT', ['1110,  ,,,,', '6110,,5.00,,,'], 2],
    ['an unknown account', 'NOT_FOUND', ['1110,5.00,,,,', '0000,,5.00,,,'], 3],
    ['no account', 'BAD_USER_INPUT', ['1110,5.00,,,,', ',,5.00,,,'], 3],
    ['a heading account', 'ACCOUNT_INACTIVE', ['1100,5.00,,,,', '6110,,5.00,,,'], 2],
    ['an unknown currency', 'BAD_USER_INPUT', ['1110,5.00,,XXQ,2,', '6110,,5.00,XXQ,2,'], 2],
    ['a currency without a rate', 'BAD_USER_INPUT', ['1220,5.00,,USD,,', '6110,,5.00,USD,,'], 2],
    ['an over-long text', 'BAD_USER_INPUT', [`1110,5.00,,,,${'ა'.repeat(501)}`, '6110,,5.00,,,'], 2],
    ['a NUL byte', 'BAD_USER_INPUT', ['1110,5.00,,,,\u0000', '6110,,5.00,,,'], 2],
  ];

  let actor: Actor;
  beforeAll(async () => {
    actor = await world.company('ცუდი შენატანი');
  });

  it.each(cases)('%s', async (_case, code, entries, line) => {
    const bad = entries.map((entry) => `BAD,2025-03-05,d,${entry}`);
    const { summary, refusals } = await run(actor, fileOf([...bad, ...sale('GOOD')]), {
      source: String(files),
    });
    expect(refusals).toMatchObject([{ transaction: 'BAD', from: 2, code, line }]);
    expect(refusals[0]?.message).not.toBe('');
    expect(summary.imported).toBe(1);
  });

  it.each([
    ['a date without a period', '2019-03-05', 'PERIOD_CLOSED'],
    ['an impossible date', '2025-02-30', 'BAD_USER_INPUT'],
    ['a date in another form', '05.03.2025', 'BAD_USER_INPUT'],
    ['no date', '', 'BAD_USER_INPUT'],
  ])('%s', async (_case, date, code) => {
    const { refusals } = await run(actor, fileOf(sale('BAD', '5.00', date)), { source: String(files) });
    expect(refusals).toMatchObject([{ transaction: 'BAD', line: 2, code }]);
  });
});

describe('an import of all or nothing', () => {
  it('records everything when nothing is refused', async () => {
    const actor = await world.company('ყველა');
    const { summary } = await run(actor, generated(700), { mode: 'all-or-nothing' });
    expect(summary).toEqual({ found: 700, imported: 700, replayed: 0, refused: 0, interrupted: false });
    expect(await recorded(actor)).toBe(700);
  });

  it('records nothing when the last transaction is refused, and names it by its line', async () => {
    const actor = await world.company('არაფერი');
    const lines = Array.from({ length: 600 }, (_, index) => sale(`T${index}`)).flat();
    const path = fileOf([...lines, 'BAD,2025-03-05,d,1110,5.00,,,,', 'BAD,2025-03-05,d,6110,,5.01,,,']);
    const { summary, refusals } = await run(actor, path, { mode: 'all-or-nothing' });
    expect(summary).toMatchObject({ imported: 0, refused: 1 });
    expect(refusals).toMatchObject([{ transaction: 'BAD', from: 1_202, code: 'UNBALANCED_ENTRY' }]);
    expect(await recorded(actor)).toBe(0);
  });

  it('records nothing when a line cannot be read', async () => {
    const actor = await world.company('წაუკითხავი');
    const { summary } = await run(actor, fileOf([...sale('T1'), 'T2,2025']), { mode: 'all-or-nothing' });
    expect(summary).toMatchObject({ imported: 0, refused: 1 });
    expect(await recorded(actor)).toBe(0);
  });
});

describe('a rehearsal', () => {
  it('finds every refusal and records nothing', async () => {
    const actor = await world.company('რეპეტიცია');
    const path = fileOf([
      ...sale('T1'),
      ...sale('T2', '0.00'),
      ...sale('T3'),
      'T4,2025-03-05,d,1110,5.00,,,,',
      ...sale('T5', '1.001'),
    ]);
    const { summary, refusals } = await run(actor, path, { mode: 'dry-run' });
    expect(refusals.map(({ transaction }) => transaction)).toEqual(['T2', 'T4', 'T5']);
    expect(summary).toMatchObject({ imported: 2, refused: 3 });
    expect(await recorded(actor)).toBe(0);
  });
});
