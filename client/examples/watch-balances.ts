/**
 * Shows the balances of a company as they are and as they change, until Ctrl-C.
 *
 *     npx tsx client/examples/watch-balances.ts --token … [ws://localhost:4000/graphql]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { WebSocket } from 'ws';
import { follow, type Placed } from '../follow.ts';

interface BalanceChanged extends Placed {
  readonly account: { readonly code: string; readonly name: string };
  readonly balance: string;
  readonly snapshot: { readonly remaining: number } | null;
}

const QUERY = `subscription WatchBalances($after: Cursor) {
  balanceChanged(after: $after, snapshot: true) {
    cursor seq balance account { code name } snapshot { remaining }
  }
}`;

const { values, positionals } = parseArgs({ options: { token: { type: 'string' } }, allowPositionals: true });
const { token } = values;
if (token === undefined) throw new Error('Give an access token: --token …');
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

for await (const { seq, account, balance, snapshot } of follow<BalanceChanged>({
  url: positionals[0] ?? 'ws://localhost:4000/graphql',
  authorize: () => ({ token }),
  query: QUERY,
  signal: stop.signal,
  webSocketImpl: WebSocket,
  onStatus: (status) => process.stderr.write(`${JSON.stringify(status)}\n`),
})) {
  const place = snapshot === null ? `#${seq}` : 'is';
  process.stdout.write(`${place}\t${account.code}\t${account.name}\t${balance}\n`);
}
