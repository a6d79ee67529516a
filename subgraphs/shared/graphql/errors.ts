import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError, ERROR_CODES, type ErrorCode } from '#shared/domain/errors.ts';

/** A refusal as a GraphQL error: its code and details become `extensions`. */
export function refusal(error: DomainError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error, extensions: refusalExtensions(error) });
}

/** What the caller may know of an error: a refusal word by word, of a defect of ours only that there was one. */
export function formatError(error: GraphQLError, onDefect: (error: unknown) => void): GraphQLFormattedError {
  const place = error.path === undefined ? {} : { path: error.path };
  const domainError = findDomainError(error);
  if (domainError !== undefined) {
    return { message: domainError.message, ...place, extensions: refusalExtensions(domainError) };
  }
  const { code, serviceName: _ofTheInside, stacktrace: _ofTheInsideToo, ...details } = error.extensions;
  if (isPublishedCode(code) && code !== 'INTERNAL_SERVER_ERROR') {
    return { message: error.message, ...place, extensions: { code, ...details } };
  }
  onDefect(error.originalError ?? error);
  return {
    message: 'Something went wrong on our side.',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

export function isPublishedCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}

function refusalExtensions(error: DomainError): Record<string, unknown> {
  return { ...error.details, code: error.code };
}

/** graphql-js wraps what a resolver throws, sometimes more than once. */
function findDomainError(error: unknown): DomainError | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    if (current instanceof DomainError) return current;
    current = current instanceof GraphQLError ? current.originalError : current.cause;
  }
  return undefined;
}
