import { Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '#shared/domain/errors.ts';
import { refusal } from './errors.ts';
import { LEAVING_HEADER, NOT_BEGUN_HEADER } from './runtime.ts';

export interface OrderlyStop {
  /** False from the moment on at which the server was told to stop. */
  isReady(): boolean;
  /**
   * Says with each answer that the server is leaving, and lets go of the connection. After the time is over new calls
   * are refused as not begun; those in flight go on. Only when those that were on their way have been told is no
   * connection taken any more, and none is closed whose first call may just be arriving.
   */
  drain(milliseconds: number): Promise<void>;
  /** Resolves once the last connection has ended. */
  ended(): Promise<void>;
}

/** How long a call may take from the caller's socket to us. */
const ARRIVAL_MILLISECONDS = 250;
const SWEEP_MILLISECONDS = 50;

/** Teaches a server to stop so that no call is lost that another process could take. */
export function stopInOrder(app: FastifyInstance, name: string): OrderlyStop {
  let connectionsGone: Promise<void> = Promise.resolve();
  let phase: 'ready' | 'draining' | 'refusing' = 'ready';

  app.addHook('onRequest', async (request, reply) => {
    if (phase !== 'refusing' || request.url.startsWith('/health')) return;
    const stopping = new DomainError('SERVICE_UNAVAILABLE', `${name} is stopping.`);
    await reply
      .code(503)
      .header(NOT_BEGUN_HEADER, '1')
      .send({ errors: [refusal(stopping)] });
  });

  app.addHook('onSend', (_request, reply, payload, done) => {
    if (phase !== 'ready') reply.header('connection', 'close').header(LEAVING_HEADER, '1');
    done(null, payload);
  });

  return {
    isReady: () => phase === 'ready',
    async drain(milliseconds) {
      phase = 'draining';
      if (milliseconds > 0) await wait(milliseconds);
      phase = 'refusing';
      if (milliseconds === 0) return;
      // A connection that the kernel has taken for us, and that we never see, would be torn down with its call.
      await wait(ARRIVAL_MILLISECONDS);
      // The HTTP server's own way would close connections that are open and have not brought their first call yet.
      connectionsGone = new Promise((resolve) => {
        Server.prototype.close.call(app.server, () => resolve());
      });
      await wait(ARRIVAL_MILLISECONDS);
    },
    async ended() {
      const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MILLISECONDS);
      await connectionsGone.finally(() => clearInterval(sweep));
    },
  };
}
