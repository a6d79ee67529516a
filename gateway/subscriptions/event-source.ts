import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Authenticator } from '#gateway/access/authenticate.ts';
import type { Metrics } from '#gateway/metrics/metrics.ts';
import {
  askedOperation,
  credentialsOf,
  languageOf,
  userAgentOf,
  type AskedOperation,
} from '#gateway/http/request.ts';
import type { OperationResolver } from '#gateway/operations/resolve.ts';
import { whileRegistered } from '#gateway/operations/while-registered.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { refusal } from '#shared/graphql/errors.ts';
import type { PartnerLimits } from '#shared/platform/access-authority.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller, Principal } from '#shared/platform/principal.ts';
import { RefusedOperation, type Admitted, type Answer, type Door, type DoorOptions } from './door.ts';
import type { Batch, Payload } from './groups.ts';
import { drained, paceCheckMs, stoppedReading, type PaceTimings } from './pace.ts';
import { Pump } from './pump.ts';
import type { PayloadSink, RunningSubscription } from './running.ts';
import type { SocketGuard } from './socket-guard.ts';
import type { Subscriptions } from './subscribe.ts';
import { whenItIs } from './when.ts';

export interface EventSourceOptions {
  readonly authenticator: Pick<Authenticator, 'admit' | 'revocations'>;
  readonly door: Door;
  readonly operations: OperationResolver;
  readonly metrics: Metrics;
  readonly subscriptions: Subscriptions;
  readonly guard: SocketGuard;
  readonly log: Logger;
  readonly timings: PaceTimings & { readonly pingMs: number };
  readonly onRefused: DoorOptions['onRefused'];
}

export interface EventSourceEdge {
  /** Ends every stream after what has come already; clients connect again by themselves and go on. */
  close(): Promise<void>;
}

const END_GRACE_MS = 2_000;
const COMMENT = ':\n\n';
const NEXT = Buffer.from('event: next\ndata: ');
const END_OF_EVENT = Buffer.from('\n\n');
const COMPLETE = 'event: complete\ndata: \n\n';

function asEvent({ cursor, bytes }: Payload): readonly Buffer[] {
  return [Buffer.from(`id: ${cursor}\n`), NEXT, bytes, END_OF_EVENT];
}

/** One response that stays open. */
class EventSource implements PayloadSink {
  readonly #response: ServerResponse;
  readonly #stopping = new AbortController();
  readonly caller: () => Caller;
  principal: Principal | null;
  limits: PartnerLimits | undefined;
  expiry: NodeJS.Timeout | undefined;
  running: RunningSubscription | undefined;
  /** Since when bytes have been waiting to be taken. */
  #fullSince: number | undefined;

