import { createHash } from 'node:crypto';
import {
  getArgumentValues,
  getVariableValues,
  GraphQLError,
  Kind,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RevocationList } from '#gateway/access/revocation-list.ts';
import type { OperationContext } from '#gateway/execution/caller-context.ts';
import type { LoadedSupergraph } from '#gateway/execution/supergraph.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { formatError, refusal } from '#shared/graphql/errors.ts';
import { variableFaults } from '#shared/graphql/input-faults.ts';
import type { EventFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { authorizationFingerprint, type Principal } from '#shared/platform/principal.ts';
import { EventStream } from './event-stream.ts';
import { Hub } from './hub.ts';
import { deliveries, measuredHydration, subscribers } from './metrics.ts';
import { createHydrationPlanner, type HydratedPayload, type HydrationPlan } from './hydration-plan.ts';
import { parseCursor, payloadsOf, type EventPayload, type Position, type Selection } from './payload.ts';
import type { Chunk } from './tail.ts';

export interface SubscriptionRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly queryHash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: OperationContext;
  /** Ends the subscription. */
  readonly signal: AbortSignal;
}

/** A running subscription: its payloads, and how it keeps up. */
export interface RunningSubscription {
  readonly payloads: AsyncGenerator<HydratedPayload, void>;
  pace(): Pace;
}

/** How a subscriber keeps up; the socket's owner judges by it. */
export interface Pace {
  /** Moment (`performance.now()`) at which the payload was handed out that the subscriber still has to take. */
  readonly waitingSince: number | undefined;
  /** More events came meanwhile than are kept for it. */
  readonly overflowed: boolean;
  readonly lastCursor: string;
}

export interface Subscriptions {
  /** Answers a running subscription, or the errors by which it is refused. */
  subscribe(request: SubscriptionRequest): Promise<RunningSubscription | readonly GraphQLError[]>;
  close(): Promise<void>;
}

export interface SubscriptionLimits {
  /** Live events kept for a subscriber that is busy. */
  readonly queuedEvents: number;
}

/** Payloads completed by one run of the plan. */
const PAYLOADS_AT_ONCE = 250;
const REMEMBERED_PLANS = 500;

