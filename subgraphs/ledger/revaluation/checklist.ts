import { found, MOST_LINKS, type ChecklistCheck, type FoundRow } from '#shared/graphql/close-checklist.ts';

/** Currencies that monetary accounts hold at the end of the month, and that were not revalued, or on other books. */
export const unrevalued: ChecklistCheck = {
  code: 'UNREVALUED',
  severity: 'WARNS',
  of: null,
  text: {
    ka: 'ვალუტები, რომელთა ნაშთები თვის ბოლო დღით გადაფასებული არ არის, ან მას შემდეგ შეიცვალა',
    en: 'Currencies whose balances are not revalued at the end of the month, or have changed since',
  },
  find: (sql, { companyId, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkUnrevalued */ with held as (
        select t.currency
        from ledger.account_turnover t
        join ledger.accounts a on a.company_id = t.company_id and a.id = t.account_id
        where t.company_id = ${companyId} and t.level = 'month' and t.period <= ${endsOn}::date
          and t.currency <> 'GEL' and t.currency ~ '^[A-Z]{3}$' and a.type in ('ASSET', 'LIABILITY')
          and ledger.non_monetary_reason(a.type, a.role, a.code, a.metadata) is null
        group by t.account_id, t.currency
        having sum(t.debit) <> sum(t.credit) or sum(t.debit_gel) <> sum(t.credit_gel)
      )
      select h.currency as id, count(*) over () as count
      from (select distinct currency from held) h
      where not exists (
        select from ledger.revaluation_rates r
        where r.company_id = ${companyId} and r.currency = h.currency and r.date = ${endsOn}::date and r.is_in_force
          and not ledger.posted_late(r.company_id, r.revaluation_id))
      order by 1 limit ${MOST_LINKS}`),
};
