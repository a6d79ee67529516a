import type { Database } from '#db/client.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import type { Resolvers } from '../generated/types.ts';
import { isShownIn, readChart } from '../read-model/chart.ts';
import { mapAccount } from './commands.ts';
import { lineOf, type StatementLine, type StatementName } from './line.ts';
import { readChoices, readLines } from './queries.ts';

/** Where an account stands. */
export interface MappedAccount {
  readonly accountId: string;
  readonly code: string;
  readonly lineCode: string | null;
  readonly isChosen: boolean;
}

interface Mappings {
  readonly lines: readonly StatementLine[];
  readonly accounts: readonly MappedAccount[];
}

function mappingsOf(
  database: Database,
  companyId: string,
  standard: string,
  statement: StatementName,
): Promise<Mappings> {
  return database.withCompany(
    companyId,
    async (sql) => {
      const chart = await readChart(sql, companyId);
      const lines = await readLines(sql, standard, statement);
      const choices = await readChoices(sql, companyId, standard, statement);
      return {
        lines: lines.filter(({ kind }) => kind === 'LINE'),
        accounts: [...chart.values()]
          .filter((account) => isShownIn(account, statement))
          .map((account) => ({
            accountId: account.id,
            code: account.code,
            lineCode: lineOf(account, lines, choices)?.code ?? null,
            isChosen: choices.has(account.id),
          })),
      };
    },
    'snapshot',
  );
}

export const mappingResolvers: Resolvers = {
  Query: {
    statementMappings: async (_root, { standard, statement }, { database, companyId }) => {
      const { lines, accounts } = await mappingsOf(database, companyId, standard, statement);
      return {
        lines: [...lines],
        accounts: [...accounts],
        unmapped: accounts.filter(({ lineCode }) => lineCode === null).map(({ code }) => code),
      };
    },
  },
  StatementMapping: { account: ({ accountId }) => ({ id: accountId }) },
  StatementLineName: { name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? nameEn : nameKa) },
  Mutation: {
    mapStatementAccount: async (_root, { input }, { writer, actor, database, companyId }) => {
      const { standard, statement, accountId } = input;
      const chart = await database.withCompany(companyId, (sql) => readChart(sql, companyId));
      const account = chart.get(accountId);
      if (account === undefined) throw notFound('accountId', accountId);
      if (!isShownIn(account, statement))
        throw badInput('accountId', accountId, `the statement does not show accounts of ${account.type}`);
      await mapAccount(writer, actor, { ...input, lineCode: input.lineCode ?? null });
      const { accounts } = await mappingsOf(database, companyId, standard, statement);
      const mapping = accounts.find((mapped) => mapped.accountId === accountId);
      if (mapping === undefined) throw new Error(`the account ${accountId} was mapped and is gone`);
      return { mapping };
    },
  },
};
