import { randomBytes } from 'node:crypto';
import { consumerLag, type ConsumerLag } from '#db/consumer-lag.ts';
import { showConsumers } from '#db/consumer-metrics.ts';
import { createDeadLetters, type DeadLetters } from '#db/dead-letters.ts';
import { databaseHealth } from '#db/health.ts';
import { openDatabase } from '#db/client.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { subgraphSchema } from '#shared/graphql/subgraph-schema.ts';
import type { DocumentFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { closingResolvers } from './closing/resolvers.ts';
import { billResolvers } from './bills/resolvers.ts';
import { createInventoryContext } from './context.ts';
import { countResolvers } from './counts/resolvers.ts';
import { createStockDesk } from './exports/desk.ts';
import { exportResolvers } from './exports/resolvers.ts';
import { createInventoryFeed } from './feed.ts';
import type { Resolvers } from './generated/types.ts';
import { movementResolvers } from './movements/resolvers.ts';
import { healthResolvers } from './health/resolvers.ts';
import { importItems, type ImportInput, type ImportOutcome } from './imports/import-items.ts';
import { importResolvers } from './imports/resolvers.ts';
import { itemResolvers } from './items/resolvers.ts';
import { landedCostResolvers } from './landed-costs/resolvers.ts';
import { lotResolvers } from './lots/resolvers.ts';
import { postingAccountResolvers } from './posting-accounts/resolvers.ts';
import { followLedger, LEDGER, LEDGER_CONSUMER } from './postings/follow-ledger.ts';
import { rebuildFromLedger } from './postings/rebuild.ts';
import { rebuildInventory } from './rebuild.ts';
import { SCHEMA } from './schema.ts';
import { reorderResolvers } from './reorder/resolvers.ts';
import { reservationResolvers } from './reservations/resolvers.ts';
import { stockResolvers } from './stock/resolvers.ts';
import { unitResolvers } from './units/resolvers.ts';
import { warehouseResolvers } from './warehouses/resolvers.ts';
import { waybillResolvers } from './waybills/resolvers.ts';
import { writeDownResolvers } from './write-downs/resolvers.ts';
import { openWaybills, type WaybillOptions } from './waybills/waybills.ts';
import { createInventoryWriter } from './writer.ts';

export interface InventoryOptions {
  /** URL of the login role `davtari_inventory`. */
  readonly databaseUrl: string;
  /** URL of the database's owner; needed by `rebuild` only. */
  readonly ownerUrl?: string;
  /** False for whoever gives commands only and leaves it to the running system to act by itself. */
  readonly followsPolicies?: boolean;
  /** How RS.ge's waybills are reached, and what sign-ins and links to files are sealed by. Without it none outlives the process. */
  readonly waybills?: WaybillOptions;
  readonly log: Logger;
}

export interface Inventory extends SubgraphRuntime {
  /** Movements that change what there is, for subscriptions. */
  readonly feed: DocumentFeed;
  /**
   * Empties what inventory has in its tables of the company's goods and of the ledger, and makes it anew out of both
   * logs; the rows are the same afterwards.
   */
  rebuild(
    companyId: string,
    onProgress?: (events: number, total: number) => void,
  ): Promise<{ events: number }>;
  /** Adds the items of a file, as `importItems` does of the API; who may is for the caller to ask. */
  importItems(actor: Actor, input: ImportInput): Promise<ImportOutcome>;
  /** Events that a consumer could not handle. */
  readonly deadLetters: DeadLetters;
  /** How far the consumers that run in this process are behind. */
  consumerLag(): Promise<readonly ConsumerLag[]>;
}

const SDL = new URL('./generated/subgraph.graphql', import.meta.url);

const NOUNS: readonly Resolvers[] = [
  closingResolvers,
  postingAccountResolvers,
  unitResolvers,
  itemResolvers,
  warehouseResolvers,
  lotResolvers,
  billResolvers,
  importResolvers,
  reservationResolvers,
  reorderResolvers,
  movementResolvers,
  countResolvers,
  stockResolvers,
  exportResolvers,
  waybillResolvers,
  healthResolvers,
  landedCostResolvers,
  writeDownResolvers,
];

/** Inventory, ready to answer: items and places, what moved, what it cost, and the waybills it travelled with. */
export async function createInventory(options: InventoryOptions): Promise<Inventory> {
  const { log } = options;
  const database = openDatabase(options.databaseUrl, { name: 'davtari inventory', log });
  const writer = createInventoryWriter(database);
  const feed = createInventoryFeed(database, log);
  await database.ping();
  const consumers = options.followsPolicies === false ? [] : [followLedger({ database, log })];
  const lag = (): Promise<ConsumerLag[]> =>
    consumerLag(database, SCHEMA, consumers.length === 0 ? [] : [{ name: LEDGER_CONSUMER, source: LEDGER }]);
  const waybillOptions = options.waybills ?? { secret: randomBytes(32) };
  const files = createStockDesk(waybillOptions.secret, database);
  const waybills = openWaybills({ database, writer, log }, waybillOptions, options.followsPolicies !== false);
  const hideConsumers = showConsumers(lag);

  return {
    name: 'inventory',
    get schema() {
      return subgraphSchema(SDL, NOUNS);
    },
    feed,
    files,
    rebuild: async (companyId, onProgress) => {
      if (options.ownerUrl === undefined) throw new Error('to rebuild, inventory needs the URL of the owner');
      const rebuilt = await rebuildInventory(options.ownerUrl, companyId, onProgress);
      const followed = await rebuildFromLedger(database, companyId);
      return { events: rebuilt.events + followed.events };
    },
    importItems: (actor, input) => importItems(writer, actor, input),
    deadLetters: createDeadLetters(database, SCHEMA),
    consumerLag: lag,
    createContext: (caller) => createInventoryContext({ writer, waybills, files, log }, caller),
    health: async () => [await databaseHealth(database)],
    close: async () => {
      hideConsumers();
      await waybills.close();
      for (const consumer of consumers) await consumer.close();
      await writer.writePath.drain();
      await feed.close();
      await database.close();
    },
  };
}
