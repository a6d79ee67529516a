import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
const open: WebSocket[] = [];
afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await fixture.close();
});

interface Raw {
  readonly socket: WebSocket;
  /** Close code, or the HTTP status by which the upgrade was refused. */
  readonly ended: Promise<number>;
  readonly opened: Promise<void>;
  send(...messages: readonly (object | string | Buffer)[]): void;
  next(): Promise<{ type: string; id?: string; payload?: unknown }>;
}

function raw(protocol = 'graphql-transport-ws'): Raw {
  const socket = new WebSocket(`ws://127.0.0.1:${fixture.gateway.port}/graphql`, protocol);
  open.push(socket);
  const inbox: { type: string }[] = [];
  const waiting: ((message: { type: string }) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as { type: string };
    const wanted = waiting.shift();
    if (wanted === undefined) inbox.push(message);
    else wanted(message);
  });
  const ended = new Promise<number>((resolve) => {
    socket.once('close', resolve);
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
  return {
    socket,
    ended,
    opened: new Promise((resolve) => socket.once('open', resolve)),
    send(...messages) {
      for (const message of messages)
        socket.send(
          typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message),
        );
    },
    next: () =>
      new Promise((resolve) => {
        const message = inbox.shift();
        if (message === undefined) waiting.push(resolve);
        else resolve(message);
      }),
  };
}

async function initialised(): Promise<Raw> {
  const client = raw();
  await client.opened;
  client.send({ type: 'connection_init', payload: { authorization: `Bearer ${await token(READ)}` } });
  expect(await client.next()).toMatchObject({ type: 'connection_ack' });
  return client;
}

const LIVE = { query: 'subscription { transactionPosted { seq } }' };

describe('a socket that breaks the protocol is closed', () => {
  it('with 4408 when it never says who it is', async () => {
    fixture = await startFixture({ timings: { connectionInitMs: 50 } });
    expect(await raw().ended).toBe(4408);
  });

  it.each([
    ['4401 when it subscribes first', 4401, [{ type: 'subscribe', id: '1', payload: LIVE }]],
    ['4401 when it shows nothing', 4401, [{ type: 'connection_init' }]],
    [
      '4403 when its token is not one',
      4403,
      [{ type: 'connection_init', payload: { authorization: 'Bearer x' } }],
    ],
    ['4403 when its key is not one', 4403, [{ type: 'connection_init', payload: { apiKey: 'x' } }]],
    [
      '4403 when it shows both',
      4403,
      [{ type: 'connection_init', payload: { apiKey: 'x', authorization: 'Bearer x' } }],
    ],
    [
      '4429 when it says so twice',
      4429,
      [{ type: 'connection_init', payload: { apiKey: 'x' } }, { type: 'connection_init' }],
    ],
    ['4400 when its message is of no known type', 4400, [{ type: 'start', id: '1' }]],
    ['4400 when its message is no JSON', 4400, ['{']],
    ['4400 when its message is empty', 4400, ['']],
    ['4400 when its message is binary rubbish', 4400, [Buffer.from([0, 255, 1])]],
    ['1009 when its message is larger than a megabyte', 1009, [`"${'x'.repeat(1_100_000)}"`]],
  ])('with %s', async (_what, code, messages) => {
    fixture = await startFixture();
    const client = raw();
    await client.opened;
    client.send(...messages);
    expect(await client.ended).toBe(code);
  });

  it('with 4409 when an id is in use', async () => {
    fixture = await startFixture();
    const client = await initialised();
    const subscribe = { type: 'subscribe', id: '1', payload: LIVE };
    client.send(subscribe, subscribe);
    expect(await client.ended).toBe(4409);
  });

  it('with 4406 when it speaks another protocol', async () => {
    fixture = await startFixture();
    expect(await raw('graphql-ws').ended).not.toBe(1000);
  });
});

describe('an operation over a socket', () => {
  it.each([
    ['BAD_USER_INPUT', { query: '' }],
    ['BAD_USER_INPUT', { query: '{ nonsense }' }],
    [
      'COST_LIMIT_EXCEEDED',
      { query: `{ ${Array.from({ length: 300 }, (_, i) => `v${i}: version`).join(' ')} }` },
    ],
    [
      'COST_LIMIT_EXCEEDED',
      { query: '{ pages(first: 100) { edges { node { pages(first: 100) { edges { node { id } } } } } } }' },
    ],
    ['BAD_USER_INPUT', { query: '{ pages { totalCount } }' }],
    ['BAD_USER_INPUT', { query: 'query a { version } query b { version }' }],
  ])('is refused with %s and leaves the socket open: %j', async (code, payload) => {
    fixture = await startFixture();
    const client = await initialised();
    client.send({ type: 'subscribe', id: '1', payload });
    expect(await client.next()).toMatchObject({
      type: 'error',
      id: '1',
      payload: [{ extensions: { code } }],
    });
    client.send({ type: 'subscribe', id: '1', payload: { query: '{ version }' } });
    expect(await client.next()).toMatchObject({ type: 'next', payload: { data: { version: '1' } } });
  });
});

describe('a flood of connections', () => {
  it('from one address ends at its share of sockets, which come back when they close', async () => {
    fixture = await startFixture({ sockets: { perAddress: 3 } });
    const clients = [raw(), raw(), raw()];
    await Promise.all(clients.map(({ opened }) => opened));
    expect(await raw().ended).toBe(429);
    const first = clients[0];
    first?.socket.close();
    await first?.ended;
    await raw().opened;
  });

  it('ends at what the gateway can hold', async () => {
    fixture = await startFixture({ sockets: { total: 2 } });
    await Promise.all([raw().opened, raw().opened]);
    expect(await raw().ended).toBe(503);
  });

  it('of short connections ends at what one address may open in a minute', async () => {
    fixture = await startFixture({ sockets: { openedPerMinute: 5 } });
    const codes: number[] = [];
    for (let times = 0; times < 8; times += 1) {
      const client = raw();
      client.socket.once('open', () => client.socket.close(1000));
      codes.push(await client.ended);
    }
    // A minute may end in between, and then five more are let in.
    expect(codes.slice(0, 5)).toEqual([1000, 1000, 1000, 1000, 1000]);
    expect(codes.slice(5).every((code) => code === 429 || code === 1000)).toBe(true);
  });

  it('that never becomes anything leaves the gateway answering', async () => {
    fixture = await startFixture();
    const sockets = await Promise.all(
      Array.from(
        { length: 200 },
        () =>
          new Promise<Socket>((resolve) => {
            const socket = connect(fixture.gateway.port, '127.0.0.1', () => resolve(socket));
            socket.on('error', () => undefined);
          }),
      ),
    );
    for (const socket of sockets)
      socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
    expect((await fixture.run('{ version }')).status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it('of upgrades that are none does not use up the sockets', async () => {
    fixture = await startFixture({ sockets: { total: 2 } });
    for (let times = 0; times < 4; times += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(fixture.gateway.port, '127.0.0.1', () =>
          socket.write(
            'GET /graphql HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n',
          ),
        );
        socket.resume();
        socket.on('close', () => resolve());
      });
    }
    await raw().opened;
  });
});
