import { Kind, visit, type ASTNode } from 'graphql';

/** Inputs that a client says in confidence; not even an answer to itself repeats them. */
const CONFIDENTIAL =
  /(password|token|secret|recoverycode|totp|otp|apikey|personalnumber|passportnumber|iban)s?$/i;

export function isConfidential(name: string | number | undefined): boolean {
  return typeof name === 'string' && CONFIDENTIAL.test(name);
}

/** True when a value is confidential by its place, or holds something that is by its name. */
export function holdsConfidential(path: readonly (string | number)[], value: unknown): boolean {
  return path.some(isConfidential) || containsConfidential(value);
}

/** A value with more parts than this is too large to be quoted well, and is treated as if it were confidential. */
const MOST_PARTS = 1_000;

function containsConfidential(value: unknown): boolean {
  const waiting: unknown[] = [value];
  for (let parts = 0; waiting.length > 0; parts += 1) {
    if (parts > MOST_PARTS) return true;
    const part = waiting.pop();
    if (typeof part !== 'object' || part === null) continue;
    if (Array.isArray(part)) {
      if (part.length > MOST_PARTS) return true;
      for (const item of part as readonly unknown[]) waiting.push(item);
      continue;
    }
    for (const name in part) {
      if (isConfidential(name)) return true;
      waiting.push((part as Record<string, unknown>)[name]);
    }
  }
  return false;
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
