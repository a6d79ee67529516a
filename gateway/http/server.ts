import { HeaderMap, type ApolloServer } from '@apollo/server';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import type { Authenticator } from '#gateway/access/authenticate.ts';
import type { SupergraphHolder } from '#gateway/composition/holder.ts';
import type { OperationContext } from '#gateway/execution/caller-context.ts';
import type { Gate } from '#gateway/limits/gate.ts';
import {
  outcomeOf,
  outcomeOfText,
  type Metrics,
  type OperationOutcome,
  type OperationRecord,
} from '#gateway/metrics/metrics.ts';
import { conditionalAnswer } from '#gateway/operations/conditional-get.ts';
import type { OperationResolver } from '#gateway/operations/resolve.ts';
import { readableText } from '#gateway/operations/suggestions.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { FileSource } from '#shared/graphql/file-desk.ts';
import { serveFiles } from '#shared/graphql/file-routes.ts';
import { subgraphOfToken } from '#shared/platform/file-link.ts';
import type { Logger } from '#shared/platform/log.ts';
import { serveMetrics } from '#shared/platform/metrics-route.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { tracedRequest } from '#shared/platform/tracing.ts';
import { startDeadline } from './deadline.ts';
import { answerDirectly } from './direct.ts';
import { GRAPHIQL_POLICY, graphiqlPage } from './graphiql.ts';
import type { Health } from './health.ts';
import { parseJsonBodies } from './json-body.ts';
import { refuse } from './refusals.ts';
import { askedOperation, credentialsOf, languageOf, userAgentOf, requestIdOf } from './request.ts';
import { createSecurityHeaders } from './security-headers.ts';

export interface HttpEdgeOptions {
  readonly apollo: ApolloServer<OperationContext>;
  readonly supergraphs: SupergraphHolder;
  readonly authenticator: Pick<Authenticator, 'admit'>;
  readonly operations: OperationResolver;
  readonly gate: Gate;
  readonly metrics: Metrics;
  readonly metricsToken: string | undefined;
  readonly jwks: () => Promise<JSONWebKeySet>;
  readonly health: Health;
  /** Who hands out files by links, by the name of the subgraph. */
  readonly files: ReadonlyMap<string, FileSource>;
  readonly corsOrigins: readonly string[];
  /** Whether `X-Forwarded-For` is believed; only a proxy of one's own may be. */
  readonly trustProxy: boolean;
  readonly timeoutMs: number;
  /** Told of every refusal before execution, for the security journal. */
  readonly onRefused: (
    error: DomainError,
    caller: Pick<Caller, 'principal' | 'address' | 'requestId'>,
  ) => void;
  readonly log: Logger;
}

const REQUEST_SPAN = { name: 'graphql', kind: 'server' } as const;
const BODY_LIMIT = 10 * 1024 * 1024;
/** How long a request may take to arrive. */
const REQUEST_MILLISECONDS = 30_000;
/** Connections of all kinds; more are closed as they come. */
const CONNECTIONS = 20_000;

/** The HTTP front: GraphQL, GraphiQL, health and keys. It does not listen yet. */
export function createHttpEdge(options: HttpEdgeOptions): FastifyInstance {
  const { log, health } = options;
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: requestIdOf,
    // One hop: the proxy of our own, and nothing that came to it from outside.
    trustProxy: options.trustProxy ? (_address, hop) => hop === 0 : false,
    // Whoever sends a request byte by byte does not hold its connection for ever.
    requestTimeout: REQUEST_MILLISECONDS,
    // A stopping server finishes what it has begun and keeps no idle connection.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  app.server.maxConnections = CONNECTIONS;
  // A page of another site may send text without asking first; JSON it may not.
  app.removeContentTypeParser('text/plain');
  parseJsonBodies(app);

  const securityHeaders = createSecurityHeaders(options.corsOrigins);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.headers.origin)).header('x-request-id', request.id);
    if (request.method === 'OPTIONS') await reply.code(204).send();
  });

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (error instanceof DomainError || error instanceof GraphQLError) return refuse(reply, error);
    if (status < 500) return refuse(reply, unreadable(status), status);
    log.error({ event: 'gateway_defect', requestId: request.id, err: error });
    return refuse(reply, new DomainError('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.'));
  });
  app.setNotFoundHandler(async (_request, reply) =>
    refuse(reply, new DomainError('NOT_FOUND', 'There is nothing at this address.')),
  );

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: (request, reply) => tracedRequest(REQUEST_SPAN, () => serveGraphql(options, request, reply)),
  });
  app.addHook('onResponse', async (request, reply) => {
    options.metrics.httpAnswer(request.method, request.routeOptions.url, reply.statusCode, reply.elapsedTime);
  });
  serveMetrics(app, options.metricsToken);
  app.options('/*', async (_request, reply) => reply.code(204).send());

  const page = graphiqlPage();
  app.get('/', async (_request, reply) => reply.redirect('/graphiql'));
  app.get('/graphiql', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', GRAPHIQL_POLICY).send(page),
  );

  app.get('/health', async (_request, reply) => {
    const report = await health.report();
    return reply.code(report.status === 'down' ? 503 : 200).send(report);
  });
  app.get('/health/ready', async (_request, reply) => {
    const report = await health.report();
    return reply.code(report.ready ? 200 : 503).send(report);
  });
  serveFiles(app, { sourceOf: (token) => options.files.get(subgraphOfToken(token)), log });
  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(await options.jwks()),
  );
  return app;
}