export function createSubscriptions(
  supergraph: LoadedSupergraph,
  feed: EventFeed,
  limits: SubscriptionLimits,
  revocations: Pick<RevocationList, 'isRevoked'>,
  log: Logger,
): Subscriptions {
  const hub = new Hub(feed, log);
  const planner = createHydrationPlanner(supergraph, log);
  const plans = new LRUCache<string, HydrationPlan>({ max: REMEMBERED_PLANS });
  const groups = new Groups();
  const hydrating = new Set<Promise<unknown>>();

  /** Remembers work under way, so that closing waits for it before the subgraphs go. */
  function tracked<T>(work: Promise<T>): Promise<T> {
    const done = work.finally(() => hydrating.delete(done));
    hydrating.add(done);
    return done;
  }

  async function start(request: SubscriptionRequest): Promise<RunningSubscription> {
    const { document, operation, queryHash, context, signal } = request;
    const { principal } = context.caller;
    if (principal === null) throw new DomainError('UNAUTHENTICATED', 'Sign in first: send an access token.');
    const subscriber: Principal = principal;
    const { companyId } = principal;
    const { selection, after, variables } = read(supergraph, request);
    const planKey = `${queryHash}:${operation.name?.value ?? ''}`;
    const plan = plans.get(planKey) ?? planner(document, operation);
    plans.set(planKey, plan);

    const tail = await hub.acquire(companyId);
    const released = (): void => hub.release(companyId, tail);
    signal.addEventListener('abort', released, { once: true });
    if (signal.aborted) released();
    // The position is taken before the first payload can be asked for: what is posted from now on is not missed.
    const position: Position =
      after === undefined ? { cursor: await feed.latest(companyId) } : parseCursor(after);
    const stream = new EventStream({
      feed,
      companyId,
      tail,
      start: position,
      queueLimit: limits.queuedEvents,
      signal,
    });
    const variablesText = JSON.stringify(variables);
    const groupOf = (now: Principal): string =>
      `${planKey}|${authorizationFingerprint(now)}|${context.caller.language}|${variablesText}`;
    const delivered = deliveries.of(selection.field);
    const running = subscribers.of(selection.field);
    let waitingSince: number | undefined;
    let lastCursor: string | undefined;

    async function* run(): AsyncGenerator<HydratedPayload, void> {
      let within = position.within;
      try {
        for await (const chunk of stream.chunks()) {
          const payloads = expand(chunk, selection, within);
          within = undefined;
          for (let at = 0; at < payloads.length; at += PAYLOADS_AT_ONCE) {
            if (signal.aborted) return;
            const slice = payloads.slice(at, at + PAYLOADS_AT_ONCE);
            // The answer about a partner's key is renewed meanwhile, perhaps with other rights.
            const now = context.caller.principal ?? subscriber;
            if (revocations.isRevoked(now)) throw revokedMeanwhile();
            const part = `${at}:${payloads.length}`;
            const hydrated = await groups.share(groupOf(now), chunk, part, async () => {
              // Rights are looked at again each time, before anything is fetched.
              const verdict = await supergraph.authorize({
                document,
                operation,
                queryHash,
                variables,
                principal: now,
              });
              if (verdict.kind !== 'allowed')
                throw new DomainError('FORBIDDEN', 'The right to this is gone.');
              return tracked(
                measuredHydration(slice.length, () => plan.run(selection.field, slice, variables, context)),
              );
            });
            for (const [index, payload] of hydrated.entries()) {
              if (signal.aborted) return;
              waitingSince = performance.now();
              yield payload;
              waitingSince = undefined;
              delivered.add();
              lastCursor = slice[index]?.cursor ?? lastCursor;
            }
          }
        }
      } catch (error) {
        throw ended(error, lastCursor, context, log);
      }
    }
    if (!signal.aborted) {
      running.add(1);
      signal.addEventListener('abort', () => running.add(-1), { once: true });
    }
    return {
      payloads: run(),
      pace: () => ({
        waitingSince,
        overflowed: stream.overflowed,
        lastCursor: lastCursor ?? position.cursor,
      }),
    };
  }

  return {
    async subscribe(request) {
      const { document, operation, queryHash, variables, context } = request;
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
    async close() {
      await hub.close();
      await Promise.allSettled(hydrating);
    },
  };
}

/** The root field, its arguments and the coerced variables. */
function read(
  supergraph: LoadedSupergraph,
  { document, operation, variables }: SubscriptionRequest,
): { selection: Selection; after: string | undefined; variables: Readonly<Record<string, unknown>> } {
  const schema = supergraph.apiSchema;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced.errors !== undefined)
    throw coerced.errors[0] ?? new Error('Variables were refused without a reason.');
  const node = rootField(document, operation.selectionSet);
  const field = node === undefined ? undefined : schema.getSubscriptionType()?.getFields()[node.name.value];
  if (node === undefined || field === undefined)
    throw new Error('A validated subscription has one root field.');
  const args = getArgumentValues(field, node, coerced.coerced);
  const name = field.name;
  if (name !== 'transactionPosted' && name !== 'balanceChanged') {
    throw new Error(`The gateway does not know the subscription ${name}.`);
  }
  const ids = args['accountIds'];
  const after = args['after'];
  return {
    selection: {
      field: name,
      accountIds: Array.isArray(ids) ? new Set(ids.map(String)) : undefined,
    },
    after: after == null ? undefined : typeof after === 'string' ? after : JSON.stringify(after),
    variables: coerced.coerced,
  };
}

function rootField(document: DocumentNode, set: SelectionSetNode): FieldNode | undefined {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value !== '__typename') return selection;
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : document.definitions.find(
            (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
          );
    const found =
      inner !== undefined && 'selectionSet' in inner && inner.selectionSet !== undefined
        ? rootField(document, inner.selectionSet)
        : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function expand(chunk: Chunk, selection: Selection, within: Position['within']): readonly EventPayload[] {
  let previous = chunk.after;
  return chunk.events.flatMap((event) => {
    const payloads = payloadsOf(event, previous, selection, within);
    previous = event.cursor;
    return payloads;
  });
}

/**
 * Subscribers with the same operation, variables and rights get the same payloads, so one of them completes a chunk
 * and the others take what it made.
 */
class Groups {
  readonly #made = new WeakMap<Chunk, Map<string, Promise<readonly HydratedPayload[]>>>();

  share(
    group: string,
    chunk: Chunk,
    part: string,
    make: () => Promise<readonly HydratedPayload[]>,
  ): Promise<readonly HydratedPayload[]> {
    let ofChunk = this.#made.get(chunk);
    if (ofChunk === undefined) {
      ofChunk = new Map<string, Promise<readonly HydratedPayload[]>>();
      this.#made.set(chunk, ofChunk);
    }
    const key = createHash('sha256').update(group).update(part).digest('base64');
    let made = ofChunk.get(key);
    if (made === undefined) ofChunk.set(key, (made = make()));
    return made;
  }
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

function revokedMeanwhile(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The rights that this was issued for have been withdrawn.', {
    reason: 'REVOKED',
  });
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
