import { Readable } from 'node:stream';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { assertValidSchema } from 'graphql';
import { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import { ASSERTION_HEADER, REQUEST_ID_HEADER, type AssertionVerifier } from '#shared/platform/assertion.ts';
import { closeHttp } from '#shared/platform/close-http.ts';
import type { EventFeed, FeedEvent, PublishedFeed } from '#shared/platform/event-feed.ts';
import { isNeeded } from '#shared/platform/health.ts';
import type { Logger } from '#shared/platform/log.ts';
import { serveMetrics } from '#shared/platform/metrics-route.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { tracing } from '#shared/platform/tracing.ts';
import { serveBooks } from './books-routes.ts';
import { refusal } from './errors.ts';
import { serveFiles } from './file-routes.ts';
import { executeSubgraph, type SubgraphResponse } from './execute.ts';
import { REMAINING_HEADER, type SubgraphRuntime } from './runtime.ts';
import { stopInOrder } from './stop-in-order.ts';

export interface SubgraphServerOptions {
  readonly port: number;
  readonly host: string;
  readonly log: Logger;
  readonly assertions: AssertionVerifier;
  /** Lets callers from elsewhere read `/metrics`. */
  readonly metricsToken?: string | undefined;
  /** What the subgraph publishes of its log, served as `GET /feed`; the ledger's tells of the books besides. */
  readonly feed?: PublishedFeed<FeedEvent> | EventFeed;
  /**
   * How long a stopping server still answers after it has said that it is not ready, so that whoever calls it goes
   * elsewhere. When it is longer than callers keep idle connections, no call can meet one that is being closed.
   */
  readonly drainMs?: number;
  /** Further routes of this subgraph, for example its key set. */
  readonly routes?: (app: FastifyInstance) => void;
}

export interface SubgraphServer {
  readonly url: string;
  close(): Promise<void>;
}

const BODY_LIMIT = 32 * 1024 * 1024;

const operation = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/**
 * Serves one subgraph alone over HTTP, for the gateway and nobody else: a call without the gateway's assertion is
 * refused before it is read.
 */
export async function serveSubgraph(
  runtime: SubgraphRuntime,
  options: SubgraphServerOptions,
): Promise<SubgraphServer> {
  // Fastify's own refusal while it closes does not say that nothing was begun.
  // Faults of the schema show now, and nobody's first question waits until it is made.
  assertValidSchema(runtime.schema);
  const app = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle', return503OnClosing: false });
  const stopping = new AbortController();
  const stop = stopInOrder(app, runtime.name);

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const known = error instanceof DomainError;
    if (!known && !(error instanceof z.ZodError) && (error.statusCode ?? 500) >= 500) {
      options.log.error({
        event: 'subgraph_defect',
        subgraph: runtime.name,
        requestId: request.id,
        err: error,
      });
    }
    if (known) return reply.code(statusOf(error)).send({ errors: [refusal(error)] });
    const status = error instanceof z.ZodError ? 400 : (error.statusCode ?? 500);
    const shown =
      status < 500
        ? new DomainError('BAD_USER_INPUT', 'The request cannot be read.')
        : new DomainError('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
    return reply.code(status).send({ errors: [refusal(shown)] });
  });

  app.get('/health/ready', async (_request, reply) =>
    reply.code(stop.isReady() ? 200 : 503).send({ ready: stop.isReady() }),
  );
  app.get('/health', async (_request, reply) => {
    const dependencies = await runtime.health();
    const up = dependencies.every((known) => known.status === 'up' || !isNeeded(known));
    // Whoever can reach the port may ask, so what a dependency said when it failed stays in the log.
    const told = dependencies.map(({ name, status, latencyMs, error }) => {
      if (error !== undefined)
        options.log.warn({ event: 'dependency_down', subgraph: runtime.name, dependency: name, error });
      return { name, status, latencyMs, ...(error === undefined ? {} : { error: 'fails' }) };
    });
    return reply.code(up ? 200 : 503).send({ status: up ? 'up' : 'down', dependencies: told });
  });

  app.post('/graphql', async (request, reply) => {
    const caller = withDeadline(await callerOf(request, options.assertions), request, reply);
    const body = operation.parse(request.body);
    const { query, variables, operationName } = body;
    const given = { query, variables: variables ?? {}, operationName: operationName ?? undefined, caller };
    const run = (): Promise<SubgraphResponse> => executeSubgraph(runtime, given, options.log);
    // A request that the gateway does not trace is not traced here either.
    const traceparent = headerOf(request, 'traceparent');
    const tracer = traceparent === undefined ? undefined : tracing();
    const result = await (tracer?.begin({ name: runtime.name, kind: 'server' }, traceparent, run) ?? run());
    return reply.send(result);
  });

  serveMetrics(app, options.metricsToken);

  const { feed } = options;
  if (feed !== undefined) {
    app.get('/feed', async (request, reply) => {
      const caller = await callerOf(request, options.assertions);
      return serveFeed(feed, caller, request, reply, stopping.signal);
    });
    if ('stateAt' in feed) serveBooks(app, feed, (request) => callerOf(request, options.assertions));
  }
  const { files } = runtime;
  if (files !== undefined) {
    const admit = (request: FastifyRequest): Promise<Caller> => callerOf(request, options.assertions);
    serveFiles(app, { sourceOf: () => files, admit, log: options.log });
  }
  options.routes?.(app);

  const url = await app.listen({ port: options.port, host: options.host });
  return {
    url,
    async close() {
      await stop.drain(options.drainMs ?? 0);
      stopping.abort();
      await closeHttp(app);
      await stop.ended();
      await runtime.close();
    },
  };
}

