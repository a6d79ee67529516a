/** How a connection ended, and what may be done about it. */
export type End =
  /** The server asks to come back, or the connection was merely lost. */
  | { readonly kind: 'at-once'; readonly why: string }
  /** Who asks was not believed: a new token may be. */
  | { readonly kind: 'unauthorized'; readonly why: string }
  /** Coming back makes sense, after a while. */
  | { readonly kind: 'later'; readonly why: string }
  /** It does not. */
  | { readonly kind: 'final'; readonly why: string; readonly code: string };

type Passing = 'at-once' | 'later' | 'unauthorized';

export class Ending extends Error {
  readonly end: End;

  constructor(end: End) {
    super(end.why);
    this.end = end;
  }
}

/** Refusals that may be otherwise next time: the subscription goes on after them. */
const PASSING: Readonly<Record<string, Passing>> = {
  SLOW_CONSUMER: 'at-once',
  UNAUTHENTICATED: 'unauthorized',
  SERVICE_UNAVAILABLE: 'later',
  INTERNAL_SERVER_ERROR: 'later',
  RATE_LIMITED: 'later',
};

const CLOSED: Readonly<Record<number, Passing>> = {
  /** The server stops; another one, or the next, answers. */
  1001: 'at-once',
  1012: 'at-once',
  /** SLOW_CONSUMER */
  4409: 'at-once',
  /** The token has expired: with a new one it goes on. */
  4401: 'unauthorized',
  4403: 'unauthorized',
};

/** Reads an end from errors of the answer, the event of a closed socket, or whatever else was thrown. */
export function endOf(reason: unknown): End {
  if (Array.isArray(reason)) return endByErrors(reason);
  if (isClose(reason)) {
    const why = `closed with ${reason.code} ${reason.reason}`.trim();
    // The protocol is not kept by one of both sides; that does not heal.
    if (reason.code === 4400 || reason.code === 4406) return { kind: 'final', why, code: 'BAD_USER_INPUT' };
    return { kind: CLOSED[reason.code] ?? 'later', why };
  }
  if (reason === undefined || reason === null)
    return { kind: 'final', why: 'no data', code: 'INTERNAL_SERVER_ERROR' };
  if (typeof reason === 'string') return { kind: 'final', why: reason, code: 'BAD_USER_INPUT' };
  return { kind: 'later', why: reason instanceof Error ? reason.message : 'the connection failed' };
}

function endByErrors(errors: readonly unknown[]): End {
  const [first] = errors as readonly { message?: unknown; extensions?: { code?: unknown } | null }[];
  const code = typeof first?.extensions?.code === 'string' ? first.extensions.code : 'BAD_USER_INPUT';
  const why = typeof first?.message === 'string' ? first.message : code;
  const passing = PASSING[code];
  return passing === undefined ? { kind: 'final', why, code } : { kind: passing, why: `${code}: ${why}` };
}

function isClose(reason: unknown): reason is { readonly code: number; readonly reason: string } {
  return (
    typeof reason === 'object' &&
    reason !== null &&
    typeof (reason as { code?: unknown }).code === 'number' &&
    typeof (reason as { reason?: unknown }).reason === 'string'
  );
}