function unreadable(status: number): DomainError {
  const message =
    status === 413
      ? 'The request is larger than 10 MB.'
      : status === 415
        ? 'Send the request as application/json.'
        : 'The request cannot be read.';
  return new DomainError('BAD_USER_INPUT', message, { field: 'body' });
}

/** 1. Who asks. 2. What is asked. 3. Whether it may pass. 4. The answer, or that it takes too long. */
async function serveGraphql(
  options: HttpEdgeOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { apollo, authenticator, gate, metrics, operations, supergraphs } = options;
  const credentials = credentialsOf(request);
  let known: Pick<Caller, 'principal' | 'address' | 'requestId'> = {
    principal: null,
    address: request.ip,
    requestId: request.id,
  };
  let read: Pick<OperationRecord, 'type' | 'name'> = {};
  try {
    const { principal, limits } = await authenticator.admit(credentials);
    const deadline = startDeadline(reply.raw, options.timeoutMs);
    const caller: Caller = {
      principal,
      requestId: request.id,
      language: languageOf(request.headers['accept-language']),
      address: request.ip,
      ...userAgentOf(request.headers),
      deadline: deadline.at,
      signal: deadline.signal,
    };
    known = caller;
    gate.arrive(caller, limits);
    const asked = askedOperation(request);
    const { query, operationName, registeredId } = await operations(caller, asked);
    const passed = gate.pass(caller, limits, { query, operationName, variables: asked.variables });
    const { cost, operation } = passed;
    read = { type: operation?.operation, name: operation?.name?.value };

    if (request.method === 'POST') {
      const { accept } = request.headers;
      const direct = answerDirectly(supergraphs, passed, asked.variables, { caller, cost }, accept);
      if (direct !== undefined) {
        const { status, type, text, errors } = await deadline.before(direct);
        const outcome = outcomeOf(errors);
        metrics.operation(caller, {
          ...read,
          outcome,
          milliseconds: reply.elapsedTime,
          cost: cost?.requested,
        });
        return await reply.code(status).type(type).send(readableText(principal, text));
      }
    }
    const answering = apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        ...sent(request, query, operationName, asked.query),
      },
      context: () => Promise.resolve({ caller, cost }),
    });
    const { status, headers, body } = await deadline.before(answering);
    if (body.kind !== 'complete') throw new Error('Nothing of ours answers incrementally.');
    for (const [name, value] of headers) reply.header(name, value);
    const text = readableText(principal, body.string);
    metrics.operation(caller, {
      ...read,
      outcome: outcomeOfText(text),
      milliseconds: reply.elapsedTime,
      cost: cost?.requested,
    });
    if (request.method !== 'GET' || registeredId === undefined)
      return await reply.code(status ?? 200).send(text);
    const answer = conditionalAnswer(status ?? 200, text, request.headers['if-none-match']);
    reply.headers(answer.headers).code(answer.status);
    return await (answer.status === 304 ? reply.send() : reply.send(text));
  } catch (error) {
    if (error instanceof DomainError) options.onRefused(error, known);
    metrics.operation(known, { ...read, outcome: outcomeOfRefusal(error), milliseconds: reply.elapsedTime });
    throw error;
  }
}

function outcomeOfRefusal(error: unknown): OperationOutcome {
  if (error instanceof DomainError) return error.code;
  return error instanceof GraphQLError ? outcomeOf([error]) : 'INTERNAL_SERVER_ERROR';
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const name in request.headers) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** What Apollo Server is given: the request as it came, unless its text was found by an identifier. */
function sent(
  request: FastifyRequest,
  query: string,
  operationName: string | undefined,
  given: string | undefined,
): { readonly search: string; readonly body: unknown } {
  const { url } = request;
  const mark = url.indexOf('?');
  const search = mark < 0 ? '' : url.slice(mark);
  if (request.method === 'GET') {
    const parameters = new URLSearchParams(search);
    if (query === given && !parameters.has('extensions')) return { search, body: request.body };
    parameters.set('query', query);
    if (operationName !== undefined) parameters.set('operationName', operationName);
    for (const name of ['extensions', 'documentId']) parameters.delete(name);
    return { search: `?${parameters.toString()}`, body: request.body };
  }
  const body = request.body as Readonly<Record<string, unknown>>;
  if (query === given && body['extensions'] === undefined) return { search, body };
  const { extensions: _resolved, documentId: _found, ...rest } = body;
  return { search, body: { ...rest, query, ...(operationName === undefined ? {} : { operationName }) } };
}
