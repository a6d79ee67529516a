import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { generateJournal } from '#cli/demo/journal/generate.ts';
import { journalHeader, journalLines } from '#cli/journal-csv/write-journal.ts';
import { createCompanyWorld, tetri, type CompanyWorld } from '#cli/testing/company-world.ts';
import { davtari, startDavtari, type Running } from '#cli/testing/run-davtari.ts';
import type { Actor } from '#shared/domain/actor.ts';

const TRANSACTIONS = 20_000;
const hasHledger = spawnSync('hledger', ['--version']).status === 0;

let world: CompanyWorld;
let actor: Actor;
let folder: string;
let system: Running;
let url: string;
let environment: Record<string, string>;
beforeAll(async () => {
  world = await createCompanyWorld();
  actor = await world.company('შპს წელი');
  folder = mkdtempSync(join(tmpdir(), 'davtari-year-'));
  environment = { DATABASE_URL: world.database.ownerUrl, DATA_DIR: folder };
  await writeJournal();
  system = startDavtari(['start', '--port', '0', '--json'], environment);
  await system.saw('\n');
  url = (JSON.parse(system.stdout().split('\n')[0] ?? '') as { url: string }).url;
});
afterAll(async () => {
  system.process.kill('SIGTERM');
  await system.finished;
  await world.close();
  rmSync(folder, { recursive: true });
});

async function writeJournal(): Promise<void> {
  const file = createWriteStream(join(folder, 'journal.csv'));
  file.write(journalHeader());
  const options = { seed: 9, transactions: TRANSACTIONS, from: '2025-01-01', to: '2025-12-31' };
  for (const { index, draft } of generateJournal(options)) file.write(journalLines(`Y${index}`, draft));
  file.end();
  await finished(file);
}

async function graphql<T>(query: string, token?: string): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function signIn(): Promise<string> {
  const { signIn: session } = await graphql<{ signIn: { accessToken: string } }>(
    'mutation { signIn(input: { email: "chief1@books.ge", password: "demo-password" }) { accessToken } }',
  );
  return session.accessToken;
}

interface Posted {
  readonly seq: number;
  readonly transaction: {
    readonly id: string;
    readonly entries: readonly { readonly account: { readonly code: string } }[];
  };
}

/** Gathers what a subscriber sees after a cursor until it has seen enough. */
async function watch(client: Client, after: string, enough: number, seen: Posted[]): Promise<void> {
  const events = client.iterate<{ transactionPosted: Posted }>({
    query: `subscription ($after: Cursor) {
      transactionPosted(after: $after) { cursor seq transaction { id entries { account { code } } } }
    }`,
    variables: { after },
  });
  for await (const { data, errors } of events) {
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    if (data) seen.push(data.transactionPosted);
    if (seen.length >= enough) return;
  }
}

describe('a year of 20,000 transactions', () => {
  it(
    'is imported by the command line while a subscriber sees every one once, in order',
    { timeout: 120_000 },
    async () => {
      const token = await signIn();
      const client = createClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${token}` },
        retryAttempts: 0,
      });
      const seen: Posted[] = [];
      // From here on nothing may be missed, however long the subscription takes to stand.
      const now = await world.ledger.feed.latest(actor.companyId);
      const watching = watch(client, now, TRANSACTIONS, seen);
      const run = await davtari(['import', join(folder, 'journal.csv'), '--json'], environment);
      expect([run.stderr, run.exitCode]).toEqual(['', 0]);
      expect(run.json().at(-1)).toMatchObject({ imported: TRANSACTIONS, refused: 0 });
      await watching;
      await client.dispose();
      expect(seen.map(({ seq }) => seq)).toEqual(
        Array.from({ length: TRANSACTIONS }, (_, index) => index + 1),
      );
      expect(new Set(seen.map(({ transaction }) => transaction.id)).size).toBe(TRANSACTIONS);
      expect(seen.every(({ transaction }) => transaction.entries.length >= 2)).toBe(true);
    },
  );

  it('has document numbers without gaps', async () => {
    const numbers: string[] = [];
    for await (const { number } of world.ledger.exportTransactions(actor.companyId)) numbers.push(number);
    expect(numbers.sort()).toEqual(
      Array.from({ length: TRANSACTIONS }, (_, index) => `2025-${String(index + 1).padStart(6, '0')}`),
    );
  });

  it.skipIf(!hasHledger)(
    'has on every account the balance that hledger finds in the export (skipped where hledger is not installed)',
    { timeout: 120_000 },
    async () => {
      const file = join(folder, 'books.journal');
      const run = await davtari(['export', '--format', 'hledger', '--output', file], environment);
      expect([run.stderr, run.exitCode]).toEqual(['', 0]);
      const balance = spawnSync(
        'hledger',
        ['-f', file, 'balance', '--cost', '--flat', '--no-total', '--output-format', 'csv'],
        { encoding: 'utf8', env: { LC_ALL: 'C.UTF-8', PATH: '/usr/bin' }, maxBuffer: 10_000_000 },
      );
      expect(balance.stderr).toBe('');
      const theirs = new Map(
        [...balance.stdout.matchAll(/^"\w+:(\d+)[^"]*","(-?[\d.]+) GEL"$/gm)].map(
          ([, code = '', amount = '']) => [code, tetri(amount)],
        ),
      );
      const token = await signIn();
      const { accounts: first } = await graphql<Accounts>(accountsQuery(''), token);
      const { accounts: second } = await graphql<Accounts>(
        accountsQuery(`, after: "${first.pageInfo.endCursor}"`),
        token,
      );
      const { accounts: third } = await graphql<Accounts>(
        accountsQuery(`, after: "${second.pageInfo.endCursor}"`),
        token,
      );
      const ours = new Map(
        [...first.edges, ...second.edges, ...third.edges]
          .map(({ node }) => [node.code, tetri(node.balance)] as const)
          .filter(([, amount]) => amount !== 0n),
      );
      expect(ours.size).toBeGreaterThan(40);
      expect(theirs).toEqual(ours);
    },
  );

  it('is verified as whole, and an altered row is named', { timeout: 120_000 }, async () => {
    const clean = await davtari(['verify', '--json'], environment);
    expect(clean.json()).toMatchObject([{ isIntact: true, firstBrokenEvent: null, differences: [] }]);
    expect(clean.exitCode).toBe(0);

    const [row] = await world.owner.sql<{ seq: string }[]>`
      select seq::text from ledger.event_store
      where company_id = ${actor.companyId} and published_seq = ${TRANSACTIONS / 2}`;
    await world.owner.sql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update ledger.event_store set data = replace(data::text, '"date":"2025', '"date":"2024')::json
        where company_id = ${actor.companyId} and seq = ${row?.seq ?? ''}`;
    });
    const broken = await davtari(['verify', '--json'], environment);
    expect(broken.json()).toMatchObject([
      { isIntact: false, firstBrokenEvent: { logPosition: Number(row?.seq) } },
    ]);
    expect(broken.exitCode).toBe(1);
    const told = await davtari(['verify'], environment);
    expect(told.stdout).toContain(`BROKEN at event ${row?.seq ?? '?'}: `);
  });
});

interface Accounts {
  readonly accounts: {
    readonly edges: readonly { readonly node: { readonly code: string; readonly balance: string } }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

function accountsQuery(after: string): string {
  return `{ accounts(first: 100${after}) { edges { node { code balance } } pageInfo { endCursor } } }`;
}
