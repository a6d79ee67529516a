import type { FastifyInstance } from 'fastify';

const SWEEP_MILLISECONDS = 50;

/**
 * Closes a server once it has answered what is in flight. A connection that answers its last request after closing
 * began turns idle, and would be kept alive for a minute if nobody looked again.
 */
export async function closeHttp(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MILLISECONDS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}
