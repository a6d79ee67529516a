import { z } from 'zod';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { parseText } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { TaxContext } from '../context.ts';
import type { Resolvers, SetRsGeCredentialsInput } from '../generated/types.ts';
import { tellCredentials } from './commands.ts';
import { answered, connected, keepOutcome, tryConnection } from './connected.ts';
import { credentials, type Credentials } from './connections.ts';
import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import {
  dropSubmission,
  listSubmissions,
  readConnection,
  readReports,
  retrySubmission,
  type ConnectionRow,
} from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);
const MOST_REPORTS = 100;
const LONGEST = 200;

export const rsGeResolvers: Resolvers = {
  Query: {
    rsGeConnection: (_root, _args, { database, companyId }) => readConnection(database, companyId),
    rsGeSubmissions: async (_root, { first, after, filter }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const wanted = { states: filter?.states ?? null, documentId: filter?.documentId ?? null };
      const rows = await listSubmissions(database, companyId, wanted, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.requestedAt, row.id]);
    },
    rsGeReports: (_root, { documentIds }, { database, companyId }) => {
      if (documentIds.length > MOST_REPORTS)
        throw badInput('documentIds', documentIds.length, `more than ${String(MOST_REPORTS)}`);
      for (const id of documentIds) if (!isUuid(id)) throw badInput('documentIds', id, 'is no identifier');
      return readReports(database, companyId, documentIds);
    },
    rsGeTaxpayer: async (_root, { taxId }, context) => {
      demandTaxId('taxId', taxId);
      const authority = await connected(context);
      const found = await answered(authority.findTaxpayer(taxId));
      return found === undefined ? null : { ...found, taxId: found.tin };
    },
  },
  Mutation: {
    setRsGeCredentials: async (_root, { input }, context) => {
      const { writer, actor, companyId, rsGe } = context;
      const given = signInOf(input);
      // What is kept first is that it happens: nobody changes a sign-in without a trace.
      const telling = await tellCredentials(writer, actor, {
        channel: given.channel,
        fingerprint: rsGe.connections.fingerprintOf(companyId, given),
        idempotencyKey: input.idempotencyKey,
      });
      const isLeftUndone = telling === 'REPEATED' && !(await rsGe.connections.holds(companyId, given));
      if (telling === 'FIRST' || isLeftUndone) await rsGe.connections.keep(companyId, given);
      rsGe.wake();
      return payload(context);
    },
    tryRsGeConnection: async (_root, _args, context) => {
      await tryConnection(context);
      return payload(context);
    },
    confirmRsGePin: async (_root, { input }, context) => {
      const otp = confidential(input.otp, 'otp');
      const authority = await connected(context);
      try {
        await authority.confirmPin(otp);
      } catch (error) {
        if (error instanceof RsGeFailure && error.kind === 'NOT_SIGNED_IN')
          throw new DomainError('BAD_USER_INPUT', 'otp: RS.ge refuses the code', { field: 'otp' });
        await keepOutcome(context, () => {
          throw error;
        });
        return payload(context);
      }
      await keepOutcome(context, () => Promise.resolve());
      context.rsGe.wake();
      return payload(context);
    },
    retryRsGeSubmission: async (_root, { input: { id } }, { database, companyId, rsGe }) => {
      const submission = await retrySubmission(database, companyId, id);
      rsGe.wake();
      return { submission };
    },
    dropRsGeSubmission: async (_root, { input }, { database, companyId, rsGe }) => {
      const reason = parseText(input.reason, 'reason', LONGEST);
      const submission = await dropSubmission(database, companyId, input.id, reason);
      rsGe.wake();
      return { submission };
    },
  },
};

async function payload({ writer, companyId }: TaxContext): Promise<{ connection: ConnectionRow }> {
  return { connection: await readConnection(writer.database, companyId) };
}

function signInOf({ eapi, ntos }: SetRsGeCredentialsInput): Credentials {
  if (eapi && ntos) throw badInput('ntos', '', 'give the sign-in of one interface');
  if (eapi) {
    return credentials.parse({
      channel: 'EAPI',
      userName: parseText(eapi.userName, 'eapi.userName', LONGEST),
      password: confidential(eapi.password, 'eapi.password'),
    });
  }
  if (ntos) {
    demandTaxId('ntos.taxId', ntos.taxId);
    return credentials.parse({
      channel: 'NTOS',
      serviceUser: parseText(ntos.serviceUser, 'ntos.serviceUser', LONGEST),
      servicePassword: confidential(ntos.servicePassword, 'ntos.servicePassword'),
      tin: ntos.taxId,
    });
  }
  throw badInput('eapi', '', 'give the sign-in of one interface');
}

/** A password may be any text; it is never quoted. */
function confidential(text: string, field: string): string {
  if (text.length === 0 || text.length > LONGEST)
    throw new DomainError('BAD_USER_INPUT', `${field}: 1 to ${String(LONGEST)} characters are needed`, {
      field,
    });
  return text;
}

function demandTaxId(field: string, taxId: string): void {
  if (!/^(\d{9}|\d{11})$/.test(taxId))
    throw badInput(field, taxId, 'nine digits (company) or eleven (person) are needed');
}
