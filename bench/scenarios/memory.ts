import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { generateJournal } from '#cli/demo/journal/generate.ts';
import { journalHeader, journalLines } from '#cli/journal-csv/write-journal.ts';
import type { Bench } from '../bench.ts';
import { messageOf, startClient } from '../clients/child.ts';
import type { FromSocketClient, ToSocketClient } from '../clients/socket-job.ts';
import { memoryOf } from '../measure/processes.ts';
import type { Table } from '../report.ts';

const DAVTARI = fileURLToPath(new URL('../../cli/davtari.mjs', import.meta.url));
const TRANSACTIONS = 20_000;
const SUBSCRIBERS = 20;
const BATCH = 200;
const LIMIT_MEGABYTES = 600;
const SUBSCRIPTION =
  'subscription { transactionPosted { cursor seq transaction { id entries { account { code } } } } }';
const RECORD =
  'mutation ($input: RecordTransactionsInput!) { recordTransactions(input: $input) { results { index error { code } } } }';

/** The system as `npm start` runs it, with its own database and the demo company, while a year is imported. */
export async function measureMemory(bench: Bench): Promise<void> {
  const year = new Date().getUTCFullYear();
  const journal = join(bench.folder, 'journal.csv');
  const drafts = [
    ...generateJournal({
      seed: 9,
      transactions: TRANSACTIONS,
      from: `${year - 1}-01-01`,
      to: `${year - 1}-12-31`,
    }),
  ];
  const lines = drafts.map(({ index, draft }) => journalLines(`M${index}`, draft));
  await writeFile(journal, `${journalHeader()}${lines.join('')}`);

  bench.tell('memory, davtari start');
  const system = startDavtari(bench, ['start', '--port', '0', '--json']);
  const subscribers = startClient('./socket-client.ts');
  const rows: Table['rows'][number][] = [];
  let peakAfterImport: number | null = null;
  const note = (when: string, child: ChildProcess, seconds: number | null = null): void => {
    rows.push({ when, ...memoryOf(child.pid ?? 0), seconds });
  };
  try {
    const { url, seconds } = await greeting(system);
    note('started, demo company seeded', system, seconds);
    const token = await signIn(url);
    await subscribe(subscribers, `${url.replace('http', 'ws')}/graphql`, token);

    bench.tell(`memory, davtari import of ${TRANSACTIONS} transactions`);
    const began = performance.now();
    const importer = startDavtari(bench, ['import', journal, '--json']);
    let importerPeak = 0;
    const sampling = setInterval(() => {
      importerPeak = Math.max(importerPeak, memoryOf(importer.pid ?? 0).peak ?? 0);
    }, 200);
    const [code] = (await once(importer, 'close')) as [number | null];
    clearInterval(sampling);
    if (code !== 0) throw new Error(`davtari import ended with ${code}`);
    const took = (performance.now() - began) / 1000;
    rows.push({
      when: 'davtari import itself (its own process)',
      resident: null,
      peak: importerPeak,
      seconds: took,
    });
    note(`after the import, ${SUBSCRIBERS} subscribers watching`, system, took);
    peakAfterImport = memoryOf(system.pid ?? 0).peak;

    bench.tell(`memory, ${TRANSACTIONS} transactions through the gateway`);
    const again = performance.now();
    for (let at = 0; at < drafts.length; at += BATCH) {
      await record(
        url,
        token,
        drafts.slice(at, at + BATCH).map(({ draft }) => draft),
      );
    }
    note(
      `after as many by batches of ${BATCH} through the gateway`,
      system,
      (performance.now() - again) / 1000,
    );
    await delay(2_000);
    note('two seconds later', system);
  } finally {
    subscribers.kill();
    await stop(system);
  }
  bench.tables.push({
    title: `Memory of the one-process system, without PostgreSQL (${TRANSACTIONS} transactions)`,
    columns: [
      { key: 'when', heading: 'when' },
      { key: 'resident', heading: 'RSS MB', digits: 0 },
      { key: 'peak', heading: 'peak MB', digits: 0 },
      { key: 'seconds', heading: 'took s', digits: 1 },
    ],
    rows,
  });
  bench.goals.push({
    what: `memory of the one-process system after the import of ${TRANSACTIONS} transactions, peak`,
    relation: '≤',
    wanted: LIMIT_MEGABYTES,
    actual: peakAfterImport,
    unit: 'MB',
  });
}

function startDavtari({ folder }: Bench, words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [DAVTARI, ...words], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LOG_LEVEL: 'error', DATA_DIR: join(folder, 'start') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const greetingLine = z.object({ url: z.string(), seconds: z.number() });

async function greeting(system: ChildProcess): Promise<z.infer<typeof greetingLine>> {
  let text = '';
  for await (const chunk of (system.stdout ?? []) as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    const [line, ...rest] = text.split('\n');
    if (line !== undefined && rest.length > 0) return greetingLine.parse(JSON.parse(line));
  }
  throw new Error('davtari start ended before it was ready');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(timer);
}

async function graphql(url: string, body: object, token?: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

const session = z.object({ signIn: z.object({ accessToken: z.string() }) });

async function signIn(url: string): Promise<string> {
  const query =
    'mutation { signIn(input: { email: "chief@demo.ge", password: "demo-password" }) { accessToken } }';
  return session.parse(await graphql(url, { query })).signIn.accessToken;
}

async function record(url: string, token: string, transactions: readonly object[]): Promise<void> {
  const data = JSON.stringify(
    await graphql(url, { query: RECORD, variables: { input: { transactions } } }, token),
  );
  if (data.includes('"code":')) throw new Error(`a batch was refused: ${data.slice(0, 300)}`);
}

async function subscribe(client: ChildProcess, url: string, token: string): Promise<void> {
  const subscribed = messageOf<FromSocketClient>(client, () => true, 60);
  const order: ToSocketClient = { kind: 'subscribe', url, token, query: SUBSCRIPTION, sockets: SUBSCRIBERS };
  client.send(order);
  const message = await subscribed;
  if (message.kind === 'broken') throw new Error(message.why);
}
