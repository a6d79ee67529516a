import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCompanyWorld, type CompanyWorld } from '#cli/testing/company-world.ts';
import { davtari } from '#cli/testing/run-davtari.ts';
import { openDatabase, type Database } from '#db/client.ts';
import { closePeriod } from '#ledger/periods/commands.ts';
import { createRecurringEntry } from '#ledger/schedules/recurring/commands.ts';
import { createLedgerWriter } from '#ledger/writer.ts';

let world: CompanyWorld;
let database: Database;
beforeAll(async () => {
  world = await createCompanyWorld();
  database = openDatabase(world.database.urlFor('ledger'), { max: 2 });
});
afterAll(async () => {
  await database.close();
  await world.close();
});

it(
  'davtari post-due lists what is due, posts it once, and says what the books refuse',
  { timeout: 120_000 },
  async () => {
    const actor = await world.company('შპს იჯარა');
    const writer = createLedgerWriter(database);
    const { result } = await createRecurringEntry(writer, actor, {
      description: 'rent',
      entries: [
        { accountCode: '7425', debit: '1000.00' },
        { accountCode: '3110', credit: '1000.00' },
      ],
      rule: { unit: 'MONTH', every: 1, lastDayOfMonth: true },
      firstOn: '2025-01-31',
    });
    await closePeriod(writer, actor, { year: 2025, month: 1, reason: 'done', despite: ['ENTRIES_DUE'] });
    const idOf = (date: string) => `recurring:${result.recurringEntryId}:${date}`;
    const run = (until: string, ...more: string[]) =>
      davtari(['post-due', '--company', 'შპს იჯარა', '--until', until, '--json', ...more], {
        DATABASE_URL: world.database.ownerUrl,
      });

    const listed = await run('2025-03-31', '--dry-run');
    expect([listed.exitCode, listed.json()]).toMatchObject([
      0,
      [
        ...['2025-01-31', '2025-02-28', '2025-03-31'].map((date) => ({
          ...{ type: 'due', id: idOf(date), date, amount: '1000.00', currency: 'GEL' },
        })),
        { type: 'summary', company: actor.companyId, due: 3 },
      ],
    ]);
    expect(await world.balances(actor)).toEqual(new Map());

    // January is closed: it is told, and harms none of the others.
    const posted = await run('2025-02-28');
    expect(posted.exitCode).not.toBe(0);
    expect(posted.json()).toMatchObject([
      { type: 'refused', id: idOf('2025-01-31'), code: 'PERIOD_CLOSED', field: 'date' },
      { type: 'posted', id: idOf('2025-02-28'), date: '2025-02-28' },
      { type: 'summary', posted: 1, refused: 1 },
    ]);
    expect((await world.balances(actor)).get('7425')).toBe('1000.00');

    const again = await run('2025-02-28');
    expect(again.json().at(-1)).toMatchObject({ posted: 0, refused: 1 });
    expect((await world.balances(actor)).get('7425')).toBe('1000.00');

    const wrong = await run('2025-02-30');
    expect(wrong.exitCode).not.toBe(0);
    expect(`${wrong.stdout}${wrong.stderr}`).toContain('until: there is no such day');
  },
);
