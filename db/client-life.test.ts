import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, toDomainError, type Database } from '#db/client.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#db/embedded.ts';
import { DomainError } from '#shared/domain/errors.ts';

const COMPANY = '11111111-1111-4111-8111-111111111111';
const WORKERS = 24;

let folder: string;
let server: EmbeddedPostgres;
let database: Database;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'davtari-kills-'));
  server = await startEmbeddedPostgres({ dataDir: folder, durable: false });
  database = openDatabase(server.url, { max: 6, name: 'hammered' });
  await database.sql.unsafe('create table kept (worker int, round int, primary key (worker, round))');
});
afterAll(async () => {
  await database.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Ends the promise's wait by an error that says what hung. */
async function within<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${what} hung for ${String(milliseconds)} ms`));
    }, milliseconds);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** Many transactions at once, each begun again by a caller that met an error, until the time is over. */
function hammer(until: () => boolean): Promise<{ done: number; failed: number; kept: Set<string> }> {
  const count = { done: 0, failed: 0, kept: new Set<string>() };
  const worker = async (id: number): Promise<void> => {
    for (let round = 0; !until(); round += 1) {
      try {
        const kind = (id + round) % 3;
        if (kind === 0) {
          await within(
            8_000,
            'a write',
            database.withCompany(
              COMPANY,
              async (sql) => {
                await sql`insert into kept values (${id}, ${round})`;
                await sql`select pg_sleep(0.002)`;
                const rows = await sql<{ n: number }[]>`select generate_series(1, 200)::int as n`;
                expect([rows.length, rows[0]?.n, rows[199]?.n]).toEqual([200, 1, 200]);
              },
              'write',
            ),
          );
          count.kept.add(`${String(id)} ${String(round)}`);
        } else if (kind === 1) {
          const rows = await within(
            8_000,
            'a read by Drizzle',
            database.withCompanyDrizzle(COMPANY, (db) =>
              db.execute('select generate_series(1, 50)::int as n'),
            ),
          );
          expect([rows.length, rows[0]?.['n']]).toEqual([50, 1]);
        } else {
          const text = 'x'.repeat(1 + ((id * 37 + round) % 900));
          const rows = await within(8_000, 'a question', database.sql`select ${text}::text as text`);
          expect(rows).toEqual([{ text }]);
        }
        count.done += 1;
      } catch (thrown) {
        const error = toDomainError(thrown);
        if (!(error instanceof DomainError)) throw error;
        expect(error.code).toBe('SERVICE_UNAVAILABLE');
        count.failed += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  return Promise.all(Array.from({ length: WORKERS }, (_, id) => worker(id))).then(() => count);
}

const settled = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** All connections that the pool may have answer at once. A busy machine may hesitate; what is stuck stays stuck. */
const serves = async () => Math.min(await servesOnce(), await servesOnce(), await servesOnce());
const servesOnce = async () => {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 12 }, () =>
      within(
        5_000,
        'a pool that should serve',
        database.withCompany(COMPANY, (sql) => sql`select pg_sleep(0.01)`),
      ),
    ),
  );
  return performance.now() - began;
};

describe('a pool whose connections are killed', { timeout: 60_000 }, () => {
  it('answers or refuses everything, keeps what it said it kept, and serves at once afterwards', async () => {
    const owner = postgres(server.url, { max: 1, fetch_types: false });
    const end = performance.now() + 5_000;
    const isOver = () => performance.now() > end;
    const working = hammer(isOver);
    while (!isOver()) {
      await owner`select pg_terminate_backend(pid) from pg_stat_activity
                  where application_name = 'hammered' and random() < 0.5`;
      await settled(5 + Math.random() * 60);
    }
    const count = await working;
    expect(await serves()).toBeLessThan(1_000);
    expect(count.failed).toBeGreaterThan(10);
    expect(count.done).toBeGreaterThan(20);
    const rows = await database.sql<{ worker: number; round: number }[]>`select worker, round from kept`;
    const stored = new Set(rows.map((row) => `${String(row.worker)} ${String(row.round)}`));
    expect([...count.kept].filter((key) => !stored.has(key))).toEqual([]);
    await owner.end();
  });

  it('comes back after kill -9 of the server, and so do those who listen', async () => {
    await database.sql`delete from kept`;
    const heard: string[] = [];
    let beginnings = 0;
    const listening = await database.sql.listen(
      'bell',
      (payload) => heard.push(payload),
      () => (beginnings += 1),
    );
    for (let round = 0; round < 3; round += 1) {
      const before = beginnings;
      let isOver = false;
      const working = hammer(() => isOver);
      await settled(300 + Math.random() * 300);
      process.kill(server.pid, 'SIGKILL');
      await expect.poll(() => beginnings, { timeout: 20_000, interval: 20 }).toBeGreaterThan(before);
      isOver = true;
      await working;
      expect(await serves()).toBeLessThan(1_000);
      await database.sql`select pg_notify('bell', ${String(round)})`;
      await expect.poll(() => heard).toContain(String(round));
      await database.sql`delete from kept`;
    }
    await listening.unlisten();
  });
});

describe('a server that closes each connection without a word', () => {
  it('is told to the caller, who is not kept waiting', async () => {
    const sockets = new Set<Socket>();
    let tries = 0;
    const mute = createServer((socket) => {
      tries += 1;
      sockets.add(socket);
      socket.on('error', () => undefined).end();
    });
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const lost = openDatabase(`postgres://x:y@127.0.0.1:${String(port)}/z`, { max: 1 });
    const error: unknown = await lost.ping().catch((thrown: unknown) => toDomainError(thrown));
    expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(tries).toBeLessThan(3);
    await lost.close();
    mute.close();
  });
});
