import { GraphQLError } from 'graphql';
import type { Principal } from '#shared/platform/principal.ts';

const SUGGESTS = 'Did you mean';
const SUGGESTION = / ?Did you mean .*?\?(?= |$)/gs;

/**
 * Errors as the caller may read them. Partners know what they have registered; the guesses of graphql-js would spell
 * out the rest of the schema to whoever asks often enough.
 */
export function readableBy(
  principal: Principal | null,
  errors: readonly GraphQLError[],
): readonly GraphQLError[] {
  return principal?.partner === undefined ? errors : errors.map(withoutSuggestion);
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  if (!error.message.includes(SUGGESTS)) return error;
  return new GraphQLError(unsuggesting(error.message), {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    originalError: error.originalError ?? null,
    extensions: error.extensions,
  });
}

/** The text of an answer as the caller may read it. What stands in its data is left alone. */
export function readableText(principal: Principal | null, body: string): string {
  if (principal?.partner === undefined || !body.includes(SUGGESTS)) return body;
  const answer = JSON.parse(body) as { readonly errors?: readonly { readonly message: string }[] };
  if (answer.errors === undefined) return body;
  const errors = answer.errors.map((error) => ({ ...error, message: unsuggesting(error.message) }));
  return JSON.stringify({ ...answer, errors });
}

function unsuggesting(message: string): string {
  return message.replace(SUGGESTION, '');
}
