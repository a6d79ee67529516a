import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './free-port.ts';

/** Stands between two processes and does what networks do. */
export interface TcpProxy {
  readonly port: number;
  /** Connections that go through it now. */
  readonly connections: number;
  /** Breaks connections that are open, in both directions, like a router that was restarted; answers how many. */
  cut(share?: number): number;
  /** Holds back everything, both ways, for a while; nothing is lost. */
  stall(milliseconds: number): void;
  /** Delays every piece from now on; 0 is no delay. */
  slow(milliseconds: number): void;
  close(): Promise<void>;
}

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
}

export async function startTcpProxy(target: () => number): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  const timers = new Set<NodeJS.Timeout>();
  let heldUntil = 0;
  let delay = 0;

  const later = (milliseconds: number, work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer);
  };
  const pause = (): number => Math.max(delay, heldUntil - performance.now());

  function pass(from: Socket, to: Socket): void {
    let last = Promise.resolve();
    const inOrder = (work: () => void): void => {
      const wait = pause();
      if (wait <= 0 && queued === 0) {
        work();
        return;
      }
      queued += 1;
      from.pause();
      last = last.then(
        () =>
          new Promise<void>((resolve) => {
            later(Math.max(0, wait), () => {
              queued -= 1;
              work();
              if (queued === 0) from.resume();
              resolve();
            });
          }),
      );
    };
    let queued = 0;
    from.on('data', (piece) => {
      inOrder(() => {
        if (!to.destroyed && !to.write(piece)) {
          from.pause();
          to.once('drain', () => from.resume());
        }
      });
    });
    from.on('end', () => {
      inOrder(() => to.end());
    });
  }

  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port: target(), host: '127.0.0.1', allowHalfOpen: true });
    const pair = { near, far };
    pairs.add(pair);
    near.setNoDelay(true);
    far.setNoDelay(true);
    const broken = (): void => {
      // A reset, not an end: whoever is connected here must not believe that the other side was done.
      if (!near.destroyed) near.resetAndDestroy();
      if (!far.destroyed) far.destroy();
      pairs.delete(pair);
    };
    near.on('error', broken).on('close', () => pairs.delete(pair));
    far.on('error', broken).on('close', () => near.end());
    pass(near, far);
    pass(far, near);
  });
  const port = await freePort();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });

  return {
    port,
    get connections() {
      return pairs.size;
    },
    cut(share = 1) {
      const doomed = [...pairs].filter((_, index, all) => index < Math.ceil(all.length * share));
      for (const { near, far } of doomed) {
        near.resetAndDestroy();
        far.resetAndDestroy();
      }
      return doomed.length;
    },
    stall(milliseconds) {
      heldUntil = performance.now() + milliseconds;
    },
    slow(milliseconds) {
      delay = milliseconds;
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
      await closed;
    },
  };
}
