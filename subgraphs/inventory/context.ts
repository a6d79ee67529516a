import { companyContext, type CompanyContext } from '#shared/graphql/company-context.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { StockDesk } from './exports/desk.ts';
import { createInventoryLoaders, type InventoryLoaders } from './loaders.ts';
import type { Waybills } from './waybills/waybills.ts';
import type { InventoryWriter } from './writer.ts';

/** What every operation of inventory works with. */
export interface InventoryParts {
  readonly writer: InventoryWriter;
  /** The way to RS.ge's waybills. */
  readonly waybills: Waybills;
  /** Links to files of stock. */
  readonly files: StockDesk;
  readonly log: Logger;
}

/** What resolvers get for one operation: who asks, loaders, the write path. */
export interface InventoryContext extends CompanyContext, InventoryParts {
  readonly loaders: InventoryLoaders;
}

/** Builds the context of one operation. */
export function createInventoryContext(parts: InventoryParts, caller: Caller): InventoryContext {
  const company = companyContext(parts.writer.database, caller);
  return { ...parts, ...company, loaders: createInventoryLoaders(company.database, company.companyId) };
}
