import { toDomainError } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';

/** What a failure of Redis or of the counts in PostgreSQL means: nobody is let through, and trying later is safe. */
export function unavailableStore(error: unknown): DomainError {
  const known = toDomainError(error);
  if (known instanceof DomainError) return known;
  const unavailable = new DomainError('SERVICE_UNAVAILABLE', 'The store of sessions does not answer.');
  unavailable.cause = error;
  return unavailable;
}
