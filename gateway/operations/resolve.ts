import { hash } from 'node:crypto';
import { DomainError } from '#shared/domain/errors.ts';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import type { Logger } from '#shared/platform/log.ts';
import { isDigest } from '#shared/platform/operation-manifest.ts';
import type { Caller, PartnerIdentity } from '#shared/platform/principal.ts';
import type { Redis } from '#shared/platform/redis.ts';
import { createAutomaticQueries, type AutomaticQueries } from './automatic.ts';
import { namedOperation } from './identified.ts';
import { rememberRegistered, type RegisteredTimings } from './registered.ts';

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

/** How a text was found; the metrics count them. */
export type PersistedOutcome = 'hit' | 'miss' | 'kept';

export interface OperationResolverOptions {
  readonly authority: Pick<AccessAuthority, 'registeredOperation'>;
  /** Shares the automatically persisted queries of frontends between gateways. */
  readonly redis?: Redis | undefined;
  /** Those that somebody else looks into, too; its own without them. */
  readonly automatic?: AutomaticQueries;
  /** Judges a text before it is kept; throws the refusal. */
  readonly admit?: (query: string) => unknown;
  readonly onPersisted?: (outcome: PersistedOutcome) => void;
  readonly registeredTimings?: RegisteredTimings | undefined;
  readonly log: Logger;
}

/**
 * Partners run what they have registered, by its id, and nothing else. Everybody else sends texts, or the digest of a
 * text by Apollo's protocol of automatically persisted queries.
 */
export function createOperationResolver(options: OperationResolverOptions): OperationResolver {
  const { onPersisted = () => undefined, admit = () => undefined } = options;
  const registered = rememberRegistered(options.authority, options.registeredTimings);
  const automatic = options.automatic ?? createAutomaticQueries(options);

  async function ofPartner(
    partner: PartnerIdentity,
    { query, operationName }: OperationRequest,
    id: string | undefined,
  ): Promise<ResolvedOperation> {
    // A text beside the id is how automatic queries are registered, which is not for partners either.
    if (id === undefined || (query !== undefined && query !== '')) {
      throw new DomainError(
        'PERSISTED_QUERY_ID_REQUIRED',
        'A partner runs registered operations only: send the id of one, and no text.',
      );
    }
    const operation = await registered.find(partner.id, id);
    if (operation === undefined) {
      throw new DomainError('PERSISTED_QUERY_NOT_FOUND', 'No operation is registered under this id.', {
        field: 'documentId',
        value: id,
      });
    }
    return { query: operation.body, operationName, registeredId: id };
  }

  async function ofFrontend(
    { query, operationName }: OperationRequest,
    id: string | undefined,
  ): Promise<ResolvedOperation> {
    if (id === undefined) {
      if (query !== undefined && query !== '') return { query, operationName };
      throw new DomainError('BAD_USER_INPUT', 'query: is missing', { field: 'query' });
    }
    if (query === undefined || query === '') {
      const known = isDigest(id) ? await automatic.find(id) : undefined;
      onPersisted(known === undefined ? 'miss' : 'hit');
      // These very words tell Apollo's clients to send the text.
      if (known === undefined) throw new DomainError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
      return { query: known, operationName, registeredId: id };
    }
    if (hash('sha256', query, 'hex') !== id) {
      throw new DomainError('BAD_USER_INPUT', 'The given digest is not that of the query.', {
        field: 'extensions.persistedQuery.sha256Hash',
        value: id,
      });
    }
    admit(query);
    automatic.keep(id, query);
    onPersisted('kept');
    return { query, operationName, registeredId: id };
  }

  return (caller, request) => {
    const partner = caller.principal?.partner;
    if (partner === undefined && request.documentId === undefined && request.extensions === undefined) {
      // Most requests of frontends: nothing to look for.
      return ofFrontend(request, undefined);
    }
    return resolveNamed(partner, request);
  };

  async function resolveNamed(
    partner: PartnerIdentity | undefined,
    request: OperationRequest,
  ): Promise<ResolvedOperation> {
    const id = namedOperation(request);
    return partner === undefined ? ofFrontend(request, id) : ofPartner(partner, request, id);
  }
}

/** Knows texts only. */
export const textOnly: OperationResolver = (_caller, { query, operationName }) => {
  if (query === undefined || query === '') {
    return Promise.reject(new DomainError('BAD_USER_INPUT', 'query: is missing', { field: 'query' }));
  }
  return Promise.resolve({ query, operationName });
};
