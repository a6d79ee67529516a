import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '#shared/domain/errors.ts';
import { refusal } from './errors.ts';
import { NOT_BEGUN_HEADER } from './runtime.ts';

export interface OrderlyStop {
  /** False from the moment on at which the server was told to stop. */
  isReady(): boolean;
  /**
   * Says that the server is not ready, and lets go of each connection with its next answer. After the time is over
   * new calls are refused as not begun; those in flight go on.
   */
  drain(milliseconds: number): Promise<void>;
}

/** Teaches a server to stop so that no call is lost that another process could take. */
export function stopInOrder(app: FastifyInstance, name: string): OrderlyStop {
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
    if (phase !== 'ready') reply.header('connection', 'close');
    done(null, payload);
  });

  return {
    isReady: () => phase === 'ready',
    async drain(milliseconds) {
      phase = 'draining';
      if (milliseconds > 0) await wait(milliseconds);
      phase = 'refusing';
    },
  };
}
