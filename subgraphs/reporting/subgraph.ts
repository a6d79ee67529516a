import { openDatabase } from '#db/client.ts';
import { createDocumentFeed } from '#db/document-feed.ts';
import { consumerLag, type ConsumerLag } from '#db/consumer-lag.ts';
import { showConsumers } from '#db/consumer-metrics.ts';
import { createDeadLetters, type DeadLetters } from '#db/dead-letters.ts';
import { databaseHealth } from '#db/health.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { subgraphSchema } from '#shared/graphql/subgraph-schema.ts';
import type { DocumentFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { analysisResolvers } from './analysis/resolvers.ts';
import { cashForecastResolvers } from './cash-forecast/resolvers.ts';
import { budgetResolvers } from './budgets/resolvers.ts';
import { bookResolvers } from './books/resolvers.ts';
import { createReportingContext } from './context.ts';
import { generalLedgerResolvers } from './general-ledger/resolvers.ts';
import { turnoverResolvers } from './general-ledger/turnover-resolvers.ts';
import { counterpartyResolvers } from './counterparties/resolvers.ts';
import { followTax, rebuildNames, TAX, TAX_CONSUMER } from './counterparties/follow-tax.ts';
import { createReportDesk } from './exports/desk.ts';
import { exportResolvers } from './exports/resolvers.ts';
import { fileProgressResolvers } from './file-progress/resolvers.ts';
import { consolidationResolvers } from './consolidation/resolvers.ts';
import type { Resolvers } from './generated/types.ts';
import { paymentTermsResolvers } from './payment-terms/resolvers.ts';
import { mappingResolvers } from './mappings/resolvers.ts';
import { followLedger, LEDGER, LEDGER_CONSUMER } from './read-model/follow-ledger.ts';
import { rebuildFromLedger } from './read-model/rebuild.ts';
import { rebuildChoices } from './rebuild.ts';
import { SCHEMA } from './schema.ts';
import { statementResolvers } from './statements/resolvers.ts';
import { createReportingWriter } from './writer.ts';

export interface ReportingOptions {
  /** URL of the login role `davtari_reporting`. */
  readonly databaseUrl: string;
  /** What links to files are sealed with. */
  readonly secret: Uint8Array;
  /** URL of the database's owner; needed by `rebuild` only. */
  readonly ownerUrl?: string;
  /** False for whoever gives commands only and leaves it to the running system to read the books. */
  readonly followsPolicies?: boolean;
  readonly log: Logger;
}

export interface Reporting extends SubgraphRuntime {
  /** How far files of reports are, for subscriptions. */
  readonly feed: DocumentFeed;
  /**
   * Empties what reporting has of a company's books, choices and plans, and makes it anew from the logs, the same to the
   * byte.
   */
  rebuild(
    companyId: string,
    onProgress?: (events: number, total: number) => void,
  ): Promise<{ events: number }>;
  /** Events that a consumer could not handle. */
  readonly deadLetters: DeadLetters;
  /** How far the consumers that run in this process are behind. */
  consumerLag(): Promise<readonly ConsumerLag[]>;
}

const SDL = new URL('./generated/subgraph.graphql', import.meta.url);

const NOUNS: readonly Resolvers[] = [
  bookResolvers,
  mappingResolvers,
  statementResolvers,
  analysisResolvers,
  generalLedgerResolvers,
  turnoverResolvers,
  counterpartyResolvers,
  exportResolvers,
  fileProgressResolvers,
  budgetResolvers,
  paymentTermsResolvers,
  cashForecastResolvers,
  consolidationResolvers,
];

/** Reporting, ready to answer: statements and lists made from the books, which it reads and never writes. */
export async function createReporting(options: ReportingOptions): Promise<Reporting> {
  const { log } = options;
  const database = openDatabase(options.databaseUrl, { name: 'davtari reporting', log });
  const writer = createReportingWriter(database);
  await database.ping();
  const files = createReportDesk(options.secret, writer, log);
  const feed = createDocumentFeed(database, SCHEMA, log);
  const consumers =
    options.followsPolicies === false ? [] : [followLedger({ database, log }), followTax({ database, log })];
  const lag = (): Promise<ConsumerLag[]> =>
    consumerLag(
      database,
      SCHEMA,
      consumers.length === 0
        ? []
        : [
            { name: LEDGER_CONSUMER, source: LEDGER },
            { name: TAX_CONSUMER, source: TAX },
          ],
    );
  const hideConsumers = showConsumers(lag);

  return {
    name: 'reporting',
    get schema() {
      return subgraphSchema(SDL, NOUNS);
    },
    feed,
    files,
    rebuild: async (companyId, onProgress) => {
      if (options.ownerUrl === undefined) throw new Error('to rebuild, reporting needs the URL of the owner');
      const chosen = await rebuildChoices(options.ownerUrl, companyId, onProgress);
      const followed = await rebuildFromLedger(database, companyId);
      const named = await rebuildNames(database, companyId);
      return { events: chosen.events + followed.events + named.events };
    },
    deadLetters: createDeadLetters(database, SCHEMA),
    consumerLag: lag,
    createContext: (caller) => createReportingContext({ writer, files, log }, caller),
    health: async () => [await databaseHealth(database)],
    close: async () => {
      hideConsumers();
      for (const consumer of consumers) await consumer.close();
      await writer.writePath.drain();
      await feed.close();
      await database.close();
    },
  };
}
