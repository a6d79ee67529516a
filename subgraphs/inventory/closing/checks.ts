import { found, MOST_LINKS, type ChecklistCheck, type FoundRow } from '#shared/graphql/close-checklist.ts';

const movementsNotPosted: ChecklistCheck = {
  code: 'MOVEMENTS_NOT_POSTED',
  severity: 'WARNS',
  of: 'StockMovement',
  text: {
    ka: 'საქონლის მოძრაობები, რომლებიც გატარებული არ არის',
    en: 'Movements of goods up to the end of the month that are drafts or approved and not posted',
  },
  find: (sql, { companyId, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkMovements */ select id, (count(*) over ())::int as count from inventory.movements
      where company_id = ${companyId} and status in ('DRAFT', 'APPROVED') and booking_date <= ${endsOn}
      order by booking_date, id limit ${MOST_LINKS}`),
};

const countsOpen: ChecklistCheck = {
  code: 'STOCK_COUNTS_OPEN',
  severity: 'WARNS',
  of: 'StockCount',
  text: {
    ka: 'ინვენტარიზაციები, რომლებიც დასრულებული არ არის',
    en: 'Stock counts up to the end of the month that are still open',
  },
  find: (sql, { companyId, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkCounts */ select id, (count(*) over ())::int as count from inventory.stock_counts
      where company_id = ${companyId} and status = 'OPEN' and date <= ${endsOn}
      order by date, id limit ${MOST_LINKS}`),
};

/** What inventory asks before a month is closed, in the order in which it is shown. */
export const CHECKS: readonly ChecklistCheck[] = [movementsNotPosted, countsOpen];
