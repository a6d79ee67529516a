import postgres from 'postgres';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '#shared/platform/log.ts';
import { loadChart } from '../accounts/chart.ts';
import { createAccount } from '../accounts/commands.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { openFiscalYear } from '../periods/commands.ts';
import { createTestLedger, transfer, type TestLedger } from '../testing/books.ts';
import { recordTransactionOrder } from '../transactions/commands.ts';
import { createLedgerWriter, type LedgerWriter } from '../writer.ts';
import { openBooks } from './commands.ts';
import { createOpeningPolicy, type OpeningPolicy } from './policy.ts';
import { booksOpenedAt, booksToOpen } from './queries.ts';

const log = createLog({ logLevel: 'silent' });
let ledger: TestLedger;
let writer: LedgerWriter;
let owner: postgres.Sql;
const policies: OpeningPolicy[] = [];

beforeAll(async () => {
  ledger = await createTestLedger();
  writer = createLedgerWriter(ledger.database);
  owner = postgres(ledger.test.ownerUrl, { max: 4 });
});
afterEach(async () => {
  await Promise.all(policies.splice(0).map((policy) => policy.close()));
});
afterAll(async () => {
  await owner.end();
  await ledger.close();
});

/** What identity does, as its own role, when a user founds a company. */
async function found(years: { first: number; last: number } = { first: 2025, last: 2026 }): Promise<Actor> {
  const actor = { companyId: uuid(), userId: uuid() };
  await owner`
    insert into identity.users (id, email, name, password_hash)
    values (${actor.userId}, ${`${actor.userId}@test.ge`}, 'დამფუძნებელი', 'none')`;
  const identity = postgres(ledger.test.urlFor('identity'), { max: 1 });
  await identity.begin(async (sql) => {
    await sql`select set_config('app.company_id', ${actor.companyId}, true)`;
    await sql`
      select identity.found_company(${actor.companyId}, 'შპს ახალი', null, null, ${actor.userId},
        array['admin', 'chief_accountant'], ${years.first}::int, ${years.last}::int, null, ${'0'.repeat(64)}, 20)`;
  });
  await identity.end();
  return actor;
}

function follow(more: { writer?: LedgerWriter; pollSeconds?: number; retrySeconds?: number } = {}): void {
  const { writer: by = writer, ...timing } = more;
  policies.push(
    createOpeningPolicy({ database: by.database, writer: by, log, retrySeconds: 0.05, ...timing }),
  );
}

/** What the log holds of a company: how many events of each type. */
async function eventsOf({ companyId }: Actor): Promise<Record<string, number>> {
  const rows = await owner<{ type: string; n: number }[]>`
    select event_type as type, count(*)::int as n from ledger.event_store
    where company_id = ${companyId} group by 1`;
  return Object.fromEntries(rows.map(({ type, n }) => [type, n]));
}

async function isWaiting({ companyId }: Actor): Promise<boolean> {
  return (await booksToOpen(ledger.database, [], 1_000)).some((founding) => founding.companyId === companyId);
}

const CHART = loadChart().length;
const SOON = { timeout: 20_000, interval: 25 };

describe('when a company is founded', () => {
  it('gets the Georgian chart and its fiscal years in the name of the founder, and can post', async () => {
    follow({ pollSeconds: 600 });
    const actor = await found({ first: 2024, last: 2026 });
    // The poll would come in ten minutes: the bell has rung.
    await expect.poll(() => isWaiting(actor), SOON).toBe(false);
    expect(await eventsOf(actor)).toEqual({ AccountOpened: CHART, FiscalYearOpened: 3 });
    const authors = await owner`
      select distinct metadata ->> 'userId' as author from ledger.event_store where company_id = ${actor.companyId}`;
    expect(authors).toEqual([{ author: actor.userId }]);
    expect(await booksOpenedAt(ledger.database, actor.companyId)).toMatch(/^20\d\d-/);
    const { result } = await writer.writePath.execute(
      recordTransactionOrder(writer, actor, transfer('1110', '5150', '100')),
    );
    expect(result.transactionId).toBeDefined();
  });

  it('is found by the poll when nothing rang, also when it was founded before the ledger started', async () => {
    const [before, after] = [await found(), await found()];
    follow({ pollSeconds: 0.05 });
    for (const actor of [before, after]) await expect.poll(() => isWaiting(actor), SOON).toBe(false);
    await owner`update identity.foundings set books_opened_at = null where company_id = ${after.companyId}`;
    await expect.poll(() => isWaiting(after), SOON).toBe(false);
    expect(await eventsOf(after)).toEqual({ AccountOpened: CHART, FiscalYearOpened: 2 });
  });

  it('keeps what somebody opened by hand meanwhile', async () => {
    const actor = await found();
    await openFiscalYear(writer, actor, { year: 2026 });
    await createAccount(writer, actor, { code: '1110', names: { ka: 'ჩემი სალარო' }, type: 'ASSET' });
    follow();
    await expect.poll(() => isWaiting(actor), SOON).toBe(false);
    expect(await eventsOf(actor)).toEqual({ AccountOpened: CHART, FiscalYearOpened: 2 });
    const [cash] = await owner`
      select names ->> 'ka' as name from ledger.accounts where company_id = ${actor.companyId} and code = '1110'`;
    expect(cash).toEqual({ name: 'ჩემი სალარო' });
  });

  it('is told of by nobody before it is done, and of a company without books nothing', async () => {
    const actor = await found();
    expect(await isWaiting(actor)).toBe(true);
    expect(await booksOpenedAt(ledger.database, actor.companyId)).toBeNull();
  });
});

