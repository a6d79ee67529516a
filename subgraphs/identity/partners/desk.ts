import { notFound } from '#shared/domain/errors.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import type { RegisteredOperation } from '#shared/platform/access-authority.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { ManifestChecker } from '#shared/platform/operation-manifest.ts';
import { openIdentityDatabase } from '../database.ts';
import { registerOperations } from '../operations/commands.ts';
import { operationsOf, type ManifestRow } from '../operations/queries.ts';
import { createSecurityLog } from '../security-events/log.ts';
import { keyOfPartner, partnersOfCompany, type PartnerRow } from './queries.ts';

/** A company's own partner and what it may do there. */
export interface DeskPartner {
  readonly id: string;
  readonly name: string;
  readonly scopes: ReadonlySet<Permission>;
}

/** Partners for the command line, under the application's role like everything that a company does. */
export interface PartnerDesk {
  /** The company's own partners, by name. */
  partners(companyId: string): Promise<readonly DeskPartner[]>;
  /** What a partner may run now. */
  operations(companyId: string, partnerId: string): Promise<readonly RegisteredOperation[]>;
  /** Registers a manifest in the name of a user, who must have been found to be allowed to. */
  register(
    actor: { readonly companyId: string; readonly userId: string },
    partnerId: string,
    manifest: string,
  ): Promise<{ readonly manifest: ManifestRow; readonly isNew: boolean }>;
  close(): Promise<void>;
}

const PAGE = 100;

export function openPartnerDesk(options: {
  /** URL of the login role `davtari_identity`. */
  readonly databaseUrl: string;
  readonly checkManifest: ManifestChecker;
  readonly log: Logger;
}): PartnerDesk {
  const { checkManifest } = options;
  const database = openIdentityDatabase(options.databaseUrl, options.log);
  const security = createSecurityLog(database);

  return {
    async partners(companyId) {
      const rows = await allPages<PartnerRow, [string, string]>(
        (after) =>
          database.inCompany(companyId, (db, company) =>
            partnersOfCompany(db, company, { first: PAGE, limit: PAGE, after }),
          ),
        keyOfPartner,
      );
      return rows
        .filter(({ isOwn }) => isOwn)
        .map(({ id, name, scopes }) => ({
          id,
          name,
          scopes: new Set(PERMISSIONS.filter((permission) => scopes.includes(permission))),
        }));
    },
    operations: (companyId, partnerId) =>
      allPages<RegisteredOperation, [string]>(
        (after) =>
          database.inCompany(companyId, (db, company) =>
            operationsOf(db, company, partnerId, { limit: PAGE, after }),
          ),
        ({ id }) => [id],
      ),
    register: (actor, partnerId, manifest) =>
      registerOperations(
        { database, security, checkManifest },
        { principal: actor, whence: { requestId: 'davtari partners register' } },
        { partnerId, manifest },
      ),
    close: () => database.close(),
  };
}

/** The partner that is meant by an id or a name. */
export function partnerMeant(partners: readonly DeskPartner[], term: string): DeskPartner {
  const found = partners.find(({ id, name }) => id === term.toLowerCase() || name === term);
  if (found === undefined) throw notFound('partner', term);
  return found;
}

async function allPages<Row, Key>(
  page: (after: Key | null) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let after: Key | null = null; ;) {
    const next: readonly Row[] = await page(after);
    rows.push(...next);
    const last = next.at(-1);
    if (last === undefined || next.length < PAGE) return rows;
    after = keyOf(last);
  }
}
