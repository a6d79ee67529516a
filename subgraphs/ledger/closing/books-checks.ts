import { oldestOpen } from '../open-items/oldest-open.ts';
import { found, MOST_LINKS, type ChecklistCheck, type FoundRow } from '#shared/graphql/close-checklist.ts';

/** Of what is older than this many days at the end of the month, somebody should know why it is open. */
const OLD_DAYS = 90;
/** Open items are counted so far. */
const MOST_COUNTED = 1_000;

/** Transactions of the month that were entered and never came into the books. */
export const drafts: ChecklistCheck = {
  code: 'DRAFTS',
  severity: 'WARNS',
  of: 'Transaction',
  text: {
    ka: 'თვის ოპერაციები, რომლებიც შეტანილია და გატარებული არ არის',
    en: 'Transactions of the month that are entered and not posted',
  },
  find: (sql, { companyId, startsOn, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkDrafts */ select id, count(*) over () as count from ledger.transactions
      where company_id = ${companyId} and transaction_date between ${startsOn}::date and ${endsOn}::date
        and status in ('DRAFT', 'APPROVED')
      order by transaction_date, id limit ${MOST_LINKS}`),
};

/** What has been open with counterparties for long; ids are those of `OpenItem`. */
export const unmatchedItems: ChecklistCheck = {
  code: 'OLD_OPEN_ITEMS',
  severity: 'WARNS',
  of: 'OpenItem',
  text: {
    ka: `კონტრაგენტებთან ${OLD_DAYS} დღეზე მეტი ხნის დაუხურავი ჩანაწერები (მაქსიმუმ ${MOST_COUNTED})`,
    en: `Items with counterparties that have been open for more than ${OLD_DAYS} days (${MOST_COUNTED} at most)`,
  },
  find: (sql, { companyId, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkOpenItems */ select o.transaction_id || ':' || o.line as id, count(*) over () as count
      from (${oldestOpen(sql, companyId, {
        asOf: endsOn,
        daysBefore: OLD_DAYS + 1,
        limit: MOST_COUNTED,
      })}) o
      order by o.transaction_date, o.transaction_id, o.line limit ${MOST_LINKS}`),
};

/** Currencies that the company holds or owes at the end of the month, and whose official rate of that day is not known. */
export const ratesMissing: ChecklistCheck = {
  code: 'RATES_MISSING',
  severity: 'WARNS',
  of: null,
  text: {
    ka: 'ვალუტები, რომელთა ოფიციალური კურსი თვის ბოლო დღისთვის უცნობია',
    en: 'Currencies whose official rate on the last day of the month is not known',
  },
  find: (sql, { companyId, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkRates */ with held as (
        select t.currency
        from ledger.account_turnover t
        join ledger.accounts a on a.company_id = t.company_id and a.id = t.account_id
        where t.company_id = ${companyId} and t.level = 'month' and t.period <= ${endsOn}::date
          and a.type in ('ASSET', 'LIABILITY') and t.currency <> 'GEL' and t.currency ~ '^[A-Z]{3}$'
        group by t.account_id, t.currency having sum(t.debit) <> sum(t.credit)
      )
      select h.currency as id, count(*) over () as count
      from (select distinct currency from held) h
      left join lateral ledger.exchange_rate(${companyId}, h.currency, ${endsOn}::date) r on true
      where r.rate is null or (not r.is_asked and r.valid_from < ${endsOn}::date)
      order by 1 limit ${MOST_LINKS}`),
};
