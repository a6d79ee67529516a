import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { frameHead } from './frame.ts';

const server = createServer();
let url: string;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** What a client reads of messages that are written below the socket, all at once. */
async function read(messages: readonly string[]): Promise<readonly string[]> {
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.once('connection', (socket: WebSocket, request) => {
    const frames = messages.flatMap((message) => {
      const bytes = Buffer.from(message);
      return [frameHead(bytes.length), bytes];
    });
    socket.send('before');
    request.socket.write(Buffer.concat(frames));
    socket.send('after');
    socket.close(1000);
  });
  const client = new WebSocket(url);
  const received: string[] = [];
  client.on('message', (data: Buffer) => received.push(data.toString()));
  await once(client, 'close');
  sockets.close();
  return received;
}

describe('a framed message', () => {
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000];

  it('is read as it was written, whatever its length, between those that the socket frames itself', async () => {
    const messages = lengths.map((length) => 'x'.repeat(length));
    expect(await read(messages)).toEqual(['before', ...messages, 'after']);
  });
});
