import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateJournal } from '#cli/demo/journal/generate.ts';
import { journalHeader, journalLines } from '#cli/journal-csv/write-journal.ts';
import { createCompanyWorld, tetri, type CompanyWorld } from '#cli/testing/company-world.ts';
import { davtari, startDavtari } from '#cli/testing/run-davtari.ts';
import type { Actor } from '#shared/domain/actor.ts';

const TRANSACTIONS = 8_000;
const KILLS = 10;

let world: CompanyWorld;
let actor: Actor;
let folder: string;
beforeAll(async () => {
  world = await createCompanyWorld();
  actor = await world.company('შპს მოკლული');
  folder = mkdtempSync(join(tmpdir(), 'davtari-killed-'));
  const file = createWriteStream(join(folder, 'journal.csv'));
  file.write(journalHeader());
  const options = { seed: 17, transactions: TRANSACTIONS, from: '2025-01-01', to: '2025-12-31' };
  for (const { index, draft } of generateJournal(options)) file.write(journalLines(`K${index}`, draft));
  file.end();
  await finished(file);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const posted = async (): Promise<number> => {
  const [row] = await world.owner.sql<{ count: number }[]>`
    select count(*)::int as count from ledger.event_store
    where company_id = ${actor.companyId} and published_seq is not null`;
  return row?.count ?? 0;
};

describe('an import that is killed ten times', () => {
  it(
    'loses nothing, halves nothing and doubles nothing, and is complete after one more run',
    { timeout: 120_000 },
    async () => {
      const words = ['import', join(folder, 'journal.csv'), '--json', '--concurrency', '2'];
      const environment = { DATABASE_URL: world.database.ownerUrl };
      const counts = [0];
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const run = startDavtari(words, environment);
        // It dies at a random moment after it has begun to write: a little later each time in the file. It gets further
        // than it was let before it is seen to, so the next ones share what is left.
        const before = counts.at(-1) ?? 0;
        const enough = before + (Math.random() * (TRANSACTIONS - before)) / (KILLS - kill + 4);
        while ((await posted()) <= enough && run.process.exitCode === null) await sleep(Math.random() * 5);
        run.process.kill('SIGKILL');
        await run.finished;
        counts.push(await posted());
      }
      // What was in the books after one death was there after the next.
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
      expect(counts.at(-1)).toBeLessThan(TRANSACTIONS);
      expect(new Set(counts).size).toBeGreaterThan(KILLS / 2);

      const last = await davtari(words, environment);
      expect([last.stderr, last.exitCode]).toEqual(['', 0]);
      const summary = last.json<{ imported: number; replayed: number; refused: number }>().at(-1);
      expect(summary).toMatchObject({ replayed: counts.at(-1), refused: 0 });

      const ids = new Set<string>();
      const numbers: string[] = [];
      for await (const transaction of world.ledger.exportTransactions(actor.companyId)) {
        ids.add(transaction.id);
        numbers.push(transaction.number);
        const sum = transaction.entries.reduce(
          (total, one) => total + tetri(one.debitGel) - tetri(one.creditGel),
          0n,
        );
        expect(sum).toBe(0n);
      }
      expect(ids.size).toBe(TRANSACTIONS);
      expect(numbers.sort()).toEqual(
        Array.from({ length: TRANSACTIONS }, (_, index) => `2025-${String(index + 1).padStart(6, '0')}`),
      );
      expect(await world.balances(actor)).toEqual(await balancesOfFile());

      const verified = await davtari(['verify', '--json', '--company', actor.companyId], environment);
      expect(verified.json()).toMatchObject([{ isIntact: true }]);
    },
  );
});

/** What the journal itself adds up to. */
async function balancesOfFile(): Promise<Map<string, string>> {
  const once = await world.company('შპს ერთხელ');
  const drafts = [
    ...generateJournal({ seed: 17, transactions: TRANSACTIONS, from: '2025-01-01', to: '2025-12-31' }),
  ];
  for (let from = 0; from < drafts.length; from += 1_000) {
    const outcomes = await world.ledger.recordTransactions(
      once,
      drafts.slice(from, from + 1_000).map(({ draft }) => draft),
    );
    for (const outcome of outcomes) if ('error' in outcome) throw outcome.error;
  }
  return world.balances(once);
}
