import { Agent, request } from 'undici';
import {
  CircuitBreaker,
  REFUSED,
  type BreakerOptions,
  type BreakerState,
} from '#shared/platform/circuit-breaker.ts';
import { RsGeFailure, unanswered, type CallKind } from './failure.ts';
import { passGuard } from './guard.ts';
import type { Pace } from './pace.ts';

export interface EndpointOptions {
  readonly url: string;
  readonly pace: Pace;
  readonly timeoutMs?: number;
  /** Longer answers are not read to their end. */
  readonly maxBytes?: number;
  readonly breaker?: Partial<BreakerOptions>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Post {
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly kind: CallKind;
}

const TIMEOUT_MILLISECONDS = 30_000;
const MAX_BYTES = 8 * 1024 * 1024;

/** Failures of the network before anything was sent. */
const NOTHING_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * One place of RS.ge: its address, time limit, pace and circuit breaker (five failures open it, after a minute one call
 * may try, two successes close it). Sends each call once, whatever happens.
 */
export class Endpoint {
  readonly #options: EndpointOptions;
  readonly #agent: Agent;
  readonly #breaker: CircuitBreaker;

  constructor(options: EndpointOptions) {
    this.#options = options;
    const timeout = options.timeoutMs ?? TIMEOUT_MILLISECONDS;
    this.#agent = new Agent({
      connections: 4,
      pipelining: 1,
      connect: { timeout },
      // Between two calls of one user lies a pause; a connection that the other side may be closing is not reused.
      keepAliveTimeout: 1_000,
    });
    this.#breaker = new CircuitBreaker(options.breaker);
  }

  get state(): BreakerState {
    return this.#breaker.state;
  }

  /** Answers with whatever status came back; a fault of the protocol is the protocol's to read. */
  async post({ path = '', headers, body, kind }: Post): Promise<Answer> {
    if (this.#breaker.state === 'open') throw stillBroken();
    await this.#options.pace.turn();
    await passGuard();
    const permit = this.#breaker.enter();
    if (permit === REFUSED) throw stillBroken();
    try {
      const answer = await this.#send(path, headers, body, kind);
      // A fault with words is an answer; an empty or strange 5xx is a place in trouble.
      if (answer.status >= 502 || answer.status === 429) {
        throw unanswered(kind, `RS.ge answered with status ${String(answer.status)}`, {
          code: answer.status,
        });
      }
      this.#breaker.succeeded(permit);
      return answer;
    } catch (error) {
      this.#breaker.failed(permit);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #send(
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    kind: CallKind,
  ): Promise<Answer> {
    const { url, timeoutMs = TIMEOUT_MILLISECONDS, maxBytes = MAX_BYTES } = this.#options;
    try {
      const response = await request(`${url}${path}`, {
        dispatcher: this.#agent,
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      const parts: Buffer[] = [];
      let size = 0;
      for await (const part of response.body as AsyncIterable<Buffer>) {
        size += part.length;
        if (size > maxBytes)
          throw unanswered(kind, `RS.ge answered with more than ${String(maxBytes)} bytes`);
        parts.push(part);
      }
      return { status: response.statusCode, text: Buffer.concat(parts).toString('utf8') };
    } catch (error) {
      if (error instanceof RsGeFailure) throw error;
      const code = codeOf(error);
      if (NOTHING_SENT.has(code))
        throw new RsGeFailure('UNREACHABLE', 'RS.ge cannot be reached', { code, cause: error });
      throw unanswered(kind, 'RS.ge did not answer', { code, cause: error });
    }
  }
}

function stillBroken(): RsGeFailure {
  return new RsGeFailure('UNREACHABLE', 'RS.ge failed several times and is left alone for a while', {
    code: 'BREAKER_OPEN',
  });
}

function codeOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'TIMEOUT';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'UNKNOWN';
}
