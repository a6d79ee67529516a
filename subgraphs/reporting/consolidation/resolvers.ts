import { parseDate } from '#shared/domain/date.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { ConsolidationMinSeqInput, ReportingStandard, Resolvers } from '../generated/types.ts';
import { parseComparative, parseSpan } from '../statements/scope.ts';
import { FUNCTIONAL } from '../statements/translate.ts';
import { groupCashFlows } from './cash-flows.ts';
import { giveConsent, setGroup, withdrawConsent } from './commands.ts';
import { groupEquity } from './equity.ts';
import { findGroup, hasConsented, listConsents, listGroups } from './groups.ts';
import { groupIncome } from './comprehensive-income.ts';
import { groupPosition } from './position.ts';

export const consolidationResolvers: Resolvers = {
  Query: {
    consolidationGroups: (_root, _given, { database, companyId }) => listGroups(database, companyId),
    consolidationConsents: (_root, _given, { database, companyId }) => listConsents(database, companyId),
    consolidatedBalanceSheet: async (_root, given, { database, companyId }) => {
      const asOf = parseDate(given.asOf, 'asOf');
      const compareTo = given.compareTo ? parseDate(given.compareTo, 'compareTo') : null;
      const group = await findGroup(database, companyId, given.groupId);
      if (group === null) return null;
      return groupPosition(database, group, { asOf, compareTo, ...drawnUpBy(given), ...shownIn(given) });
    },
    consolidatedIncomeStatement: async (_root, given, { database, companyId }) => {
      const spans = { ...parseSpan(given), compare: parseComparative(given) };
      const group = await findGroup(database, companyId, given.groupId);
      if (group === null) return null;
      return groupIncome(database, group, {
        ...spans,
        by: given.by ?? 'FUNCTION',
        ...drawnUpBy(given),
        ...shownIn(given),
      });
    },
    consolidatedCashFlowStatement: async (_root, given, { database, companyId }) => {
      const spans = { ...parseSpan(given), compare: parseComparative(given) };
      const group = await findGroup(database, companyId, given.groupId);
      if (group === null) return null;
      return groupCashFlows(database, group, {
        ...spans,
        method: given.method ?? 'DIRECT',
        ...drawnUpBy(given),
        ...shownIn(given),
      });
    },
    consolidatedChangesInEquity: async (_root, given, { database, companyId }) => {
      const spans = { ...parseSpan(given), compare: parseComparative(given) };
      const group = await findGroup(database, companyId, given.groupId);
      if (group === null) return null;
      return groupEquity(database, group, { ...spans, ...drawnUpBy(given), ...shownIn(given) });
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
    activity: ({ line }) => line.activity ?? null,
    step: ({ line }) => line.step ?? null,
    name: ({ line }, { language }) => (language === 'EN' ? line.nameEn : line.nameKa),
    members: ({ members }) => members.map((amount) => formatAmount(amount)),
    eliminations: ({ line, eliminations }) => (line.kind === 'HEADING' ? null : formatAmount(eliminations)),
    group: ({ line, group }) => (line.kind === 'HEADING' ? null : formatAmount(group)),
    comparative: ({ comparative }) => (comparative === null ? null : formatAmount(comparative)),
    variance: ({ group, comparative }) => (comparative === null ? null : formatAmount(group - comparative)),
  },
  ConsolidatedStatement: {
    companies: ({ members }) => [...members],
    lines: ({ lines }) => [...lines],
    pairs: ({ differences }) => [...differences],
    checks: ({ checks }) => [...checks],
  },
  ConsolidatedAmount: {
    members: ({ members }) => members.map((amount) => formatAmount(amount)),
    eliminations: ({ eliminations }) => formatAmount(eliminations),
    group: ({ group }) => formatAmount(group),
    comparative: ({ comparative }) => (comparative === null ? null : formatAmount(comparative)),
    variance: ({ group, comparative }) => (comparative === null ? null : formatAmount(group - comparative)),
  },
  ConsolidatedEquityChange: {
    code: ({ change }) => change.code,
    name: ({ change }, { language }) => (language === 'EN' ? change.nameEn : change.nameKa),
  },
  ConsolidatedEquityComponent: {
    code: ({ line }) => line.code,
    name: ({ line }, { language }) => (language === 'EN' ? line.nameEn : line.nameKa),
    changes: ({ changes }) => [...changes],
  },
  ConsolidatedChangesInEquity: {
    companies: ({ members }) => [...members],
    components: ({ components }) => [...components],
    pairs: ({ differences }) => [...differences],
    checks: ({ checks }) => [...checks],
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

/** By what a statement is drawn up, and from how much of the books. */
function drawnUpBy(given: {
  readonly standard?: ReportingStandard | null | undefined;
  readonly knownAt?: string | null | undefined;
  readonly minSeqs?: readonly ConsolidationMinSeqInput[] | null | undefined;
}) {
  return {
    standard: given.standard ?? 'IFRS_SME',
    knownAt: given.knownAt ?? null,
    minSeqs: given.minSeqs ?? [],
  };
}

function shownIn(given: { readonly currency?: string | null | undefined }) {
  return { currency: given.currency ?? FUNCTIONAL };
}
