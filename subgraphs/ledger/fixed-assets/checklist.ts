import { found, MOST_LINKS, type ChecklistCheck, type FoundRow } from '#shared/graphql/close-checklist.ts';

/**
 * Assets in use that wear out in the month and whose depreciation is not posted. It blocks as what is due and not posted does:
 * without it the result of the month is wrong (IAS 16.48). Whoever runs it later says so with `despite`; the next run catches up.
 */
export const depreciationNotRun: ChecklistCheck = {
  code: 'DEPRECIATION_NOT_RUN',
  severity: 'BLOCKS',
  of: 'FixedAsset',
  text: {
    ka: 'ძირითადი საშუალებები, რომელთა თვის ცვეთა გატარებული არ არის',
    en: 'Fixed assets whose depreciation of the month is not posted',
  },
  find: (sql, { companyId, startsOn }) =>
    found(sql<FoundRow[]>`
      /* checkDepreciation */ select f.id, count(*) over () as count
      from ledger.fixed_assets f
      cross join lateral (
        select sum(v.cost) as cost, sum(v.accumulated) as accumulated from ledger.asset_values v
        where v.company_id = f.company_id and v.asset_id = f.id) s
      where f.company_id = ${companyId} and f.accumulated_account_id is not null and f.start_month <= ${startsOn}::date and not f.is_cancelled
        and (f.disposed_on is null or f.disposed_on >= (${startsOn}::date + interval '1 month'))
        and (f.booked_through is null or f.booked_through < ${startsOn}::date)
        and s.accumulated < s.cost - ledger.residual_of(f.registered, f.changes, left(${startsOn}::text, 7))
      order by f.number limit ${MOST_LINKS}`),
};