  constructor(response: ServerResponse, caller: Caller, limits: PartnerLimits | undefined) {
    this.#response = response;
    this.principal = caller.principal;
    this.limits = limits;
    this.caller = () => ({ ...caller, principal: this.principal });
    response.once('close', () => this.#stopping.abort());
    response.on('drain', () => (this.#fullSince = undefined));
  }

  /** Aborts when nobody reads any more. */
  get gone(): AbortSignal {
    return this.#stopping.signal;
  }

  write(batch: Batch): Promise<void> | undefined {
    return this.#send(batch.inForm('event-stream', asEvent));
  }

  /** What intermediaries between see, so that they keep the connection, and of what a dead peer is known by. */
  comment(now: number, stalledMs: number): void {
    if (this.#fullSince !== undefined && now - this.#fullSince > stalledMs) this.#response.destroy();
    else if (this.#fullSince === undefined) void this.#send(Buffer.from(COMMENT));
  }

  tell(answer: Answer): void {
    void this.#send(Buffer.concat([NEXT, Buffer.from(JSON.stringify(answer)), END_OF_EVENT]));
  }

  /** The operation is over: a client does not come back. */
  complete(): void {
    void this.#send(Buffer.from(COMPLETE));
    this.end();
  }

  /** The connection is over, the operation is not: a client comes back with the last cursor. */
  end(): void {
    this.#stopping.abort();
    clearTimeout(this.expiry);
    this.#response.end();
    // One that does not read does not let its connection end either.
    setTimeout(() => this.#response.destroy(), END_GRACE_MS).unref();
  }

  refuse(error: GraphQLError): void {
    if (this.gone.aborted) return;
    this.#stopping.abort();
    this.tell({ errors: [error] });
    this.complete();
  }

  #send(bytes: Buffer): Promise<void> | undefined {
    const response = this.#response;
    if (response.writableEnded || response.destroyed || response.write(bytes)) return undefined;
    this.#fullSince ??= performance.now();
    return new Promise((resolve) => {
      const taken = (): void => {
        response.off('drain', taken).off('close', taken);
        resolve();
      };
      response.on('drain', taken).on('close', taken);
    });
  }
}

/**
 * GraphQL over server-sent events at `/graphql/stream`, in the distinct connections mode of the protocol of
 * graphql-sse, for those whose proxies let no WebSocket pass. Each event bears its cursor as `id`, so whoever comes
 * back with `Last-Event-ID` misses nothing.
 */
export function serveEventSources(app: FastifyInstance, options: EventSourceOptions): EventSourceEdge {
  const { authenticator, door, guard, metrics, operations, subscriptions, log, timings } = options;
  const { revocations } = authenticator;
  const sources = new Set<EventSource>();
  let isStopping = false;

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql/stream',
    handler: async (request, reply) => {
      if (request.headers.accept?.includes('text/event-stream') !== true)
        throw new DomainError('BAD_USER_INPUT', 'Ask with "Accept: text/event-stream".', { field: 'accept' });
      if (isStopping) throw new DomainError('SERVICE_UNAVAILABLE', 'The server stops; try again.');
      const turned = guard.opening(request.ip);
      if (turned !== undefined) {
        const code = turned.status === 429 ? 'RATE_LIMITED' : 'SERVICE_UNAVAILABLE';
        throw new DomainError(code, 'Too many connections.', { retryAfter: turned.retryAfter });
      }
      reply.raw.once('close', () => guard.closed(request.ip));
      return open(request, reply);
    },
  });

  /** 1. Who asks. 2. What is asked, and whether it may pass. 3. The response opens. 4. What there is to tell. */
  async function open(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const credentials = credentialsOf(request);
    const caller: Caller = {
      principal: null,
      requestId: request.id,
      language: languageOf(request.headers['accept-language']),
      address: request.ip,
      ...userAgentOf(request.headers),
    };
    const admittedAs = await authenticator.admit(credentials).catch((error: unknown) => {
      if (error instanceof DomainError) options.onRefused(error, caller);
      throw error;
    });
    if (admittedAs.principal === null)
      throw new DomainError('UNAUTHENTICATED', 'Sign in first: send an access token.');
    const known = { ...caller, principal: admittedAs.principal };
    const asked = askedOperation(request);
    const began = performance.now();
    const source = new EventSource(reply.raw, known, admittedAs.limits);
    let admitted: Admitted;
    try {
      admitted = await door.admit(known, admittedAs.limits, asked);
      if (admitted.operation.operation === OperationTypeNode.SUBSCRIPTION)
        await start(source, admitted, began, lastEventId(request));
    } catch (error) {
      if (error instanceof RefusedOperation) throw error.errors[0] ?? error;
      throw error;
    }

    openResponse(request, reply);
    sources.add(source);
    metrics.socketOpened();
    reply.raw.once('close', () => {
      sources.delete(source);
      metrics.socketClosed();
      clearTimeout(source.expiry);
    });
    if (isStopping || source.gone.aborted) source.end();
    watchExpiry(source, admittedAs.principal, () => authenticator.admit(credentials));
    tellAll(source, admitted, asked).catch((err: unknown) => {
      log.error({ event: 'event_source_defect', requestId: request.id, err });
      source.end();
    });
    return reply;
  }

  async function start(
    source: EventSource,
    admitted: Admitted,
    began: number,
    resumeAfter: string | undefined,
  ): Promise<void> {
    const { document, operation, queryHash, variables } = admitted;
    const running = await subscriptions.subscribe({
      document,
      operation,
      queryHash,
      variables,
      resumeAfter,
      context: contextOf(source),
      signal: source.gone,
    });
    if (!('pace' in running)) throw door.refused(source.caller(), began, running);
    source.running = running;
    door.begun(source.caller(), began, admitted);
  }

  async function tellAll(source: EventSource, admitted: Admitted, asked: AskedOperation): Promise<void> {
    const { running } = source;
    if (running === undefined) {
      source.tell(await door.answer(source.caller(), admitted, source.gone));
      source.complete();
      return;
    }
    const delivering = new Pump(
      () => subscriptions.deliver(running, source, contextOf(source)),
      () => undefined,
    );
    const stream =
      source.principal?.partner === undefined
        ? delivering
        : whileRegistered(delivering, admitted.query, () => operations(source.caller(), asked));
    try {
      await stream.next();
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      source.refuse(error);
    } finally {
      await stream.return();
    }
  }

  /** An access token ends for good; the answer about a partner's key is asked for again. */
  function watchExpiry(
    source: EventSource,
    principal: Principal,
    again: () => ReturnType<Authenticator['admit']>,
  ): void {
    const renew = async (): Promise<void> => {
      const renewed = await again();
      if (source.gone.aborted) return;
      if (renewed.principal === null) throw new DomainError('UNAUTHENTICATED', 'The key is not valid.');
      source.principal = renewed.principal;
      source.limits = renewed.limits;
      watchExpiry(source, renewed.principal, again);
    };
    const atExpiry = (): void => {
      if (principal.partner === undefined) {
        source.refuse(ending('UNAUTHENTICATED', 'The access token has expired.', source, 'TOKEN_EXPIRED'));
        return;
      }
      renew().catch((error: unknown) => {
        if (error instanceof DomainError) options.onRefused(error, source.caller());
        else log.error({ event: 'event_source_defect', err: error });
        // Whoever cannot be recognised at the moment comes back and is told then.
        source.end();
      });
    };
    source.expiry = whenItIs(principal.expiresAt * 1000, atExpiry, (timer) => (source.expiry = timer));
  }

  const stopWatching = revocations.onChange(() => {
    for (const source of sources) {
      if (source.principal === null || !revocations.isRevoked(source.principal)) continue;
      source.refuse(ending('UNAUTHENTICATED', 'The rights were withdrawn.', source, 'REVOKED'));
    }
  });
  const heartbeat = setInterval(() => {
    const now = performance.now();
    for (const source of sources) source.comment(now, timings.stalledMs);
  }, timings.pingMs);
  const paceCheck = setInterval(() => {
    const now = performance.now();
    for (const source of sources) {
      if (source.running === undefined || source.gone.aborted) continue;
      const pace = stoppedReading(source.running, timings, now, log, source.principal);
      if (pace === undefined) continue;
      source.refuse(ending('SLOW_CONSUMER', 'Too slow: resume after the last cursor.', source));
    }
  }, paceCheckMs(timings));
  heartbeat.unref();
  paceCheck.unref();

  return {
    async close() {
      isStopping = true;
      clearInterval(heartbeat);
      clearInterval(paceCheck);
      stopWatching();
      await drained([...sources].flatMap(({ running }) => running ?? []));
      for (const source of sources) source.end();
    },
  };
}

function contextOf(source: EventSource) {
  return {
    // Whoever it is by now: the answer about a partner's key is renewed while the subscription runs.
    get caller() {
      return source.caller();
    },
  };
}

function openResponse({ raw }: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  raw.socket.setNoDelay(true);
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    // Nobody between may keep back, store or rewrite what is told.
    'cache-control': 'no-cache, no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  reply.raw.write(COMMENT);
}

/** What a browser, or any other client, saw last before its connection broke. */
function lastEventId(request: FastifyRequest): string | undefined {
  const given = request.headers['last-event-id'];
  return typeof given === 'string' && given !== '' ? given : undefined;
}

/** Why a subscription ends, and from where to go on. */
function ending(
  code: 'UNAUTHENTICATED' | 'SLOW_CONSUMER',
  message: string,
  { running }: EventSource,
  reason?: string,
): GraphQLError {
  return refusal(
    new DomainError(code, message, {
      ...(reason === undefined ? {} : { reason }),
      ...(running?.lastCursor === undefined ? {} : { lastCursor: running.lastCursor }),
    }),
  );
}
