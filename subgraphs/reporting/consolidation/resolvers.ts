import { parseDate } from '#shared/domain/date.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { Resolvers } from '../generated/types.ts';
import { parseSpan } from '../statements/scope.ts';
import { giveConsent, setGroup, withdrawConsent } from './commands.ts';
import { findGroup, hasConsented, listConsents, listGroups } from './groups.ts';
import { groupPerformance } from './performance.ts';
import { groupPosition, type GroupStatement } from './position.ts';

export const consolidationResolvers: Resolvers = {
  Query: {
    consolidationGroups: (_root, _given, { database, companyId }) => listGroups(database, companyId),
    consolidationConsents: (_root, _given, { database, companyId }) => listConsents(database, companyId),
    consolidatedBalanceSheet: async (_root, given, { database, companyId }) => {
      const asOf = parseDate(given.asOf, 'asOf');
      const group = await findGroup(database, companyId, given.groupId);
      if (group === null) return null;
      return shown(await groupPosition(database, group, { asOf, standard: given.standard ?? 'IFRS_SME' }));
    },
    consolidatedIncomeStatement: async (_root, given, { database, companyId }) => {
      const span = parseSpan(given);
      const group = await findGroup(database, companyId, given.groupId);
      if (group === null) return null;
      const [by, standard] = [given.by ?? 'FUNCTION', given.standard ?? 'IFRS_SME'];
      return shown(await groupPerformance(database, group, { ...span, by, standard }));
    },
  },
  ConsolidationGroup: {
    name: ({ nameKa, nameEn }, { language }) => (language === 'EN' ? (nameEn ?? nameKa) : nameKa),
    members: ({ id, leaderId, members }) => members.map((member) => ({ ...member, groupId: id, leaderId })),
  },
  ConsolidationMember: {
    // Asked as the member, in whose rows the consent stands; a company that is none has none.
    hasConsented: ({ companyId, groupId, leaderId }, _given, { database }) =>
      database.withCompany(companyId, (sql) => hasConsented(sql, companyId, { id: groupId, leaderId })),
  },
  ConsolidatedCompany: {
    name: ({ name, nameEn }, { language }) => (language === 'EN' ? (nameEn ?? name) : name),
    ownership: ({ share }) => formatAmount(share, 4),
  },
  ConsolidatedLine: {
    code: ({ line }) => line.code,
    kind: ({ line }) => line.kind,
    level: ({ line }) => line.level,
    name: ({ line }, { language }) => (language === 'EN' ? line.nameEn : line.nameKa),
    members: ({ members }) => members.map((amount) => formatAmount(amount)),
    eliminations: ({ line, eliminations }) => (line.kind === 'HEADING' ? null : formatAmount(eliminations)),
    group: ({ line, group }) => (line.kind === 'HEADING' ? null : formatAmount(group)),
  },
  IntraGroupPair: {
    firstId: ({ first }) => first.companyId,
    secondId: ({ second }) => second.companyId,
    firstSays: ({ firstSays }) => formatAmount(firstSays),
    secondSays: ({ secondSays }) => formatAmount(secondSays),
    difference: ({ firstSays, secondSays }) => formatAmount(firstSays - secondSays),
  },
  Mutation: {
    setConsolidationGroup: async (_root, { input }, { writer, actor, database, companyId }) => {
      const group = await findGroup(database, companyId, await setGroup(writer, actor, input));
      if (group === null) throw new Error('a group that was just set is there');
      return { group };
    },
    consentToConsolidation: async (_root, { input }, { writer, actor, database, companyId }) => {
      await giveConsent(writer, actor, input);
      return { consents: await listConsents(database, companyId) };
    },
    withdrawConsolidationConsent: async (_root, { input }, { writer, actor, database, companyId }) => {
      await withdrawConsent(writer, actor, input);
      return { consents: await listConsents(database, companyId) };
    },
  },
};

function shown({ members, seqs, lines, differences, checks }: GroupStatement) {
  return {
    companies: members.map((member, index) => ({ ...member, seq: seqs[index] ?? 0 })),
    lines: [...lines],
    pairs: [...differences],
    checks: [...checks],
  };
}
