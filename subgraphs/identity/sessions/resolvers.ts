import type { Resolvers } from '../generated/types.ts';

export const sessionResolvers: Resolvers = {
  Mutation: {
    signIn: (_root, { input }, { sessions }) => sessions.signIn(input),
    refreshSession: (_root, { input }, { sessions }) => sessions.refresh(input.refreshToken),
    async signOut(_root, { input }, { sessions, caller }) {
      return { signedOut: await sessions.signOut(input.refreshToken, caller.principal) };
    },
  },
};
