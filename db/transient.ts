import { DomainError } from '#shared/domain/errors.ts';
import { postgresError, toDomainError } from './client.ts';

/**
 * SQLSTATEs, or their classes, that say nothing of what was asked: the connection was lost, two transactions met,
 * the server has no room or is being stopped.
 */
const PASSING = [/^08/, /^40/, /^53/, /^55P03$/, /^57/, /^25P03$/, /^25006$/, /^58/];

/** What sockets and resolvers of names say of a way that is broken for now. */
const BROKEN_WAYS = new Set(['EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether a failure will pass by itself: the same may then be tried without end, for it is not to blame. */
export function isTransient(error: unknown): boolean {
  const domain = toDomainError(error);
  if (domain instanceof DomainError) return domain.code === 'SERVICE_UNAVAILABLE';
  const state = postgresError(error)?.code;
  if (state !== undefined) return PASSING.some((pattern) => pattern.test(state));
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && BROKEN_WAYS.has(at.code)) return true;
  }
  return false;
}