describe('the opening of books', () => {
  it('happens once though the process died before it could tell', async () => {
    const actor = await found();
    await openBooks(writer, actor, { first: 2025, last: 2026 });
    const opened = await booksOpenedAt(ledger.database, actor.companyId);
    expect(await isWaiting(actor)).toBe(true);
    follow({ writer: ledger.anotherInstance() });
    await expect.poll(() => isWaiting(actor), SOON).toBe(false);
    expect(await eventsOf(actor)).toEqual({ AccountOpened: CHART, FiscalYearOpened: 2 });
    expect(await booksOpenedAt(ledger.database, actor.companyId)).toBe(opened);
  });

  it('happens whole or not at all: killed midway it leaves nothing, and goes on afterwards', async () => {
    const actor = await found();
    // The connection dies while the last fiscal year is written, as it does with a process that is killed.
    await owner.unsafe(`
      create function ledger.die() returns trigger language plpgsql as $$
      begin
        if new.company_id = '${actor.companyId}' and new.event_type = 'FiscalYearOpened' then
          perform pg_terminate_backend(pg_backend_pid());
        end if;
        return new;
      end $$;
      grant execute on function ledger.die() to public;
      create trigger die before insert on ledger.event_store for each row execute function ledger.die();`);
    follow({ writer: ledger.anotherInstance() });
    const failed = () =>
      owner<
        { n: number }[]
      >`select count(*)::int as n from ledger.idempotency_keys where company_id = ${actor.companyId}`;
    await expect(openBooks(ledger.anotherInstance(), actor, { first: 2025, last: 2026 })).rejects.toThrow();
    expect(await eventsOf(actor)).toEqual({});
    expect(await failed()).toEqual([{ n: 0 }]);
    expect(await isWaiting(actor)).toBe(true);
    await owner.unsafe('drop trigger die on ledger.event_store; drop function ledger.die()');
    await expect.poll(() => isWaiting(actor), SOON).toBe(false);
    expect(await eventsOf(actor)).toEqual({ AccountOpened: CHART, FiscalYearOpened: 2 });
  });

  it('of a company that fails holds up nobody else, and is tried again', async () => {
    const broken = await found();
    await owner.unsafe(`
      create function ledger.refuse() returns trigger language plpgsql as $$
      begin
        if new.company_id = '${broken.companyId}' then raise exception 'no books for this one'; end if;
        return new;
      end $$;
      grant execute on function ledger.refuse() to public;
      create trigger refuse before insert on ledger.event_store for each row execute function ledger.refuse();`);
    follow();
    const sound = await found();
    await expect.poll(() => isWaiting(sound), SOON).toBe(false);
    expect(await isWaiting(broken)).toBe(true);
    await owner.unsafe('drop trigger refuse on ledger.event_store; drop function ledger.refuse()');
    await expect.poll(() => isWaiting(broken), SOON).toBe(false);
    expect(await eventsOf(broken)).toEqual({ AccountOpened: CHART, FiscalYearOpened: 2 });
  });

  it('is done once by two processes at once', { timeout: 60_000 }, async () => {
    follow({ writer: ledger.anotherInstance(), pollSeconds: 0.02 });
    follow({ writer: ledger.anotherInstance(), pollSeconds: 0.02 });
    const founded = await Promise.all(Array.from({ length: 6 }, () => found()));
    for (const actor of founded) {
      await expect.poll(() => isWaiting(actor), SOON).toBe(false);
      expect(await eventsOf(actor)).toEqual({ AccountOpened: CHART, FiscalYearOpened: 2 });
    }
  });
});
