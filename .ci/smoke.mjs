// Starts the system as a newcomer would, with an empty data folder, and goes once all the way through.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const SIGN_IN_WITHIN = 90_000;

const dataDir = mkdtempSync(join(tmpdir(), 'davtari-smoke-'));
const port = await freePort();
const url = `http://127.0.0.1:${port}/graphql`;
const began = performance.now();
const program = spawn('npm', ['start'], {
  env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  stdio: ['ignore', 'inherit', 'inherit'],
  // A group of its own, so that it can be stopped as Ctrl-C stops it.
  detached: true,
});
const ended = new Promise((resolve) => program.once('exit', resolve));

try {
  const { accessToken } = await signIn();
  say(`signed in after ${Math.round(performance.now() - began)} ms`);

  const { account } = await ask('{ account(code: "1210") { code name balance } }', {}, accessToken);
  if (account?.code !== '1210') throw new Error(`no account 1210: ${JSON.stringify(account)}`);
  say(`account ${account.code} ${account.name}: ${account.balance}`);

  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${accessToken}` },
    retryAttempts: 0,
  });
  const events = client.iterate({
    query: 'subscription { transactionPosted { cursor seq transaction { number description } } }',
  });
  let event;
  const first = events.next().then((told) => (event = told));
  // Nothing says when a subscription has begun, so it is posted until one posting is told.
  const posted = new Map();
  const postingEnds = performance.now() + 10_000;
  while (event === undefined && performance.now() < postingEnds) {
    const description = `smoke ${process.pid}-${posted.size + 1}`;
    const { recordTransaction } = await ask(
      `mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { number } } }`,
      {
        input: {
          date: new Date().toISOString().slice(0, 10),
          description,
          entries: [
            { accountCode: '1210', debit: '100.00' },
            { accountCode: '6110', credit: '100.00' },
          ],
        },
      },
      accessToken,
    );
    posted.set(description, recordTransaction.transaction.number);
    await Promise.race([first, delay(200)]);
  }
  const told = event?.value?.data?.transactionPosted?.transaction;
  if (told === undefined || posted.get(told.description) !== told.number) {
    throw new Error(`the subscriber was told ${JSON.stringify(event)}`);
  }
  say(`transaction ${told.number} was told to the subscriber`);
  await client.dispose();

  process.kill(-program.pid, 'SIGINT');
  if ((await Promise.race([ended.then(() => 'ended'), delay(20_000, 'late', { ref: false })])) === 'late') {
    throw new Error('it does not stop within 20 s');
  }
  if (existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid')))
    throw new Error('the database was not stopped');
  say('stopped');
} catch (error) {
  process.stderr.write(`The smoke test failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  if (program.exitCode === null && program.signalCode === null) {
    process.kill(-program.pid, 'SIGKILL');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function signIn() {
  for (;;) {
    if (program.exitCode !== null) throw new Error(`npm start ended with ${program.exitCode}`);
    if (performance.now() - began > SIGN_IN_WITHIN) throw new Error('nobody could sign in within 90 s');
    try {
      const input = { email: 'chief@demo.ge', password: 'demo-password' };
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
      return (await ask(query, { input })).signIn;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      // Nobody listens yet.
      await delay(100);
    }
  }
}

async function ask(query, variables, accessToken) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function say(text) {
  process.stdout.write(`smoke: ${text}\n`);
}
