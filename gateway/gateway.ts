import { setTimeout as delay } from 'node:timers/promises';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { DomainError } from '#shared/domain/errors.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import type { TokenRealm } from '#shared/platform/access-token.ts';
import type { AssertionSigner } from '#shared/platform/assertion.ts';
import { closeHttp } from '#shared/platform/close-http.ts';
import type { RateSettings } from '#shared/platform/config.ts';
import type { DocumentFeed, EventFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { redisHealth, type Redis } from '#shared/platform/redis.ts';
import { createAuthenticator } from './access/authenticate.ts';
import { withoutAccessControl } from './access/unguarded.ts';
import type { RevocationTimings } from './access/revocation-list.ts';
import { createSecurityJournal, type NotedCaller } from './access/security-journal.ts';
import { findBroken } from './composition/breaking.ts';
import { makeEdition } from './composition/edition.ts';
import { followingCosts, followingTaxFields, holdEdition, type Edition } from './composition/holder.ts';
import { knownOperations, registeredOperations } from './composition/registered.ts';
import { createReloader, type ReloadOutcome, type ReloadSettings } from './composition/reload.ts';
import { planAhead, warmPlans } from './composition/warm.ts';
import type { OperationContext } from './execution/caller-context.ts';
import { breakerStatesOf } from './execution/breaker-states.ts';
import { inProcessSubgraph, type Subgraph } from './execution/data-source.ts';
import { httpSubgraph, type HttpSubgraphOptions } from './execution/http-subgraph.ts';
import { loadSupergraph } from './execution/supergraph.ts';
import { tracedSubgraph } from './execution/traced-subgraph.ts';
import { openFileSources } from './files/file-sources.ts';
import { createErrorFormatter } from './http/format.ts';
import { createHealth } from './http/health.ts';
import { legacyStatus } from './http/refusals.ts';
import { createHttpEdge } from './http/server.ts';
import { createAdmission, DEFAULT_LIMITS, type OperationLimits } from './limits/admit.ts';
import { createGate, DEFAULT_COST_LIMIT } from './limits/gate.ts';
import { createRates } from './limits/rates.ts';
import { createMetrics } from './metrics/metrics.ts';
import { showHealth } from './metrics/state.ts';
import { createAutomaticQueries } from './operations/automatic.ts';
import { createOperationResolver, type OperationResolver } from './operations/resolve.ts';
import { createDoor } from './subscriptions/door.ts';
import { serveEventSources } from './subscriptions/event-source.ts';
import { createSocketGuard, DEFAULT_SOCKET_LIMITS, type SocketLimits } from './subscriptions/socket-guard.ts';
import { createSubscriptions } from './subscriptions/subscribe.ts';
import { createSocketEdge, DEFAULT_TIMINGS, type SocketTimings } from './subscriptions/websocket.ts';

/** Where a subgraph runs: in this process, or behind URLs. */
export type SubgraphPlace =
  | { readonly runtime: SubgraphRuntime }
  | { readonly url: string }
  /** Several processes of it, which are asked in turn. */
  | { readonly urls: readonly string[] };

export interface GatewayOptions {
  readonly port: number;
  readonly host: string;
  readonly corsOrigins: readonly string[];
  /** Text of `supergraph.graphql`. */
  readonly supergraphSdl: string;
  /** Where another supergraph would be found; without it there is only the first one. */
  readonly reload?: ReloadSettings;
  readonly subgraphs: ReadonlyMap<string, SubgraphPlace>;
  readonly feed: EventFeed;
  /** What other subgraphs publish of their documents, by the name of the subgraph; without one it is not told. */
  readonly documentFeeds?: ReadonlyMap<string, DocumentFeed>;
  /** What identity answers besides GraphQL: keys, revocations, partners. */
  readonly authority: AccessAuthority;
  /** Issuer and audience of the access tokens that are believed. */
  readonly tokens: TokenRealm;
  /** Vouches for callers; needed when any subgraph is behind a URL. */
  readonly assertions?: AssertionSigner;
  /** Finds the text that a request means; given by tests that want another way than the usual one. */
  readonly operations?: OperationResolver;
  /** Shares rates between gateways. */
  readonly redis?: Redis | undefined;
  readonly rates: RateSettings;
  /** Lets callers from elsewhere read `/metrics`. */
  readonly metricsToken?: string | undefined;
  /** Operations that take longer are told to the log at level `warn`. */
  readonly slowOperationMs?: number;
  readonly log: Logger;
  /** How patient the gateway is with subgraphs behind URLs. */
  readonly sources?: HttpSubgraphOptions;
  readonly limits?: OperationLimits;
  /** Highest cost of one operation. */
  readonly costLimit?: number;
  /** How long a stopping gateway still takes requests after it has said that it is not ready. */
  readonly drainMs?: number;
  /** How long one answer may take. */
  readonly timeoutMs?: number;
  /** True behind a proxy of one's own: the address of a client is then what `X-Forwarded-For` says. */
  readonly trustProxy?: boolean;
  readonly timings?: Partial<SocketTimings>;
  readonly sockets?: Partial<SocketLimits>;
  readonly revocationTimings?: RevocationTimings;
  /**
   * For the benchmark alone, which measures by it what access control costs: every request is this principal's, and
   * nothing is checked. No setting leads here.
   */
  readonly benchmarkWithoutAccessControl?: Principal;
  /** Live events kept for a subscriber that is busy. */
  readonly queuedEvents?: number;
}

export interface Gateway {
  readonly url: string;
  readonly port: number;
  /** Looks for another supergraph and takes it over, if it holds and breaks nothing that is registered. */
  reload(): Promise<ReloadOutcome>;
  /**
   * Stops in order: no new requests, those in flight are finished, sockets end with 1001, connections to subgraphs
   * are closed. Subgraphs of this process stay open for whoever made them.
   */
  close(): Promise<void>;
}

const QUEUED_EVENTS = 2_000;
const TIMEOUT_MILLISECONDS = 30_000;
const SLOW_MILLISECONDS = 1_000;

/** Starts the gateway. Resolves once it listens; rejects when the supergraph or its rules do not load. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { log, authority } = options;
  const subgraphs = new Map<string, Subgraph>();
  for (const [name, place] of options.subgraphs)
    subgraphs.set(name, tracedSubgraph(reach(name, place, options)));
  const journal = createSecurityJournal(authority, log);
  const unguarded =
    options.benchmarkWithoutAccessControl === undefined
      ? undefined
      : withoutAccessControl(options.benchmarkWithoutAccessControl);
  const editionOf = (supergraphSdl: string): Promise<Edition> =>
    makeEdition(supergraphSdl, (sdl) =>
      loadSupergraph(sdl, subgraphs, log, {
        onDenied: (caller, field) => journal.note('ACCESS_DENIED', caller, field, { field }),
        ...(unguarded === undefined ? {} : { authorize: unguarded.authorize }),
      }),
    );
  const supergraphs = await holdEdition(await editionOf(options.supergraphSdl));
  const apollo = new ApolloServer<OperationContext>({
    gateway: supergraphs.gateway,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Operations by identifier are found before Apollo Server sees them.
    persistedQueries: false,
    csrfPrevention: { requestHeaders: HEADERS_THAT_PREFLIGHT },
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: (options.limits ?? DEFAULT_LIMITS).tokens },
    formatError: createErrorFormatter(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      legacyStatus,
    ],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (text: unknown) => log.warn({ event: 'apollo_server' }, String(text)),
      error: (text: unknown) => log.error({ event: 'apollo_server' }, String(text)),
    },
  });
  await apollo.start();

  const authenticator = createAuthenticator(options);
  const rates = createRates(options);
  const metrics = createMetrics({ log, slowMs: options.slowOperationMs ?? SLOW_MILLISECONDS });
  const admit = createAdmission(options.limits);
  const costLimit = options.costLimit ?? DEFAULT_COST_LIMIT;
  const automatic = createAutomaticQueries(options);
  const reloader = createReloader({
    read: () => Promise.resolve(options.supergraphSdl),
    ...options.reload,
    holder: supergraphs,
    makeEdition: editionOf,
    findBroken: (from, to) =>
      findBroken({ from, to, operations: registeredOperations(authority), costLimit }),
    warm: ({ supergraph }) => warmPlans(knownOperations(authority, automatic), planAhead(supergraph, admit)),
    log,
  });
  await reloader.warm();
  const gate = createGate({
    admit,
    costs: followingCosts(supergraphs),
    costLimit,
    rates,
    taxFields: followingTaxFields(supergraphs),
  });
  const breakers = breakerStatesOf(subgraphs);
  const health = createHealth(
    subgraphs,
    [
      () => Promise.resolve(authenticator.revocations.health()),
      ...(options.redis === undefined ? [] : [redisHealth.bind(undefined, options.redis)]),
    ],
    { breakers, supergraphHash: () => supergraphs.edition().hash },
  );
  const hideHealth = showHealth(health);
  const edge = {
    apollo,
    authenticator,
    operations:
      options.operations ??
      createOperationResolver({
        ...options,
        admit,
        automatic,
        onPersisted: (outcome) => metrics.persistedQuery(outcome),
      }),
    metrics,
    gate,
    ...unguarded?.edge(authenticator),
    trustProxy: options.trustProxy ?? false,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MILLISECONDS,
    log,
    onRefused: (error: DomainError, caller: NotedCaller): void => {
      if (error.code === 'RATE_LIMITED') journal.note('RATE_LIMITED', caller, '');
    },
  };
  const files = openFileSources(options);
  const http = createHttpEdge({
    ...edge,
    supergraphs,
    jwks: () => authenticator.keys.published(),
    health,
    files: files.byName,
    corsOrigins: options.corsOrigins,
    metricsToken: options.metricsToken,
  });
  const subscriptions = createSubscriptions(
    supergraphs,
    { ledger: options.feed, documents: options.documentFeeds ?? new Map() },
    { queuedEvents: options.queuedEvents ?? QUEUED_EVENTS },
    authenticator.revocations,
    log,
  );
  const live = {
    ...edge,
    supergraphs,
    subscriptions,
    door: createDoor({ ...edge, supergraphs }),
    guard: createSocketGuard({ ...DEFAULT_SOCKET_LIMITS, ...options.sockets }, edge.trustProxy),
    timings: { ...DEFAULT_TIMINGS, ...options.timings },
  };
  const sockets = createSocketEdge(live);
  const sources = serveEventSources(http, live);
  let stopping = false;
  http.server.on('upgrade', (request, socket, head) => {
    // Without a listener, a client that hangs up now would end the process.
    socket.on('error', (err) => log.debug({ event: 'socket_error', err }));
    if (!stopping && request.url?.split('?', 1)[0] === '/graphql') {
      sockets.upgrade(request, socket, head);
    } else {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    }
  });
  // A balancer that keeps connections is told with each answer to open its next one elsewhere.
  http.server.prependListener('request', (_request, response) => {
    if (stopping) response.setHeader('connection', 'close');
  });
  const url = await http.listen({ port: options.port, host: options.host });
  const address = http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  log.info({ event: 'gateway_started', url });

  return {
    url,
    port,
    reload: () => reloader.reload(),
    async close() {
      stopping = true;
      health.stopping();
      if (options.drainMs !== undefined) await delay(options.drainMs);
      await reloader.close();
      hideHealth();
      // Sockets are connections of the HTTP server, which waits for them: both are told to end together.
      await Promise.all([closeHttp(http), sockets.close(), sources.close()]);
      await subscriptions.close();
      await files.close();
      await apollo.stop();
      await authenticator.close();
      await journal.close();
      await rates.close();
      await automatic.close();
      for (const subgraph of subgraphs.values()) await subgraph.close();
      log.info({ event: 'gateway_stopped' });
    },
  };
}

/** A page of another site cannot send any of these without the browser asking us first. */
const HEADERS_THAT_PREFLIGHT = [
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'authorization',
  'x-api-key',
];

function reach(name: string, place: SubgraphPlace, { assertions, sources, log }: GatewayOptions): Subgraph {
  if ('runtime' in place) return inProcessSubgraph(place.runtime, log);
  if (assertions === undefined)
    throw new Error(`${name} is behind a URL, and the gateway has no key to vouch by.`);
  return httpSubgraph(name, 'urls' in place ? place.urls : [place.url], assertions, log, sources);
}
