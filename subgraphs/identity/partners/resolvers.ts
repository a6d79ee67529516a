import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { requirePrincipal, type IdentityContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import type { Giver } from './actor.ts';
import { consentToPartner, createPartner, updatePartner, withdrawConsent } from './commands.ts';
import { consentsOf, keyOfPartner, partnerById, partnerCursor, partnersOfCompany } from './queries.ts';

/** Who asks for a change of partners. */
export function actorOf({ caller }: Pick<IdentityContext, 'caller'>): Giver {
  return { principal: requirePrincipal(caller), whence: caller };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const partnerResolvers: Resolvers = {
  Query: {
    async partners(_root, args, { caller, database }) {
      const page = pageArguments(args, { cursor: partnerCursor });
      const rows = await database.inCompany(requirePrincipal(caller).companyId, (db, companyId) =>
        partnersOfCompany(db, companyId, page),
      );
      return connectionFromPage(rows, page, keyOfPartner);
    },
    async partner(_root, { id }, { caller, database }) {
      const { companyId } = requirePrincipal(caller);
      if (!UUID.test(id)) return null;
      return (await database.inCompany(companyId, (db, company) => partnerById(db, company, id))) ?? null;
    },
  },
  Mutation: {
    createPartner: async (_root, { input }, context) => ({
      partner: await createPartner(context, actorOf(context), input),
    }),
    updatePartner: async (_root, { input }, context) => ({
      partner: await updatePartner(context, actorOf(context), input),
    }),
    consentToPartner: async (_root, { input }, context) => ({
      partner: await consentToPartner(context, actorOf(context), input),
    }),
    withdrawConsent: async (_root, { input }, context) => ({
      partner: await withdrawConsent(context, actorOf(context), input),
    }),
  },
  Partner: {
    consents: ({ id }, _args, { caller, database }) =>
      database.inCompany(requirePrincipal(caller).companyId, (db) => consentsOf(db, id)),
    createdBy: ({ createdBy }, _args, { loaders }) => loaders.users.load(createdBy),
  },
};
