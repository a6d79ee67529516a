import { DomainError } from '#shared/domain/errors.ts';

/** What is written of an error. Everything else that hangs on it is left behind: libraries hang whole requests there. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
  readonly [fact: string]: unknown;
}

/** Properties that say what failed and never what it failed on. */
const FACTS = [
  'code',
  'errno',
  'syscall',
  'severity',
  'routine',
  'schema_name',
  'table_name',
  'column_name',
  'constraint_name',
  'statusCode',
] as const;

const MAX_CAUSES = 5;
const MAX_ERRORS = 10;
const MAX_MESSAGE = 1_000;
const MAX_FRAMES = 30;

/** The error as it may be logged: its class, its words without quoted values, where it arose, what caused it. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: wordsOf(error) };
  const cause = error.cause ?? ('originalError' in error ? error.originalError : undefined);
  return {
    type: error.name,
    message: messageOf(error),
    ...factsOf(error),
    ...framesOf(error),
    ...(cause !== undefined && cause !== null && cause !== error && depth < MAX_CAUSES
      ? { cause: loggedError(cause, depth + 1) }
      : {}),
    ...(error instanceof AggregateError && depth < MAX_CAUSES
      ? { errors: error.errors.slice(0, MAX_ERRORS).map((one: unknown) => loggedError(one, depth + 1)) }
      : {}),
  };
}

function messageOf(error: Error): string {
  const { message } = error;
  const bounded = message.slice(0, MAX_MESSAGE);
  if (error instanceof DomainError) return withoutValue(error);
  // Drizzle writes the values of the statement behind its text.
  const drizzle = /^Failed query: (?:\/\* (\w+) \*\/)?/.exec(message);
  if (drizzle !== null) return `Failed query${drizzle[1] === undefined ? '' : `: ${drizzle[1]}`}`;
  // PostgreSQL quotes the value that it could not take (class 22), V8 the text that is no JSON.
  if (/^22/.test(codeOf(error)) || error instanceof SyntaxError) return withoutQuotations(bounded);
  if (/ got invalid value /.test(message))
    return bounded.replace(/ got invalid value [^]*/, ' got an invalid value');
  return bounded;
}

/** A refusal quotes what it refuses. */
function withoutValue({ message, details: { value } }: DomainError): string {
  const words =
    value === undefined || value === '' ? message : message.replaceAll(value.replace(/…$/, ''), '…');
  return words.slice(0, MAX_MESSAGE);
}

function withoutQuotations(message: string): string {
  return message
    .replaceAll(/"[^"]*"?|'[^']*'?|`[^`]*`?/g, '"…"')
    .replace(/\.\.\.[^ ]* is not valid/, ' is not valid');
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function factsOf(error: Error): Record<string, unknown> {
  const held = error as unknown as Record<string, unknown>;
  const facts: Record<string, unknown> = {};
  for (const name of FACTS) {
    const value = held[name];
    if (typeof value === 'string' || typeof value === 'number') facts[name] = value;
  }
  if (error instanceof DomainError && error.details.field !== undefined) facts['field'] = error.details.field;
  // Statements begin with their name; the rest of them is long, and may hold literals.
  const statement =
    typeof held['query'] === 'string' ? /^\s*\/\* (\w+) \*\//.exec(held['query'])?.[1] : undefined;
  if (statement !== undefined) facts['statement'] = statement;
  return facts;
}

/** The stack begins with the message, which may be long and quote values: only its frames are kept. */
function framesOf({ stack }: Error): { readonly stack?: string } {
  const frames = stack?.split('\n').filter((line) => /^\s+at .*:\d+\)?$/.test(line)) ?? [];
  return frames.length === 0 ? {} : { stack: frames.slice(0, MAX_FRAMES).join('\n') };
}

/** Something was thrown that is no error; an object could be anything, a request too. */
function wordsOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown.slice(0, MAX_MESSAGE);
  if (typeof thrown === 'object' && thrown !== null)
    return `an object with ${Object.keys(thrown).join(', ')}`;
  return String(thrown);
}
