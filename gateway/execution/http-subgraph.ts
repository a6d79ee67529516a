import type { Pool } from 'undici';
import { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import type { SubgraphResponse } from '#shared/graphql/execute.ts';
import { LEAVING_HEADER, NOT_BEGUN_HEADER, REMAINING_HEADER } from '#shared/graphql/runtime.ts';
import { ASSERTION_HEADER, REQUEST_ID_HEADER, type AssertionSigner } from '#shared/platform/assertion.ts';
import type { DependencyHealth } from '#shared/platform/health.ts';
import type { Logger } from '#shared/platform/log.ts';
import { traceHeaders } from '#shared/platform/tracing.ts';
import type { BreakerOptions } from '#shared/platform/circuit-breaker.ts';
import { Bulkhead, type BulkheadOptions } from './bulkhead.ts';
import { isRead, type Subgraph, type SubgraphFetch } from './data-source.ts';
import { exchange } from './exchange.ts';
import { faultOf, isGone, UnusableAnswer } from './faults.ts';
import { InFlight } from './in-flight.ts';
import { unavailable } from './missing.ts';
import { Replicas, type Replica, type Turn } from './replicas.ts';
import { DEFAULT_RETRY, RetryBudget, waitBefore, waited, type RetryOptions } from './retry.ts';
import { readAnswer } from './subgraph-answer.ts';

/** How patient the gateway is with a subgraph of another process. */
export interface HttpSubgraphOptions {
  readonly breaker?: Partial<BreakerOptions>;
  readonly retry?: Partial<RetryOptions>;
  readonly bulkhead?: Partial<BulkheadOptions>;
  /** Connections to each replica. */
  readonly connections?: number;
  /**
   * How long an idle connection is kept. A subgraph that drains for longer closes none that is about to be used.
   */
  readonly keepAliveMs?: number;
  /** How often processes are asked whether they are ready: those that were gone, and all where there are several. */
  readonly recheckMs?: number;
  /** A call that was given up after so long without an answer speaks against the replica. */
  readonly patienceMs?: number;
}

const TIMEOUT_MILLISECONDS = 30_000;
const CONNECT_MILLISECONDS = 2_000;
const HEALTH_TIMEOUT_MILLISECONDS = 3_000;
const CONNECTIONS = 128;
const KEEP_ALIVE_MILLISECONDS = 2_000;
const RECHECK_MILLISECONDS = 500;
const PATIENCE_MILLISECONDS = 1_000;

const health = z.object({
  dependencies: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['up', 'down']),
      latencyMs: z.number(),
      error: z.string().optional(),
    }),
  ),
});

/**
 * A subgraph of other processes, called over kept-alive connections under the gateway's signed assertion. Reads are
 * tried again elsewhere, within a budget and the deadline; a change is only when it certainly was not begun.
 */
