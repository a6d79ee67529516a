import { z } from 'zod';
import { badInput } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { demandSearchable } from '#shared/domain/text.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { TaxContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { createCounterparty, setCounterpartyActive, updateCounterparty } from './commands.ts';
import { HOME_COUNTRY } from './counterparty.ts';
import { findCounterpartyByTaxId, listCounterparties, type CounterpartyRow } from './queries.ts';

const nameCursor: z.ZodType<[string, string]> = z.tuple([z.string().max(250), z.uuid()]);

export const counterpartyResolvers: Resolvers = {
  Counterparty: {
    __resolveReference: ({ id }, { loaders }) => loaders.counterparty.load(id),
    name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? (nameEn ?? nameKa) : nameKa),
  },
  Query: {
    counterparty: (_root, { id, taxId, country }, { loaders, database, companyId }) => {
      if (!id && !taxId) throw badInput('id', null, 'give an id or a number');
      if (id && taxId) throw badInput('taxId', taxId, 'give an id or a number, not both');
      if (id) return loaders.counterparty.load(id);
      demandSearchable(taxId, 'taxId');
      demandSearchable(country, 'country');
      return findCounterpartyByTaxId(database, companyId, country ?? HOME_COUNTRY, taxId ?? '');
    },
    counterparties: async (_root, { first, after, filter }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor: nameCursor });
      demandSearchable(filter?.search, 'filter.search');
      const rows = await listCounterparties(database, companyId, filter ?? {}, page);
      return connectionFromPage(rows, page, (row): [string, string] => [row.nameKa, row.id]);
    },
  },
  Mutation: {
    createCounterparty: async (_root, { input }, context) =>
      written(context, await createCounterparty(context.writer, context.actor, input)),
    updateCounterparty: async (_root, { input }, context) =>
      written(context, await updateCounterparty(context.writer, context.actor, input)),
    deactivateCounterparty: async (_root, { input }, context) =>
      written(context, await setCounterpartyActive(context.writer, context.actor, input, false)),
    activateCounterparty: async (_root, { input }, context) =>
      written(context, await setCounterpartyActive(context.writer, context.actor, input, true)),
  },
};

/** The counterparty as it is now, after a command on it. */
async function written({ loaders }: TaxContext, id: string): Promise<{ counterparty: CounterpartyRow }> {
  const counterparty = isUuid(id) ? await loaders.counterparty.clear(id).load(id) : null;
  if (counterparty === null) throw new Error(`counterparty ${id} is gone`);
  return { counterparty };
}
