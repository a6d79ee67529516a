import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { openDatabase, type Database } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { createManifestChecker } from '#gateway/operations/manifest.ts';
import { openPartnerDesk, partnerMeant, type PartnerDesk } from '#identity/partners/desk.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import type { ManifestChecker, ManifestFault } from '#shared/platform/operation-manifest.ts';
import { chooseActor, chooseCompany, type Company } from '#cli/company.ts';
import { openOwnersDatabase } from '#cli/database.ts';
import { CommandFailure, EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';
import { SUPERGRAPH } from './supergraph-file.ts';

interface Office {
  readonly owner: Database;
  readonly desk: PartnerDesk;
  readonly checkManifest: ManifestChecker;
}

/** Opens the database and the supergraph that operations are judged by, for the time of some work. */
async function withOffice<T>(
  { config, log }: CommandContext,
  supergraph: URL,
  work: (office: Office) => Promise<T>,
): Promise<T> {
  const checkManifest = createManifestChecker(await readFile(supergraph, 'utf8'), config.costLimit);
  const database = await openOwnersDatabase(config, log);
  const owner = openDatabase(database.ownerUrl, { name: 'davtari partners', log, max: 2 });
  const desk = openPartnerDesk({
    databaseUrl: roleUrl(database.ownerUrl, 'identity', config.databaseRoleSecret),
    checkManifest,
    log,
  });
  try {
    return await work({ owner, desk, checkManifest });
  } finally {
    await desk.close();
    await owner.close();
    await database.close();
  }
}

export interface RegisterArguments {
  readonly company?: string;
  readonly as?: string;
}

/** `davtari partners register`: registers a manifest, or tells every reason why not. */
export async function runPartnersRegister(
  partner: string,
  file: string,
  given: RegisterArguments,
  context: CommandContext,
): Promise<number> {
  const { output } = context;
  const text = await readFile(file, 'utf8');
  return withOffice(context, SUPERGRAPH, async ({ owner, desk }) => {
    const company = await chooseCompany(owner.sql, given.company);
    const { actor, email } = await chooseActor(owner.sql, company, given.as, ['admin:system']);
    const { id, name } = partnerMeant(await desk.partners(company.id), partner);
    try {
      const { manifest, isNew } = await desk.register(actor, id, text);
      output.result(
        { partner: id, version: manifest.version, operations: manifest.operationCount, isNew, by: email },
        isNew
          ? `${name}: version ${manifest.version} with ${manifest.operationCount} operations is registered.`
          : `${name}: version ${manifest.version} has this content already; nothing is changed.`,
      );
      return EXIT.ok;
    } catch (error) {
      const faults = faultsOf(error);
      if (faults === undefined) throw error;
      output.result(
        { partner: id, registered: false, faults },
        [`${name}: nothing is registered.`, ...faults.map(faultLine)].join('\n'),
      );
      return EXIT.refused;
    }
  });
}

/** `davtari partners list`: the partners of a company. */
export async function runPartnersList(
  given: { readonly company?: string },
  context: CommandContext,
): Promise<number> {
  const { output } = context;
  return withOffice(context, SUPERGRAPH, async ({ owner, desk }) => {
    const company = await chooseCompany(owner.sql, given.company);
    const partners = await desk.partners(company.id);
    for (const { id, name, scopes } of partners) {
      const operations = await desk.operations(company.id, id);
      const versions = [...new Set(operations.map(({ version }) => version))].sort((a, b) => a - b);
      const allowed = [...scopes];
      output.item(
        { id, name, scopes: allowed, operations: operations.length, versions },
        `${id}  ${name}  ${operations.length} operations  ${allowed.join(' ') || '(no consent)'}`,
      );
    }
    if (partners.length === 0) output.note(`${company.name} has no partner.`);
    return EXIT.ok;
  });
}

/** A registered operation that would not run any more. */
interface BrokenOperation extends ManifestFault {
  readonly company: string;
  readonly partner: string;
}

/** `davtari partners check`: which registered operations a supergraph would break, before it is deployed. */
export async function runPartnersCheck(
  given: { readonly supergraph?: string },
  context: CommandContext,
): Promise<number> {
  const { output } = context;
  const supergraph = given.supergraph === undefined ? SUPERGRAPH : pathToFileURL(given.supergraph);
  return withOffice(context, supergraph, async ({ owner, desk, checkManifest }) => {
    const companies = await owner.sql<Company[]>`
      /* companies */ select id, name, name_en as "nameEn", tax_id as "taxId"
      from identity.companies order by created_at, id`;
    const broken: BrokenOperation[] = [];
    let checked = 0;
    for (const company of companies) {
      for (const { id, name, scopes } of await desk.partners(company.id)) {
        const operations = await desk.operations(company.id, id);
        checked += operations.length;
        const { faults } = await checkManifest(
          // The id was checked when it was registered; here it is the schema that is in question.
          operations.map(({ id: operation, body }) => ({ id: operation, body })),
          // Where its own company lets it do nothing, others may: then the schema alone is in question.
          scopes.size === 0 ? new Set(PERMISSIONS) : scopes,
        ).catch((error: unknown) => {
          throw new CommandFailure(`the supergraph cannot be read: ${String(error)}`);
        });
        broken.push(...faults.map((fault) => ({ ...fault, company: company.name, partner: name })));
      }
    }
    output.result(
      { checked, broken },
      [
        ...broken.map((fault) => `${fault.company} · ${fault.partner} · ${faultLine(fault)}`),
        broken.length === 0
          ? `All ${checked} registered operations go on running.`
          : `${new Set(broken.map(({ partner, operationId }) => `${partner} ${operationId}`)).size} of ${checked} registered operations would break.`,
      ].join('\n'),
    );
    return broken.length === 0 ? EXIT.ok : EXIT.refused;
  });
}

function faultsOf(error: unknown): readonly ManifestFault[] | undefined {
  if (!(error instanceof DomainError)) return undefined;
  const { faults } = error.details;
  return Array.isArray(faults) ? (faults as ManifestFault[]) : undefined;
}

function faultLine({ operationId, message, line, column }: ManifestFault): string {
  return `${operationId}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}`;
}
