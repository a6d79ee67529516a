import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';

/** Keeps the chart of accounts as the ledger's log tells it. */
export async function noteAccount(
  sql: TransactionSql,
  { companyId, aggregateId, type, data }: StoredEvent,
): Promise<void> {
  switch (type) {
    case 'AccountOpened':
    case 'AccountChanged':
      // A change tells everything but whether the account is a heading, which never changes.
      await sql`
        /* keepAccount */ insert into reporting.accounts
          (company_id, id, code, names, type, normal_side, role, currency, parent_id, is_heading, is_active)
        select ${companyId}, ${aggregateId}, d.code, d.names, d.type, d."normalSide", d.role, d.currency, d."parentId",
          coalesce(d."isHeading", false), true
        from json_to_record(${JSON.stringify(data)}::text::json) as d(code text, names json, type text,
          "normalSide" text, role text, currency text, "parentId" uuid, "isHeading" boolean)
        on conflict (company_id, id) do update set code = excluded.code, names = excluded.names, type = excluded.type,
          normal_side = excluded.normal_side, role = excluded.role, currency = excluded.currency,
          parent_id = excluded.parent_id`;
      break;
    case 'AccountActivated':
    case 'AccountDeactivated':
      await sql`
        /* switchAccount */ update reporting.accounts set is_active = ${type === 'AccountActivated'}
        where company_id = ${companyId} and id = ${aggregateId}`;
      break;
    case 'AccountDeleted':
      await sql`
        /* dropAccount */ delete from reporting.accounts where company_id = ${companyId} and id = ${aggregateId}`;
      break;
    default:
  }
}