export function httpSubgraph(
  name: string,
  urls: readonly string[],
  signer: AssertionSigner,
  log: Logger,
  options: HttpSubgraphOptions = {},
): Subgraph {
  const retry = { ...DEFAULT_RETRY, ...options.retry };
  const keepAliveMs = options.keepAliveMs ?? KEEP_ALIVE_MILLISECONDS;
  const patienceMs = options.patienceMs ?? PATIENCE_MILLISECONDS;
  const budget = new RetryBudget(retry.budget);
  const bulkhead = new Bulkhead(options.bulkhead);
  const inFlight = new InFlight<SubgraphResponse>();
  const replicas = new Replicas(urls, {
    ...(options.breaker === undefined ? {} : { breaker: options.breaker }),
    pool: {
      connections: options.connections ?? CONNECTIONS,
      connectTimeout: CONNECT_MILLISECONDS,
      keepAliveTimeout: keepAliveMs,
      // Whatever the subgraph's server would offer.
      keepAliveMaxTimeout: keepAliveMs,
      headersTimeout: TIMEOUT_MILLISECONDS,
      bodyTimeout: TIMEOUT_MILLISECONDS,
    },
    recheckMs: options.recheckMs ?? RECHECK_MILLISECONDS,
    onBreaker: (url, state) => {
      log[state === 'open' ? 'warn' : 'info']({ event: 'breaker', subgraph: name, url, state });
    },
    onLeaving: (url, isLeaving) => {
      log.info({ event: isLeaving ? 'replica_leaving' : 'replica_back', subgraph: name, url });
    },
  });

  async function admitted(request: SubgraphFetch, body: string): Promise<SubgraphResponse> {
    const room = bulkhead.enter(request.caller.signal);
    if (room !== true && !(await room)) {
      if (request.caller.signal?.aborted !== true) {
        log.warn({ event: 'subgraph_full', subgraph: name, requestId: request.caller.requestId });
      }
      return notBegun(request);
    }
    try {
      return await tried(request, body);
    } finally {
      bulkhead.leave();
    }
  }

  const notBegun = (request: SubgraphFetch): SubgraphResponse =>
    isRead(request) ? unavailable(name, request) : unavailable(name, request, 'NOT_DONE');

  /** Asks one replica after the other, until one answers or there is no sense in going on. */
  async function tried(request: SubgraphFetch, body: string): Promise<SubgraphResponse> {
    const { caller } = request;
    const mayRepeat = isRead(request);
    const used: Replica[] = [];
    let waits = 0;
    budget.earn();
    for (;;) {
      const turn = replicas.next(used);
      if (turn === undefined) {
        // While another call finds out whether a process is well again, it is worth waiting for what it finds.
        const isBeingTried = replicas.all.some(({ breaker }) => breaker.state === 'half-open');
        if (isBeingTried && waits < retry.attempts && (await sleep((waits += 1), caller))) continue;
        log.debug({ event: 'subgraph_refused', subgraph: name, requestId: caller.requestId });
        return notBegun(request);
      }
      const { replica, permit } = turn;
      const began = performance.now();
      try {
        const answer = await post(replica, request, body);
        replica.breaker.succeeded(permit);
        return answer;
      } catch (error) {
        if (error instanceof DomainError) {
          // Ours: the caller cannot be vouched for any more.
          replica.breaker.abandoned(permit);
          return refused(error);
        }
        const fault = judge(turn, error, caller, performance.now() - began);
        used.push(replica);
        const isLast =
          fault === 'given-up' ||
          fault === 'healthy' ||
          !(mayRepeat || fault === 'not-begun') ||
          used.length >= retry.attempts ||
          // Whoever goes sends its calls elsewhere; that is no trouble that a storm could follow.
          !(replica.isLeaving || budget.spend()) ||
          !(await pause(used, caller));
        if (fault !== 'given-up') {
          const { requestId } = caller;
          const told = { subgraph: name, url: replica.url, requestId, attempt: used.length, err: error };
          if (isLast) log.error({ event: 'subgraph_unreachable', ...told });
          else log.warn({ event: 'subgraph_retried', ...told });
        }
        if (!isLast) continue;
        // A change is tried again only as long as nobody has begun with it, so the last try tells all.
        if (mayRepeat || fault === 'not-begun') return notBegun(request);
        return unavailable(name, request, 'UNKNOWN');
      }
    }
  }

  /** Tells the breaker, and says whether the call was given up by ourselves. */
  function judge(
    { replica, permit }: Turn,
    error: unknown,
    { signal, deadline = Infinity }: SubgraphFetch['caller'],
    tookMs: number,
  ): ReturnType<typeof faultOf> | 'given-up' {
    if (signal?.aborted === true) {
      // A client that hangs up says nothing about the replica; time that ran out does, if all of it was spent there.
      if (Date.now() >= deadline && tookMs >= patienceMs) replica.breaker.failed(permit);
      else replica.breaker.abandoned(permit);
      return 'given-up';
    }
    const fault = faultOf(error);
    if (fault === 'healthy') replica.breaker.succeeded(permit);
    else {
      replica.breaker.failed(permit);
      if (isGone(error)) replicas.lookOut(replica);
    }
    return fault;
  }

  /** Waits before the next try: not at all for a replica that was not tried, and never past the deadline. */
  async function pause(used: readonly Replica[], caller: SubgraphFetch['caller']): Promise<boolean> {
    const isOneLeft = replicas.all.some(
      (replica) => !used.includes(replica) && replica.breaker.state !== 'open',
    );
    return isOneLeft ? Date.now() < (caller.deadline ?? Infinity) : sleep(used.length, caller);
  }

  async function sleep(time: number, caller: SubgraphFetch['caller']): Promise<boolean> {
    const milliseconds = waitBefore(time, retry);
    if (Date.now() + milliseconds >= (caller.deadline ?? Infinity)) return false;
    return waited(milliseconds, caller.signal);
  }

  async function post(replica: Replica, request: SubgraphFetch, body: string): Promise<SubgraphResponse> {
    const { caller } = request;
    const { deadline, signal = null } = caller;
    const assertion = await signer.sign(caller);
    const remaining = deadline === undefined ? TIMEOUT_MILLISECONDS : Math.max(1, deadline - Date.now());
    const sent = {
      method: 'POST',
      path: replica.path,
      headers: {
        'content-type': 'application/json',
        [ASSERTION_HEADER]: assertion,
        [REQUEST_ID_HEADER]: caller.requestId,
        [REMAINING_HEADER]: String(Math.ceil(remaining)),
        ...traceHeaders(),
      },
      body,
    } as const;
    const { statusCode, headers, text } = await exchange(replica.pool, sent, signal);
    if (headers[LEAVING_HEADER] !== undefined) replicas.leaves(replica);
    if (statusCode !== 200)
      throw new UnusableAnswer(statusCode, text, headers[NOT_BEGUN_HEADER] !== undefined);
    return readAnswer(text);
  }

  return {
    name,
    run(request) {
      const { query, variables, operationName, operation } = request;
      const body = JSON.stringify({ query, variables, operationName });
      if (operation === undefined || !isRead(request)) return admitted(request, body);
      return inFlight.share(operation, body, () => admitted(request, body));
    },
    health: () => healthOf(name, replicas),
    breakers: () => replicas.states(),
    close: () => replicas.close(),
  };
}

/** Up while one replica answers; which of them do not is for the breakers to tell. */
async function healthOf(name: string, replicas: Replicas): Promise<readonly DependencyHealth[]> {
  const reports = await Promise.all(replicas.all.map((replica) => probe(name, replica)));
  return reports.find(([own]) => own?.status === 'up') ?? reports[0] ?? [];
}

async function probe(name: string, { pool }: { readonly pool: Pool }): Promise<readonly DependencyHealth[]> {
  const started = performance.now();
  const state = (status: 'up' | 'down', error?: string): DependencyHealth => ({
    name,
    status,
    latencyMs: Math.round(performance.now() - started),
    ...(error === undefined ? {} : { error }),
  });
  try {
    const answer = await pool.request({
      method: 'GET',
      path: '/health',
      signal: AbortSignal.timeout(HEALTH_TIMEOUT_MILLISECONDS),
    });
    const { dependencies } = health.parse(await answer.body.json());
    const known = dependencies.map(({ error, ...rest }) => (error === undefined ? rest : { ...rest, error }));
    return [state('up'), ...known];
  } catch (error) {
    return [state('down', error instanceof Error ? error.message : String(error))];
  }
}

function refused({ code, message, details }: DomainError): SubgraphResponse {
  return { errors: [{ message, extensions: { ...details, code } }] };
}
