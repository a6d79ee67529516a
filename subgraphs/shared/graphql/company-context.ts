import type { Database } from '#db/client.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Caller } from '#shared/platform/principal.ts';

/** What every context of an operation begins with: who asks, in which company, and the database for its reads. */
export interface CompanyContext {
  readonly caller: Caller;
  readonly companyId: string;
  readonly actor: Actor;
  readonly database: Database;
}

/** Whoever has no principal gets no further than here. */
export function companyContext(database: Database, caller: Caller): CompanyContext {
  const { principal } = caller;
  if (principal === null) throw new DomainError('UNAUTHENTICATED', 'sign in first');
  const { companyId, userId } = principal;
  // Reads last no longer than they are waited for; a writer keeps the database that knows no hurry.
  return { caller, companyId, actor: { companyId, userId }, database: database.within(caller) };
}
