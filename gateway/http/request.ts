import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#shared/domain/errors.ts';
import type { AccessTokenVerifier } from '#shared/platform/access-token.ts';
import type { Caller } from '#shared/platform/principal.ts';

const REQUEST_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The request's own id when it is well-formed, else a new one: it goes into logs and so must stay harmless. */
export function requestIdOf(request: Pick<FastifyRequest, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/**
 * Who asks. Nothing but the access token says so; whatever else a client sends about its identity is not read.
 * Without a token the caller may ask for public fields only.
 */
export async function callerOf(request: FastifyRequest, accessTokens: AccessTokenVerifier): Promise<Caller> {
  return {
    principal: await principalOf(request.headers.authorization, accessTokens),
    requestId: request.id,
    language: languageOf(request.headers['accept-language']),
    address: request.ip,
  };
}

async function principalOf(
  header: string | undefined,
  accessTokens: AccessTokenVerifier,
): Promise<Caller['principal']> {
  // GraphiQL and careless clients send the scheme with nothing after it when nobody has signed in.
  if (header === undefined || /^(Bearer)?\s*$/i.test(header)) return null;
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  if (token === undefined) {
    throw new DomainError('UNAUTHENTICATED', 'Send the access token as "Authorization: Bearer <token>".');
  }
  return accessTokens.verify(token);
}

function languageOf(header: string | undefined): Caller['language'] {
  return header?.trim().toLowerCase().startsWith('en') === true ? 'en' : 'ka';
}
