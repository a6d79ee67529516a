import { found, MOST_LINKS, type ChecklistCheck, type FoundRow } from '#shared/graphql/close-checklist.ts';

const runsNotPosted: ChecklistCheck = {
  code: 'PAYROLL_RUNS_NOT_POSTED',
  severity: 'WARNS',
  of: 'PayrollRun',
  text: {
    ka: 'თვის ხელფასის გამოთვლები, რომლებიც გატარებული არ არის',
    en: 'Payroll runs of the month that are not posted, or were refused',
  },
  find: (sql, { companyId, year, month }) =>
    found(sql<FoundRow[]>`
      /* checkRuns */ select id, (count(*) over ())::int as count from payroll.runs_shown
      where company_id = ${companyId} and year = ${year} and month = ${month}
        and shown_state not in ('POSTED', 'PAID', 'CANCELLED')
      order by number limit ${MOST_LINKS}`),
};

const payNotReceived: ChecklistCheck = {
  code: 'PAY_NOT_RECEIVED',
  severity: 'WARNS',
  of: 'PayrollRun',
  text: {
    ka: 'გატარებული ხელფასი, რომელიც ჯერ არ გადახდილა',
    en: 'Posted payroll runs whose day of payment has passed and of which somebody has not been paid',
  },
  find: (sql, { companyId, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkPay */ select r.id, (count(*) over ())::int as count from payroll.runs_shown r
      where r.company_id = ${companyId} and r.pay_date <= ${endsOn} and r.shown_state = 'POSTED'
      order by r.pay_date, r.number limit ${MOST_LINKS}`),
};

/** What payroll asks before a month is closed, in the order in which it is shown. */
export const CHECKS: readonly ChecklistCheck[] = [runsNotPosted, payNotReceived];
