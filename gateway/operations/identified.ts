import { DomainError } from '#shared/domain/errors.ts';
import { operationId } from '#shared/platform/operation-manifest.ts';
import type { OperationRequest } from './resolve.ts';

const LONGEST_ID = 256;

/**
 * The id by which a request names its operation: `documentId`, or `extensions.persistedQuery.sha256Hash` as Apollo's
 * clients send it. Over a WebSocket, where a message has no `documentId`, it may stand in the extensions. Undefined
 * when none is named.
 */
export function namedOperation({ documentId, extensions }: OperationRequest): string | undefined {
  const persisted = extensions?.['persistedQuery'];
  const names = [
    named('documentId', documentId),
    named('extensions.documentId', extensions?.['documentId']),
    persisted === undefined || persisted === null ? undefined : digestOf(persisted),
  ].filter((name) => name !== undefined);
  const [first, ...others] = names;
  if (others.some((other) => other !== first)) {
    throw fault('documentId', 'The request names two different operations.');
  }
  return first;
}

function named(field: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_ID)
    throw fault(field, `${field}: must be a text of 1–${LONGEST_ID} characters`);
  return operationId(value);
}

function digestOf(persisted: unknown): string | undefined {
  const field = 'extensions.persistedQuery';
  if (typeof persisted !== 'object' || persisted === null || Array.isArray(persisted))
    throw fault(field, `${field}: must be an object`);
  const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown };
  if (version !== undefined && version !== 1) throw fault(`${field}.version`, `${field}.version: must be 1`);
  if (sha256Hash === undefined) throw fault(`${field}.sha256Hash`, `${field}.sha256Hash: is missing`);
  return named(`${field}.sha256Hash`, sha256Hash);
}

function fault(field: string, message: string): DomainError {
  return new DomainError('BAD_USER_INPUT', message, { field });
}
