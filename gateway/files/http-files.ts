import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { z } from 'zod';
import { DomainError, ERROR_CODES, type ErrorCode } from '#shared/domain/errors.ts';
import type { FileSource, OpenedFile } from '#shared/graphql/file-desk.ts';
import { ASSERTION_HEADER, REQUEST_ID_HEADER, type AssertionSigner } from '#shared/platform/assertion.ts';
import { FILES_PATH, noSuchLink } from '#shared/platform/file-link.ts';
import type { Logger } from '#shared/platform/log.ts';

const CONNECTIONS = 16;
/** How long the first byte may be waited for, and each further one. */
const PATIENCE_MILLISECONDS = 30_000;

const refusals = z.object({
  errors: z.tuple([
    z.looseObject({
      message: z.string(),
      extensions: z.looseObject({ code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]) }),
    }),
  ]),
});

/** Files of a subgraph of other processes: the first that answers gives the file, all have the same secret. */
export function httpFiles(
  urls: readonly string[],
  signer: AssertionSigner,
  log: Logger,
): FileSource & { close(): Promise<void> } {
  const pools = urls.map(
    (url) =>
      new Pool(new URL(url).origin, {
        connections: CONNECTIONS,
        headersTimeout: PATIENCE_MILLISECONDS,
        bodyTimeout: PATIENCE_MILLISECONDS,
      }),
  );

  async function openAt(pool: Pool, token: string): Promise<OpenedFile> {
    const requestId = randomUUID();
    const headers = {
      [ASSERTION_HEADER]: await signer.sign({ principal: null, requestId, language: 'en' }),
      [REQUEST_ID_HEADER]: requestId,
    };
    const path = `${FILES_PATH}${encodeURIComponent(token)}`;
    const answer = await pool.request({ method: 'GET', path, headers });
    if (answer.statusCode !== 200) throw refusalOf(await answer.body.json());
    const { 'content-type': mediaType, 'content-disposition': disposition } = answer.headers;
    return { name: nameIn(String(disposition)), mediaType: String(mediaType), body: answer.body };
  }

  return {
    async open(token) {
      for (const pool of pools) {
        try {
          return await openAt(pool, token);
        } catch (error) {
          if (error instanceof DomainError && error.code !== 'SERVICE_UNAVAILABLE') throw error;
          // The message of a client's error names the address of the subgraph, never the path.
          log.warn({ event: 'files_unreachable', err: error });
        }
      }
      throw new DomainError('SERVICE_UNAVAILABLE', 'The file cannot be made at the moment.');
    },
    async close() {
      await Promise.all(pools.map((pool) => pool.close()));
    },
  };
}

function refusalOf(body: unknown): Error {
  const known = refusals.safeParse(body);
  // A subgraph that hands out no files answers so.
  if (!known.success) return noSuchLink();
  const [{ message, extensions }] = known.data.errors;
  return new DomainError(extensions.code, message);
}

function nameIn(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return encoded === undefined ? 'file' : decodeURIComponent(encoded);
}
