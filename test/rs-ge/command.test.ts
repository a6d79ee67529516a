import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCompanyWorld, type CompanyWorld } from '#cli/testing/company-world.ts';
import { davtari } from '#cli/testing/run-davtari.ts';
import { loadOrCreateSecret } from '#shared/platform/sealing.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { issue, openWorld, SIGN_IN, submissionsOf, submitted, type World } from './outbox-world.ts';
import { BUYER, SELLER } from './parties.ts';
import { startSimulator, type Simulator } from './simulator.ts';

const NAME = 'შპს ავტორიზაცია';
let books: CompanyWorld;
let simulator: Simulator;
let world: World;
let companyId: string;
let folder: string;
let environment: Record<string, string>;
beforeAll(async () => {
  books = await createCompanyWorld();
  ({ companyId } = await books.company(NAME, { chart: false, years: [] }));
  simulator = await startSimulator({ users: [SELLER, BUYER], paceMs: 0 });
  folder = mkdtempSync(join(tmpdir(), 'davtari-rs-ge-command-'));
  const keyFile = join(folder, 'secrets.jwk.json');
  const secret = await loadOrCreateSecret(keyFile);
  world = openWorld({
    databaseUrl: books.database.urlFor('tax'),
    simulator,
    secretHex: Buffer.from(secret).toString('hex'),
    paceMs: 1,
    log: createWatchedLog(),
  });
  environment = {
    DATABASE_URL: books.database.ownerUrl,
    SECRETS_KEY_FILE: keyFile,
    RS_GE_EAPI_URL: simulator.eapiUrl,
    RS_GE_NTOS_URL: simulator.ntosUrl,
  };
});
afterAll(async () => {
  await world.close();
  await simulator.close();
  await books.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Status {
  readonly company: { readonly id: string };
  readonly connection: { readonly state: string; readonly waiting: number; readonly stuck: number };
  readonly stuck: readonly { readonly id: string; readonly operation: string; readonly errorCode: string }[];
}

describe('davtari rs-ge', { timeout: 180_000 }, () => {
  it('tries the connection, tells how it fares, and takes up again or drops what is stuck', async () => {
    const none = await davtari(['rs-ge', 'status', '--company', NAME], environment);
    expect([none.exitCode, none.stdout]).toEqual([
      0,
      `${NAME}  ${companyId}\n  NONE\n  0 to be done, 0 to be looked at\n`,
    ]);
    const unknown = await davtari(['rs-ge', 'try', '--company', NAME], environment);
    expect(unknown.exitCode).not.toBe(0);
    expect(unknown.stderr).toContain('the company is not connected to RS.ge');

    await world.connections.keep(companyId, { ...SIGN_IN.EAPI, password: 'another' });
    const refused = await davtari(['rs-ge', 'try', '--company', NAME, '--json'], environment);
    expect([refused.exitCode === 0, refused.json<Status>()[0]?.connection.state]).toEqual([false, 'REFUSED']);
    await world.connections.keep(companyId, SIGN_IN.EAPI);
    const tried = await davtari(['rs-ge', 'try', '--company', NAME], environment);
    expect([tried.exitCode, tried.stdout.split('\n')[1]]).toEqual([
      0,
      expect.stringMatching(/^ {2}CONNECTED over EAPI since /),
    ]);

    // Two that RS.ge refuses: nobody has these numbers.
    const outbox = world.outbox();
    const ids: string[] = [];
    for (const buyerTin of ['488888888', '477777777'])
      ids.push(await issue(world, companyId, submitted({ buyerTin })));
    await vi.waitFor(
      async () => {
        const rows = await submissionsOf(world, companyId);
        expect(rows.filter(({ state }) => state === 'REFUSED')).toHaveLength(2);
      },
      { timeout: 20_000, interval: 50 },
    );
    await outbox.close();
    const [status] = (await davtari(['rs-ge', 'status', '--json'], environment)).json<Status>();
    expect(status).toMatchObject({
      company: { id: companyId },
      connection: { stuck: 2 },
      stuck: [
        { operation: 'SAVE', errorCode: '-1005' },
        { operation: 'SAVE', errorCode: '-1005' },
      ],
    });
    const [first = '', second = ''] = status?.stuck.map(({ id }) => id) ?? [];
    const dropped = await davtari(
      ['rs-ge', 'drop', first, '--company', NAME, '--reason', 'the buyer is closed'],
      environment,
    );
    expect([dropped.exitCode, dropped.stdout]).toEqual([0, expect.stringContaining('is DROPPED')]);
    const retried = await davtari(['rs-ge', 'retry', second, '--company', NAME, '--json'], environment);
    expect([retried.exitCode, retried.json()]).toEqual([
      0,
      [expect.objectContaining({ id: second, state: 'UNKNOWN' })],
    ]);
    // What is retried stands at RS.ge in the end, and what was dropped does not.
    for (const tin of ['488888888', '477777777']) simulator.registry.addTaxpayer(tin, 'შპს ახალი', true);
    const again = world.outbox();
    await vi.waitFor(
      async () => {
        const rows = await submissionsOf(world, companyId);
        const of = (id: string) => rows.find((row) => row.id === id)?.state;
        expect([of(first), of(second)]).toEqual(['DROPPED', 'DONE']);
      },
      { timeout: 20_000, interval: 50 },
    );
    await again.close();
    const held = simulator.registry.byReference();
    expect(ids.map((id) => held.get(id)?.length ?? 0).sort()).toEqual([0, 1]);
    const twice = await davtari(
      ['rs-ge', 'drop', first, '--company', NAME, '--reason', 'again'],
      environment,
    );
    expect(twice.exitCode).not.toBe(0);
    expect(twice.stderr).toContain('the submission is DROPPED');
  });
});
