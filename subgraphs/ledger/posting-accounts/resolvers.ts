import type { Resolvers } from '../generated/types.ts';
import { choosePostingAccount } from './commands.ts';
import { listPostingAccounts } from './queries.ts';

export const postingAccountResolvers: Resolvers = {
  LedgerPostingAccount: {
    name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? nameEn : nameKa),
  },
  Query: {
    ledgerPostingAccounts: (_root, _args, { database, companyId }) =>
      listPostingAccounts(database, companyId),
  },
  Mutation: {
    chooseLedgerPostingAccount: async (_root, { input }, { writer, actor, database, companyId }) => {
      await choosePostingAccount(writer, actor, input);
      const accounts = await listPostingAccounts(database, companyId);
      const account = accounts.find(({ role }) => role === input.role);
      if (account === undefined) throw new Error(`the role ${input.role} was chosen for and is gone`);
      return { account };
    },
  },
};
