import { HeaderMap, type ApolloServer } from '@apollo/server';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import type { OperationContext } from '#gateway/execution/caller-context.ts';
import type { Admission } from '#gateway/limits/admit.ts';
import { DomainError, type ErrorCode } from '#shared/domain/errors.ts';
import { refusal } from '#shared/graphql/errors.ts';
import type { AccessTokenVerifier } from '#shared/platform/access-token.ts';
import type { Logger } from '#shared/platform/log.ts';
import { corsHeaders } from './cors.ts';
import { GRAPHIQL_POLICY, graphiqlPage } from './graphiql.ts';
import type { Health } from './health.ts';
import { callerOf, requestIdOf } from './request.ts';

export interface HttpEdgeOptions {
  readonly apollo: ApolloServer<OperationContext>;
  readonly admit: Admission;
  readonly accessTokens: AccessTokenVerifier;
  readonly jwks: () => JSONWebKeySet;
  readonly health: Health;
  readonly corsOrigins: readonly string[];
  readonly log: Logger;
}

const BODY_LIMIT = 10 * 1024 * 1024;

/** The HTTP front: GraphQL, GraphiQL, health and keys. It does not listen yet. */
export function createHttpEdge(options: HttpEdgeOptions): FastifyInstance {
  const { log, health } = options;
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: requestIdOf,
    // A stopping server finishes what it has begun and keeps no idle connection.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      ...corsHeaders(request.headers.origin, options.corsOrigins),
    });
    if (request.method === 'OPTIONS') await reply.code(204).send();
  });

  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (error instanceof DomainError) return refuse(reply, statusOf(error.code), error);
    if (status < 500) {
      const message = status === 413 ? 'The request is larger than 10 MB.' : 'The request cannot be read.';
      return refuse(reply, status, new DomainError('BAD_USER_INPUT', message, { field: 'body' }));
    }
    log.error({ event: 'gateway_defect', requestId: request.id, err: error });
    return refuse(reply, 500, new DomainError('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.'));
  });
  app.setNotFoundHandler(async (_request, reply) =>
    refuse(reply, 404, new DomainError('NOT_FOUND', 'There is nothing at this address.')),
  );

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => serveGraphql(options, request, reply),
  });
  app.options('/*', async (_request, reply) => reply.code(204).send());

  const page = graphiqlPage();
  app.get('/', async (_request, reply) => reply.redirect('/graphiql'));
  app.get('/graphiql', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', GRAPHIQL_POLICY).send(page),
  );

  app.get('/health', async (_request, reply) => {
    const report = await health.report();
    return reply.code(report.status === 'up' ? 200 : 503).send(report);
  });
  app.get('/health/ready', async (_request, reply) => {
    const report = await health.report();
    return reply.code(report.ready ? 200 : 503).send(report);
  });
  app.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(options.jwks()),
  );
  return app;
}

async function serveGraphql(
  { apollo, admit, accessTokens }: HttpEdgeOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const caller = await callerOf(request, accessTokens);
  try {
    const query = queryText(request);
    if (query !== undefined) admit(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return reply.code(400).send({ errors: [error] });
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const {
    status,
    headers: answerHeaders,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method,
      headers,
      search: new URL(request.url, 'http://gateway').search,
      body: request.body,
    },
    context: () => Promise.resolve({ caller }),
  });
  if (body.kind !== 'complete') throw new Error('Nothing of ours answers incrementally.');
  for (const [name, value] of answerHeaders) reply.header(name, value);
  return reply.code(status ?? 200).send(body.string);
}

/** The operation's text wherever it stands; persisted operations will be looked up here. */
function queryText(request: FastifyRequest): string | undefined {
  const holder = request.method === 'GET' ? request.query : request.body;
  if (typeof holder !== 'object' || holder === null || !('query' in holder)) return undefined;
  return typeof holder.query === 'string' ? holder.query : undefined;
}

async function refuse(reply: FastifyReply, status: number, error: DomainError): Promise<FastifyReply> {
  return reply.code(status).send({ errors: [refusal(error)] });
}

function statusOf(code: ErrorCode): number {
  if (code === 'UNAUTHENTICATED') return 401;
  if (code === 'SERVICE_UNAVAILABLE') return 503;
  return 400;
}
