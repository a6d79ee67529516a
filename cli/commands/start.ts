import { startGateway, type Gateway } from '#gateway/gateway.ts';
import { createManifestChecker } from '#gateway/operations/manifest.ts';
import { openDatabase, type Sql } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { createIdentity, type Identity } from '#identity/subgraph.ts';
import type { Ledger } from '#ledger/ledger.ts';
import { createLedger } from '#ledger/subgraph.ts';
import { createReporting } from '#reporting/subgraph.ts';
import { createInventory } from '#inventory/subgraph.ts';
import { waybillOptions } from '#inventory/waybills/waybills.ts';
import { createPayroll } from '#payroll/subgraph.ts';
import { rsGeOptions } from '#tax/rs-ge/rs-ge.ts';
import { createTax, type Tax } from '#tax/subgraph.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { openKeyRing } from '#shared/platform/key-ring.ts';
import { startTracing } from '#shared/platform/tracing.ts';
import { loadOrCreateSecret } from '#shared/platform/sealing.ts';
import { migrateDatabase, startOwnDatabase, type OpenDatabase } from '#cli/database.ts';
import { seedDemo, type DemoSeeded } from '#cli/demo/seed-demo.ts';
import { DEMO_TAX_ID } from '#cli/company.ts';
import { EXIT } from '#cli/exit.ts';
import { onHangUp, untilAborted } from '#cli/signals.ts';
import type { CommandContext } from './context.ts';
import { gatewaySettings, openRedisIfConfigured } from './gateway-settings.ts';
import { requireFreePort } from './listen.ts';
import { StopList } from './stop-list.ts';
import { supergraphText } from './supergraph-file.ts';
import { greeting } from './greeting.ts';

export interface StartArguments {
  readonly demo?: boolean;
  readonly port?: number;
}

/** `davtari start`: database, subgraphs and gateway in this process, until a signal ends it. */
export async function runStart(given: StartArguments, context: CommandContext): Promise<number> {
  const { config, output, signal } = context;
  const began = performance.now();
  const stops = new StopList();
  try {
    stops.add(await startTracing(config.tracing, 'all'));
    const port = given.port ?? config.port;
    await requireFreePort(port, config.host);
    const system = await startSystem({ ...given, port }, context, stops);
    const seconds = Math.round(performance.now() - began) / 1000;
    output.result(
      {
        url: system.gateway.url,
        graphql: `${system.gateway.url}/graphql`,
        subscriptions: `${system.gateway.url.replace(/^http/, 'ws')}/graphql`,
        graphiql: `${system.gateway.url}/graphiql`,
        database: system.database.kind,
        demo: system.demo === null ? null : { users: system.demo.users, password: system.demo.password },
        seconds,
      },
      greeting(system.gateway.url, system.demo, seconds),
    );
    await untilAborted(signal);
    output.note('Stopping …');
  } finally {
    await stops.run();
  }
  output.note('Stopped.');
  return EXIT.ok;
}

interface RunningSystem {
  readonly gateway: Gateway;
  readonly database: OpenDatabase;
  /** Null when there is no demo company. */
  readonly demo: DemoSeeded | null;
}

