/**
 * The closed list of refusals. Every "no" that a caller can act on carries one of these codes in
 * `extensions.code`; `docs/errors.md` is compared with this table by a test.
 */
export const ERROR_CODES = {
  UNAUTHENTICATED: 'The request carries no valid access token.',
  FORBIDDEN: 'The caller lacks the permission that the field demands.',
  NOT_FOUND: 'No such thing in the caller’s company. Things of other companies answer the same.',
  BAD_USER_INPUT: 'A value is malformed or breaks a rule; `field` and `value` name it.',
  CONFLICT: 'The thing was changed by someone else meanwhile, or the name is taken.',
  UNBALANCED_ENTRY: 'Debits and credits differ; `difference` says by how much (debit − credit).',
  PERIOD_CLOSED: 'The accounting period of the date is closed or was never opened.',
  ACCOUNT_INACTIVE: 'The account is deactivated or is a heading that takes no postings.',
  INVALID_TRANSITION: 'The thing is not in the state that the command needs.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used before with another input.',
  RATE_LIMITED: 'Too many requests; try again after `retryAfter` seconds.',
  COST_LIMIT_EXCEEDED: 'The operation is deeper, wider or dearer than is allowed.',
  PERSISTED_QUERY_ID_REQUIRED: 'A partner may run registered operations only.',
  PERSISTED_QUERY_NOT_FOUND: 'No operation is registered under the given identifier.',
  CURSOR_EXPIRED: 'The cursor points before the oldest event that can be replayed.',
  LINK_EXPIRED: 'The link to the file is too old; ask for a new one.',
  SLOW_CONSUMER: 'The subscriber read too slowly; resume from the last cursor it has.',
  SERVICE_UNAVAILABLE: 'A part of the system does not answer; trying again later is safe.',
  INTERNAL_SERVER_ERROR: 'A defect of ours. The request changed nothing; the log has the details.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorDetails {
  /** Path of the offending input, as a client would write it: `entries[2].debit`. */
  readonly field?: string;
  /** The offending value as it was given, cut to a sane length. */
  readonly value?: string;
  readonly [detail: string]: unknown;
}

/** A refusal that the caller can act on. Bugs are ordinary errors and never reach the caller in words. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }
}

const MAX_QUOTED = 100;

/** Refuses one input value, naming its field and quoting it. */
export function badInput(field: string, value: unknown, why: string): DomainError {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  const quoted = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
  return new DomainError('BAD_USER_INPUT', `${field}: ${why}`, { field, value: quoted });
}

/** The same answer for what does not exist and for what belongs to another company. */
export function notFound(field: string, value: string): DomainError {
  return new DomainError('NOT_FOUND', `${field}: nothing here has this identifier`, { field, value });
}