function statusOf({ code }: DomainError): number {
  if (code === 'SERVICE_UNAVAILABLE') return 503;
  if (code === 'NOT_FOUND') return 404;
  if (code === 'LINK_EXPIRED') return 410;
  return code === 'FORBIDDEN' ? 403 : 401;
}

async function callerOf(request: FastifyRequest, assertions: AssertionVerifier): Promise<Caller> {
  return assertions.verify(
    headerOf(request, ASSERTION_HEADER),
    headerOf(request, REQUEST_ID_HEADER) ?? request.id,
  );
}

/** The gateway tells how long it waits; when it hangs up, nobody waits at all. */
function withDeadline(caller: Caller, request: FastifyRequest, reply: FastifyReply): Caller {
  const remaining = Number(headerOf(request, REMAINING_HEADER));
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return {
    ...caller,
    signal: gone.signal,
    ...(Number.isFinite(remaining) && remaining > 0 ? { deadline: Date.now() + remaining } : {}),
  };
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

const feedQuery = z.object({ companyId: z.string(), after: z.string().optional() });

/**
 * One company's events as lines of JSON, first the backlog, then live. Without `after` it answers the newest
 * position alone. The caller must belong to the company.
 */
async function serveFeed(
  feed: PublishedFeed<FeedEvent>,
  caller: Caller,
  request: FastifyRequest,
  reply: FastifyReply,
  stopping: AbortSignal,
): Promise<FastifyReply> {
  const { companyId, after } = feedQuery.parse(request.query);
  if (caller.principal?.companyId !== companyId) {
    throw new DomainError('FORBIDDEN', 'The feed of another company is not for this caller.');
  }
  if (after === undefined) return reply.send({ latest: await feed.latest(companyId) });
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, stopping]);
  return reply.type('application/x-ndjson').send(
    Readable.from(feedLines(feed.follow(companyId, after, signal)), {
      objectMode: false,
      highWaterMark: 65_536,
    }),
  );
}

/** A blank line at once tells the reader that it is attached; a refusal is the last line. */
async function* feedLines(batches: AsyncIterable<readonly FeedEvent[]>): AsyncGenerator<string> {
  yield '\n';
  try {
    for await (const batch of batches) {
      if (batch.length > 0) yield `${JSON.stringify({ events: batch })}\n`;
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    yield `${JSON.stringify({ refused: { code: error.code, message: error.message, details: error.details } })}\n`;
  }
}