/** Starts everything, from the database upwards; what was started is on the list of stops, should it fail. */
async function startSystem(
  given: StartArguments & { readonly port: number },
  { config, log, output }: CommandContext,
  stops: StopList,
): Promise<RunningSystem> {
  // 1. The database, up to date.
  const database: OpenDatabase =
    config.databaseUrl === undefined
      ? await startOwnDatabase(config, log)
      : { ownerUrl: config.databaseUrl, kind: 'external', close: () => Promise.resolve() };
  stops.add(() => database.close());
  await migrateDatabase(database, config, log);

  // 2. The subgraphs. The gateway's process holds both, and calls them without HTTP.
  const redis = openRedisIfConfigured(config, log, stops);
  const keys = {
    accessToken: await openKeyRing(config.accessTokenKeyFile, { log }),
    secret: await loadOrCreateSecret(config.secretsKeyFile),
  };
  const urlOf = (subgraph: string): string => roleUrl(database.ownerUrl, subgraph, config.databaseRoleSecret);
  const identity: Identity = await createIdentity({
    databaseUrl: urlOf('identity'),
    keys,
    config,
    ...(redis === undefined ? {} : { redis }),
    checkManifest: createManifestChecker(await supergraphText(config), config.costLimit),
    log,
  });
  stops.add(() => identity.close());
  const ledger: Ledger = await createLedger({
    databaseUrl: urlOf('ledger'),
    ownerUrl: database.ownerUrl,
    shownCompanies: config.metricsCompanies,
    redis,
    streamEvents: config.streamEvents,
    nbgUrl: config.nbgRatesUrl,
    secret: keys.secret,
    log,
  });
  stops.add(() => ledger.close());
  const tax = await createTax({
    databaseUrl: urlOf('tax'),
    rsGe: rsGeOptions(keys.secret, config.rsGe),
    log,
  });
  stops.add(() => tax.close());
  const payroll = await createPayroll({ databaseUrl: urlOf('payroll'), secret: keys.secret, log });
  stops.add(() => payroll.close());
  const inventory = await createInventory({
    databaseUrl: urlOf('inventory'),
    waybills: waybillOptions(keys.secret, config.rsGe),
    log,
  });
  stops.add(() => inventory.close());
  const reporting = await createReporting({
    databaseUrl: urlOf('reporting'),
    secret: keys.secret,
    log,
  });
  stops.add(() => reporting.close());

  // 3. The demo company, before anyone can sign in and wonder where it is.
  const demo = await ensureDemo(given.demo === true, database, { ledger, tax }, { log, output });

  // 4. The gateway; from here on there are answers.
  const gateway = await startGateway({
    port: given.port,
    host: config.host,
    corsOrigins: config.corsOrigins,
    supergraphSdl: await supergraphText(config),
    subgraphs: new Map<string, { runtime: SubgraphRuntime }>([
      ['ledger', { runtime: ledger }],
      ['identity', { runtime: identity }],
      ['tax', { runtime: tax }],
      ['payroll', { runtime: payroll }],
      ['inventory', { runtime: inventory }],
      ['reporting', { runtime: reporting }],
    ]),
    feed: ledger.feed,
    documentFeeds: new Map([
      ['tax', tax.feed],
      ['payroll', payroll.feed],
      ['inventory', inventory.feed],
      ['reporting', reporting.feed],
    ]),
    authority: identity.authority,
    ...gatewaySettings(config, redis),
    log,
  });
  stops.add(() => gateway.close());
  stops.add(onHangUp(() => void gateway.reload()));
  return { gateway, database, demo };
}

/** The demo company is made when it is asked for, and in an embedded database that has no company yet. */
async function ensureDemo(
  wanted: boolean,
  database: OpenDatabase,
  { ledger, tax }: { readonly ledger: Ledger; readonly tax: Tax },
  { log, output }: Pick<CommandContext, 'log' | 'output'>,
): Promise<DemoSeeded | null> {
  const owner = openDatabase(database.ownerUrl, { name: 'davtari start', log, max: 2 });
  try {
    if (!wanted && (database.kind === 'external' || !(await isForDemo(owner.sql)))) return null;
    const progress = output.progress('Demo year', 'transactions');
    return await seedDemo({
      owner: owner.sql,
      ledger,
      tax,
      onProgress: (done, total) => {
        progress.at(done, total);
      },
    }).finally(() => {
      progress.end();
    });
  } finally {
    await owner.close();
  }
}

/** An empty database, or one that has a demo company, perhaps half filled when an earlier start was ended. */
async function isForDemo(owner: Sql): Promise<boolean> {
  const companies = await owner<{ taxId: string | null }[]>`
    /* demoOrEmpty */ select tax_id as "taxId" from identity.companies`;
  return companies.length === 0 || companies.some(({ taxId }) => taxId === DEMO_TAX_ID);
}
