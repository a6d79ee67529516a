import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isTooCostlyToValidate, tooCostlyToValidate } from '#gateway/limits/admit.ts';
import { isPublishedCode } from '#shared/graphql/errors.ts';
import { literalFault } from '#shared/graphql/input-faults.ts';
import type { Logger } from '#shared/platform/log.ts';

/** Codes of Apollo Server for requests that are wrong in themselves. */
const FAULTS_OF_THE_REQUEST: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.BAD_REQUEST,
  ApolloServerErrorCode.BAD_USER_INPUT,
]);

/**
 * Gives Apollo Server's own errors a code of the published list. What the executor answers carries one already; the
 * rest is a defect of ours, which goes to the log.
 */
export function createErrorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = formatted.extensions?.['code'];
    const original = unwrapResolverError(error);
    if (isTooCostlyToValidate(formatted)) return tooCostlyToValidate().toJSON();
    if (FAULTS_OF_THE_REQUEST.has(code)) {
      const named = error instanceof GraphQLError ? literalFault(error) : undefined;
      const {
        stacktrace: _stack,
        http: _statusForApollo,
        ...details
      } = { ...formatted.extensions, ...named?.extensions };
      // What is wrong with a literal that must not be repeated is said without it.
      const message = named?.message ?? formatted.message;
      return { ...formatted, message, extensions: { ...details, code: 'BAD_USER_INPUT' } };
    }
    if (isPublishedCode(code) && code !== 'INTERNAL_SERVER_ERROR') return formatted;
    if (code !== 'INTERNAL_SERVER_ERROR' || formatted.message !== DEFECT)
      log.error({ event: 'gateway_defect', err: original });
    return {
      message: DEFECT,
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  };
}

/** What the executor says of defects that it has logged. */
const DEFECT = 'Something went wrong on our side.';
