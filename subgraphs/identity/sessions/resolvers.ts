import type { Resolvers } from '../generated/types.ts';
import { requireUser } from './open-session.ts';
import { sessionsOfUser } from './queries.ts';

export const sessionResolvers: Resolvers = {
  Query: {
    sessions(_root, _args, { caller, database }) {
      const { userId } = requireUser(caller);
      return database.asUser(userId, (db) => sessionsOfUser(db, userId));
    },
  },
  Mutation: {
    signIn: (_root, { input }, { sessions, caller }) => sessions.signIn(input, caller),
    refreshSession: (_root, { input }, { sessions, caller }) => sessions.refresh(input.refreshToken, caller),
    async signOut(_root, { input }, { sessions, caller }) {
      return { signedOut: await sessions.signOut(input.refreshToken, caller) };
    },
    switchCompany: (_root, { input }, { sessions, caller }) =>
      sessions.switchCompany(input.companyId, caller),
    async revokeSession(_root, { input }, { sessions, caller }) {
      return { revoked: await sessions.revokeOwn({ sessionId: input.id }, caller) };
    },
    async revokeOtherSessions(_root, _args, { sessions, caller }) {
      return { revoked: await sessions.revokeOwn('OTHERS', caller) };
    },
    changePassword: (_root, { input }, { sessions, caller }) => sessions.changePassword(input, caller),
  },
  UserSession: {
    company: ({ companyId }, _args, { loaders }) => loaders.companies.load(companyId),
    isCurrent: ({ id }, _args, { caller }) => id === caller.principal?.sessionId,
  },
};
