import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { JSONWebKeySet } from 'jose';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import type { AccessTokenVerifier } from '#shared/platform/access-token.ts';
import type { AssertionSigner } from '#shared/platform/assertion.ts';
import { closeHttp } from '#shared/platform/close-http.ts';
import type { EventFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { OperationContext } from './execution/caller-context.ts';
import { httpSubgraph, inProcessSubgraph, type Subgraph } from './execution/data-source.ts';
import { loadSupergraph } from './execution/supergraph.ts';
import { createErrorFormatter } from './http/format.ts';
import { createHealth } from './http/health.ts';
import { createHttpEdge } from './http/server.ts';
import { createAdmission, DEFAULT_LIMITS, type OperationLimits } from './limits/admit.ts';
import { createSubscriptions } from './subscriptions/subscribe.ts';
import { createSocketEdge, DEFAULT_TIMINGS, type SocketTimings } from './subscriptions/websocket.ts';

/** Where a subgraph runs: in this process, or behind a URL. */
export type SubgraphPlace = { readonly runtime: SubgraphRuntime } | { readonly url: string };

export interface GatewayOptions {
  readonly port: number;
  readonly host: string;
  readonly corsOrigins: readonly string[];
  /** Text of `supergraph.graphql`. */
  readonly supergraphSdl: string;
  readonly subgraphs: ReadonlyMap<string, SubgraphPlace>;
  readonly feed: EventFeed;
  readonly accessTokens: AccessTokenVerifier;
  /** Vouches for callers; needed when any subgraph is behind a URL. */
  readonly assertions?: AssertionSigner;
  /** Public keys of the access tokens. */
  readonly jwks: () => JSONWebKeySet;
  readonly log: Logger;
  readonly limits?: OperationLimits;
  readonly timings?: Partial<SocketTimings>;
  /** Live events kept for a subscriber that is busy. */
  readonly queuedEvents?: number;
}

export interface Gateway {
  readonly url: string;
  readonly port: number;
  /**
   * Stops in order: no new requests, those in flight are finished, sockets end with 1001, connections to subgraphs
   * are closed. Subgraphs of this process stay open for whoever made them.
   */
  close(): Promise<void>;
}

const QUEUED_EVENTS = 2_000;

/** Starts the gateway. Resolves once it listens; rejects when the supergraph or its rules do not load. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { log } = options;
  const subgraphs = new Map<string, Subgraph>();
  for (const [name, place] of options.subgraphs) subgraphs.set(name, reach(name, place, options));
  const supergraph = await loadSupergraph(options.supergraphSdl, subgraphs, log);
  const apollo = new ApolloServer<OperationContext>({
    gateway: supergraph.gateway,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: (options.limits ?? DEFAULT_LIMITS).tokens },
    formatError: createErrorFormatter(log),
    plugins: [ApolloServerPluginCacheControlDisabled()],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (text: unknown) => log.warn({ event: 'apollo_server' }, String(text)),
      error: (text: unknown) => log.error({ event: 'apollo_server' }, String(text)),
    },
  });
  await apollo.start();

  const admit = createAdmission(options.limits);
  const health = createHealth(subgraphs);
  const http = createHttpEdge({ ...options, apollo, admit, health });
  const subscriptions = createSubscriptions(
    supergraph,
    options.feed,
    { queuedEvents: options.queuedEvents ?? QUEUED_EVENTS },
    log,
  );
  const sockets = createSocketEdge({
    supergraph,
    apollo,
    admit,
    subscriptions,
    accessTokens: options.accessTokens,
    log,
    timings: { ...DEFAULT_TIMINGS, ...options.timings },
  });
  let stopping = false;
  http.server.on('upgrade', (request, socket, head) => {
    if (!stopping && new URL(request.url ?? '/', 'http://gateway').pathname === '/graphql') {
      sockets.upgrade(request, socket, head);
    } else {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    }
  });
  const url = await http.listen({ port: options.port, host: options.host });
  const address = http.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  log.info({ event: 'gateway_started', url });

  return {
    url,
    port,
    async close() {
      stopping = true;
      health.stopping();
      // Sockets are connections of the HTTP server, which waits for them: both are told to end together.
      await Promise.all([closeHttp(http), sockets.close()]);
      await subscriptions.close();
      await apollo.stop();
      for (const subgraph of subgraphs.values()) await subgraph.close();
      log.info({ event: 'gateway_stopped' });
    },
  };
}

function reach(name: string, place: SubgraphPlace, { assertions, log }: GatewayOptions): Subgraph {
  if ('runtime' in place) return inProcessSubgraph(place.runtime, log);
  if (assertions === undefined)
    throw new Error(`${name} is behind a URL, and the gateway has no key to vouch by.`);
  return httpSubgraph(name, place.url, assertions, log);
}
