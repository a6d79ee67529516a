import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { createConsumer } from '#db/feed.ts';
import type { DeadLetter } from '#db/dead-letters.ts';
import { createCompanyWorld, type CompanyWorld } from '#cli/testing/company-world.ts';
import { davtari, startDavtari } from '#cli/testing/run-davtari.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { createLog } from '#shared/platform/log.ts';

let world: CompanyWorld;
let database: Database;
let company: Actor;
let environment: Record<string, string>;
const remedy = { found: false };
const handled: number[] = [];

beforeAll(async () => {
  world = await createCompanyWorld();
  company = await world.company('შპს წერილი', { chart: false, years: [2024, 2025, 2026] });
  database = openDatabase(world.database.urlFor('ledger'), { max: 2 });
  environment = { DATABASE_URL: world.database.ownerUrl };
});
afterAll(async () => {
  await database.close();
  await world.close();
});

/** A consumer that cannot handle the first and the third event before there is a remedy. */
function consume() {
  return createConsumer({
    database,
    schema: 'ledger',
    name: 'mailman',
    log: createLog({ logLevel: 'silent' }),
    retrySeconds: 0.01,
    maxAttempts: 2,
    handle(_sql, _companyId, events) {
      for (const { seq } of events) {
        if (seq !== 2 && !remedy.found) throw new Error('the "letter" is wet');
        handled.push(seq);
      }
      return Promise.resolve();
    },
  });
}

describe('davtari dead-letters', { timeout: 120_000 }, () => {
  it('lists them, has them handled again and drops them, for people and for machines', async () => {
    const consumer = consume();
    await expect
      .poll(async () => (await world.ledger.deadLetters.list()).length, { timeout: 20_000 })
      .toBe(2);
    const id = (seq: number) => `mailman/${company.companyId}/${seq}`;

    const words = await davtari(['dead-letters', 'list', '--company', 'შპს წერილი'], environment);
    expect(words.stderr).toBe('');
    expect(words.stdout).toMatch(
      new RegExp(
        `^${id(1)}  FiscalYearOpened waits to be looked at\n  2 attempts, .*\n  Error: the "…" is wet\n`,
      ),
    );
    const listed = await davtari(['dead-letters', 'list', '--json'], environment);
    expect(listed.json<DeadLetter>().map((letter) => [letter.id, letter.state])).toEqual([
      [id(1), 'waiting'],
      [id(3), 'waiting'],
    ]);

    const failed = await davtari(['dead-letters', 'retry', id(1), '--json'], environment);
    expect(failed.exitCode).toBe(1);
    expect(failed.json<DeadLetter>()).toMatchObject([{ state: 'waiting', attempts: 3 }]);

    remedy.found = true;
    const cured = await davtari(['dead-letters', 'retry', id(1)], environment);
    expect([cured.exitCode, cured.stdout]).toEqual([
      0,
      expect.stringContaining(`${id(1)}  FiscalYearOpened was handled`),
    ]);
    await consumer.close();
    // The first time it was handled within a batch that failed.
    expect(handled.filter((seq) => seq === 1)).toEqual([1]);

    const silent = await davtari(['dead-letters', 'drop', id(3)], environment);
    expect([silent.exitCode, silent.stderr]).toEqual([2, expect.stringContaining('--reason')]);
    const dropped = await davtari(
      ['dead-letters', 'drop', id(3), '--reason', 'სატესტო', '--json'],
      environment,
    );
    expect(dropped.json<DeadLetter>()).toMatchObject([{ state: 'dropped', reason: 'სატესტო' }]);
    const again = await davtari(['dead-letters', 'retry', id(3)], environment);
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringContaining('INVALID_TRANSITION')]);

    const nothing = await davtari(['dead-letters', 'list'], environment);
    expect([nothing.exitCode, nothing.stdout]).toEqual([0, '']);
    const all = await davtari(['dead-letters', 'list', '--all', '--json'], environment);
    expect(all.json<DeadLetter>().map(({ state }) => state)).toEqual(['handled', 'dropped']);
  });

  it('leaves it to the ledger that runs next when none is running', async () => {
    remedy.found = false;
    const consumer = consume();
    await world.ledger.ensureFiscalYear(company, 2027);
    const id = `mailman/${company.companyId}/4`;
    await expect
      .poll(async () => (await world.ledger.deadLetters.list()).map((letter) => letter.state), {
        timeout: 20_000,
      })
      .toEqual(['waiting']);
    await consumer.close();
    const asking = startDavtari(['dead-letters', 'retry', id, '--wait', '0', '--json'], environment);
    expect((await asking.finished).json<DeadLetter>()).toMatchObject([{ id, state: 'requested' }]);
    remedy.found = true;
    const next = consume();
    await expect
      .poll(async () => (await world.ledger.deadLetters.find(id)).state, { timeout: 20_000 })
      .toBe('handled');
    await next.close();
  });
});
