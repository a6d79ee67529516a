import { hash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#shared/domain/errors.ts';
import { processMetrics } from './metrics.ts';

/**
 * `/metrics` of this process, for callers of this machine and for whoever shows the token. Figures tell how busy a
 * company is, which is nobody else's business.
 */
export function serveMetrics(app: FastifyInstance, token: string | undefined): void {
  processMetrics.watchProcess();
  app.get('/metrics', async (request, reply) => {
    if (!isLocal(request) && !showsToken(request.headers.authorization, token)) {
      throw new DomainError(
        'UNAUTHENTICATED',
        'The metrics need their token: "Authorization: Bearer <token>".',
      );
    }
    const { contentType, text } = await processMetrics.page();
    return reply.type(contentType).send(text);
  });
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** What a proxy of this machine passes on comes from somewhere else. */
function isLocal({ raw, headers }: FastifyRequest): boolean {
  const { remoteAddress } = raw.socket;
  const wasPassedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !wasPassedOn && remoteAddress !== undefined && LOOPBACK.test(remoteAddress);
}

function showsToken(authorization: string | undefined, token: string | undefined): boolean {
  const shown = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined || shown === undefined) return false;
  // Digests are of one length, whatever was shown.
  return timingSafeEqual(hash('sha256', shown, 'buffer'), hash('sha256', token, 'buffer'));
}
