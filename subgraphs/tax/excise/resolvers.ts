import { z } from 'zod';
import { badInput } from '#shared/domain/errors.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { demandPeriod } from '../calendar/deadlines.ts';
import type { TaxContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { setExciseRate } from './commands.ts';
import { listExciseGroups, listExciseItems, readExciseMonth, type ExciseGroupRow } from './queries.ts';

const cursor: z.ZodType<[string, string, number, string]> = z.tuple([
  z.iso.date(),
  z.uuid(),
  z.int(),
  z.string().regex(/^\d{1,14}(?:\.\d{1,6})?$/),
]);

export const exciseResolvers: Resolvers = {
  ExciseGroup: {
    name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? nameEn : nameKa),
    unit: ({ unitKa, unitEn }, { language }) => (language === 'EN' ? unitEn : unitKa),
    rates: ({ rates }) => [...rates],
  },
  ExciseReturn: { sums: ({ sums }) => [...sums] },
  ExciseSum: { group: ({ group }, _args, context) => groupOf(context, group) },
  ExciseItem: {
    group: ({ group }, _args, context) => groupOf(context, group),
    invoice: async ({ documentId }, _args, { loaders }) => {
      const invoice = await loaders.taxInvoice.load(documentId);
      if (invoice === null) throw new Error(`document ${documentId} is gone`);
      return invoice;
    },
  },
  Query: {
    exciseGroups: (_root, _args, context) => groupsOf(context),
    exciseReturn: (_root, { year, month }, { database, companyId }) =>
      readExciseMonth(database, companyId, year, month),
    exciseItems: async (_root, { year, month, group = null, first, after }, context) => {
      const { database, companyId } = context;
      demandPeriod({ year, month });
      const page = pageArguments({ first, after }, { cursor });
      if (group !== null) await groupNamed(context, group, 'group');
      const rows = await listExciseItems(database, companyId, { year, month, group }, page);
      return connectionFromPage(rows, page, (row): [string, string, number, string] => [
        row.date,
        row.documentId,
        row.line,
        row.rate,
      ]);
    },
  },
  Mutation: {
    setExciseRate: async (_root, { input }, context) => {
      await setExciseRate(context.writer, context.actor, input);
      groups.delete(context);
      return { group: await groupOf(context, input.group) };
    },
  },
};

const groups = new WeakMap<TaxContext, Promise<ExciseGroupRow[]>>();

/** All groups, read once for an operation. */
function groupsOf(context: TaxContext): Promise<ExciseGroupRow[]> {
  let found = groups.get(context);
  if (found === undefined) {
    found = listExciseGroups(context.database, context.companyId);
    groups.set(context, found);
  }
  return found;
}

async function groupOf(context: TaxContext, code: string): Promise<ExciseGroupRow> {
  const found = (await groupsOf(context)).find((group) => group.code === code);
  if (found === undefined) throw new Error(`the group ${code} of excisable goods is gone`);
  return found;
}

async function groupNamed(context: TaxContext, code: string, field: string): Promise<void> {
  if (!(await groupsOf(context)).some((group) => group.code === code))
    throw badInput(field, code, 'no such group of excisable goods');
}
