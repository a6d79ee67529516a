import { createServer, request, type IncomingMessage, Agent } from 'node:http';
import { connect } from 'node:net';
import { freePort } from './free-port.ts';

/** A tiny load balancer: takes turns among the places that say they are ready. */
export interface Balancer {
  readonly url: string;
  /** Addresses that get requests now. */
  readonly ready: ReadonlySet<string>;
  close(): Promise<void>;
}

const ASK_MILLISECONDS = 50;

/** @param places Addresses such as `http://127.0.0.1:4000`, asked at `/health/ready`. */
export async function startBalancer(places: readonly string[]): Promise<Balancer> {
  const ready = new Set<string>(places);
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  const next = (): URL => {
    const all = [...ready];
    return new URL(all[turn++ % Math.max(all.length, 1)] ?? places[0] ?? '');
  };

  const server = createServer((incoming, outgoing) => {
    void pass(incoming, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    }).catch(() => {
      outgoing.writeHead(502).end();
    });
  });

  async function pass(incoming: IncomingMessage, answered: (answer: IncomingMessage) => void): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    // A place that says before it began that it is going is as good as not ready: another one is asked.
    for (let attempt = 1; ; attempt += 1) {
      const place = next();
      const { answer, isReused } = await once(incoming, place, body);
      const mayRepeat = attempt < 5;
      if (answer instanceof Error) {
        // A kept-alive connection that was closed just now has not carried the request.
        if (mayRepeat && (isReused || (answer as NodeJS.ErrnoException).code === 'ECONNREFUSED')) continue;
        throw answer;
      }
      if (answer.statusCode === 503 && mayRepeat && answer.headers.connection === 'close') {
        answer.resume();
        continue;
      }
      answered(answer);
      return;
    }
  }

  function once(
    incoming: IncomingMessage,
    place: URL,
    body: Buffer,
  ): Promise<{ answer: IncomingMessage | Error; isReused: boolean }> {
    return new Promise((resolve) => {
      const outgoing = request(
        {
          agent,
          host: place.hostname,
          port: place.port,
          path: incoming.url,
          method: incoming.method,
          headers: { ...incoming.headers, 'content-length': body.length },
        },
        (answer) => resolve({ answer, isReused: outgoing.reusedSocket }),
      );
      outgoing.once('error', (answer) => resolve({ answer, isReused: outgoing.reusedSocket }));
      outgoing.end(body);
    });
  }

  server.on('upgrade', (incoming, near, head) => {
    const place = next();
    const far = connect(Number(place.port), place.hostname, () => {
      const lines = incoming.rawHeaders.reduce(
        (text, word, index) => text + word + (index % 2 === 0 ? ': ' : '\r\n'),
        '',
      );
      far.write(`GET ${incoming.url ?? '/'} HTTP/1.1\r\n${lines}\r\n`);
      far.write(head);
      far.pipe(near);
      near.pipe(far);
    });
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
  });

  let isClosed = false;
  const asking = (async () => {
    while (!isClosed) {
      await Promise.all(
        places.map(async (place) => {
          try {
            const answer = await fetch(`${place}/health/ready`, { signal: AbortSignal.timeout(2_000) });
            await answer.body?.cancel();
            if (answer.ok) ready.add(place);
            else ready.delete(place);
          } catch {
            ready.delete(place);
          }
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, ASK_MILLISECONDS));
    }
  })();
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String(port)}`,
    ready,
    async close() {
      isClosed = true;
      await asking;
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
