import { badInput } from '#shared/domain/errors.ts';
import type { Resolvers } from '../generated/types.ts';
import { requireUser } from '../sessions/open-session.ts';
import { secondFactorState } from './queries.ts';

export const secondFactorResolvers: Resolvers = {
  Query: {
    secondFactor(_root, _args, { caller, database }) {
      const { userId } = requireUser(caller);
      return database.asUser(userId, (db) => secondFactorState(db, userId));
    },
  },
  Mutation: {
    beginSecondFactor: (_root, _args, { caller, ownFactor }) => ownFactor.begin(caller),
    async confirmSecondFactor(_root, { input }, { caller, ownFactor }) {
      return { recoveryCodes: given(await ownFactor.confirm(input.code, caller)) };
    },
    async disableSecondFactor(_root, { input }, { caller, ownFactor }) {
      if (!(await ownFactor.disable(input, caller))) throw wrongCode();
      return { secondFactor: { isEnabled: false, recoveryCodesLeft: 0 } };
    },
    async regenerateRecoveryCodes(_root, { input }, { caller, ownFactor }) {
      return { recoveryCodes: given(await ownFactor.regenerate(input.code, caller)) };
    },
  },
};

function given(codes: string[] | undefined): string[] {
  if (codes === undefined) throw wrongCode();
  return codes;
}

function wrongCode() {
  return badInput('code', '…', 'is wrong or was used before');
}
