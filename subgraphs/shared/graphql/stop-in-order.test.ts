import { request as httpRequest, Agent } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import { LEAVING_HEADER, NOT_BEGUN_HEADER } from './runtime.ts';
import { serveSubgraph, type SubgraphServer } from './server.ts';

const key = await generateSigningKey();
const assertion = await createAssertionSigner(key).sign({
  principal: null,
  requestId: 'request-0001',
  language: 'en',
});

interface Served {
  readonly server: SubgraphServer;
  readonly begun: { count: number };
  readonly finish: () => void;
}

/** A subgraph whose one field answers when it is told to. */
async function serve(drainMs: number): Promise<Served> {
  const begun = { count: 0 };
  let finish: () => void = () => undefined;
  const finished = new Promise<string>((resolve) => {
    finish = () => resolve('done');
  });
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        slow: {
          type: GraphQLString,
          resolve: () => {
            begun.count += 1;
            return finished;
          },
        },
      },
    }),
  });
  const server = await serveSubgraph(
    {
      name: 'slow',
      schema,
      createContext: () => ({}),
      health: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    },
    {
      port: 0,
      host: '127.0.0.1',
      drainMs,
      log: pino({ level: 'silent' }),
      assertions: createAssertionVerifier(publicKeySet([key]), { subgraph: 'slow' }),
    },
  );
  return { server, begun, finish };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

function ask(url: string, agent: Agent, path: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      `${url}${path}`,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', 'x-davtari-caller': assertion },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
      },
    );
    sent.on('error', reject).end(body);
  });
}

/** Sends the first line of a call; answers how to send the rest and wait for what comes back. */
async function beginCall(url: string, body: string): Promise<() => Promise<string>> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  const ended = new Promise<string>((resolve, reject) => {
    socket.on('end', () => resolve(text)).on('error', reject);
  });
  await new Promise<void>((resolve, reject) => {
    socket.write('POST /graphql HTTP/1.1\r\n', (error) => (error == null ? resolve() : reject(error)));
  });
  await delay(20);
  return () => {
    socket.write(
      `host: ${hostname}\r\ncontent-type: application/json\r\nx-davtari-caller: ${assertion}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    return ended;
  };
}

const SLOW = '{"query":"{ slow }"}';

describe('a subgraph that is told to stop', () => {
  it('finishes what is in flight, says that it is not ready, and lets go of the connections', async () => {
    const { server, begun, finish } = await serve(100);
    const agent = new Agent({ keepAlive: true });
    expect((await ask(server.url, agent, '/health/ready')).status).toBe(200);
    const inFlight = ask(server.url, agent, '/graphql', SLOW);
    while (begun.count < 1) await delay(1);
    const closing = server.close();
    const ready = await ask(server.url, agent, '/health/ready');
    expect(ready).toMatchObject({ status: 503, headers: { connection: 'close', [LEAVING_HEADER]: '1' } });
    // Still answered, because some caller does not know yet.
    const late = ask(server.url, agent, '/graphql', SLOW);
    while (begun.count < 2) await delay(1);
    finish();
    expect(await inFlight).toMatchObject({
      text: '{"data":{"slow":"done"}}',
      headers: { connection: 'close' },
    });
    expect(await late).toMatchObject({ status: 200, headers: { connection: 'close' } });
    // It goes on listening for a moment after its time, to refuse in words what was on its way.
    for (;;) {
      const { status, headers } = await ask(server.url, agent, '/graphql', SLOW);
      if (status === 200) continue;
      expect([status, headers[NOT_BEGUN_HEADER]]).toEqual([503, '1']);
      break;
    }
    await closing;
    await expect(ask(server.url, agent, '/health/ready')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    agent.destroy();
  });

  it('refuses as not begun what comes over an open connection after that', async () => {
    const { server, begun, finish } = await serve(0);
    const busy = new Agent({ keepAlive: true });
    const inFlight = ask(server.url, busy, '/graphql', SLOW);
    while (begun.count < 1) await delay(1);
    // A call has begun to arrive before the stop, so that its connection is not idle; the rest comes after it.
    const finishCall = await beginCall(server.url, SLOW);
    const closing = server.close();
    await delay(0);
    const refused = await finishCall();
    expect(refused).toContain('HTTP/1.1 503');
    expect(refused.toLowerCase()).toContain(`${NOT_BEGUN_HEADER}: 1`);
    expect(refused.toLowerCase()).toContain('connection: close');
    expect(begun.count).toBe(1);
    finish();
    expect((await inFlight).status).toBe(200);
    await closing;
    busy.destroy();
  });
});
