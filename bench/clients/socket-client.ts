/** Many subscribers in one process of their own. They read what comes and look at nothing but the clock. */
import { WebSocket } from 'ws';
import { spreadOf } from '../measure/latencies.ts';
import {
  millisecondsSince,
  type FromSocketClient,
  type SocketJob,
  type SocketOutcome,
  type ToSocketClient,
} from './socket-job.ts';

const OPENED_TOGETHER = 50;
/** Of the arrivals so many are kept at most; every one is counted. */
const KEPT_DURATIONS = 1_000_000;

const sockets: WebSocket[] = [];
const closed: Record<string, number> = {};
let durations: number[] = [];
let received = 0;
let firstAt = 0;
let lastAt = 0;
let isFinishing = false;

function open({ url, token, query }: SocketJob): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
    sockets.push(socket);
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
    });
    socket.on('message', (data: Buffer) => {
      const message = data.toString('utf8');
      if (message.startsWith('{"type":"connection_ack"')) {
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
        resolve();
      } else if (message.startsWith('{"type":"ping"')) {
        socket.send('{"type":"pong"}');
      } else if (message.includes('"type":"error"') || message.includes('"errors":')) {
        tell({ kind: 'broken', why: message.slice(0, 300) });
      } else {
        lastAt = performance.now();
        if (received === 0) firstAt = lastAt;
        received += 1;
        const milliseconds = millisecondsSince(message);
        if (milliseconds !== null && durations.length < KEPT_DURATIONS) durations.push(milliseconds);
      }
    });
    socket.once('error', reject);
    socket.once('close', (code) => {
      if (!isFinishing) closed[code] = (closed[code] ?? 0) + 1;
      reject(new Error(`a socket was closed with ${code}`));
    });
  });
}

async function act(order: ToSocketClient): Promise<void> {
  switch (order.kind) {
    case 'subscribe':
      for (let opened = 0; opened < order.sockets; opened += OPENED_TOGETHER) {
        const together = Math.min(OPENED_TOGETHER, order.sockets - opened);
        await Promise.all(Array.from({ length: together }, () => open(order)));
      }
      tell({ kind: 'subscribed' });
      return;
    case 'measure':
      durations = [];
      received = 0;
      return;
    case 'tell':
      tell({ kind: 'told', outcome: outcome() });
      return;
    case 'finish':
      isFinishing = true;
      tell({ kind: 'done', outcome: outcome() });
      for (const socket of sockets) socket.terminate();
      return;
    default:
      throw new Error(`unknown order ${JSON.stringify(order satisfies never)}`);
  }
}

function outcome(): SocketOutcome {
  return { received, seconds: (lastAt - firstAt) / 1000, ...spreadOf(durations), closed };
}

function tell(message: FromSocketClient): void {
  process.send?.(message);
}

process.on('message', (order: ToSocketClient) => {
  act(order).catch((error: unknown) => tell({ kind: 'broken', why: String(error) }));
});
process.once('disconnect', () => process.exit());
