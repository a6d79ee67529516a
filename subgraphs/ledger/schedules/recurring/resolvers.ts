import { z } from 'zod';
import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { occurrencesOf } from '#shared/domain/recurrence.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { LedgerContext } from '../../context.ts';
import type { Resolvers } from '../../generated/types.ts';
import { demandTransaction } from '../demand-loaded.ts';
import { changeRecurringEntry, createRecurringEntry, endRecurringEntry, skipOccurrence } from './commands.ts';
import { listDone, listRecurringEntries, type RecurringEntryRow } from './queries.ts';

const byId: z.ZodType<[string]> = z.tuple([z.uuid()]);
const byDay: z.ZodType<[string]> = z.tuple([z.iso.date()]);
const MOST_DATES = 100;
const LAST_DAY = 31;

export const recurringEntryResolvers: Resolvers = {
  Query: {
    recurringEntry: (_root, { id }, { loaders }) => loaders.recurringEntry.load(id),
    recurringEntries: async (_root, { first, after, isEnded }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor: byId });
      const rows = await listRecurringEntries(database, companyId, { isEnded }, page);
      return connectionFromPage(rows, page, (row): [string] => [row.id]);
    },
  },
  Mutation: {
    createRecurringEntry: async (_root, { input }, context) => {
      const { result } = await createRecurringEntry(context.writer, context.actor, input);
      return { recurringEntry: await demandEntry(context, result.recurringEntryId) };
    },
    changeRecurringEntry: async (_root, { input }, context) => {
      const { result } = await changeRecurringEntry(context.writer, context.actor, input);
      return { recurringEntry: await demandEntry(context, result.recurringEntryId) };
    },
    endRecurringEntry: async (_root, { input }, context) => {
      const { result } = await endRecurringEntry(context.writer, context.actor, input);
      return { recurringEntry: await demandEntry(context, result.recurringEntryId) };
    },
    skipOccurrence: async (_root, { input }, context) => {
      const { result } = await skipOccurrence(context.writer, context.actor, input);
      return { recurringEntry: await demandEntry(context, result.recurringEntryId) };
    },
  },
  RecurringEntry: {
    template: ({ id, versions }) => {
      const last = versions.at(-1);
      if (last === undefined) throw new Error(`the recurring entry ${id} has no version`);
      return last;
    },
    versions: ({ versions }) => [...versions],
    dates: ({ versions, endedOn }, { from, count }) => {
      if (count < 1 || count > MOST_DATES) throw badInput('count', count, `must be 1–${String(MOST_DATES)}`);
      const notBefore = from == null ? null : parseDate(from, 'from');
      const dates: string[] = [];
      for (const { date } of occurrencesOf(versions, endedOn, notBefore))
        if (dates.push(date) === count) break;
      return dates;
    },
    occurrences: async ({ id }, { first, after }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor: byDay });
      return connectionFromPage(await listDone(database, companyId, id, page), page, (row): [string] => [
        row.date,
      ]);
    },
    createdBy: ({ createdBy }) => ({ id: createdBy }),
    endedBy: ({ endedBy }) => (endedBy === null ? null : { id: endedBy }),
  },
  Recurrence: { isLastDayOfMonth: ({ day }) => day === LAST_DAY },
  RecurringTemplate: {
    reference: ({ reference }) => reference ?? null,
    entries: ({ entries }) => [...entries],
    madeAt: ({ at }) => at,
    madeBy: ({ by }) => ({ id: by }),
  },
  RecurringTemplateEntry: {
    account: ({ accountId }, _args, { loaders }) => loaders.account.load(accountId),
    debit: ({ debit }) => debit ?? null,
    credit: ({ credit }) => credit ?? null,
    exchangeRate: ({ exchangeRate }) => exchangeRate ?? null,
    description: ({ description }) => description ?? null,
    counterparty: ({ counterpartyId }) => (counterpartyId === undefined ? null : { id: counterpartyId }),
    dimensions: ({ dimensions }) => [...(dimensions ?? [])],
  },
  RecurringOccurrence: {
    transaction: ({ transactionId }, _args, context) =>
      transactionId === null ? null : demandTransaction(context, transactionId),
    doneBy: ({ doneBy }) => ({ id: doneBy }),
  },
};

async function demandEntry({ loaders }: LedgerContext, id: string): Promise<RecurringEntryRow> {
  const row = await loaders.recurringEntry.clear(id).load(id);
  if (row === null) throw new Error(`the recurring entry ${id} was written and is not there`);
  return row;
}
