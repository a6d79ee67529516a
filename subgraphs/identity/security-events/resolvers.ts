import { badInput } from '#shared/domain/errors.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import { isUuid, requirePrincipal } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { keyOfSecurityEvent, securityEventCursor, securityEventsOfCompany } from './queries.ts';

export const securityEventResolvers: Resolvers = {
  Query: {
    async securityEvents(_root, args, { caller, database }) {
      const page = pageArguments(args, { cursor: securityEventCursor });
      const filter = args.filter ?? {};
      const { actorId } = filter;
      if (actorId !== null && actorId !== undefined && !isUuid(actorId)) {
        throw badInput('filter.actorId', actorId, 'must be a UUID');
      }
      const rows = await database.inCompany(requirePrincipal(caller).companyId, (db, companyId) =>
        securityEventsOfCompany(db, companyId, page, filter),
      );
      return connectionFromPage(rows, page, keyOfSecurityEvent);
    },
  },
  SecurityEvent: {
    actor: ({ actorId }, _args, { loaders }) => (actorId === null ? null : loaders.users.load(actorId)),
  },
};
