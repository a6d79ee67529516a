import { DomainError } from '#shared/domain/errors.ts';
import type { Caller } from '#shared/platform/principal.ts';

/** What a client sends to say which operation it means, over whatever transport. */
export interface OperationRequest {
  readonly query?: string | undefined;
  readonly operationName?: string | undefined;
  /** Id of a registered operation, as GraphQL over HTTP's persisted documents name it. */
  readonly documentId?: string | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export interface ResolvedOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  /** Given when the operation was called by its id. */
  readonly registeredId?: string;
}

/** Finds the text that a request means. Refuses with PERSISTED_QUERY_ID_REQUIRED, PERSISTED_QUERY_NOT_FOUND. */
export type OperationResolver = (caller: Caller, request: OperationRequest) => Promise<ResolvedOperation>;

/** Knows texts only. */
export const textOnly: OperationResolver = (_caller, { query, operationName }) => {
  if (query === undefined || query === '') {
    return Promise.reject(new DomainError('BAD_USER_INPUT', 'query: is missing', { field: 'query' }));
  }
  return Promise.resolve({ query, operationName });
};
