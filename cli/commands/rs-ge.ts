import { openDatabase, type Sql } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { loadOrCreateSecret } from '#shared/platform/sealing.ts';
import { chooseCompany, type Company } from '#cli/company.ts';
import { openOwnersDatabase } from '#cli/database.ts';
import { EXIT } from '#cli/exit.ts';
import type { ConnectionRow, SubmissionRow } from '#tax/rs-ge/queries.ts';
import type { RsGeOperator } from '#tax/rs-ge/operator.ts';
import { rsGeOptions } from '#tax/rs-ge/rs-ge.ts';
import { createTax } from '#tax/subgraph.ts';
import type { CommandContext } from './context.ts';

export interface RsGeArguments {
  readonly company?: string;
}

interface Desk {
  readonly owner: Sql;
  readonly rsGe: RsGeOperator;
}

/** `davtari rs-ge status`: how each company's connection fares, and what a person must look at. */
export async function runRsGeStatus(given: RsGeArguments, context: CommandContext): Promise<number> {
  return atTheDesk(context, async ({ owner, rsGe }) => {
    const { output } = context;
    const companies =
      given.company === undefined ? await allCompanies(owner) : [await chooseCompany(owner, given.company)];
    for (const company of companies) {
      const [connection, stuck] = [await rsGe.status(company.id), await rsGe.stuck(company.id)];
      const document = { company: { id: company.id, name: company.name }, connection, stuck };
      output.item(document, [describedConnection(company, connection), ...stuck.map(described)].join('\n'));
    }
    return EXIT.ok;
  });
}

/** `davtari rs-ge retry`: takes up again what was refused or given up; a running system does it. */
export async function runRsGeRetry(
  ids: readonly string[],
  given: RsGeArguments,
  context: CommandContext,
): Promise<number> {
  return atTheDesk(context, async ({ owner, rsGe }) => {
    const company = await chooseCompany(owner, given.company);
    for (const id of ids) {
      const submission = await rsGe.retry(company.id, id);
      context.output.item(submission, described(submission));
    }
    return EXIT.ok;
  });
}

/** `davtari rs-ge drop`: gives up for good; the later operations of the same document go on. */
export async function runRsGeDrop(
  id: string,
  given: RsGeArguments & { readonly reason: string },
  context: CommandContext,
): Promise<number> {
  return atTheDesk(context, async ({ owner, rsGe }) => {
    const company = await chooseCompany(owner, given.company);
    const submission = await rsGe.drop(company.id, id, given.reason);
    context.output.result(submission, described(submission));
    return EXIT.ok;
  });
}

/** `davtari rs-ge try`: signs in, to see whether RS.ge takes the sign-in; fails when it does not. */
export async function runRsGeTry(given: RsGeArguments, context: CommandContext): Promise<number> {
  return atTheDesk(context, async ({ owner, rsGe }) => {
    const company = await chooseCompany(owner, given.company);
    const connection = await rsGe.try(company.id);
    context.output.result(
      { company: { id: company.id, name: company.name }, connection },
      describedConnection(company, connection),
    );
    return connection.state === 'CONNECTED' ? EXIT.ok : EXIT.refused;
  });
}

/** Opens tax with the sign-ins of the running system, and sends nothing by itself. */
async function atTheDesk<T>({ config, log }: CommandContext, work: (desk: Desk) => Promise<T>): Promise<T> {
  const database = await openOwnersDatabase(config, log);
  try {
    const owner = openDatabase(database.ownerUrl, { name: 'davtari cli', log, max: 1 });
    const tax = await createTax({
      databaseUrl: roleUrl(database.ownerUrl, 'tax', config.databaseRoleSecret),
      followsPolicies: false,
      rsGe: rsGeOptions(await loadOrCreateSecret(config.secretsKeyFile), config.rsGe),
      log,
    });
    try {
      return await work({ owner: owner.sql, rsGe: tax.rsGe });
    } finally {
      await tax.close();
      await owner.close();
    }
  } finally {
    await database.close();
  }
}

function allCompanies(owner: Sql): Promise<Company[]> {
  return owner<Company[]>`
    /* companiesByName */ select id, name, name_en as "nameEn", tax_id as "taxId"
    from identity.companies order by name, id`;
}

function describedConnection(
  { name, id }: Company,
  { state, channel, since, lastError, waiting, stuck, receives }: ConnectionRow,
): string {
  return [
    `${name}  ${id}`,
    `  ${state}${channel === null ? '' : ` over ${channel}`}${since === null ? '' : ` since ${since}`}`,
    `  ${String(waiting)} to be done, ${String(stuck)} to be looked at${receives ? ', receives' : ''}`,
    ...(lastError === null ? [] : [`  last: ${lastError}`]),
  ].join('\n');
}

function described(submission: SubmissionRow): string {
  const { id, operation, documentType, documentId, state, attempts, errorCode, errorText } = submission;
  return [
    `${id}  ${operation} of ${documentType} ${documentId} is ${state} after ${String(attempts)} attempts`,
    ...(errorText === null ? [] : [`  ${errorCode ?? ''}: ${errorText}`]),
  ].join('\n');
}
