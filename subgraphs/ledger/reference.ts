import type { Database } from '#db/client.ts';
import { LedgerFacts, type AccountFact, type LockExceptionFact, type PeriodFact } from './facts.ts';
import type { LockArea } from './locks/lock.ts';

/**
 * Reads the reference data of a company. One statement, hence one snapshot: `referenceSeq` and the rows belong
 * to the same moment.
 */
export async function loadLedgerFacts(database: Database, companyId: string): Promise<LedgerFacts> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<
      {
        reference_seq: number | null;
        accounts: AccountFact[] | null;
        periods: PeriodFact[] | null;
        closed_years: number[] | null;
        currencies: { code: string; minorUnits: number }[] | null;
        approver_must_differ: boolean | null;
        posting_accounts: Record<string, string | null> | null;
        lock_dates: Partial<Record<LockArea, string>> | null;
        lock_exceptions: LockExceptionFact[] | null;
      }[]
    >`
      /* ledgerFacts */ select
        (select reference_seq from ledger.head where company_id = ${companyId}) as reference_seq,
        (select json_agg(json_build_object('id', id, 'code', code, 'currency', currency, 'isHeading', is_heading,
                                           'isActive', is_active, 'parentId', parent_id))
           from ledger.accounts where company_id = ${companyId}) as accounts,
        (select json_agg(json_build_object('year', year, 'month', month, 'status', status))
           from ledger.fiscal_periods where company_id = ${companyId}) as periods,
        (select json_agg(distinct year) from ledger.year_closings c
           where company_id = ${companyId} and ledger.is_year_closed(company_id, year)) as closed_years,
        (select json_agg(json_build_object('code', code, 'minorUnits', minor_units))
           from ledger.custom_currencies where company_id = ${companyId}) as currencies,
        (select approver_must_differ from ledger.settings where company_id = ${companyId}) as approver_must_differ,
        (select json_object_agg(d.role, coalesce(p.account_id, a.id))
           from ledger.default_posting_accounts d
           left join ledger.posting_accounts p on p.company_id = ${companyId} and p.role = d.role
           left join ledger.accounts a on a.company_id = ${companyId} and a.code = d.account_code) as posting_accounts,
        (select json_object_agg(l.area, l.until) from (
           select distinct on (area) area, until from ledger.lock_dates
           where company_id = ${companyId} order by area, version desc) l where l.until is not null) as lock_dates,
        (select json_agg(json_build_object('id', id, 'area', area, 'userId', user_id, 'until', until)
                         order by until)
           from ledger.lock_exceptions
           where company_id = ${companyId} and revoked_at is null and until > now()) as lock_exceptions`,
  );
  return new LedgerFacts({
    referenceSeq: row?.reference_seq ?? 0,
    accounts: row?.accounts ?? [],
    periods: row?.periods ?? [],
    closedYears: row?.closed_years ?? [],
    currencies: row?.currencies ?? [],
    settings: { approverMustDiffer: row?.approver_must_differ ?? false },
    postingAccounts: row?.posting_accounts ?? {},
    lockDates: row?.lock_dates ?? {},
    lockExceptions: row?.lock_exceptions ?? [],
  });
}
