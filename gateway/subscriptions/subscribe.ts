import { GraphQLError } from 'graphql';
import type { RevocationList } from '#gateway/access/revocation-list.ts';
import type { SupergraphHolder } from '#gateway/composition/holder.ts';
import type { OperationContext } from '#gateway/execution/caller-context.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { formatError, refusal } from '#shared/graphql/errors.ts';
import { variableFaults } from '#shared/graphql/input-faults.ts';
import type { Logger } from '#shared/platform/log.ts';
import { EventStream } from './event-stream.ts';
import { Groups } from './groups.ts';
import { parseCursor, type Position } from './payload.ts';
import { Planner } from './planned.ts';
import {
  RunningSubscription,
  type PayloadSink,
  type SubscriptionRequest,
  type Surroundings,
} from './running.ts';
import { createSources, type Feeds } from './sources.ts';

export interface Subscriptions {
  /** Answers a running subscription, or the errors by which it is refused. */
  subscribe(request: SubscriptionRequest): Promise<RunningSubscription | readonly GraphQLError[]>;
  /** Writes all payloads of a subscription. Rejects with the error to be told when it ends before its signal. */
  deliver(running: RunningSubscription, sink: PayloadSink, context: OperationContext): Promise<void>;
  close(): Promise<void>;
}

export interface SubscriptionLimits {
  /** Live events kept for a subscriber that is busy. */
  readonly queuedEvents: number;
}

export function createSubscriptions(
  supergraphs: Pick<SupergraphHolder, 'current'>,
  feeds: Feeds,
  limits: SubscriptionLimits,
  revocations: Pick<RevocationList, 'isRevoked'>,
  log: Logger,
): Subscriptions {
  const sources = createSources(feeds, log);
  const planner = new Planner(supergraphs, log);
  const hydrating = new Set<Promise<unknown>>();
  const shared: Surroundings = {
    planner,
    groups: new Groups(),
    revocations,
    // Closing waits for work under way before the subgraphs go.
    tracked: (work) => {
      const done = work.finally(() => hydrating.delete(done));
      hydrating.add(done);
      return done;
    },
  };

  async function start(request: SubscriptionRequest): Promise<RunningSubscription> {
    const { context, signal } = request;
    const { principal } = context.caller;
    if (principal === null) throw new DomainError('UNAUTHENTICATED', 'Sign in first: send an access token.');
    const { companyId } = principal;
    const planned = planner.plan(request);
    const after = request.resumeAfter ?? planned.after;

    const source = sources.of(planned.selection);
    const { hub } = source;
    const tail = await hub.acquire(companyId);
    const released = (): void => hub.release(companyId, tail);
    signal.addEventListener('abort', released, { once: true });
    if (signal.aborted) released();
    // The position is taken before the first payload can be asked for: what is posted from now on is not missed.
    const position: Position =
      after === undefined ? { cursor: await hub.feed.latest(companyId) } : parseCursor(after);
    const stream = new EventStream({
      feed: hub.feed,
      companyId,
      tail,
      start: position,
      queueLimit: limits.queuedEvents,
      signal,
    });
    return new RunningSubscription(shared, request, source, stream, planned, principal, position);
  }

  return {
    async subscribe(request) {
      const { document, operation, queryHash, variables, context } = request;
      const supergraph = supergraphs.current();
      const faults = variableFaults(supergraph.apiSchema, document, operation.name?.value, variables);
      if (faults.length > 0) return faults;
      try {
        const { principal } = context.caller;
        const verdict = await supergraph.authorize({ document, operation, queryHash, variables, principal });
        if (verdict.kind === 'refused') return verdict.errors.map((error) => shown(error, context, log));
        return await start(request);
      } catch (error) {
        return [shown(error, context, log)];
      }
    },
    async deliver(running, sink, context) {
      try {
        await running.deliver(sink);
      } catch (error) {
        throw ended(error, running.lastCursor, context, log);
      }
    },
    async close() {
      await sources.close();
      await Promise.allSettled(hydrating);
    },
  };
}

/** The error that ends a subscription tells from where to go on, once a payload has been delivered. */
function ended(
  error: unknown,
  lastCursor: string | undefined,
  context: OperationContext,
  log: Logger,
): GraphQLError {
  // A cursor that was refused must not be named as the one to go on from.
  const from = lastCursor === undefined ? {} : { lastCursor };
  if (error instanceof DomainError) {
    return refusal(new DomainError(error.code, error.message, { ...error.details, ...from }));
  }
  log.error({ event: 'subscription_broken', requestId: context.caller.requestId, err: error });
  const message = 'The stream of events broke off; resume after the last cursor.';
  return refusal(new DomainError('SERVICE_UNAVAILABLE', message, from));
}

function shown(error: unknown, context: OperationContext, log: Logger): GraphQLError {
  const graphqlError =
    error instanceof GraphQLError
      ? error
      : new GraphQLError(String(error), { originalError: error instanceof Error ? error : null });
  const { message, path, extensions } = formatError(graphqlError, (err) => {
    log.error({ event: 'gateway_defect', requestId: context.caller.requestId, err });
  });
  return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
}
