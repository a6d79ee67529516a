import DataLoader from 'dataloader';
import { DomainError } from '#shared/domain/errors.ts';
import type { ManifestChecker } from '#shared/platform/operation-manifest.ts';
import type { Caller, Principal } from '#shared/platform/principal.ts';
import type { Attempts } from './attempts/attempts.ts';
import { companiesByIds, type CompanyRow } from './companies/queries.ts';
import type { IdentityDatabase } from './database.ts';
import type { OwnFactor } from './second-factors/own-factor.ts';
import { partnersAsUsers } from './partners/as-users.ts';
import type { SecurityLog } from './security-events/log.ts';
import type { SessionKeeper } from './sessions/commands.ts';
import type { Revocations } from './sessions/revocations.ts';
import { usersByIds, type UserRow } from './users/queries.ts';

/** What the owner of the installation decides about identity. */
export interface IdentitySettings {
  /** Companies that one user may found in a day. */
  readonly companiesPerDay: number;
}

/** What is there once for all operations. */
export interface IdentityParts {
  readonly database: IdentityDatabase;
  readonly sessions: SessionKeeper;
  /** The second factor of whoever asks. */
  readonly ownFactor: OwnFactor;
  /** Keeps passwords from being guessed. */
  readonly attempts: Attempts;
  /** Withdraws what tokens and keys still speak of. */
  readonly revocations: Revocations;
  /** Writes down what an auditor will ask for. */
  readonly security: SecurityLog;
  readonly settings: IdentitySettings;
  /** Judges what partners hand in by the supergraph that runs. */
  readonly checkManifest: ManifestChecker;
}

/** What resolvers are given, made afresh for every operation. */
export interface IdentityContext extends IdentityParts {
  readonly caller: Caller;
  readonly loaders: {
    /** Users of the caller's company by id; null for everybody else. */
    readonly users: DataLoader<string, UserRow | null>;
    /** Companies that the caller is a member of, by id; null for every other. */
    readonly companies: DataLoader<string, CompanyRow | null>;
  };
}

export function createContext(caller: Caller, parts: IdentityParts): IdentityContext {
  // Reads last no longer than they are waited for; the parts keep the database that knows no hurry.
  const database = parts.database.within(caller);
  return {
    ...parts,
    database,
    caller,
    loaders: {
      users: new DataLoader(async (ids: readonly string[]) =>
        database.inCompany(requirePrincipal(caller).companyId, async (db, companyId) => {
          const known = await usersByIds(db, companyId, ids.filter(isUuid));
          // An author whom the company does not know as a person may be a partner of it.
          const others = ids.filter(
            (id) => isUuid(id) && !known.some((user) => user.id === id.toLowerCase()),
          );
          return inOrderOf(ids, [...known, ...(await partnersAsUsers(db, companyId, others))]);
        }),
      ),
      companies: new DataLoader(async (ids: readonly string[]) =>
        database.asUser(requirePrincipal(caller).userId, async (db) =>
          inOrderOf(ids, await companiesByIds(db, ids.filter(isUuid))),
        ),
      ),
    },
  };
}

/** Who asks. The gateway lets nobody in here without a token; this is for the day when it does. */
export function requirePrincipal(caller: Caller): Principal {
  if (caller.principal === null) throw new DomainError('UNAUTHENTICATED', 'An access token is needed.');
  return caller.principal;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is no UUID is nobody's id, which is no reason to trouble PostgreSQL with it. */
export function isUuid(id: string): boolean {
  return UUID.test(id);
}

function inOrderOf<Row extends { readonly id: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}
