import { companyContext, type CompanyContext } from '#shared/graphql/company-context.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { createTaxLoaders, type TaxLoaders } from './loaders.ts';
import type { RsGe } from './rs-ge/rs-ge.ts';
import type { TaxWriter } from './writer.ts';

/** What every operation of tax works with. */
export interface TaxParts {
  readonly writer: TaxWriter;
  /** The way to the Revenue Service. */
  readonly rsGe: RsGe;
  readonly log: Logger;
}

/** What resolvers get for one operation: who asks, loaders, the write path. */
export interface TaxContext extends CompanyContext, TaxParts {
  readonly loaders: TaxLoaders;
}

/** Builds the context of one operation. */
export function createTaxContext(parts: TaxParts, caller: Caller): TaxContext {
  const context = companyContext(parts.writer.database, caller);
  return { ...parts, ...context, loaders: createTaxLoaders(context.database, context.companyId) };
}
