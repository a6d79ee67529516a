import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { todayInGeorgia } from '../../calendar/today.ts';
import type { Resolvers, RsGeSpanInput } from '../../generated/types.ts';
import { listUnits } from '../../invoices/queries.ts';
import { tellReceiving } from '../commands.ts';
import { answered, connected } from '../connected.ts';
import { readConnection } from '../queries.ts';
import { answerReceived, requestFetch } from './commands.ts';
import { listDifferences, listMonths, listReceived, type Span } from './queries.ts';

const cursor: z.ZodType<[string, string]> = z.tuple([z.iso.date(), z.string().min(1).max(100)]);

export const receivedResolvers: Resolvers = {
  Query: {
    rsGeInvoices: async (_root, { first, after, filter }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listReceived(database, companyId, spanOf(filter), page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.operationDate, row.rsGeId]);
    },
    rsGeDifferences: async (_root, { first, after, filter }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listDifferences(database, companyId, spanOf(filter), page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.date, row.key]);
    },
    rsGeMonths: (_root, _args, { database, companyId }) => listMonths(database, companyId),
    rsGeUnits: async (_root, _args, context) => {
      const authority = await connected(context);
      const [theirs, ours] = await Promise.all([answered(authority.units()), listUnits(context.database)]);
      const known = new Set(ours.map(({ code }) => code));
      return theirs.map(({ id, name }) => ({ code: id, name, isKnown: known.has(id) }));
    },
  },
  Mutation: {
    fetchRsGeInvoices: (_root, { input }, { writer, actor }) =>
      requestFetch(writer, actor, input, todayInGeorgia().slice(0, 7)),
    setRsGeReceiving: async (_root, { input }, { writer, actor, companyId, rsGe }) => {
      if ((await readConnection(writer.database, companyId)).state === 'NONE')
        throw new DomainError('INVALID_TRANSITION', 'the company is not connected to RS.ge');
      if ((await tellReceiving(writer, actor, input)) !== 'OVERTAKEN')
        await rsGe.connections.receive(companyId, input.receives, actor.userId);
      rsGe.wake();
      return { connection: await readConnection(writer.database, companyId) };
    },
    answerRsGeInvoice: async (_root, { input }, { writer, actor, rsGe }) => {
      const rsGeInvoice = await answerReceived(writer, actor, input);
      rsGe.wake();
      return { rsGeInvoice };
    },
  },
  RsGeInvoice: {
    invoice: ({ documentId }, _args, { loaders }) =>
      documentId === null ? null : loaders.taxInvoice.load(documentId),
  },
  RsGeDifference: {
    invoice: ({ documentId }, _args, { loaders }) =>
      documentId === null ? null : loaders.taxInvoice.load(documentId),
  },
};

function spanOf(filter: RsGeSpanInput | null | undefined): Span {
  const day = (text: string | null | undefined, field: string): string | null =>
    text === null || text === undefined ? null : parseDate(text, field);
  return { from: day(filter?.from, 'from'), to: day(filter?.to, 'to') };
}
