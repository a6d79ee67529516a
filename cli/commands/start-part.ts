import { roleUrl } from '#db/roles.ts';
import { rsGeOptions } from '#tax/rs-ge/rs-ge.ts';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import { openKeyRing } from '#shared/platform/key-ring.ts';
import { loadOrCreateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import type { EventFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Redis } from '#shared/platform/redis.ts';
import { loadOrCreateSecret } from '#shared/platform/sealing.ts';
import { redisEventFeed } from '#shared/platform/streams/redis-event-feed.ts';
import { CommandFailure } from '#cli/exit.ts';
import { onHangUp } from '#cli/signals.ts';
import type { CommandContext } from './context.ts';
import { gatewaySettings, openRedisIfConfigured } from './gateway-settings.ts';
import { requireFreePort } from './listen.ts';
import { authorityOfReplicas, feedOfReplicas, publishedFeedOfReplicas } from './replicas.ts';
import type { StopList } from './stop-list.ts';
import { supergraphText } from './supergraph-file.ts';

export type SystemPart = 'gateway' | SubgraphPart;

type SubgraphPart = keyof typeof SUBGRAPH_PORTS;

/** Where each subgraph listens when nothing else is said: the addresses of `supergraph.yaml`. */
const SUBGRAPH_PORTS = {
  ledger: 4101,
  identity: 4102,
  tax: 4103,
  payroll: 4104,
  inventory: 4105,
  reporting: 4106,
} as const;

/**
 * Starts one part of the system alone and answers its URL. The parts trust one another by keys: all read
 * GATEWAY_KEY_FILE, by default in DATA_DIR. Identity alone reads ACCESS_TOKEN_KEY_FILE; the gateway asks it for the
 * public halves. The gateway finds the subgraphs by SUBGRAPH_URLS; replicas of one are separated by `|`. Each part loads
 * its own code and no other's, which is most of the time that a start takes.
 */
export async function startPart(
  part: SystemPart,
  givenPort: number | undefined,
  context: CommandContext,
  stops: StopList,
): Promise<string> {
  const { config } = context;
  const port = givenPort ?? (part === 'gateway' ? config.port : SUBGRAPH_PORTS[part]);
  await requireFreePort(port, config.host);
  return part === 'gateway'
    ? startGatewayAlone(port, context, stops)
    : startSubgraphAlone(part, port, context, stops);
}

async function startGatewayAlone(
  port: number,
  { config, log }: CommandContext,
  stops: StopList,
): Promise<string> {
  const { startGateway } = await import('#gateway/gateway.ts');
  const { httpAuthority } = await import('#gateway/access/http-authority.ts');
  const { httpDocumentFeed, httpEventFeed } = await import('#gateway/subscriptions/http-feed.ts');
  const urlsOf = (subgraph: keyof typeof SUBGRAPH_PORTS): readonly string[] => {
    const urls = config.subgraphUrls.get(subgraph);
    if (urls !== undefined) return urls.split('|');
    throw new CommandFailure(
      `the gateway alone must know where ${subgraph} is: SUBGRAPH_URLS=ledger=http://…,identity=http://…,…`,
    );
  };
  const urls = {
    ledger: urlsOf('ledger'),
    identity: urlsOf('identity'),
    tax: urlsOf('tax'),
    payroll: urlsOf('payroll'),
    inventory: urlsOf('inventory'),
    reporting: urlsOf('reporting'),
  };
  const assertions = createAssertionSigner(await loadOrCreateSigningKey(config.gatewayKeyFile));
  const authority = authorityOfReplicas(urls.identity.map((url) => httpAuthority(url, assertions)));
  stops.add(() => authority.close());
  const redis = openRedisIfConfigured(config, log, stops);
  const ledgerFeed = feedOfReplicas(urls.ledger.map((url) => httpEventFeed(url, assertions)));
  stops.add(() => ledgerFeed.close());
  const documentFeeds = new Map(
    (['tax', 'payroll', 'inventory', 'reporting'] as const).map((name) => {
      const told = publishedFeedOfReplicas(urls[name].map((url) => httpDocumentFeed(url, assertions)));
      stops.add(() => told.close());
      return [name, told] as const;
    }),
  );
  const feed = redis === undefined ? ledgerFeed : followedByRedis(redis, ledgerFeed, log, stops);
  const gateway = await startGateway({
    port,
    host: config.host,
    corsOrigins: config.corsOrigins,
    supergraphSdl: await supergraphText(config),
    subgraphs: new Map(Object.entries(urls).map(([name, places]) => [name, { urls: places }])),
    feed,
    documentFeeds,
    authority,
    assertions,
    ...gatewaySettings(config, redis),
    log,
  });
  stops.add(() => gateway.close());
  stops.add(onHangUp(() => void gateway.reload()));
  return gateway.url;
}

/** Events by way of Redis, and of the ledger itself for whatever Redis does not have. */
function followedByRedis(redis: Redis, ledgerFeed: EventFeed, log: Logger, stops: StopList): EventFeed {
  const feed = redisEventFeed(redis, ledgerFeed, log);
  stops.add(() => feed.close());
  return feed;
}

async function startSubgraphAlone(
  part: SubgraphPart,
  port: number,
  { config, log }: CommandContext,
  stops: StopList,
): Promise<string> {
  const { migrateDatabase, openOwnersDatabase } = await import('#cli/database.ts');
  const { serveSubgraph } = await import('#shared/graphql/server.ts');
  const database = await openOwnersDatabase(config, log);
  stops.add(() => database.close());
  await migrateDatabase(database, config, log);
  const databaseUrl = roleUrl(database.ownerUrl, part, config.databaseRoleSecret);
  const gatewayKey = await loadOrCreateSigningKey(config.gatewayKeyFile);
  const assertions = createAssertionVerifier(publicKeySet([gatewayKey]), { subgraph: part });
  const common = {
    port,
    host: config.host,
    log,
    assertions,
    metricsToken: config.metricsToken,
    drainMs: config.drainMs,
  };
  const redis = openRedisIfConfigured(config, log, stops);
  if (part === 'ledger') {
    const { createLedger } = await import('#ledger/subgraph.ts');
    const ledger = await createLedger({
      databaseUrl,
      ownerUrl: database.ownerUrl,
      shownCompanies: config.metricsCompanies,
      redis,
      streamEvents: config.streamEvents,
      nbgUrl: config.nbgRatesUrl,
      secret: await loadOrCreateSecret(config.secretsKeyFile),
      log,
    });
    const server = await serveSubgraph(ledger, { ...common, feed: ledger.feed });
    stops.add(() => server.close());
    return server.url;
  }
  if (part === 'tax') {
    const { createTax } = await import('#tax/subgraph.ts');
    const tax = await createTax({
      databaseUrl,
      rsGe: rsGeOptions(await loadOrCreateSecret(config.secretsKeyFile), config.rsGe),
      log,
    });
    const server = await serveSubgraph(tax, { ...common, feed: tax.feed });
    stops.add(() => server.close());
    return server.url;
  }
  if (part === 'payroll') {
    const { createPayroll } = await import('#payroll/subgraph.ts');
    const secret = await loadOrCreateSecret(config.secretsKeyFile);
    const payroll = await createPayroll({ databaseUrl, secret, log });
    const server = await serveSubgraph(payroll, { ...common, feed: payroll.feed });
    stops.add(() => server.close());
    return server.url;
  }
  if (part === 'reporting') {
    const { createReporting } = await import('#reporting/subgraph.ts');
    const secret = await loadOrCreateSecret(config.secretsKeyFile);
    const reporting = await createReporting({ databaseUrl, secret, log });
    const server = await serveSubgraph(reporting, { ...common, feed: reporting.feed });
    stops.add(() => server.close());
    return server.url;
  }
  if (part === 'inventory') {
    const { createInventory } = await import('#inventory/subgraph.ts');
    const { waybillOptions } = await import('#inventory/waybills/waybills.ts');
    const waybills = waybillOptions(await loadOrCreateSecret(config.secretsKeyFile), config.rsGe);
    const inventory = await createInventory({ databaseUrl, waybills, log });
    const server = await serveSubgraph(inventory, { ...common, feed: inventory.feed });
    stops.add(() => server.close());
    return server.url;
  }
  const { createIdentity } = await import('#identity/subgraph.ts');
  const { authorityRoutes } = await import('#identity/authority-routes.ts');
  const { createManifestChecker } = await import('#gateway/operations/manifest.ts');
  // Identity itself knows no supergraph; it is lent the one that this version was composed with.
  const checkManifest = createManifestChecker(await supergraphText(config), config.costLimit);
  const identity = await createIdentity({
    databaseUrl,
    keys: {
      accessToken: await openKeyRing(config.accessTokenKeyFile, { log }),
      secret: await loadOrCreateSecret(config.secretsKeyFile),
    },
    config,
    ...(redis === undefined ? {} : { redis }),
    checkManifest,
    log,
  });
  const routes = authorityRoutes(identity.authority, assertions);
  const server = await serveSubgraph(identity, { ...common, routes });
  stops.add(() => server.close());
  return server.url;
}
