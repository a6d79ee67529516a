import { errors } from 'undici';
import { NotSent } from './exchange.ts';

/** An answer that is none of GraphQL's. */
export class UnusableAnswer extends Error {
  readonly status: number;
  readonly isNotBegun: boolean;

  constructor(status: number, text: string, isNotBegun: boolean) {
    super(`It answered ${status}: ${text.slice(0, 300)}`);
    this.name = 'UnusableAnswer';
    this.status = status;
    this.isNotBegun = isNotBegun;
  }
}

/**
 * What a call that failed tells of the process that was called. `healthy`: it answers, and refuses this call.
 * `failing`: it does not do its work. `not-begun`: the same, and it has certainly done nothing yet.
 */
export type Fault = 'healthy' | 'failing' | 'not-begun';

export function faultOf(error: unknown): Fault {
  if (error instanceof UnusableAnswer) {
    if (error.isNotBegun) return 'not-begun';
    return error.status >= 400 && error.status < 500 ? 'healthy' : 'failing';
  }
  return isNotConnected(error) ? 'not-begun' : 'failing';
}

const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

const LOST = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Whether nobody is there: no connection came about, or it broke. A process that is started again would tell. */
export function isGone(error: unknown): boolean {
  if (faultOf(error) === 'not-begun') return true;
  return error instanceof Error && 'code' in error && LOST.has(String(error.code));
}

/** Without a connection nothing was sent. */
function isNotConnected(error: unknown): boolean {
  if (error instanceof NotSent || error instanceof errors.ConnectTimeoutError) return true;
  if (error instanceof AggregateError) return error.errors.every(isNotConnected);
  if (!(error instanceof Error) || !('code' in error)) return false;
  // A connection that was still waiting to be accepted when the other side stopped listening.
  const isTurnedAway = error.code === 'ECONNRESET' && 'syscall' in error && error.syscall === 'connect';
  return isTurnedAway || NOT_CONNECTED.has(String(error.code));
}
