--! include published_log.sql
--! include reads_other_logs.sql

-- The ledger carries out what the documents of tax ask for.
grant usage on schema tax_published to {{app_role_of_ledger}};
grant execute on function tax_published.log_heads(), tax_published.log_events(uuid, bigint, int),
  tax_published.log_lag(uuid[], bigint[]) to {{app_role_of_ledger}};

-- Which of these are counterparties of the one company of the transaction.
grant create on schema tax_published to {{writer_role}};
create function tax_published.counterparties_exist(p_company uuid, p_ids uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_before text := current_setting('app.company_ids', true);
begin
  if p_company is distinct from nullif(current_setting('app.company_id', true), '')::uuid then
    raise exception 'the transaction is not of company %', p_company using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.company_ids', array[p_company]::text, true);
  return query select c.id from tax.counterparties c where c.company_id = p_company and c.id = any (p_ids);
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;
alter function tax_published.counterparties_exist(uuid, uuid[]) owner to {{writer_role}};
revoke all on function tax_published.counterparties_exist(uuid, uuid[]) from public;
grant execute on function tax_published.counterparties_exist(uuid, uuid[]) to {{app_role_of_ledger}};
revoke create on schema tax_published from {{writer_role}};
