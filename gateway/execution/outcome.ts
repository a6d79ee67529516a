import { GraphQLError } from 'graphql';

/**
 * What became of a change whose answer is not whole, as errors tell it in `extensions.outcome`. `DONE`: it was made, and
 * only something that was asked for besides is missing. `NOT_DONE`: nobody has begun with it. `UNKNOWN`: the one who
 * was asked has gone silent; repeated under the same idempotency key it is made once.
 */
export type Outcome = 'DONE' | 'NOT_DONE' | 'UNKNOWN';

/**
 * Says with an error of a mutation that the change was made, if it was: what lies below its field is looked for only
 * once the field has answered. Without that, an answer that a non-null field made null altogether would look like a
 * refusal, and a client without a key would make the change again.
 */
export function withOutcome(error: GraphQLError): GraphQLError {
  const { path, extensions } = error;
  if (path === undefined || path.length < 2) return error;
  const message =
    extensions['code'] === 'SERVICE_UNAVAILABLE'
      ? 'The change was made. A part of the system does not answer; what is missing here can be read later.'
      : error.message;
  const outcome: Outcome = 'DONE';
  return new GraphQLError(message, { path, extensions: { ...extensions, outcome } });
}
