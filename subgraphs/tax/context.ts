import type { Database } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { Actor } from './actor.ts';
import { createTaxLoaders, type TaxLoaders } from './loaders.ts';
import type { RsGe } from './rs-ge/rs-ge.ts';
import type { TaxWriter } from './writer.ts';

/** What every operation of tax works with. */
export interface TaxParts {
  readonly database: Database;
  readonly writer: TaxWriter;
  /** The way to the Revenue Service. */
  readonly rsGe: RsGe;
  readonly log: Logger;
}

/** What resolvers get for one operation: who asks, loaders, the write path. */
export interface TaxContext extends TaxParts {
  readonly caller: Caller;
  readonly companyId: string;
  readonly actor: Actor;
  readonly loaders: TaxLoaders;
}

/** Builds the context of one operation. Whoever has no principal gets no further than here. */
export function createTaxContext(parts: TaxParts, caller: Caller): TaxContext {
  const { principal } = caller;
  if (principal === null) throw new DomainError('UNAUTHENTICATED', 'sign in first');
  const { companyId, userId } = principal;
  // Reads last no longer than they are waited for; the writer keeps the database that knows no hurry.
  const database = parts.database.within(caller);
  return {
    ...parts,
    database,
    loaders: createTaxLoaders(database, companyId),
    caller,
    companyId,
    actor: { companyId, userId },
  };
}
