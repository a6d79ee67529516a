import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { DomainError, type ErrorCode } from '#shared/domain/errors.ts';
import { refusal } from '#shared/graphql/errors.ts';

const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  LINK_EXPIRED: 410,
  PERSISTED_QUERY_NOT_FOUND: 404,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
};

/** Refuses a request before it is executed. */
export async function refuse(
  reply: FastifyReply,
  error: DomainError | GraphQLError,
  status?: number,
): Promise<FastifyReply> {
  const told = error instanceof DomainError ? refusal(error) : error;
  const code = told.extensions['code'] as ErrorCode;
  const isLegacy = !acceptsGraphqlResponse(reply.request.headers.accept);
  const isInvalidDocument = error instanceof GraphQLError && code === 'BAD_USER_INPUT';
  const type = isLegacy ? 'application/json' : 'application/graphql-response+json';
  reply.type(`${type}; charset=utf-8`);
  const { retryAfter } = told.extensions;
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  const usual = isLegacy && isInvalidDocument ? 200 : (STATUS[code] ?? 400);
  return reply.code(status ?? usual).send(JSON.stringify({ errors: [told] }));
}

/**
 * Clients of the older media type, plain JSON, expect 200 for every document that could be read as a request, be it
 * valid GraphQL or not; those of `application/graphql-response+json` are told by the status.
 */
export function acceptsGraphqlResponse(accept: string | undefined): boolean {
  return accept?.includes('application/graphql-response+json') === true;
}

/** Makes Apollo Server keep to the same. */
export const legacyStatus: ApolloServerPlugin = {
  requestDidStart: ({ request }) =>
    Promise.resolve({
      willSendResponse({ response: { http } }) {
        if (http.status === 400 && !acceptsGraphqlResponse(request.http?.headers.get('accept')))
          http.status = 200;
        return Promise.resolve();
      },
    }),
};
