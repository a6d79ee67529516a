import { MOST_LINKS, type ChecklistCheck } from '#shared/graphql/close-checklist.ts';
import { everythingDue } from './due-entry.ts';

/** Occurrences of one recurring entry that are counted at most. */
const MOST_COUNTED = 1_000;

/** What should be posted by the end of the month and is not: its result would be wrong without it. */
export const entriesDue: ChecklistCheck = {
  code: 'ENTRIES_DUE',
  severity: 'BLOCKS',
  of: 'DueEntry',
  text: {
    ka: 'დადგა ვადა და გასატარებელია: განმეორებადი ჩანაწერები, სტორნო, დარიცხვები, გადანაწილებები',
    en: 'Recurring and reversing entries, accruals and parts of spreads that are due and not posted',
  },
  find: async (sql, { companyId, endsOn }) => {
    const due = await everythingDue(sql, companyId, { from: null, until: endsOn }, MOST_COUNTED);
    return { count: due.length, ids: due.slice(0, MOST_LINKS).map(({ id }) => id) };
  },
};
