import { Kind, visit, type ASTNode } from 'graphql';

/** Inputs that a client says in confidence; not even an answer to itself repeats them. */
const CONFIDENTIAL = /(password|token|secret|recoverycode|totp|otp|apikey)s?$/i;

export function isConfidential(name: string | number | undefined): boolean {
  return typeof name === 'string' && CONFIDENTIAL.test(name);
}

/** True when a value is confidential by its place, or holds something that is by its name. */
export function holdsConfidential(path: readonly (string | number)[], value: unknown): boolean {
  return path.some(isConfidential) || containsConfidential(value, 0);
}

const MAX_DEPTH = 10;

function containsConfidential(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > MAX_DEPTH) return true;
  return Object.entries(value).some(
    ([name, held]) => isConfidential(name) || containsConfidential(held, depth + 1),
  );
}

/** The same for a literal in the text of an operation. */
export function literalHoldsConfidential(path: readonly (string | number)[], node: ASTNode): boolean {
  let found = path.some(isConfidential);
  visit(node, {
    ObjectField: (field) => {
      if (field.kind === Kind.OBJECT_FIELD && isConfidential(field.name.value)) found = true;
    },
  });
  return found;
}
