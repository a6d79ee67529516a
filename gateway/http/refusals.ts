import type { FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { DomainError, type ErrorCode } from '#shared/domain/errors.ts';
import { refusal } from '#shared/graphql/errors.ts';

const STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
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
  const { retryAfter } = told.extensions;
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  return reply.code(status ?? STATUS[code] ?? 400).send({ errors: [told] });
}
