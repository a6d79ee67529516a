import { checkMonth, checklistItemResolvers } from '#shared/graphql/close-checklist.ts';
import type { Resolvers } from '../generated/types.ts';
import { CHECKS } from './checks.ts';

export const closingResolvers: Resolvers = {
  CloseChecklist: {
    __resolveReference: ({ year, month }) => ({ year, month }),
    inventoryItems: (about, _args, { database, companyId }) => checkMonth(database, companyId, about, CHECKS),
  },
  ChecklistItem: checklistItemResolvers,
};
