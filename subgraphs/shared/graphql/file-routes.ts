import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FILES_PATH, MOST_TOKEN_CHARACTERS, noSuchLink } from '#shared/platform/file-link.ts';
import type { Logger } from '#shared/platform/log.ts';
import { headersOfFile, type FileSource } from './file-desk.ts';

/**
 * Answers `GET /files/<token>`. The stream is read no faster than the client takes it. Neither the token nor the name of
 * the file gets into the log.
 */
export function serveFiles(
  app: FastifyInstance,
  options: {
    readonly sourceOf: (token: string) => FileSource | undefined;
    /** Whoever may not ask at all is refused by it. */
    readonly admit?: (request: FastifyRequest) => Promise<unknown>;
    readonly log: Logger;
  },
): void {
  // Not a named parameter, whose length the router limits.
  app.get(`${FILES_PATH}*`, async (request, reply) => {
    await options.admit?.(request);
    const token = (request.params as Readonly<Record<'*', string>>)['*'];
    const source = token.length > MOST_TOKEN_CHARACTERS ? undefined : options.sourceOf(token);
    if (source === undefined) throw noSuchLink();
    const file = await source.open(token);
    let isWanted = true;
    reply.raw.once('close', () => {
      if (reply.raw.writableFinished) return;
      isWanted = false;
      file.body.destroy();
    });
    file.body.on('error', (err) => {
      // The answer has begun, so all that is left is to break it off; the framework does.
      if (isWanted) options.log.error({ event: 'file_broken_off', requestId: request.id, err });
    });
    return reply.headers(headersOfFile(file)).send(file.body);
  });
}
