-- For the other subgraphs, which refuse a document in a locked time by themselves: the last day of an area that is locked for
-- a user at a moment; null where nothing is locked, or an exception lets the user pass. It may be asked for the company of
-- the transaction, or for one that an append works on.
create function ledger_published.locked_until(p_company uuid, p_area text, p_user uuid, p_at timestamptz) returns date
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_before text := current_setting('app.company_ids', true);
  v_until date;
begin
  if p_company is distinct from nullif(current_setting('app.company_id', true), '')::uuid
     and not coalesce(p_company = any (nullif(v_before, '')::uuid[]), false) then
    raise exception 'the transaction is not of company %', p_company using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.company_ids', array[p_company]::text, true);
  v_until := ledger.lock_date(p_company, p_area);
  if v_until is not null and exists (
      select from ledger.lock_exceptions x
      where x.company_id = p_company and x.area = p_area and x.user_id = p_user and x.until > p_at
        and x.revoked_at is null) then
    v_until := null;
  end if;
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
  return v_until;
end $$;
grant create on schema ledger_published to {{writer_role}};
alter function ledger_published.locked_until(uuid, text, uuid, timestamptz) owner to {{writer_role}};
revoke create on schema ledger_published from {{writer_role}};
revoke all on function ledger_published.locked_until(uuid, text, uuid, timestamptz) from public;
grant usage on schema ledger_published
  to {{writer_role_of_tax}}, {{writer_role_of_payroll}}, {{writer_role_of_inventory}};
grant execute on function ledger_published.locked_until(uuid, text, uuid, timestamptz)
  to {{app_role_of_tax}}, {{app_role_of_payroll}}, {{app_role_of_inventory}},
     {{writer_role_of_tax}}, {{writer_role_of_payroll}}, {{writer_role_of_inventory}};
